import pytest
from django.test import Client

URL = "/theme/"
BACK = "http://testserver/projects/?kind=film"


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_choice_of_light_is_kept_in_a_cookie(client, light):
    answer = client.post(URL, {"theme": light}, headers={"referer": BACK})
    assert answer.status_code == 302
    assert answer.url == BACK
    assert answer.cookies["theme"].value == light
    assert answer.cookies["theme"]["httponly"]


@pytest.mark.parametrize("choice", ["auto", "", "neon", "dark;path=/", "\r\nX: 1"])
def test_anything_else_means_the_light_of_the_device(client, choice):
    client.cookies["theme"] = "dark"
    answer = client.post(URL, {"theme": choice})
    assert answer.cookies["theme"].value == ""


@pytest.mark.parametrize(
    "page",
    [
        "https://evil.example/",
        "//evil.example/",
        "http://testserver.evil.example/",
        "http://testserver@evil.example/",
        "javascript:alert(1)",
        "",
    ],
)
def test_the_way_back_never_leaves_the_site(client, page):
    assert client.post(URL, {"theme": "dark"}, headers={"referer": page}).url == "/"


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_another_site_cannot_switch_the_lights(client, origin):
    answer = client.post(URL, {"theme": "dark"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert "theme" not in answer.cookies


def test_our_own_form_works_without_a_token():
    client = Client(enforce_csrf_checks=True)
    answer = client.post(URL, {"theme": "dark"}, headers={"origin": "http://testserver"})
    assert answer.status_code == 302


def test_the_light_is_not_switched_by_a_link(client):
    assert client.get(URL).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(("cookie", "mark"), [("dark", 'data-theme="dark"'), ("neon", "")])
def test_the_server_writes_the_light_into_the_page(client, cookie, mark):
    client.cookies["theme"] = cookie
    page = client.get("/no-such-page/").content.decode()
    assert mark in page
    assert ("data-theme" in page) == bool(mark)
