"""For every address of the site the same six questions; the list comes from the URLconf."""

import pytest
from django.urls import reverse

from tests import house
from tests.routes import PAGES, address

pytestmark = pytest.mark.django_db
NAMES = sorted(PAGES)
OPEN = [name for name in NAMES if PAGES[name].is_open]
CLOSED = [name for name in NAMES if not PAGES[name].is_open]


@pytest.fixture(autouse=True)
def media_root(scene, settings):
    settings.MEDIA_ROOT = scene.media


def ask(client, name, path):
    """Send the page's own kind of request and return the answer with its whole body."""
    page = PAGES[name]
    method = "GET" if "GET" in page.methods else "POST"
    return whole(client.generic(method, path, headers=page.headers))


def whole(response):
    """Read a file to its end, so that it is closed."""
    if response.streaming:
        response.getvalue()
    return response


def test_every_address_has_an_example():
    named = {route.name for address, route in house.routes() if not address.startswith("admin/")}
    assert named - set(PAGES) == set(), "give these an example in tests/routes.py"
    assert set(PAGES) - named == set(), "these are no addresses of the site"


@pytest.mark.parametrize("name", NAMES)
def test_it_works_for_those_it_is_for(scene, name):
    page, client = PAGES[name], scene.client(PAGES[name].who)
    path = address(name, scene)
    if "GET" in page.methods:
        assert ask(client, name, path).status_code == page.status
        assert whole(client.head(path)).status_code == page.status
    else:
        answer = client.post(path, page.form(scene), headers=page.headers)
        assert answer.status_code == page.status


@pytest.mark.parametrize("name", [name for name in NAMES if PAGES[name].status != 404])
def test_another_method_is_refused(scene, name):
    page, client = PAGES[name], scene.client(PAGES[name].who)
    path = address(name, scene)
    for method in {"GET", "POST", "DELETE"} - page.methods:
        answer = client.generic(method, path, headers=page.headers)
        assert answer.status_code == 405, method
        assert page.methods <= set(answer["Allow"].replace(" ", "").split(",")), method


@pytest.mark.parametrize("name", [name for name in NAMES if PAGES[name].made_up])
def test_what_does_not_exist_is_404(scene, name):
    page = PAGES[name]
    path = address(name, scene, page.words(scene) | page.made_up)
    assert ask(scene.client(page.who), name, path).status_code == 404
    odd = {key: "\u202e%00'\"<" for key in page.made_up if key in {"code", "slug", "project"}}
    if odd and name not in {"media", "cover"}:
        path = address(name, scene, page.words(scene) | odd)
        assert ask(scene.client(page.who), name, path).status_code == 404


@pytest.mark.parametrize("name", [name for name in CLOSED if PAGES[name].made_up])
def test_for_a_stranger_it_does_not_exist(scene, name):
    page, client = PAGES[name], scene.client("filmmaker")
    real = ask(client, name, address(name, scene))
    none = ask(client, name, address(name, scene, page.words(scene) | page.made_up))
    assert real.status_code == none.status_code == 404


@pytest.mark.parametrize("name", [name for name in OPEN if PAGES[name].private])
def test_behind_an_open_address_a_private_row_does_not_exist(scene, name):
    path = address(name, scene, PAGES[name].private(scene))
    for role in ("anonymous", "filmmaker", "rival", "juror"):
        expected = 200 if name == "edition" and role == "juror" else 404
        assert ask(scene.client(role), name, path).status_code == expected, role
    seer = "programmer" if name == "edition" else "owner"
    assert ask(scene.client(seer), name, path).status_code == 200


@pytest.mark.parametrize("name", [name for name in NAMES if PAGES[name].least])
def test_a_colleague_without_the_right_is_told_so(scene, name):
    page, path = PAGES[name], address(name, scene)
    client = scene.client(page.least)
    for method in page.methods:
        answer = client.generic(method, path)
        assert answer.status_code == 403, method
        assert b"<h1" in answer.content


@pytest.mark.parametrize("name", CLOSED)
def test_who_is_not_signed_in_is_asked_to_whatever_exists(scene, name):
    page, client = PAGES[name], scene.client("anonymous")
    made_up = page.words(scene) | page.made_up
    for path in {address(name, scene), address(name, scene, made_up)}:
        for method in page.methods:
            answer = client.generic(method, path)
            assert answer.status_code == 302, method
            assert answer["Location"] == f"{reverse('account_login')}?next={quoted(path)}"


def quoted(path):
    from urllib.parse import quote

    return quote(path)
