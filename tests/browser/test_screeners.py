"""Uploading a film and watching it, in Chromium: the line cut, the page reloaded, no scripts."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from submissions.entries.models import Submission
from submissions.projects.models import Project
from submissions.screeners.models import FilmFile, Viewing

pytestmark = [pytest.mark.browser]
FILM = Path(settings.BASE_DIR) / "submissions/demo/art/understory.webm"


@pytest.fixture(autouse=True)
def open_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def large(tmp_path):
    """A film of several pieces: the small one, and bytes behind it that no player minds."""
    place = tmp_path / "kelp.webm"
    place.write_bytes(FILM.read_bytes() + os.urandom(60 * 1024 * 1024))
    return place


def until(page, script, seconds=60):
    """Wait without eval, which the policy of the site forbids."""
    for _each in range(seconds * 10):
        if page.evaluate(script):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{script}: {page.inner_text('main')[-400:]}")


SAYS = "document.querySelector('p[data-say]').textContent"


def test_an_upload_outlives_a_cut_line_a_pause_and_a_reload(visit, large):
    project = Project.objects.get(title="Kelp", created_by__email="filmmaker@demo.example")
    visit = visit(width=390)
    page = visit.page
    page.on("dialog", lambda dialog: dialog.accept())
    visit.sign_in("filmmaker@demo.example")
    visit.go(f"/my/projects/{project.code}/screeners/")
    page.set_input_files("#id_film", large)
    pieces = iter([True, True])
    page.route(
        "**/my/films/**",
        lambda route: route.continue_() if next(pieces, False) else route.abort(),
    )
    page.get_by_role("button", name="Upload", exact=True).click()
    until(page, f"{SAYS}.startsWith('The line is lost')")
    page.locator("button[data-pause]").click()
    until(page, f"{SAYS} === 'Paused.'")
    page.unroute("**/my/films/**")
    page.reload()
    film = FilmFile.objects.get(project=project)
    assert film.received == 16 * 1024 * 1024
    assert "Choose the same file again" in page.inner_text("#upload")
    page.set_input_files("#id_film", large)
    page.get_by_role("button", name="Upload", exact=True).click()
    page.get_by_text("Play it").wait_for(timeout=60_000)
    film.refresh_from_db()
    assert (film.received, film.screener.kind) == (large.stat().st_size, "upload")
    page.get_by_text("Play it").click()
    until(page, "document.querySelector('video').duration > 23")
    assert [text for text in visit.complaints if "ERR_FAILED" not in text] == []
    assert visit.strangers == []


def test_watching_fills_the_ledger_and_nothing_before_play(visit):
    entry = Submission.objects.get(
        title="Understory", call__edition__festival__slug="harbour-lights"
    )
    visit = visit()
    page = visit.page
    visit.sign_in("programmer@demo.example")
    visit.go(f"/screeners/entries/{entry.code}/")
    page.wait_for_timeout(1_000)
    assert not Viewing.objects.filter(entry=entry).exists()
    page.evaluate("const v = document.querySelector('video'); v.muted = true; v.play(); 0")
    page.wait_for_timeout(3_000)
    page.evaluate("document.querySelector('video').pause()")
    page.wait_for_timeout(1_000)
    viewing = Viewing.objects.get(entry=entry)
    assert viewing.person.email == "programmer@demo.example"
    assert viewing.length == 24
    visit.check()


def test_without_scripts_a_small_film_goes_up_and_a_door_is_closed(visit):
    project = Project.objects.get(title="Kelp", created_by__email="filmmaker@demo.example")
    before = project.screeners.count()
    visit = visit(width=390, scripts=False)
    page = visit.page
    visit.sign_in("filmmaker@demo.example")
    visit.go(f"/my/projects/{project.code}/screeners/")
    assert "Without JavaScript a film may have up to 20 MB" in page.inner_text("#upload")
    page.set_input_files("#id_film", FILM)
    page.get_by_role("button", name="Upload", exact=True).click()
    page.get_by_text("The film is here").wait_for()
    assert project.screeners.count() == before + 1
    page.locator("summary", has_text="Open a door for a person").click()
    page.fill("[name=email]", "lea@example.org")
    for name, value in (("until_d", "5"), ("until_m", "9"), ("until_y", "2031")):
        page.fill(f"[name={name}]", value)
    page.get_by_role("button", name="Open it, with a letter").click()
    page.get_by_text("The door is open. A letter says so").wait_for()
    page.locator("button", has_text="lea@example.org").click()
    page.get_by_text("You closed it").wait_for()
