"""A listing pasted by its owner, from the new project to the record, with and without script."""

import re

import pytest

from submissions.projects.models import Project
from tests.browser.test_accessibility import faults_of
from tests.submissions.projects.reading.test_listing import PAGE

pytestmark = [pytest.mark.browser]


@pytest.fixture(autouse=True)
def open_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.mark.parametrize(("width", "scripts"), [(390, True), (1440, False)])
def test_a_listing_becomes_a_project(visit, width, scripts):
    seen = visit(width, scripts)
    page = seen.page
    seen.sign_in("filmmaker@demo.example")
    seen.go("/my/projects/new/")
    page.locator("[name=kind][value=film]").check(force=True)
    page.get_by_text("Begin with a listing or a file").click()
    page.fill("[name=text]", PAGE)
    page.get_by_role("button", name="Create the project").click()
    page.wait_for_selector("[name=take]")
    if scripts:
        found = list(faults_of(seen, "what goes where", width))
        assert [fault for fault in found if "layout shift" not in fault] == []
    page.get_by_role("button", name="Take over what is ticked").click()
    page.wait_for_url(re.compile(r"/my/projects/[A-Z0-9]{10}/$"))
    film = Project.objects.with_one_of_each().latest("pk")
    assert (film.title, film.specs.runtime, film.credits.count()) == ("Salt Line", 5900, 5)
    seen.check()
