"""The door behind a typed name offers public people and one's own, and nobody else."""

import pytest
from django.urls import reverse

from submissions.projects import actions
from submissions.projects.models import Credit, Person
from tests import factories
from tests.submissions.projects.paper import Browser, errors_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(client_of):
    def ask(user, text):
        answer = client_of(user).get(reverse("people_known"), {"q": text})
        assert answer.status_code == 200
        return answer.json()

    return ask


@pytest.fixture
def public(second):
    """Somebody whom another user wrote down, with a published credit."""
    film = factories.make_project(by=second, title="Salt Line", published=True)
    person = factories.make_credit(project=film, name="Petra Holt", role="editor").person
    actions.changed(project=film)
    return person


@pytest.fixture
def hidden(second):
    """Somebody whom another user wrote down in a draft."""
    film = factories.make_project(by=second, title="Secret Weir", complete=False)
    return factories.make_credit(project=film, name="Petra Hidden", role="editor").person


def test_public_people_and_ones_own_are_offered(offered, filmmaker, project, public):
    own = factories.make_credit(project=project, name="Petra Own", role="editor").person
    Person.objects.filter(pk=own.pk).update(native_name="Петра")
    rows = offered(filmmaker, "petra")
    assert [(row["code"], row["name"]) for row in rows] == [
        (own.code, "Petra Own"), (public.code, "Petra Holt"),
    ]  # fmt: skip
    assert "Петра" in rows[0]["note"]
    assert project.title in rows[0]["note"]
    assert "Salt Line" in rows[1]["note"]


def test_a_name_in_its_own_script_and_an_inner_name_are_found(offered, filmmaker, project, public):
    own = factories.make_credit(project=project, name="Ana Ruiz", role="editor").person
    Person.objects.filter(pk=own.pk).update(native_name="安娜")
    assert [row["name"] for row in offered(filmmaker, "安娜")] == ["Ana Ruiz"]
    assert [row["name"] for row in offered(filmmaker, "holt")] == ["Petra Holt"]


def test_nobody_hears_of_people_in_the_drafts_of_others(offered, filmmaker, hidden):
    assert offered(filmmaker, "Petra") == []


def test_what_a_public_person_did_in_a_draft_is_not_told(offered, filmmaker, second, public):
    draft = factories.make_project(by=second, title="Secret Weir", complete=False)
    Credit.objects.create(project=draft, person=public, role="editor")
    assert "Secret" not in str(offered(filmmaker, "Petra"))


@pytest.mark.parametrize("text", ["", "P", "%", "_", "..", "x" * 5000, "🎬🎬", "%%%%"])
def test_too_little_or_odd_text_offers_nobody(offered, filmmaker, public, text):
    assert offered(filmmaker, text) == []


def test_at_most_eight_are_offered_in_as_many_queries_as_one(
    client_of, filmmaker, project, public, django_assert_max_num_queries
):
    for number in range(12):
        factories.make_credit(project=project, name=f"Petra {number:02}", role="extra")
    client = client_of(filmmaker)
    client.get(reverse("people_known"), {"q": "petra"})
    with django_assert_max_num_queries(12):
        assert len(client.get(reverse("people_known"), {"q": "petra"}).json()) == 8


def test_who_asks_without_end_is_stopped(client_of, filmmaker, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"look_up": "2/m/user"}
    client = client_of(filmmaker)
    answers = [client.get(reverse("people_known"), {"q": "pe"}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]


@pytest.fixture
def editor(client_of, filmmaker, project):
    return Browser(client_of(filmmaker), reverse("project_edit", args=[project.code])).open()


def add(editor, name, code, role="Editor"):
    editor.press("add", "credits")
    row = max(int(n.split("-")[1]) for n in editor.typed if n.endswith("-name") and "credits" in n)
    editor.typed[f"credits-{row}-role"] = [role]
    editor.typed[f"credits-{row}-name"] = [name]
    editor.typed[f"credits-{row}-name_person"] = [code]
    return editor.send()


def test_choosing_a_person_links_the_credit_to_them(editor, project, public):
    assert add(editor, "Petra Holt", public.code).status_code == 302
    assert project.credits.filter(person=public, role="editor").exists()
    assert Person.objects.filter(name="Petra Holt").count() == 1


def test_another_name_than_that_of_the_chosen_person_is_a_new_person(editor, project, public):
    assert add(editor, "Petra Halt", public.code).status_code == 302
    assert project.credits.get(person__name="Petra Halt").person != public


@pytest.mark.parametrize("code", ["", "ZZZZZ22222", "x" * 400, "\u202e", "' or 1=1"])
def test_a_made_up_code_is_no_person(editor, project, public, code):
    assert add(editor, "Petra Holt", code).status_code == 302
    assert project.credits.get(person__name="Petra Holt").person != public


def test_a_person_in_the_draft_of_somebody_else_cannot_be_linked(editor, project, hidden):
    assert add(editor, "Petra Hidden", hidden.code).status_code == 302
    assert project.credits.get(person__name="Petra Hidden").person != hidden


def test_the_chosen_person_stays_chosen_while_the_form_comes_back(editor, public):
    editor.press("add", "credits")
    row = max(int(n.split("-")[1]) for n in editor.typed if n.endswith("-name") and "credits" in n)
    editor.typed[f"credits-{row}-name"] = ["Petra Holt"]
    editor.typed[f"credits-{row}-name_person"] = [public.code]
    page = editor.press("add", "credits")
    assert editor.typed[f"credits-{row}-name_person"] == [public.code]
    assert errors_of(page) == []
