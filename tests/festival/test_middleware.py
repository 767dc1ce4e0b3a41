"""Requests that no page can read are refused, and every answer carries the same armour."""

import gzip
import io
import logging
import time

import pytest
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from festival import errors, urls
from festival.logs import DiscreetFormatter, without_secrets
from festival.middleware import refuse_malformed
from festival.requests import GuardedASGIHandler
from festival.wsgi import application

pytestmark = pytest.mark.django_db
HOSTILE = [
    "idna",
    "rot13",
    "base64",
    "hex",
    "zlib",
    "bz2",
    "undefined",
    "utf-16",
    "latin-1",
    "nope",
]


def raw(method="GET", path="/robots.txt", query="", body=b"", **environ):
    """Return status, headers and body of a request as the server hands it over."""
    seen = {}

    def start_response(status, headers):
        seen.update(status=int(status[:3]), headers=dict(headers))

    chunks = application(
        {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "127.0.0.1",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
            **environ,
        },
        start_response,
    )
    return seen["status"], seen["headers"], b"".join(chunks)


def break_with(error):
    def page(request):
        raise error

    page.login_required = False
    return page


def plain(request):
    return HttpResponse("<p>" + "word " * 500)


plain.login_required = False


class Routes:
    """Addresses of this module alone, in front of the site's own."""

    handler500 = urls.handler500
    urlpatterns = [
        path("locked/", break_with(OperationalError("database is locked"))),
        path("closed/", break_with(InterfaceError("connection already closed"))),
        path("full/", break_with(OSError(28, "No space left on device"))),
        path("broken/", break_with(RuntimeError("a fault of ours"))),
        path("plain/", plain),
        *urls.urlpatterns,
    ]


@pytest.fixture
def routes(settings):
    settings.ROOT_URLCONF = Routes


@pytest.fixture
def visitor(routes):
    return Client(raise_request_exception=False)


def assert_armoured(headers):
    for name, value in settings.HEADERS_ON_EVERY_ANSWER.items():
        assert headers[name] == value
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/robots.txt", 200),
        ("/robots.txt?x=%00", 400),
        ("/no-such-page-anywhere/", 404),
        ("/broken/", 500),
        ("/locked/", 503),
        ("/admin/", 302),
    ],
)
def test_every_answer_carries_the_security_headers(visitor, address, status):
    response = visitor.get(address)
    assert response.status_code == status
    assert_armoured(response.headers)


def test_static_files_carry_them_too(settings, tmp_path):
    (tmp_path / "a.css").write_text("b{}")
    settings.STATIC_ROOT = tmp_path
    settings.WHITENOISE_AUTOREFRESH = False
    client = Client()
    client.handler.load_middleware()
    response = client.get("/static/a.css")
    assert response.status_code == 200
    assert_armoured(response.headers)
    response.close()


def test_unknown_methods_are_not_allowed():
    for method in ("TRACE", "CONNECT", "PROPFIND", "FOO"):
        status, headers, _ = raw(method)
        assert status == 405
        assert "GET" in headers["Allow"]
        assert_armoured(headers)


@pytest.mark.parametrize("address", ["/robots.txt\0", "/\0/"])
def test_a_nul_in_the_path_is_refused(address):
    status, headers, _ = raw(path=address)
    assert status == 400
    assert_armoured(headers)


def test_a_nul_in_the_query_is_refused():
    assert raw(query="q=a%00b")[0] == 400
    assert raw(query="q=a%2500b")[0] == 200


@pytest.mark.parametrize("body", [b"email=a%00b", b"email=a\0b"])
def test_a_nul_in_a_form_is_refused(body):
    form = "application/x-www-form-urlencoded"
    assert raw("POST", "/robots.txt", body=body, CONTENT_TYPE=form)[0] == 400


def test_a_form_above_the_limit_is_refused_and_not_a_crash():
    form = "application/x-www-form-urlencoded"
    body = b"a=" + b"b" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    assert raw("POST", "/robots.txt", body=body, CONTENT_TYPE=form)[0] == 400


@pytest.mark.parametrize("charset", HOSTILE)
@pytest.mark.parametrize(
    "kind", ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain"]
)
def test_only_utf_8_is_spoken(charset, kind):
    body = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'
    for method in ("GET", "POST"):
        status, headers, _ = raw(
            method, query="q=%C3%A9", body=body, CONTENT_TYPE=f"{kind}; charset={charset}"
        )
        assert status == 415
        assert_armoured(headers)


def test_too_many_words_in_the_address_are_refused_and_not_a_crash():
    query = "&".join(["a=1"] * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    assert raw(query=query, CONTENT_TYPE="text/plain; charset=utf-8")[0] < 500


@pytest.mark.parametrize("charset", [*HOSTILE, "", "a b", "\u00e9"])
def test_no_header_inside_or_outside_of_a_form_crashes_the_site(charset):
    for kind in (
        f"multipart/form-data; boundary=x; charset*={charset}''%41%ff",
        f"text/plain; a*={charset}''%41%ff",
        f"multipart/form-data; boundary*={charset}''x%ff",
    ):
        assert raw("POST", CONTENT_TYPE=kind.encode().decode("latin-1"))[0] < 500
    part = (
        f"--x\r\nContent-Disposition: form-data; name*={charset}''%41%ff\r\n\r\nb\r\n"
        f"--x\r\nContent-Disposition: form-data; name=a; filename*={charset}''%41%ff\r\n"
        f"Content-Type: text/plain; charset={charset}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--x--\r\n"
    ).encode()
    kind = "multipart/form-data; boundary=x"
    status, _, _ = raw("POST", "/accounts/login/", body=part, CONTENT_TYPE=kind)
    assert status < 500


def test_the_other_entry_point_is_guarded_as_well():
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/robots.txt",
        "query_string": b"q=%C3%A9",
        "headers": [(b"content-type", b"text/plain; charset*=idna''%41%ff; a=b")],
    }
    request = GuardedASGIHandler.request_class(scope, io.BytesIO())
    assert refuse_malformed(plain)(request).status_code in {200, 415}
    scope["headers"] = [(b"content-type", b"text/plain; charset=idna")]
    request = GuardedASGIHandler.request_class(scope, io.BytesIO())
    assert refuse_malformed(plain)(request).status_code == 415


def test_an_unknown_host_is_refused_without_an_echo():
    status, headers, body = raw(HTTP_HOST="evil.example")
    assert status == 400
    assert b"evil" not in body
    assert "evil" not in str(headers)
    assert_armoured(headers)


def test_a_claimed_host_or_scheme_changes_nothing_without_a_proxy():
    status, headers, _ = raw(
        path="/projects", HTTP_X_FORWARDED_HOST="evil.example", HTTP_X_FORWARDED_PROTO="https"
    )
    assert status < 500
    assert "evil" not in str(headers)
    assert "https" not in headers.get("Location", "")


@pytest.mark.parametrize("address", ["/locked/", "/closed/", "/full/"])
def test_while_the_database_or_disk_is_away_the_visitor_learns_when_to_return(visitor, address):
    response = visitor.get(address)
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert b"Back in a moment" in response.content


def test_a_fault_of_ours_is_a_500_and_not_a_503(visitor):
    response = visitor.get("/broken/")
    assert response.status_code == 500
    assert b"a fault of ours" not in response.content


def test_an_error_behind_an_error_counts():
    error = RuntimeError("could not render")
    error.__cause__ = OperationalError("server closed the connection unexpectedly")
    assert errors.is_passing(error)
    assert not errors.is_passing(RuntimeError())
    assert not errors.is_passing(None)


def test_text_is_compressed(visitor):
    response = visitor.get("/plain/", headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).startswith(b"<p>word")


@pytest.fixture
def person(django_user_model):
    return django_user_model.objects.create_user("person@demo.example", "demo")


def test_what_a_signed_in_person_sees_is_kept_nowhere(visitor, person):
    visitor.force_login(person)
    assert visitor.get("/plain/")["Cache-Control"] == "private, no-store"


def test_what_a_stranger_sees_may_be_kept(visitor):
    assert "no-store" not in visitor.get("/plain/").get("Cache-Control", "")


def begun(client, seconds_ago):
    session = client.session
    session["began_at"] = int(time.time()) - seconds_ago
    session.save()


@pytest.mark.parametrize(
    ("is_staff", "hours", "is_in"),
    [(False, 13, True), (True, 11, True), (True, 13, False), (False, 24 * 61, False)],
)
def test_sessions_end_after_sixty_days_and_twelve_hours_for_staff(
    visitor, person, is_staff, hours, is_in
):
    person.is_staff = is_staff
    person.save()
    visitor.force_login(person)
    begun(visitor, hours * 3600)
    visitor.get("/plain/")
    assert ("_auth_user_id" in visitor.session) is is_in


def test_a_session_in_use_starts_its_fourteen_days_again_once_a_day(visitor, person):
    visitor.force_login(person)
    assert settings.SESSION_COOKIE_NAME not in visitor.get("/plain/").cookies
    begun(visitor, 25 * 3600)
    assert settings.SESSION_COOKIE_NAME in visitor.get("/plain/").cookies
    assert settings.SESSION_COOKIE_NAME not in visitor.get("/plain/").cookies


def test_signing_in_gives_the_session_a_new_beginning(visitor, person):
    visitor.force_login(person)
    assert abs(visitor.session["began_at"] - time.time()) < 5


def test_log_lines_hold_no_secret_and_no_line_of_a_stranger():
    record = logging.LogRecord(
        "django", logging.ERROR, "", 0, "Bad host: %s", ("a\nERROR root forged\x1b[2J",), None
    )
    line = DiscreetFormatter().format(record)
    assert "\n" not in line
    assert "\x1b" not in line
    masked = without_secrets(
        "password=hunter2 'token': 'abc' anna.kowalska@post.example postgres://foyer:word@db/foyer "
        "/accounts/password/reset/key/3-abcdef/"
    )
    for secret in ("hunter2", "'abc'", "anna.kowalska", "word@", "abcdef"):
        assert secret not in masked
    assert "a…@post.example" in masked
