import html5lib
import pytest
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string


class Told:
    """Messages as the template reads them."""

    def __init__(self, level_tag, text):
        self.level_tag, self.text = level_tag, text

    def __str__(self):
        return self.text


def page_for(rf, user, **context):
    request = rf.get("/no-such-page/")
    request.user = user
    return render_to_string("404.html", context, request=request)


def test_a_stranger_is_offered_to_sign_in_and_gets_no_token(rf):
    page = page_for(rf, AnonymousUser())
    assert 'href="/accounts/login/"' in page
    assert 'href="/accounts/signup/"' in page
    assert "Sign out" not in page
    assert "csrfmiddlewaretoken" not in page


@pytest.mark.django_db
def test_an_unknown_page_gives_a_stranger_no_cookie(client):
    assert client.get("/no-such-page/").cookies == {}


def test_signing_out_is_a_form_and_not_a_link(rf, filmmaker):
    page = page_for(rf, filmmaker)
    assert '<form method="post" action="/accounts/logout/">' in page
    assert 'href="/accounts/logout/"' not in page
    assert 'href="/accounts/login/"' not in page


def test_only_those_who_may_enter_the_desk_see_its_door(rf, filmmaker, programmer):
    assert 'href="/admin/"' not in page_for(rf, AnonymousUser())
    assert 'href="/admin/"' not in page_for(rf, filmmaker)
    assert 'href="/admin/"' in page_for(rf, programmer)


@pytest.mark.parametrize(
    ("level", "look"),
    [("success", "is-ok"), ("info", "is-info"), ("warning", "is-warn"), ("error", "is-bad")],
)
def test_a_message_stays_on_the_page_as_a_notice(rf, level, look):
    assert level in messages.DEFAULT_TAGS.values()
    page = page_for(rf, AnonymousUser(), messages=[Told(level, "Saved <b>")])
    assert f'<div class="notice {look}"' in page
    assert "Saved &lt;b&gt;" in page


def test_a_page_has_its_landmarks_and_one_way_past_the_header(rf):
    page = page_for(rf, AnonymousUser())
    assert '<html lang="en-gb" dir="ltr" class="no-js">' in page
    assert '<a class="skip" href="#main">' in page
    assert '<main id="main" tabindex="-1">' in page
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page)
    assert parser.errors == []


def test_a_page_with_problems_says_so_in_its_title(rf):
    page = page_for(rf, AnonymousUser(), problem=True)
    assert "<title>Problem: Page not found – Foyer</title>" in page
