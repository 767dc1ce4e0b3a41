"""Names from long lists, people and pasted credits: by keyboard, by touch, without script."""

import re

import pytest

from submissions.projects.models import Project
from tests.browser.test_accessibility import faults_of

pytestmark = [pytest.mark.browser]
LIST = "Editor: Ana Ruiz\nFalconer: Eero Lind\nKey cast: Noor Aziz as Una\nsomething else"


@pytest.fixture(autouse=True)
def open_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def editor(visit):
    """Return a function that opens the editor of a new film of the filmmaker."""

    def opened(width=1440, scripts=True, theme="light"):
        seen = visit(width, scripts, theme)
        seen.sign_in("filmmaker@demo.example")
        seen.go("/my/projects/new/")
        seen.page.locator("[name=kind][value=film]").check(force=True)
        seen.page.fill("[name=title]", "Salt Line")
        seen.page.get_by_role("button", name="Create the project").click()
        seen.page.wait_for_url(re.compile(r"/my/projects/[A-Z0-9]{10}/"))
        return seen

    return opened


def film() -> Project:
    return Project.objects.with_one_of_each().latest("pk")


def save(seen):
    # What the page saves by itself a moment after typing comes first.
    seen.page.wait_for_timeout(1_500)
    seen.page.wait_for_load_state("networkidle")
    seen.page.locator("button[name=save]").first.press("Enter")
    seen.page.wait_for_load_state("load")
    assert seen.page.locator("main [role=alert]").count() == 0


def chips(page, name) -> list[str]:
    return page.locator(f".picker:has(+ [name={name}]) .picker__chip span").all_inner_texts()


def test_countries_are_chosen_by_keyboard_alone(editor):
    seen = editor()
    page, line = seen.page, seen.page.locator("#id_countries_of_origin")
    assert line.get_attribute("role") == "combobox"
    line.focus()
    for word in ("norw", "soviet u"):
        page.keyboard.type(word)
        page.wait_for_selector("#picker-list [role=option]")
        page.keyboard.press("ArrowDown")
        assert line.get_attribute("aria-activedescendant") == "picker-0"
        page.keyboard.press("Enter")
    assert chips(page, "countries_of_origin") == ["Norway", "Soviet Union (1922–1991)"]
    page.keyboard.type("germ")
    page.wait_for_selector("#picker-list [role=option]")
    assert line.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert line.get_attribute("aria-expanded") == "false"
    for _letter in "germ":
        page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    assert chips(page, "countries_of_origin") == ["Norway"]
    assert "removed" in page.locator("body > .sr[role=status]").inner_text()
    save(seen)
    assert film().specs.countries_of_origin == ["NO"]
    assert chips(page, "countries_of_origin") == ["Norway"]
    seen.check()


def test_a_word_that_is_not_in_the_list_is_never_lost(editor):
    seen = editor()
    seen.page.locator("#id_genres").fill("Drama, Lamps")
    seen.page.locator("#id_keywords").focus()
    assert seen.page.locator("[name=genres]").input_value() == "Drama, Lamps"
    save(seen)
    assert (film().genres, film().genres_free) == (["drama"], ["Lamps"])


def test_a_half_typed_word_is_not_saved_while_somebody_types(editor):
    seen = editor()
    page, line = seen.page, seen.page.locator("#id_genres")
    line.focus()
    page.keyboard.type("dra")
    page.wait_for_timeout(2_000)
    assert page.locator("[name=genres]").input_value() == ""
    assert film().genres_free == []
    page.keyboard.press("Tab")
    assert page.locator("[name=genres]").input_value() == "dra"
    seen.check()


def test_a_value_is_taken_away_by_its_cross_and_chosen_by_pointer(editor):
    seen = editor(390)
    page, line = seen.page, seen.page.locator("#id_dialogue_languages")
    line.scroll_into_view_if_needed()
    line.click()
    page.keyboard.type("russ")
    page.locator("#picker-list [role=option]", has_text="Russian").first.click()
    assert chips(page, "dialogue_languages") == ["Russian"]
    page.get_by_role("button", name="Remove Russian").click()
    assert chips(page, "dialogue_languages") == []
    assert page.locator("[name=dialogue_languages]").input_value() == ""
    seen.check()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_an_open_list_is_accessible(editor, width, theme):
    seen = editor(width, theme=theme)
    line = seen.page.locator("#id_genres")
    line.focus()
    seen.page.keyboard.type("dra")
    seen.page.wait_for_selector("#picker-list [role=option]")
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.type("com")
    seen.page.wait_for_selector("#picker-list [role=option]")
    seen.page.keyboard.press("ArrowDown")
    assert list(faults_of(seen, "open list", width)) == []
    seen.check()


def test_without_script_the_field_is_a_plain_line(editor):
    seen = editor(scripts=False)
    seen.page.fill("[name=countries_of_origin]", "Norway, Estonia")
    save(seen)
    assert film().specs.countries_of_origin == ["NO", "EE"]
    assert seen.page.locator("[name=countries_of_origin]").input_value() == "Norway, Estonia"


def test_when_the_script_does_not_arrive_the_field_is_a_plain_line(editor):
    seen = editor()
    seen.page.route("**/picker*.js", lambda route: route.abort())
    seen.page.reload()
    seen.page.fill("[name=countries_of_origin]", "Norway")
    save(seen)
    assert film().specs.countries_of_origin == ["NO"]


def test_a_known_person_is_offered_and_linked(editor):
    known = Project.objects.get(slug="gulag-vorkuta").credits.first().person
    seen = editor()
    page, line = seen.page, seen.page.locator("[name=credits-0-name]")
    line.focus()
    page.keyboard.type(known.name[:6])
    page.locator("#picker-list [role=option]", has_text=known.name).first.wait_for()
    assert page.locator("#picker-list [role=option] small").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert line.input_value() == known.name
    save(seen)
    assert film().credits.get().person == known
    seen.check()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_pasted_list_becomes_rows_and_nothing_typed_is_lost(editor, scripts):
    seen = editor(scripts=scripts)
    page = seen.page
    page.fill("[name=logline]", "A lamp is missing every evening.")
    page.get_by_role("button", name="Paste a list").press("Enter")
    page.locator("#id_credits-list").fill(LIST)
    page.get_by_role("button", name="Read the list").press("Enter")
    page.wait_for_selector("#credits-paste table")
    assert "Line 4" in page.locator("#credits-paste").inner_text()
    if scripts:
        found = list(faults_of(seen, "pasted list", 1440))
        assert [fault for fault in found if "layout shift" not in fault] == []
    page.get_by_role("button", name="Add 3 credits").press("Enter")
    page.wait_for_selector("[name=credits-3-name]")
    page.wait_for_load_state("networkidle")
    assert page.locator("[name=logline]").input_value() == "A lamp is missing every evening."
    assert page.locator("#id_credits-list").input_value() == "something else"
    save(seen)
    rows = film().credits.values_list("role", "person__name", "character")
    assert list(rows) == [
        ("editor", "Ana Ruiz", ""), ("other", "Eero Lind", ""), ("key_cast", "Noor Aziz", "Una"),
    ]  # fmt: skip
    if scripts:
        seen.check()
