"""One section saved by itself, as the editor's script does it."""

import time
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from submissions.projects.models import Credit, Draft, Person, Project
from tests import factories

pytestmark = pytest.mark.django_db

OF = {
    "title": (
        "title",
        "logline",
        "synopsis",
        "genres",
        "keywords",
        "project_types",
        "translations",
    ),
    "credits": ("credits",),
    "specs": ("runtime", "completion_date", "countries_of_origin", "subtitles", "ai_use"),
    "screenings": ("screenings",),
    "budget": ("budget", "costs", "sources"),
}


@pytest.fixture
def section(editor, project):
    """Return a function that saves one section of what the tab has typed."""

    def save(key, **changes):
        editor.type(**changes)
        names = (*OF[key], "revision")
        sent = {
            name: texts
            for name, texts in editor.typed.items()
            if any(name == each or name.startswith((f"{each}-", f"{each}_")) for each in names)
        }
        url = reverse("project_section", args=[project.code, key])
        answer = editor.client.post(
            url, urlencode(sent, doseq=True), content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code == 200
        return answer.json()

    editor.open()
    return save


def make_long(project, rows):
    people = [
        Person(name=f"Player {number}", slug=f"player-{number}", created_by=project.created_by)
        for number in range(rows)
    ]
    Person.objects.bulk_create(people)
    Credit.objects.bulk_create(
        Credit(project=project, person=person, role="cast", position=place)
        for place, person in enumerate(people, start=2)
    )


def test_only_that_section_is_saved(section, editor, project):
    answer = section("title", logline="A lamp goes out.", runtime_m="99")
    assert answer["state"] == "saved"
    fresh = Project.objects.get(pk=project.pk)
    assert fresh.logline == "A lamp goes out."
    assert fresh.specs.runtime == 840
    assert answer["revision"] == fresh.revision == project.revision + 1
    assert "Title and logline" in answer["nav"]
    assert "Rhys Morgan" in answer["side"]


def test_a_new_row_gets_its_id_and_is_not_saved_twice(section, editor, project):
    editor.press("add", "credits")
    answer = section("credits", credits__1__role="writer", credits__1__name="Una Hale")
    ids = answer["ids"]
    assert ids["credits-1"] == project.credits.get(role="writer").pk
    editor.type(revision=str(answer["revision"]))
    section("credits", credits__1__id=str(ids["credits-1"]), credits__1__name="Una Hales")
    assert [str(row.person) for row in project.credits.all()] == ["Rhys Morgan", "Una Hales"]


def test_what_cannot_be_saved_is_kept_for_its_writer_on_any_device(
    section, editor, tab_of, second, filmmaker, project
):
    factories.make_team_member(project=project, user=second)
    answer = section("specs", runtime_m="6O")
    assert answer["state"] == "wrong"
    assert answer["errors"][0]["id"] == "id_runtime"
    assert "Enter the minutes as a number from 0 to 59" in answer["errors"][0]["texts"]
    assert "1 error" in answer["nav"]
    assert Project.objects.get(pk=project.pk).specs.runtime == 840
    again = tab_of(filmmaker, project)
    assert again.typed["runtime_m"] == ["6O"]
    assert "Enter the minutes as a number from 0 to 59" in again.page.content.decode()
    assert tab_of(second, project).typed["runtime_m"] == ["14"]


def test_a_saved_section_forgets_its_unfinished_text(section, project):
    section("specs", runtime_m="6O")
    assert Draft.objects.count() == 1
    section("specs", runtime_m="50")
    assert not Draft.objects.exists()


def test_a_password_is_never_among_the_unfinished_texts(editor, project):
    editor.open().press("add", "screeners")
    editor.type(screeners__0__url="ftp://x", screeners__0__password="open sesame 77").send()
    assert "sesame" not in str(list(Draft.objects.values()))
    assert Draft.objects.get(section="screener").values["screeners-0-url"] == ["ftp://x"]


def test_too_much_text_is_not_kept(section, project):
    answer = section("title", synopsis="x" * 210_000)
    assert (answer["state"], answer["kept"]) == ("wrong", False)
    assert not Draft.objects.exists()


def test_a_character_that_no_field_takes_is_left_out_of_the_draft(editor, project):
    assert editor.open().type(title="Under\0story", runtime_m="6O").send().status_code == 200
    assert Draft.objects.get(section="title").values["title"] == ["Understory"]


def test_an_unknown_section_does_not_exist(editor, project):
    url = reverse("project_section", args=[project.code, "director"])
    assert editor.client.post(url, {"revision": "1"}).status_code == 404


def test_saving_never_publishes(section, project):
    section("title", logline="A lamp goes out.")
    project.refresh_from_db()
    assert project.published_at is None


@pytest.mark.parametrize("many", [3, 60])
def test_queries_do_not_grow_with_the_rows(section, editor, project, many):
    make_long(project, many)
    editor.open()
    with CaptureQueriesContext(connection) as seen:
        section("credits", credits__1__prior_credits="Tern (2021)")
    assert len(seen) <= MOST_QUERIES


MOST_QUERIES = 36


@pytest.mark.parametrize("many", [3, 60])
def test_as_many_queries_write_three_new_rows_as_sixty(section, editor, project, many):
    editor.typed["credits-TOTAL_FORMS"] = [str(many + 1)]
    for number in range(1, many + 1):
        editor.type(**{f"credits-{number}-role": "cast", f"credits-{number}-name": f"P {number}"})
    with CaptureQueriesContext(connection) as seen:
        section("credits")
    assert project.credits.count() == many + 1
    assert len(seen) <= MOST_QUERIES + 4


def test_a_long_end_roll_is_saved_in_a_moment(section, editor, project):
    make_long(project, 200)
    editor.open()
    started = time.perf_counter()
    answer = section("credits", credits__90__name="Somebody Else")
    assert answer["state"] == "saved"
    assert project.credits.filter(person__name="Somebody Else").exists()
    assert time.perf_counter() - started < 3


def test_two_hundred_and_fifty_credits_fit(section, editor, project):
    make_long(project, 249)
    editor.open()
    assert section("credits", credits__0__prior_credits="Tern (2021)")["state"] == "saved"
    assert project.credits.count() == 250


class TestForACall:
    @pytest.fixture
    def address(self, category):
        category.runtime_max = 600
        category.save()
        edition = category.call.edition
        return f"{edition.festival.slug}/{edition.slug}"

    def test_the_page_says_what_is_missing_for_that_call(self, editor, category, address):
        page = editor.client.get(editor.url, {"for": address}).content.decode()
        assert "Short film" in page
        assert "It runs 14 min, and “Short film” ends at 10 min" in page

    def test_it_follows_what_is_saved(self, editor, address, project):
        editor.url += f"?for={address}"
        editor.open()
        url = reverse("project_section", args=[project.code, "specs"]) + f"?for={address}"
        sent = editor.typed | {"runtime_m": ["9"]}
        answer = editor.client.post(url, sent).json()
        assert "Nothing is missing" in answer["wanted"]
        assert editor.type(logline="A lamp.").send().url.endswith(f"?for={address}")

    @pytest.mark.parametrize("odd", ["", "x", "x/y", "/", "a/b/c", "é" * 400 + "/1"])
    def test_a_call_that_is_not_there_is_not_spoken_of(self, editor, odd):
        page = editor.client.get(editor.url, {"for": odd})
        assert page.status_code == 200
        assert b'id="wanted"' not in page.content

    def test_a_hidden_call_says_nothing(self, editor, festival):
        call = factories.make_call(edition=factories.make_edition(festival=festival, year=2031))
        call.state = "draft"
        call.save()
        page = editor.client.get(editor.url, {"for": f"{festival.slug}/2031"})
        assert b'id="wanted"' not in page.content
