"""The editor saves by itself: with the network cut, after a reload, in two tabs, without script."""

import re
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from festival.accounts.models import User
from submissions.projects.models import Draft, Project
from tests import factories

pytestmark = [pytest.mark.browser]
AXE = Axe()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # It would write styles into the page to read them, which the policy refuses.
    "preload": False,
}
SAVED = re.compile(r"Saved at \d\d:\d\d")
_numbers = count(1)


@pytest.fixture(autouse=True)
def open_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def film(site, open_database):
    """A complete film of the demo's filmmaker, made for one test."""
    by = User.objects.get(email="filmmaker@demo.example")
    return factories.make_project(by=by, title=f"Lantern {next(_numbers)}")


@pytest.fixture
def desk(visit, film):
    """Return a function that opens the editor of the film in a window of its own."""

    def opened(email="filmmaker@demo.example", **how):
        seen = visit(**how)
        seen.sign_in(email)
        seen.go(f"/my/projects/{film.code}/")
        return seen

    return opened


def line(page):
    return page.locator(".saved")


def kept(film):
    return Project.objects.get(pk=film.pk)


def no_faults(page):
    found = AXE.run(page, options=RULES).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def without_cut(seen):
    """Forget what the browser says about the network that the test itself has cut."""
    seen.complaints = [text for text in seen.complaints if "ERR_INTERNET" not in text]
    seen.check()


def test_what_is_typed_is_saved_a_moment_later_and_the_cursor_stays(desk, film):
    seen = desk()
    page = seen.page
    page.locator("[name=logline]").focus()
    page.keyboard.press("Home")
    page.keyboard.type("Here ")
    expect(line(page)).to_have_text(SAVED)
    assert kept(film).logline.startswith("Here A signalman")
    page.keyboard.type("now ")
    expect(page.locator("[name=logline]")).to_have_value(re.compile("^Here now A signalman"))
    assert page.evaluate("document.activeElement.name") == "logline"
    page.locator("[name=title]").focus()
    expect(line(page)).to_have_text(SAVED)
    page.fill("[name=title]", f"{film.title} at dusk")
    expect(page.locator(".editor__side .card__title")).to_have_text(f"{film.title} at dusk")
    seen.check()


def test_a_new_row_is_saved_once_and_keeps_the_focus(desk, film):
    seen = desk()
    page = seen.page
    page.get_by_role("button", name="Add a credit").click()
    page.wait_for_selector("[name=credits-1-name]")
    page.fill("[name=credits-1-role]", "Writer")
    page.locator("[name=credits-1-name]").focus()
    page.keyboard.type("Una")
    expect(page.locator("[name=credits-1-id]")).not_to_have_value("")
    page.keyboard.type(" Hale")
    expect(page.locator("[name=credits-1-name]")).to_be_focused()
    page.locator("[name=credits-1-prior_credits]").focus()
    page.wait_for_timeout(1500)
    expect(line(page)).to_have_attribute("data-state", "saved")
    names = [str(row.person) for row in film.credits.order_by("position")]
    assert names == ["Rhys Morgan", "Una Hale"]
    no_faults(page)
    seen.check()


def test_the_button_waits_for_what_is_on_its_way(desk, film):
    seen = desk()
    page = seen.page
    page.evaluate("""() => {
        const real = window.fetch;
        window.fetch = async (...words) => {
            const answer = await real(...words);
            await new Promise(go => setTimeout(go, 1500));
            return answer;
        };
    }""")
    page.fill("[name=logline]", "Typed before the button.")
    expect(line(page)).to_have_attribute("data-state", "saving")
    page.wait_for_timeout(700)
    page.fill("[name=logline]", "Typed just before it.")
    with page.expect_navigation():
        page.locator(".editbar button[name=save]").click()
    assert page.locator(".clashes, .errors").count() == 0
    assert kept(film).logline == "Typed just before it."
    seen.check()


def test_a_cut_network_loses_nothing(desk, film):
    seen = desk()
    page = seen.page
    page.context.set_offline(True)
    page.fill("[name=logline]", "Typed in a tunnel.")
    expect(line(page)).to_have_text("Offline. Kept on this device")
    page.fill("[name=synopsis]", "Still in the tunnel.")
    page.wait_for_timeout(1500)
    assert kept(film).logline != "Typed in a tunnel."
    page.context.set_offline(False)
    expect(line(page)).to_have_text(SAVED)
    assert (kept(film).logline, kept(film).synopsis) == (
        "Typed in a tunnel.", "Still in the tunnel.",
    )  # fmt: skip
    without_cut(seen)


def test_a_reload_offers_what_this_device_kept(desk, film):
    seen = desk()
    page = seen.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.context.set_offline(True)
    page.fill("[name=logline]", "Typed in a tunnel.")
    expect(line(page)).to_have_text("Offline. Kept on this device")
    page.context.route("**/sections/**", lambda route: route.abort())
    page.context.set_offline(False)
    page.reload()
    page.context.unroute("**/sections/**")
    expect(page.get_by_text("We kept what you typed on this device")).to_be_visible()
    no_faults(page)
    page.get_by_role("button", name="Put it in").click()
    expect(page.locator("[name=logline]")).to_have_value("Typed in a tunnel.")
    expect(line(page)).to_have_text(SAVED)
    assert kept(film).logline == "Typed in a tunnel."
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('foyer:'))") == []


def test_what_is_not_right_yet_waits_on_any_device(desk, film):
    seen = desk()
    page = seen.page
    page.fill("[name=runtime_m]", "6O")
    page.locator("[name=logline]").focus()
    expect(line(page)).to_have_text("Not saved: fields are marked")
    expect(page.locator("#id_runtime_error")).to_have_text(
        "Enter the minutes as a number from 0 to 59"
    )
    expect(page.locator(".editor__nav a[href='#specs']")).to_contain_text("1 error")
    no_faults(page)
    assert Draft.objects.filter(project=film).count() == 1
    other = desk(width=390)
    expect(other.page.locator("[name=runtime_m]")).to_have_value("6O")
    page.fill("[name=runtime_m]", "50")
    page.locator("[name=logline]").focus()
    expect(line(page)).to_have_text(SAVED)
    expect(page.locator("#id_runtime_error")).to_have_count(0)
    assert kept(film).specs.runtime == 3000
    seen.check()


@pytest.mark.parametrize("width", [390, 1440])
def test_two_tabs_choose_for_the_same_field_and_share_the_rest(desk, film, width):
    first, second = desk(), desk(width=width)
    one, two = first.page, second.page
    one.fill("[name=synopsis]", "From the first tab.")
    one.fill("[name=logline]", "First.")
    one.locator("[name=synopsis]").focus()
    expect(line(one)).to_have_text(SAVED)
    two.fill("[name=logline]", "Second.")
    two.locator("[name=title]").focus()
    box = two.locator(".clashes")
    expect(box).to_contain_text("Two of you changed the same field")
    expect(box).to_contain_text("First.")
    expect(box).to_contain_text("By ")
    assert kept(film).logline == "First."
    no_faults(two)
    box.get_by_role("radio").nth(1).check(force=True)
    box.get_by_role("button", name="Save with these choices").click()
    expect(box).to_have_count(0)
    expect(two.locator("[name=logline]")).to_have_value("First.")
    expect(two.locator("[name=synopsis]")).to_have_value("From the first tab.")
    expect(line(two)).to_have_text(SAVED)
    first.check()
    second.check()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_removed_row_comes_back_as_it_was(desk, film, scripts):
    factories.make_credit(
        project=film, name="Eero Lind", role="composer", position=2, character="Himself"
    )
    seen = desk(scripts=scripts)
    page = seen.page
    page.get_by_role("button", name="Remove: Credit 2").click()
    undo = page.get_by_role("button", name=re.compile("^Undo"))
    expect(undo).to_be_visible()
    expect(page.get_by_text(re.compile("Removed Composer, Eero Lind"))).to_be_visible()
    if scripts:
        expect(line(page)).to_have_text(SAVED)
        no_faults(page)
    else:
        page.locator("button[name=save]").first.click()
    assert film.credits.count() == 1
    undo.click()
    expect(page.locator("fieldset [name=credits-1-name]")).to_have_value("Eero Lind")
    expect(undo).to_have_count(0)
    row = film.credits.get(person__name="Eero Lind")
    assert (row.role, row.character) == ("composer", "Himself")
    seen.check()


def test_without_script_the_button_saves_and_two_people_choose(desk, film):
    first, second = desk(scripts=False), desk(scripts=False, width=390)
    first.page.fill("[name=logline]", "First.")
    first.page.locator("button[name=save]").first.click()
    second.page.fill("[name=logline]", "Second.")
    second.page.fill("[name=synopsis]", "Only the second wrote this.")
    second.page.locator("button[name=save]").first.click()
    assert "Two of you changed the same field" in second.page.locator("[role=alert]").inner_text()
    second.page.get_by_role("button", name="Save with these choices").click()
    second.page.wait_for_load_state()
    now = kept(film)
    assert (now.logline, now.synopsis) == ("Second.", "Only the second wrote this.")


def test_who_is_signed_out_in_the_middle_loses_nothing(desk, film):
    seen = desk()
    page = seen.page
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    page.fill("[name=logline]", "Typed without a session.")
    expect(line(page)).to_contain_text("Signed out, text kept.")
    no_faults(page)
    page.context.add_cookies(cookies)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(line(page)).to_have_text(SAVED)
    assert kept(film).logline == "Typed without a session."


def test_signing_out_clears_the_device(desk, film):
    seen = desk()
    page = seen.page
    page.evaluate("localStorage.setItem('foyer:x:title', '{}')")
    page.goto(seen.site + "/accounts/")
    page.locator("main form[action$='/logout/'] button").first.click()
    page.wait_for_url(re.compile("/(accounts/login/)?$"))
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('foyer:'))") == []


def test_two_hundred_credits_are_typed_into_without_waiting(desk, film):
    for number in range(200):
        factories.make_credit(
            project=film, name=f"Player {number}", role="cast", position=number + 2
        )
    seen = desk(width=390)
    page = seen.page
    page.evaluate(WATCH_KEYS)
    page.locator("[name=credits-120-name]").focus()
    page.keyboard.type(" the Younger of Two Towns", delay=60)
    expect(line(page)).to_have_text(SAVED)
    slowest = page.evaluate("window.slowest")
    print("slowest key:", slowest, "ms")
    assert slowest < 100
    seen.check()


WATCH_KEYS = """() => {
  window.slowest = 0;
  new PerformanceObserver(list => {
    for (const e of list.getEntries())
      if (e.name.startsWith('key') || e.name === 'input')
        window.slowest = Math.max(window.slowest, e.duration);
  }).observe({type: 'event', durationThreshold: 16, buffered: true});
}"""
