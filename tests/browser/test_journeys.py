"""The main job end to end in Chromium, with and without scripts, wide and narrow."""

import re
from itertools import count

import pytest
from django.conf import settings

from festival.letters.models import Letter

pytestmark = [pytest.mark.browser]
POSTER = settings.BASE_DIR / "submissions/demo/art/vorkuta.webp"
_numbers = count(1)
WAYS = [(1440, True), (390, True), (1440, False)]


@pytest.fixture(autouse=True)
def open_database(django_db_blocker):
    """Read the outbox beside the site that writes it."""
    with django_db_blocker.unblock():
        yield


def code_sent_to(email) -> str:
    letter = Letter.objects.filter(to_address=email).latest("pk")
    return re.search(r"\b\d{4}-?\d{4}\b", letter.text)[0]


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_a_visitor_browses_filters_and_reads_about_a_film(visit, width, scripts):
    seen = visit(width, scripts)
    page = seen.page
    seen.go("/")
    assert page.locator("h1").count() == 1
    seen.go("/projects/?kind=script")
    assert page.locator("ul.wall > li").count() >= 1
    seen.go("/projects/")
    page.locator("main input[name=q], header input[name=q]").locator("visible=true").first.fill(
        "Vorkuta"
    )
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=Vorkuta"))
    page.get_by_role("link", name="Gulag Vorkuta").first.click()
    page.wait_for_url(re.compile("/projects/gulag-vorkuta"))
    text = page.locator("main").inner_text()
    for fact in ("1 h 38 min 20 s", "2,400", "Celtic-Films", "Digital HD"):
        assert fact.lower() in text.lower(), fact
    seen.check()


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_a_film_is_described_sent_decided_and_answered(visit, width, scripts):
    number = next(_numbers)
    email, title = f"new{number}@demo.example", f"Lantern Row {number}"
    author = visit(width, scripts)
    sign_up(author, email)
    write_project(author, title)
    tracking = send_to_call(author, title)
    desk = visit(1440, True)
    decide(desk, tracking, title)
    author.go("/my/")
    assert "Selected" not in author.page.locator("main").inner_text()
    release(desk)
    author.go("/my/")
    author.page.get_by_role("link", name=title).last.click()
    assert title.lower() in author.page.locator("main").inner_text().lower()
    author.go("/my/")
    assert "Selected" in author.page.locator("main").inner_text()
    author.check()
    desk.check()


def sign_up(seen, email):
    page = seen.page
    seen.go("/accounts/signup/")
    page.fill("[name=name]", "Robin Vale")
    page.fill("[name=email]", email)
    page.fill("[name=password1]", "a lantern in the fog")
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url(re.compile("/accounts/confirm-email/"))
    page.fill("[name=code]", code_sent_to(email))
    page.locator("main form button.btn--main").click()
    page.wait_for_url(re.compile("/my/"))


def write_project(seen, title):
    page = seen.page
    seen.go("/my/projects/new/")
    page.locator("[name=kind][value=film]").check(force=True)
    page.fill("[name=title]", title)
    page.get_by_role("button", name="Create the project").click()
    page.wait_for_url(re.compile(r"/my/projects/[A-Z0-9]{10}/"))
    if not page.locator("[name=credits-0-name]").count():
        page.get_by_role("button", name="Add a credit").click()
        page.wait_for_selector("[name=credits-0-name]")
        page.wait_for_load_state("networkidle")
    page.fill("[name=credits-0-role]", "Director")
    page.fill("[name=credits-0-name]", "Robin Vale")
    page.fill("[name=logline]", "A lamplighter counts the windows of an empty street.")
    page.fill("[name=synopsis]", "Every night one window more is dark.")
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    # By keyboard: on a phone the bar with "Save" may lie over the box.
    page.locator("[name=project_types][value=short]").press("Space")
    page.fill("[name=runtime_h]", "0")
    page.fill("[name=runtime_m]", "14")
    page.fill("[name=runtime_s]", "0")
    page.fill("[name=completion_date_y]", "2026")
    page.fill("#id_countries_of_origin", "Norway")
    page.locator("#id_countries_of_origin").press("Tab")
    page.fill("[name=poster-credit_line]", "Photo: Robin Vale")
    page.set_input_files("[name=poster-file]", str(POSTER))
    for name, value in (("submitter-first_name", "Robin"), ("submitter-last_name", "Vale"),
                        ("submitter-country", "Norway")):  # fmt: skip
        page.fill(f"[name={name}]", value)
    page.locator("button[name=save]").last.click()
    page.wait_for_load_state()
    assert page.locator("[role=alert]").count() == 0, page.locator("[role=alert]").inner_text()
    assert page.locator("[name=credits-0-name]").input_value() == "Robin Vale"
    page.get_by_role("button", name="Publish the page").click()
    page.wait_for_load_state()
    assert "is public" in page.locator("body").inner_text()


def send_to_call(seen, title) -> str:
    page = seen.page
    seen.go("/festivals/")
    page.locator("main a[href^='/festivals/harbour-lights']").first.click()
    seen.go(page.locator("a[href$='/submit/']").first.get_attribute("href"))
    choice = page.get_by_label(title)
    assert choice.is_enabled(), page.locator("main").inner_text()
    choice.check(force=True)
    page.get_by_role("button", name="Choose categories").click()
    page.get_by_label("Short film").check(force=True)
    page.get_by_role("button", name="Check and send").click()
    page.locator("[name=accepted]").check(force=True)
    page.get_by_role("button", name=re.compile("^Submit")).click()
    page.wait_for_url(re.compile("/sent/"))
    return page.locator(".ticket__no").inner_text().strip()


def decide(desk, tracking, title):
    page = desk.page
    desk.sign_in("programmer@demo.example")
    desk.go(f"/admin/submissions/submission/?q={tracking}")
    page.get_by_role("link", name=title).first.click()
    page.wait_for_url(re.compile("/change/"))
    received = page.locator("button[name=to][value='entry_status:received']")
    if received.count():
        received.click()
        page.wait_for_load_state()
    page.locator("button[name=to][value='decision:selected']").click()
    page.wait_for_load_state()


def release(desk):
    desk.page.locator("form[action$='/release/do/'] button").first.click()
    desk.page.wait_for_load_state()
