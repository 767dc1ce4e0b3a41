"""axe, policy, sideways scroll and layout shift on every page that people read."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from festival.letters.models import Letter
from submissions.entries.models import Submission
from submissions.projects.models import Project, ProjectVersion

pytestmark = [pytest.mark.browser]
AXE = Axe()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # It would write styles into the page to read them, which the policy refuses.
    "preload": False,
}
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 150);
})"""


@pytest.fixture(autouse=True)
def open_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


def public():
    return [
        "/", "/projects/", "/projects/?q=nothing-like-that", "/projects/gulag-vorkuta/",
        f"/projects/{Project.objects.published().filter(kind='script').first().slug}/",
        Project.objects.get(slug="gulag-vorkuta").credits.first().person.get_absolute_url(),
        "/festivals/", "/festivals/harbour-lights/",
        Submission.objects.first().call.get_absolute_url(),
        "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/no/such/page/",
    ]  # fmt: skip


def filmmakers():
    mine = Project.objects.filter(created_by__email="filmmaker@demo.example")
    sent = Submission.objects.sent().filter(project__in=mine).first()
    return [
        "/my/", "/my/projects/new/", f"/my/projects/{mine.first().code}/",
        f"/my/projects/{mine.first().code}/history/", f"/my/projects/{mine.first().code}/team/",
        f"/my/projects/{sent.project.code}/versions/",
        f"/my/projects/{sent.project.code}/versions/1/",
        f"/my/projects/{sent.project.code}/versions/1/restore/",
        f"/my/projects/{mine.first().code}/preview/", f"/my/projects/{mine.first().code}/import/",
        f"/my/projects/{sent.project.code}/preview/?as=festival",
        f"/my/projects/{sent.project.code}/delete/", "/accounts/data/", "/accounts/delete/",
        f"/my/projects/{sent.project.code}/screeners/", f"/my/submissions/{sent.code}/",
        f"/my/submissions/{sent.code}/withdraw/", f"{sent.call.get_absolute_url()}submit/",
        "/accounts/", "/accounts/password/change/",
    ]  # fmt: skip


def programmers():
    entry = Submission.objects.sent().filter(
        call__edition__festival__slug="harbour-lights"
    ).first()  # fmt: skip
    call, desk = entry.call, "/admin/submissions/submission/"
    return [
        "/admin/", "/admin/submissions/", desk, f"{desk}?q=nothing-like-that",
        f"{desk}{entry.pk}/change/", f"{desk}{entry.pk}/since/",
        f"/screeners/entries/{entry.code}/",
        "/admin/festival/call/", f"/admin/festival/call/{call.pk}/change/",
        f"/admin/festival/edition/{call.edition_id}/change/",
        f"/admin/festival/festival/{call.edition.festival_id}/change/",
    ]  # fmt: skip


def staff():
    work = Project.objects.get(slug="gulag-vorkuta")
    letter = Letter.objects.first()
    return [
        "/admin/", "/admin/submissions/project/", f"/admin/submissions/project/{work.pk}/change/",
        "/admin/submissions/projectversion/",
        f"/admin/submissions/projectversion/{ProjectVersion.objects.first().pk}/change/",
        "/admin/festival/letter/", f"/admin/festival/letter/{letter.pk}/change/",
        "/admin/festival/user/", f"/admin/festival/user/{work.created_by_id}/change/",
        "/admin/festival/membership/add/", "/admin/festival/call/add/",
    ]  # fmt: skip


PEOPLE = {
    "visitor": (None, public),
    "filmmaker": ("filmmaker@demo.example", filmmakers),
    "programmer": ("programmer@demo.example", programmers),
    "staff": ("admin@demo.example", staff),
}
MOST_SHIFT = 0.01
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults_of(seen, path, width):
    """Yield what is wrong with the page that is open, each a tuple with `path` first."""
    seen.page.wait_for_load_state("load")
    for each in AXE.run(seen.page, options=RULES).response["violations"]:
        yield path, each["id"], each["nodes"][0]["html"][:160]
    if (shift := seen.page.evaluate(SHIFT)) > MOST_SHIFT:
        yield path, "layout shift", shift
    for narrow in {width, 320} if width == 390 else {width}:
        seen.page.set_viewport_size({"width": narrow, "height": 900})
        if (over := seen.page.evaluate(SIDEWAYS)) > 0:
            yield path, "sideways scroll", narrow, over
    seen.page.set_viewport_size({"width": width, "height": 900})
    # A window that is still growing would move the next page.
    seen.page.evaluate(DRAWN)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("person", PEOPLE)
def test_every_page_is_accessible_and_stays_in_place(visit, person, width, theme):
    email, paths = PEOPLE[person]
    seen = visit(width, theme=theme)
    if email:
        seen.sign_in(email)
    found = []
    for path in paths():
        seen.go(path)
        found += faults_of(seen, path, width)
    expected = "the server responded with a status of 404"
    seen.complaints = [text for text in seen.complaints if expected not in text]
    assert found == []
    seen.check()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_step_for_many_entries_is_accessible(visit, width, theme):
    seen = visit(width, theme=theme)
    seen.sign_in("programmer@demo.example")
    seen.go("/admin/submissions/submission/")
    for box in seen.page.locator("input.action-select").all()[:3]:
        box.check()
    seen.page.select_option("select[name=action]", index=1)
    seen.page.locator("button[name=index]").first.click()
    seen.page.wait_for_selector("input[name=entries]", state="attached")
    assert list(faults_of(seen, "many entries", width)) == []
    seen.check()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_filters_of_a_phone_are_accessible(visit, theme):
    seen = visit(390, theme=theme)
    seen.go("/projects/")
    seen.page.get_by_role("link", name="Filters", exact=True).click()
    seen.page.wait_for_selector("#filters .facets__foot button", state="visible")
    assert list(faults_of(seen, "filters", 390)) == []
    seen.check()
