"""axe, policy, sideways scroll and layout shift on every page that people read."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from submissions.entries.models import Submission
from submissions.projects.models import Project

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
        f"/my/projects/{mine.first().code}/preview/", f"/my/submissions/{sent.code}/",
        f"/my/submissions/{sent.code}/withdraw/", f"{sent.call.get_absolute_url()}submit/",
        "/accounts/", "/accounts/password/change/",
    ]  # fmt: skip


def programmers():
    entry = Submission.objects.sent().filter(
        call__edition__festival__slug="harbour-lights"
    ).first()  # fmt: skip
    desk = "/admin/submissions/submission/"
    return ["/admin/", desk, f"{desk}{entry.pk}/change/", f"{desk}{entry.pk}/since/",
            f"/admin/festival/call/{entry.call_id}/change/"]  # fmt: skip


PEOPLE = {
    "visitor": (None, public),
    "filmmaker": ("filmmaker@demo.example", filmmakers),
    "programmer": ("programmer@demo.example", programmers),
}


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
        seen.page.wait_for_load_state("load")
        results = AXE.run(seen.page, options=RULES).response["violations"]
        found += [(path, each["id"], each["nodes"][0]["html"][:160]) for each in results]
        # Django's desk moves its own side bar and scrolls its own tables.
        if not path.startswith("/admin/"):
            if (shift := seen.page.evaluate(SHIFT)) > 0.01:
                found.append((path, "layout shift", shift))
            for narrow in {width, 320} if width == 390 else {width}:
                seen.page.set_viewport_size({"width": narrow, "height": 900})
                over = seen.page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                )
                if over > 0:
                    found.append((path, "sideways scroll", narrow, over))
            seen.page.set_viewport_size({"width": width, "height": 900})
    expected = "the server responded with a status of 404"
    seen.complaints = [text for text in seen.complaints if expected not in text]
    assert found == []
    seen.check()
