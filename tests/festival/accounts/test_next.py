"""After signing in one stays on this site."""

import pytest

pytestmark = pytest.mark.django_db
HOSTILE = [
    "https://evil.example/",
    "http://evil.example",
    "//evil.example/",
    "///evil.example/",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "\x00//evil.example",
    "http:evil.example",
    "http:/evil.example",
    "http:///evil.example",
    "https://127.0.0.1:8000@evil.example/",
    "http://testserver.evil.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "ftp://testserver/",
    "evil.example",
    "https://testserver/my/",
    "/my/\r\nSet-Cookie: a=b",
]


@pytest.mark.parametrize("target", HOSTILE)
def test_no_hostile_target_is_followed(mika, sign_in, client, target):
    fields = {"login": mika.email, "password": "a long walk home", "next": target}
    answer = client.post("/accounts/login/", fields)
    if answer.status_code == 302:
        assert answer.url == "/my/"
    else:
        assert answer.status_code == 400
    answer = client.get("/accounts/login/", {"next": target})
    assert answer.get("Location", "/my/") == "/my/"


@pytest.mark.parametrize("target", ["/my/projects/new/", "/festivals/ü/?q=a%20b#c", "/"])
def test_a_path_of_ours_is_followed(mika, client, target):
    fields = {"login": mika.email, "password": "a long walk home", "next": target}
    assert client.post("/accounts/login/", fields).status_code == 302


def test_the_way_back_survives_a_mistake_and_the_link_to_sign_up(mika, client):
    page = client.get("/accounts/login/?next=/projects/kelp/").content.decode()
    assert 'name="next" value="/projects/kelp/"' in page
    assert "/accounts/signup/?next=%2Fprojects%2Fkelp%2F" in page
    fields = {"login": mika.email, "password": "wrong", "next": "/projects/kelp/"}
    page = client.post("/accounts/login/", fields).content.decode()
    assert 'name="next" value="/projects/kelp/"' in page


def test_signing_out_does_not_lead_away_either(mika, client):
    client.force_login(mika)
    answer = client.post("/accounts/logout/", {"next": "https://evil.example/"})
    assert answer.url == "/"
