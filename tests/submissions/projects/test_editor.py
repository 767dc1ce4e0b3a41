import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from submissions.projects import record
from submissions.projects.models import Project, Reference
from tests import factories
from tests.submissions.projects.paper import errors_of, form_of

pytestmark = pytest.mark.django_db


def test_what_is_shown_is_saved_again_without_a_change(editor, project):
    before = record.build(Project.objects.get(pk=project.pk))
    page = editor.open().send()
    assert page.status_code == 302
    assert page.url == editor.url
    assert record.build(Project.objects.get(pk=project.pk)) == before


def test_a_draft_is_saved_with_anything_missing(tab_of, filmmaker):
    bare = factories.make_project(by=filmmaker, complete=False, title="Bare")
    assert tab_of(filmmaker, bare).send().status_code == 302
    bare.refresh_from_db()
    assert bare.status == "draft"
    assert bare.completeness["left"] > 3


def test_the_last_needed_field_makes_the_draft_complete(editor, project):
    editor.open().type(logline="").send()
    project.refresh_from_db()
    assert (project.status, project.completeness["left"]) == ("draft", 1)
    editor.open().type(logline="A signalman hears a train.").send()
    project.refresh_from_db()
    assert (project.status, project.completeness["left"]) == ("complete", 0)


def test_a_wrong_value_is_told_and_everything_typed_stays(editor, project):
    editor.open().type(
        logline="Typed a moment ago",
        runtime_h="0",
        runtime_m="6O",
        countries_of_origin="Norway, Atlantis",
        credits__0__name="Someone New",
    )
    page = editor.send()
    assert page.status_code == 200
    text = page.content.decode()
    assert "<title>Problem: Edit Understory" in text
    assert "Enter the minutes as a number from 0 to 59" in errors_of(page)
    assert 'href="#id_runtime_h"' in text
    for typed in ("Typed a moment ago", "6O", "Norway, Atlantis", "Someone New"):
        assert typed in text
    project.refresh_from_db()
    assert project.logline != "Typed a moment ago"
    assert "2 errors" in text


@pytest.mark.parametrize("typed", ["1:38:20", "1h 38m 20s", "PT1H38M20S"])
def test_a_runtime_is_understood_as_people_write_it(editor, project, typed):
    editor.open().type(runtime_h=typed, runtime_m="", runtime_s="").send()
    assert Project.objects.get(pk=project.pk).specs.runtime == 5900


def test_a_kind_is_asked_only_for_its_own_specifications(tab_of, filmmaker):
    script = factories.make_project(by=filmmaker, kind="script")
    tab = tab_of(filmmaker, script)
    assert "page_count" in tab.typed
    assert not {"runtime_h", "film_color", "sound", "seasons"} & set(tab.typed)


def test_the_list_of_sections_calls_the_maker_as_the_section_does(tab_of, filmmaker):
    script = factories.make_project(by=filmmaker, kind="script")
    page = tab_of(filmmaker, script).page
    labels = {entry.key: entry.label for entry in page.context["nav"]}
    assert labels["director"] == page.context["director_title"] == "Writer"


class TestTwoTabs:
    def test_the_second_save_is_told_and_overwrites_nothing(
        self, editor, tab_of, filmmaker, project
    ):
        other = tab_of(filmmaker, project)
        editor.open().type(logline="From the first tab").send()
        page = other.type(logline="From the second tab").send()
        text = page.content.decode()
        assert page.status_code == 409
        assert "From the first tab" in text
        assert "From the second tab" in text
        assert Project.objects.get().logline == "From the first tab"

    def test_saving_again_puts_the_second_version_in_place(
        self, editor, tab_of, filmmaker, project
    ):
        other = tab_of(filmmaker, project)
        editor.open().type(logline="From the first tab").send()
        other.typed = form_of(other.type(logline="From the second tab").send())
        assert other.send().status_code == 302
        assert Project.objects.get().logline == "From the second tab"

    def test_a_row_that_the_first_tab_removed_is_kept_as_a_new_one(
        self, editor, tab_of, filmmaker, project
    ):
        factories.make_screening(project=project, event="Meridian")
        other = tab_of(filmmaker, project)
        editor.open().press("remove", "screenings-0")
        editor.send()
        assert not project.screenings.exists()
        other.typed = form_of(other.type(screenings__0__city="Lisbon").send())
        assert other.send().status_code == 302
        assert project.screenings.get().city == "Lisbon"

    @pytest.mark.parametrize("revision", ["", "x", "-1", "99999999999", "0", "²"])
    def test_an_unreadable_revision_never_overwrites(self, editor, project, revision):
        page = editor.open().type(revision=revision, logline="Forged").send()
        assert page.status_code == 409
        project.refresh_from_db()
        assert project.logline != "Forged"


class TestWhoMayPass:
    @pytest.fixture(params=["get", "post"])
    def method(self, request):
        return request.param

    def test_a_visitor_is_asked_to_sign_in(self, client, method, project):
        answer = getattr(client, method)(reverse("project_edit", args=[project.code]))
        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/login/")

    def test_for_a_stranger_it_does_not_exist(self, client_of, second, method, project):
        answer = getattr(client_of(second), method)(reverse("project_edit", args=[project.code]))
        assert answer.status_code == 404

    def test_a_viewer_of_the_team_may_not(self, client_of, second, method, project):
        factories.make_team_member(project=project, user=second, role="viewer")
        answer = getattr(client_of(second), method)(reverse("project_edit", args=[project.code]))
        assert answer.status_code == 403

    def test_an_editor_of_the_team_may(self, tab_of, second, project):
        factories.make_team_member(project=project, user=second)
        tab = tab_of(second, project)
        assert tab.type(logline="By the editor").send().status_code == 302

    @pytest.mark.parametrize("code", ["AAAAAAAAAA", "x", "..", "é" * 300])
    def test_an_unknown_code_is_not_found(self, client_of, filmmaker, code):
        assert client_of(filmmaker).get(f"/my/projects/{code}/").status_code == 404

    def test_another_method_is_refused(self, editor):
        assert editor.client.put(editor.url).status_code == 405


class TestNew:
    url = "/my/projects/new/"

    def test_kind_and_title_make_a_draft_and_open_its_editor(self, client_of, filmmaker):
        client = client_of(filmmaker)
        key = client.get(self.url).context["form"]["key"].value()
        answer = client.post(self.url, {"kind": "script", "title": "Kelp", "key": key})
        made = Project.objects.get()
        assert answer.url == reverse("project_edit", args=[made.code])
        assert (made.kind, made.title, made.status) == ("script", "Kelp", "draft")

    def test_a_second_press_finds_the_first_project(self, client_of, filmmaker):
        client, form = client_of(filmmaker), {"kind": "film", "title": "Kelp", "key": "A" * 10}
        first, again = client.post(self.url, form), client.post(self.url, form)
        assert first.url == again.url
        assert Project.objects.count() == 1

    def test_without_a_title_it_says_so(self, client_of, filmmaker):
        page = client_of(filmmaker).post(self.url, {"kind": "film", "title": " ", "key": "A" * 10})
        assert page.status_code == 200
        assert errors_of(page) == ["Fill in “Title”"]
        assert not Project.objects.exists()


def queries(client, url):
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


def test_one_row_and_three_rows_of_each_cost_the_same(editor, project):
    def add():
        factories.make_credit(project=project)
        factories.make_screening(project=project)
        factories.make_right(project=project)
        factories.make_press(project=project)
        factories.make_reference(project=project, value=f"tt{Reference.objects.count():07}")
        factories.make_budget_line(project=project)
        factories.make_media(project=project)

    project.budget.currency = "EUR"
    project.budget.save()
    add()
    queries(editor.client, editor.url)
    one = queries(editor.client, editor.url)
    add()
    add()
    assert queries(editor.client, editor.url) == one
    assert one == 14
