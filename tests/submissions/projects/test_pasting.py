"""A credit list pasted into the editor becomes rows, and nothing else that was typed is lost."""

import pytest
from django.urls import reverse

from submissions.projects.models import Credit
from tests import factories
from tests.submissions.projects.paper import Browser, errors_of

pytestmark = pytest.mark.django_db
LIST = "Director: Ana Ruiz\nFalconer: Eero Lind\nCast: Lana Gulevich (Anastasia)\nsomething else"


@pytest.fixture
def fresh(client_of, filmmaker):
    """The editor of a project that has no credit yet."""
    film = factories.make_project(by=filmmaker, title="Salt", complete=False)
    film.credits.all().delete()
    return Browser(client_of(filmmaker), reverse("project_edit", args=[film.code])).open()


def rows_of(browser):
    """Return (role, name) of each row that stands in the page."""
    typed = browser.typed
    numbers = [n for n in range(300) if f"credits-{n}-name" in typed]
    return [
        (typed[f"credits-{n}-role"][0], typed[f"credits-{n}-name"][0])
        for n in numbers
        if not typed.get(f"credits-{n}-DELETE", [""])[0]
    ]


def test_the_list_is_shown_before_anything_is_added(fresh):
    page = fresh.type(credits_list="", logline="Half a line").typed
    page["credits-list"] = [LIST]
    answer = fresh.press("paste", "credits-read")
    text = answer.content.decode()
    assert "3 credits were found" in text
    assert "Add 3 credits" in text
    assert "Line 4: <bdi>something else</bdi>" in text
    assert rows_of(fresh) == [("Director", "")]
    assert fresh.typed["credits-list"] == [LIST]
    assert fresh.typed["logline"] == ["Half a line"]
    assert not Credit.objects.filter(person__name="Eero Lind").exists()


def test_the_rows_come_into_the_form_and_are_saved_with_it(fresh):
    fresh.type(logline="Half a line").typed["credits-list"] = [LIST]
    answer = fresh.press("paste", "credits-add")
    assert "3 credits added" in answer.content.decode()
    assert rows_of(fresh) == [
        ("Director", "Ana Ruiz"), ("Other", "Eero Lind"), ("Cast", "Lana Gulevich"),
    ]  # fmt: skip
    assert fresh.typed["credits-list"] == ["something else"]
    assert fresh.typed["logline"] == ["Half a line"]
    assert errors_of(answer) == []
    saved = fresh.send()
    assert saved.status_code == 302, errors_of(saved)
    rows = Credit.objects.order_by("position").values_list(
        "role", "person__name", "role_label", "character"
    )
    assert list(rows) == [
        ("director", "Ana Ruiz", "", ""),
        ("other", "Eero Lind", "Falconer", ""),
        ("cast", "Lana Gulevich", "", "Anastasia"),
    ]


def test_who_stands_there_already_does_not_come_twice(editor):
    editor.open()
    there = rows_of(editor)
    role, name = there[0]
    editor.typed["credits-list"] = [f"{role}: {name.upper()}, Bo Li\n{role}: Bo Li"]
    answer = editor.press("paste", "credits-add")
    assert "1 credit added. 2 were in the list already" in answer.content.decode()
    assert rows_of(editor) == [*there, (role, "Bo Li")]


def test_no_more_than_250_rows_stand_in_the_form(editor):
    editor.open()
    there = len(rows_of(editor))
    editor.typed["credits-list"] = ["\n".join(f"Extra: Player {n}" for n in range(250))]
    editor.press("paste", "credits-add")
    assert len(rows_of(editor)) == 250
    assert len(editor.typed["credits-list"][0].splitlines()) == there


@pytest.mark.parametrize(
    "text", ["", "\0", "x" * 100_000, "\t\t\t", "Director: \ud7ff", "((((", "🎬"]
)
@pytest.mark.parametrize("button", ["credits-read", "credits-add", "credits-", "credits-0-up"])
def test_no_text_and_no_button_breaks_the_page(editor, text, button):
    editor.open()
    there = rows_of(editor)
    editor.typed["credits-list"] = [text]
    assert editor.press("paste", button).status_code in (200, 400)
    assert editor.page.status_code == 400 or rows_of(editor) == there


def test_a_player_has_a_character_in_sight_and_an_editor_earlier_work(
    client_of, filmmaker, project
):
    factories.make_credit(project=project, name="Noor Aziz", role="cast")
    factories.make_credit(project=project, name="Bo Li", role="editor")
    browser = Browser(client_of(filmmaker), reverse("project_edit", args=[project.code])).open()
    names = {n.removeprefix("credits-") for n in browser.typed if n.startswith("credits-")}
    by_row = {row: {n[2:] for n in names if n.startswith(row)} for row in "12"}
    assert "character" in by_row["1"]
    assert "prior_credits" not in by_row["1"]
    assert "prior_credits" in by_row["2"]
    assert "character" not in by_row["2"]


def test_a_role_that_changes_keeps_what_the_row_said_before(client_of, filmmaker, project):
    credit = factories.make_credit(
        project=project, name="Noor Aziz", role="cast", character="Una", prior_credits="Tern (2021)"
    )
    browser = Browser(client_of(filmmaker), reverse("project_edit", args=[project.code])).open()
    assert browser.type(credits__1__role="DOP").send().status_code == 302
    credit.refresh_from_db()
    assert (credit.role, credit.character, credit.prior_credits) == (
        "cinematographer", "Una", "Tern (2021)",
    )  # fmt: skip


def test_the_roles_are_listed_for_somebody_who_has_no_script(editor):
    editor.open()
    assert "Colourist" not in editor.page.content.decode()
    assert "Colourist" in editor.press("paste", "credits-roles").content.decode()
