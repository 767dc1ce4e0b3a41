"""Every answer is well-formed, carries its headers, and no input makes the site fail."""

import logging
import re
from html import unescape
from urllib.parse import quote

import html5lib
import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from festival.accounts.models import Membership
from festival.letters.models import Letter
from submissions.entries.workplace import bulk
from tests.routes import PAGES, address

pytestmark = pytest.mark.django_db
READABLE = sorted(name for name in PAGES if "GET" in PAGES[name].methods)
SENT_TO = sorted(name for name in PAGES if "POST" in PAGES[name].methods)
DESK = [
    "/admin/", "/admin/submissions/", "/admin/submissions/submission/",
    "/admin/submissions/submission/?q=nothing-of-that-kind", "/admin/festival/user/",
    "/admin/festival/user/add/", "/admin/festival/letter/",
]  # fmt: skip
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
    "manifest-src": "'self'",
}
PLAYERS = "https://www.youtube-nocookie.com https://player.vimeo.com"
WITH_PLAYER = {"project", "project_preview", "submission_version"}


@pytest.fixture(autouse=True)
def media_root(scene, settings):
    settings.MEDIA_ROOT = scene.media


def read(client, path, **options):
    response = client.get(path, **options)
    body = response.getvalue() if response.streaming else response.content
    return response, body


def check_markup(response, body: bytes) -> None:
    """Parse HTML as strictly as the standard and hold a few rules that it does not have."""
    if not response["Content-Type"].startswith("text/html"):
        return
    text = body.decode()
    if text.lstrip().lower().startswith("<!doctype"):
        html5lib.HTMLParser(strict=True).parse(text)
        assert text.count("<h1") == 1
        assert re.search(r'<html[^>]* lang="[a-z]', text)
        assert len(re.findall(r"<title>[^<]+</title>", text)) >= 1
    else:
        html5lib.HTMLParser(strict=True).parseFragment(text)
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert sorted(ids) == sorted(set(ids)), "an id stands twice"
    for picture in re.findall(r"<img[^>]*>", text):
        assert re.search(r'\salt="', picture), picture
        # The desk's own ticks and crosses get their size from its style.
        has_size = re.search(r'\swidth="\d+" height="\d+"', picture)
        assert has_size or "/static/admin/img/" in picture, picture
    assert not re.search(r"""<[a-z][^>]*\s(?:style|on[a-z]+)=["']""", text)


def check_headers(response, is_signed_in: bool, has_player: bool = False) -> None:
    policy = dict(
        part.strip().partition(" ")[::2]
        for part in response["Content-Security-Policy"].split(";")
        if part.strip()
    )
    assert "unsafe" not in response["Content-Security-Policy"]
    if "sandbox" in policy:
        assert policy["default-src"] == "'none'"
    else:
        players = policy.pop("frame-src", None)
        assert players in ({PLAYERS} if has_player else {None, "'none'"})
        assert {key: policy.get(key) for key in POLICY} == POLICY
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    if is_signed_in and response["Content-Type"].startswith("text/html"):
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


@pytest.mark.parametrize("name", READABLE)
def test_every_page_is_valid_and_armed(scene, name):
    page = PAGES[name]
    for role in {page.who, "anonymous", "owner"}:
        response, body = read(scene.client(role), address(name, scene))
        check_markup(response, body)
        check_headers(
            response,
            is_signed_in=role != "anonymous" and response.status_code != 302,
            has_player=name in WITH_PLAYER and response.status_code == 200,
        )


@pytest.mark.parametrize("path", DESK)
@pytest.mark.parametrize("role", ["programmer", "staff", "filmmaker"])
def test_every_page_of_the_desk_is_valid_and_armed(scene, path, role):
    response, body = read(scene.client(role), path)
    check_markup(response, body)
    check_headers(response, is_signed_in=True)


@pytest.mark.parametrize("entry", ["entry", "quiet_entry"])
def test_the_entry_on_the_desk_is_valid_and_armed(scene, entry):
    row = getattr(scene, entry)
    for kind in ("change", "since"):
        path = reverse(f"admin:submissions_submission_{kind}", args=[row.pk])
        response, body = read(scene.client("programmer"), path)
        assert response.status_code == 200
        check_markup(response, body)
        check_headers(response, is_signed_in=True, has_player=kind == "change")


def forms_of_the_desk(scene):
    """Yield (role, path) of each page of one row, and of each form for a new one."""
    call, version = scene.call, scene.quiet_entry.version
    chief = {"call": call, "edition": call.edition, "festival": scene.festival}
    for name, row in chief.items():
        yield "chief", reverse(f"admin:festival_{name}_change", args=[row.pk])
        yield "chief", reverse(f"admin:festival_{name}_history", args=[row.pk])
    yield "chief", reverse("admin:festival_edition_add")
    letter = Letter.objects.create(key="html", to_address="a@demo.example", event="sent")
    rows = {
        "festival_user": scene.people["owner"],
        "festival_membership": Membership.objects.first(),
        "festival_letter": letter,
        "submissions_project": scene.quiet,
        "submissions_projectversion": version,
    }
    for name, row in rows.items():
        yield "staff", reverse(f"admin:{name}_changelist")
        yield "staff", reverse(f"admin:{name}_change", args=[row.pk])
    for name in ("membership", "call", "festival"):
        yield "staff", reverse(f"admin:festival_{name}_add")
    yield (
        "staff",
        reverse("admin:festival_membership_delete", args=[rows["festival_membership"].pk]),
    )


def test_every_form_of_the_desk_is_valid_and_armed(scene):
    for role, path in forms_of_the_desk(scene):
        response, body = read(scene.client(role), path)
        assert response.status_code == 200, path
        check_markup(response, body)
        has_player = "/submissions/project" in path and path.endswith("/change/")
        check_headers(response, is_signed_in=True, has_player=has_player)


@pytest.mark.parametrize("step", bulk.STEPS)
def test_a_step_for_many_entries_is_valid_and_armed(scene, step):
    entries = [scene.quiet_entry.pk, scene.entry.pk]
    sent = {"action": step, "_selected_action": entries, "index": "0"}
    path = reverse("admin:submissions_submission_changelist") + f"?call={scene.call.pk}"
    response = scene.client("programmer").post(path, sent)
    assert scene.entry.tracking_number in response.content.decode()
    check_markup(response, response.content)
    check_headers(response, is_signed_in=True)


@pytest.mark.parametrize("name", SENT_TO)
def test_an_empty_form_comes_back_valid_and_armed(scene, name):
    page = PAGES[name]
    response = scene.client(page.who).post(address(name, scene), headers=page.headers)
    check_markup(response, response.content)
    check_headers(response, is_signed_in=not page.is_open and response.status_code != 302)


@pytest.mark.parametrize(
    ("role", "method", "path", "status"),
    [
        ("anonymous", "GET", "/no/such/page/", 404),
        ("owner", "GET", "/no/such/page/", 404),
        ("anonymous", "POST", "/projects/", 405),
        ("anonymous", "GET", "/projects/?q=%00", 400),
        ("anonymous", "GET", "/static/none.css", 404),
        ("anonymous", "GET", "/media/ZZZZZ22222-240.webp", 404),
        ("viewer", "GET", "draft editor", 403),
        ("anonymous", "GET", "/my/", 302),
        ("anonymous", "GET", "/projects", 301),
    ],
)
def test_every_refusal_is_valid_and_armed(scene, role, method, path, status):
    if path == "draft editor":
        path = reverse("project_edit", args=[scene.draft.code])
    response = scene.client(role).generic(method, path)
    assert response.status_code == status
    if response.content:
        check_markup(response, response.content)
    check_headers(response, is_signed_in=role != "anonymous")


ODD = [
    "", "-1", "0", "99999999999999999999999", "1e400", "NaN", "٣", "ⅷ", "1,5", "2026-02-30",
    "0000-00-00", "9999-12-31", "[]", "{}", "null", '{"a": 1}', "' OR 1=1 --", "../../etc/passwd",
    "<script>", "a" * 300, "a" * 9000, "\u202e", "\ufeff", "😀" * 90, "é" * 251,
    "\r\nSet-Cookie: a=b",
    "{{ 7 }}", "%s%n", "javascript:alert(1)", "http://[", "https://user@host:0/", "on", "WORLD",
]  # fmt: skip
NAMES = [
    "q", "page", "after", "before", "sort", "kind", "type", "genre", "country", "language",
    "year_min", "year_max", "runtime_min", "runtime_max", "next", "project", "entries", "total",
    "rules_version", "revision", "add", "remove", "move", "e", "o", "p", "_to_field", "_popup",
    "call", "decision", "csrfmiddlewaretoken", "HX-Request", "format",
]  # fmt: skip
words = st.sampled_from(ODD) | st.text(max_size=40)
pairs = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=12), words), max_size=4)
PLACES = [*sorted(PAGES), *DESK, "entry on the desk", "step on the desk"]
FIELD = re.compile(r"<(?:input|select|textarea)[^>]*\sname=\"([^\"]+)\"[^>]*>")
VALUE = re.compile(r'\svalue="([^"]*)"')
TYPE = re.compile(r'\stype="([^"]*)"')


def where(scene, place: str) -> str:
    if place in PAGES:
        return address(place, scene)
    if place == "entry on the desk":
        return reverse("admin:submissions_submission_change", args=[scene.quiet_entry.pk])
    if place == "step on the desk":
        return f"/admin/submissions/submission/{scene.quiet_entry.pk}/move/do/"
    return place


def form_of(text: str) -> dict[str, str]:
    """Return the fields of a page as a browser would send them, unticked boxes included."""
    found = {}
    for tag in FIELD.finditer(text):
        kind = TYPE.search(tag[0])
        if not kind or kind[1] not in {"file", "submit"}:
            value = VALUE.search(tag[0])
            found[unescape(tag[1])] = unescape(value[1]) if value else ""
    return found


@pytest.fixture(scope="module")
def forms(scene, django_db_blocker):
    found = {}
    for name in SENT_TO:
        if "GET" in PAGES[name].methods:
            text = scene.client(PAGES[name].who).get(address(name, scene)).content.decode()
            found[name] = form_of(text)
    return found


@pytest.fixture
def quiet_log():
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("quiet_log")
@settings(
    max_examples=500,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    place=st.sampled_from(PLACES),
    role=st.sampled_from(["anonymous", "owner", "programmer", "staff"]),
    query=pairs,
)
def test_no_query_makes_the_site_fail(scene, place, role, query):
    client = scene.client(role)
    client.raise_request_exception = False
    asked = "&".join(f"{quote(key)}={quote(value)}" for key, value in query)
    response, _body = read(client, f"{where(scene, place)}?{asked}")
    assert response.status_code < 500


@pytest.mark.usefixtures("quiet_log")
@settings(
    max_examples=500,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    place=st.sampled_from([*SENT_TO, "step on the desk", *DESK[2:3], *DESK[5:6]]),
    change=st.lists(st.tuples(st.integers(0, 400), words), max_size=5),
    more=pairs,
)
def test_no_form_makes_the_site_fail(scene, forms, place, change, more):
    client = scene.client(PAGES[place].who if place in PAGES else "staff")
    client.raise_request_exception = False
    sent = dict(forms.get(place, {}))
    names = list(sent)
    for number, value in change:
        if names:
            sent[names[number % len(names)]] = value
    with transaction.atomic():
        response = client.post(where(scene, place), sent | dict(more))
        transaction.set_rollback(True)
    assert response.status_code < 500


@pytest.mark.usefixtures("quiet_log")
@settings(
    max_examples=200,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    name=st.sampled_from([name for name in PAGES if PAGES[name].made_up]),
    word=words,
    key=st.integers(0, 5),
)
def test_no_address_makes_the_site_fail(scene, name, word, key):
    words_of = PAGES[name].words(scene)
    path = address(name, scene, words_of)
    known = list(words_of.values())[key % len(words_of)]
    client = scene.client(PAGES[name].who)
    client.raise_request_exception = False
    response, _body = read(client, path.replace(quote(str(known)), quote(word, safe="")))
    assert response.status_code < 500
