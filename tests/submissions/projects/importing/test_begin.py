"""A new project may begin with an earlier one, with a listing, or with a file."""

import pytest
from django.urls import reverse

from submissions.projects.models import Change, Project
from submissions.projects.vocabulary import Deed
from tests import factories
from tests.submissions.projects.paper import errors_of
from tests.submissions.projects.reading.test_listing import PAGE

pytestmark = pytest.mark.django_db
KEY = "ABCDEFGHJK"


@pytest.fixture
def begin(client_of, filmmaker):
    def post(**data):
        sent = {"kind": "film", "title": "Second", "key": KEY} | data
        return client_of(filmmaker).post(reverse("project_new"), sent)

    return post


def newest():
    return Project.objects.with_one_of_each().order_by("-pk").first()


def test_the_chosen_parts_of_an_earlier_project_are_taken_over(begin, project, filmmaker):
    factories.make_screening(project=project)
    page = begin(earlier=project.code, parts=["identity", "credits"])
    assert page.status_code == 302
    old, new = project.current_record(), newest().current_record()
    assert new["identity"] | {"title": "Second"} == old["identity"] | {"title": "Second"}
    assert [row["person"] for row in new["credits"]] == [row["person"] for row in old["credits"]]
    assert new["identity"]["title"] == "Second"
    assert new["screenings"] == []
    assert new["specs"]["runtime"] is None
    line = Change.objects.get(project=newest(), what=Deed.IMPORTED)
    assert (line.by, line.detail) == (filmmaker, f"From “{project.title}”")


def test_all_parts_of_a_full_project_can_be_taken_over(begin, project):
    factories.make_screening(project=project)
    factories.make_right(project=project)
    factories.make_press(project=project)
    parts = ["identity", "specs", "credits", "budget", "screenings", "rights", "press", "trailer",
             "visibility"]  # fmt: skip
    assert begin(earlier=project.code, parts=parts).status_code == 302
    old, new = project.current_record(), newest().current_record()
    assert new["specs"] == old["specs"]
    assert new["rights"] == old["rights"]
    assert new["press"] == old["press"]


def test_pressing_twice_makes_one_project(begin, project):
    for _ in range(2):
        assert begin(earlier=project.code, parts=["credits"]).status_code == 302
    assert Project.objects.count() == 2
    assert newest().credits.count() == project.credits.count()


def test_nobody_takes_over_the_project_of_somebody_else(begin, project, second):
    strange = factories.make_project(by=second, title="Not yours")
    page = begin(earlier=strange.code, parts=["identity"])
    assert errors_of(page)
    assert "Not yours" not in page.content.decode()
    assert not Project.objects.filter(title="Second").exists()


def test_an_earlier_project_of_another_kind_is_refused(begin, filmmaker):
    script = factories.make_project(by=filmmaker, title="Words", kind="script")
    assert errors_of(begin(earlier=script.code, parts=["identity"]))


def test_a_listing_gives_the_title_and_its_preview(begin):
    page = begin(title="", text=PAGE)
    assert page.status_code == 200
    assert newest().title == "Salt Line"
    assert newest().specs.runtime is None
    text = page.content.decode()
    assert "What goes where" in text
    assert f'action="{reverse("project_import", args=[newest().code])}"' in text


def test_without_a_title_anywhere_there_is_no_project(begin):
    assert errors_of(begin(title="")) == ["Fill in “Title”"]
    assert not Project.objects.exists()
