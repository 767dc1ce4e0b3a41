"""The public page in a real browser: accessible, still, silent to other sites, useful without
scripts."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from submissions.projects import actions
from submissions.projects.models import Project
from tests import factories
from tests.submissions.catalogue.test_files import add_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
LONG = "The very long remembrance of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture
def film():
    by = factories.make_user()
    film = factories.make_project(by=by, title="Gulag Vorkuta")
    Project.objects.filter(pk=film.pk).update(
        genres=["drama"], advisories=["war"], visibility={"budget": "public"}
    )
    film.budget.total, film.budget.currency = 240000, "USD"
    film.budget.save()
    film.trailer.url = "https://vimeo.com/123456789"
    film.trailer.save()
    factories.make_credit(project=film, bio="A painter.", statement="Why.", name="Ola Berg")
    factories.make_screening(project=film, award="Best debut")
    factories.make_right(project=film)
    factories.make_press(project=film, quote="Cold.", url="https://post.example/")
    factories.make_reference(project=film)
    for kind in ("still", "still", "poster"):
        add_picture(film, kind=kind)
    return actions.publish(project=film, by=by)


@pytest.fixture
def works(film):
    """Return the kinds of page that there are: full, script, bare, long, right to left."""
    by = film.created_by
    return [
        film,
        factories.make_project(by=by, kind="script", title="Kengir", published=True),
        factories.make_project(by=by, title="Bare", complete=False, published=True),
        factories.make_project(by=by, title=LONG, published=True),
        factories.make_project(
            by=by, title="مدينة بلا نوافذ", title_language="ar", published=True
        ),
    ]  # fmt: skip


@pytest.fixture
def troubles(page, live_server):
    """Collect what the browser complains about and every request to another site."""
    found = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith((live_server.url, "data:")) else found.append(r.url),
    )
    page.on("response", lambda r: found.append(r.url) if r.status >= 400 else None)
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_form_of_the_page_is_accessible_and_still(
    page, live_server, works, troubles, theme, width
):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)
    addresses = [work.get_absolute_url() for work in works]
    addresses.append(works[0].credits.first().person.get_absolute_url())
    for address in addresses:
        page.goto(live_server.url + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(SHIFT) <= 0.01, address
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], address
    assert troubles == []


def test_the_player_comes_from_the_other_site_only_after_a_press(page, live_server, film, troubles):
    page.route("https://player.vimeo.com/**", lambda route: route.fulfill(body="player"))
    page.goto(live_server.url + film.get_absolute_url())
    page.locator("#trailer").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert troubles == []
    page.locator("[data-facade]").click()
    frame = page.wait_for_selector("iframe.frame__player")
    # YouTube's player answers with its error 153 when it is not told who embeds it.
    assert frame.get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
    page.wait_for_load_state("networkidle")
    assert {url.split("?")[0] for url in troubles} == {"https://player.vimeo.com/video/123456789"}


def test_without_scripts_the_trailer_is_a_link_and_the_page_complete(browser, live_server, film):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + film.get_absolute_url())
    assert page.locator("#trailer a").get_attribute("href") == "https://vimeo.com/123456789"
    page.get_by_text("Statement", exact=True).click()
    assert page.get_by_text("Why.", exact=True).is_visible()
    page.get_by_text("Share", exact=True).click()
    assert page.get_by_text("Send by e-mail").is_visible()
    assert not page.get_by_text("Copy the link").is_visible()
    context.close()


def test_the_machine_readable_record_is_read_and_not_run(page, live_server, film, troubles):
    Project.objects.filter(pk=film.pk).update(title="</script><script>window.ran=1</script>")
    page.goto(live_server.url + film.get_absolute_url())
    block = page.locator("script[type='application/ld+json']").text_content()
    assert json.loads(block)["name"] == "</script><script>window.ran=1</script>"
    assert page.evaluate("window.ran") is None
    assert troubles == []
