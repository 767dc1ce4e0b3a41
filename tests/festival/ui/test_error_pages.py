import logging

import html5lib
import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import path

from festival.ui import views
from festival.urls import urlpatterns as pages


def broken(request):
    raise ZeroDivisionError


def suspicious(request):
    raise SuspiciousOperation("odd")


def forbidden(request):
    raise PermissionDenied


class Site:
    handler400 = "festival.ui.views.bad_request"
    handler500 = "festival.ui.views.server_error"
    urlpatterns = [
        path("broken/", broken),
        path("suspicious/", suspicious),
        path("forbidden/", forbidden),
        *pages,
    ]


@pytest.fixture
def site(settings, client):
    settings.ROOT_URLCONF = Site
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if not name.endswith("LoginRequiredMiddleware")
    ]
    client.raise_request_exception = False
    return client


def problems_of(page):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page)
    return parser.errors


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/no-such-page/", 404, "This page is not in the programme"),
        ("/forbidden/", 403, "Your account may not do this"),
        ("/suspicious/", 400, "We could not read this request"),
        ("/broken/", 500, "The projector stopped"),
    ],
)
def test_each_refusal_has_its_page_in_the_design(site, address, status, words):
    answer = site.get(address)
    page = answer.content.decode()
    assert answer.status_code == status
    assert words in page
    assert "css/portal.css" in page
    assert problems_of(page) == []


def test_the_page_for_a_broken_request_needs_no_database_and_no_context(caplog):
    with caplog.at_level(logging.ERROR, logger="festival"):
        answer = views.server_error(RequestFactory().get("/my/?secret=1"))
    page = answer.content.decode()
    number = caplog.records[0].args[0]
    assert answer.status_code == 500
    assert number in page
    assert "secret" not in caplog.text
    assert 'href="/static/css/portal.css"' in page


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500", "503"])
def test_an_error_page_can_be_drawn_without_a_request(name):
    page = render_to_string(f"{name}.html")
    assert f"<b>{name[:3]}</b>" in page
    assert page.count("<h1") == 1


def test_a_form_that_was_open_too_long_is_told_so(rf):
    request = rf.post("/my/")
    answer = views.csrf_failure(request, reason="CSRF token missing")
    assert isinstance(answer, HttpResponse)
    assert answer.status_code == 403
    assert "The form was not sent" in answer.content.decode()
    assert "token" not in answer.content.decode()
