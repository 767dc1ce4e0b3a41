"""The site starts only with settings that are well-formed and safe, and says which one is not."""

import os
import re
import runpy
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

FILE = settings.BASE_DIR / "festival" / "settings.py"
READ = re.compile(r"\bread\(\s*\"([A-Z_]+)\"")
NAMES = sorted(set(READ.findall(FILE.read_text())))
PRODUCTION = {
    "SECRET_KEY": "correct-horse-battery-staple-and-30-more-characters!",
    "SITE_URL": "https://films.example.org",
    "DATABASE_URL": "postgres://foyer:word@db.example.org/foyer",
}


def load(monkeypatch, **environment):
    """Return the settings as a process with exactly this environment would read them."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(FILE))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "70000"),
        ("DEBUG", "maybe"),
        ("SITE_URL", "films.example.org"),
        ("SITE_URL", "ftp://films.example.org"),
        ("SITE_URL", "https://films.example.org/portal"),
        ("SITE_URL", "https://user:word@films.example.org"),
        ("SITE_URL", "https://films.example.org:port"),
        ("SITE_URL", "http://films.example.org"),
        ("SITE_NAME", "two\nlines"),
        ("ALLOWED_HOSTS", "https://films.example.org"),
        ("ALLOWED_HOSTS", "*"),
        ("TRUSTED_PROXIES", "10.0.0.1"),
        ("SECURITY_CONTACT", "somebody"),
        ("DATABASE_URL", "mysql://localhost/foyer"),
        ("DATABASE_URL", "postgres://localhost"),
        ("DATABASE_URL", "postgres://localhost:port/foyer"),
        ("DATABASE_URL", "sqlite://var/foyer.sqlite3"),
        ("STATEMENT_TIMEOUT", "-1"),
        ("CACHE_URL", "redis://localhost"),
        ("STORAGE_URL", "s3://bucket"),
        ("STORAGE_URL", "file://relative/path"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "post@example.org"),
        ("EMAIL_FROM", "two\nlines"),
        ("TIME_ZONE", "Moon/Tycho"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("SECRET_KEY", "django-insecure-" + "abcdefghij" * 5),
    ],
)
def test_a_malformed_or_unsafe_setting_is_named_in_the_refusal(monkeypatch, name, value):
    with pytest.raises(ImproperlyConfigured, match=rf"^{name} must .*\.$"):
        load(monkeypatch, **PRODUCTION | {name: value})


def test_production_refuses_to_start_without_a_key(monkeypatch):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        load(monkeypatch, **{k: v for k, v in PRODUCTION.items() if k != "SECRET_KEY"})


def test_production_refuses_to_start_with_debug(monkeypatch):
    with pytest.raises(ImproperlyConfigured, match="DEBUG"):
        load(monkeypatch, **PRODUCTION, DEBUG="1")


def test_an_unsafe_process_does_not_start_and_says_why_in_one_line():
    environment = os.environ | {"SITE_URL": "https://films.example.org", "SECRET_KEY": ""}
    command = [sys.executable, "manage.py", "check"]
    run = subprocess.run(
        command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert run.returncode != 0
    assert "SECRET_KEY must be at least 50 random characters." in run.stderr


def test_without_any_setting_the_site_is_for_this_machine_alone(monkeypatch):
    found = load(monkeypatch)
    assert found["SITE_URL"] == "http://127.0.0.1:8000"
    assert found["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert found["DEBUG"] is False
    assert found["SESSION_COOKIE_NAME"] == "sessionid"
    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert "Strict-Transport-Security" not in found["HEADERS_ON_EVERY_ANSWER"]
    assert len(found["SECRET_KEY"]) >= 50
    assert found["SECRET_KEY"] == load(monkeypatch)["SECRET_KEY"]


def test_https_binds_cookies_to_the_host_and_asks_browsers_to_stay(monkeypatch):
    found = load(monkeypatch, **PRODUCTION)
    assert found["ALLOWED_HOSTS"] == ["films.example.org"]
    assert found["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_SSL_REDIRECT"]
    assert found["HEADERS_ON_EVERY_ANSWER"]["Strict-Transport-Security"].startswith("max-age=3153")


def test_the_port_moves_the_address_of_the_site(monkeypatch):
    assert load(monkeypatch, PORT="8123")["SITE_URL"] == "http://127.0.0.1:8123"


def test_each_database_gets_its_own_care(monkeypatch):
    sqlite = load(monkeypatch, DATABASE_URL="sqlite:////tmp/foyer.sqlite3")["DATABASES"]["default"]
    assert sqlite["NAME"] == "/tmp/foyer.sqlite3"
    assert sqlite["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in sqlite["OPTIONS"]["init_command"]
    address = PRODUCTION["DATABASE_URL"] + "?sslmode=require"
    postgres = load(monkeypatch, DATABASE_URL=address)["DATABASES"]["default"]
    assert postgres["OPTIONS"]["sslmode"] == "require"
    assert "statement_timeout=15000" in postgres["OPTIONS"]["options"]
    assert postgres["CONN_HEALTH_CHECKS"] is True
    assert sqlite["CONN_MAX_AGE"] is postgres["CONN_MAX_AGE"] is None


def test_mail_goes_where_its_address_says(monkeypatch, tmp_path):
    assert load(monkeypatch)["EMAIL_BACKEND"].endswith("console.EmailBackend")
    kept = load(monkeypatch, EMAIL_URL=f"filemail://{tmp_path}")
    assert kept["EMAIL_FILE_PATH"] == str(tmp_path)
    sent = load(monkeypatch, EMAIL_URL="smtp+tls://someone:word@post.example.org:587")
    assert (sent["EMAIL_HOST"], sent["EMAIL_PORT"]) == ("post.example.org", 587)
    assert sent["EMAIL_USE_TLS"] is True


def test_the_content_security_policy_has_no_hole(monkeypatch):
    policy = load(monkeypatch)["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    words = {word for sources in policy.values() for word in sources}
    assert words == {"'none'", "'self'", "data:"}
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]


def test_every_setting_is_in_the_table_of_the_readme():
    readme = (settings.BASE_DIR / "README.md").read_text()
    assert NAMES, "no setting is read any more"
    assert [name for name in NAMES if f"| `{name}` |" not in readme] == []


def test_settings_are_read_in_one_place_only():
    sources = [
        path
        for folder in ("festival", "submissions")
        for path in (settings.BASE_DIR / folder).rglob("*.py")
        if path.name not in {"settings.py", "environment.py", "wsgi.py", "asgi.py", "probe.py"}
    ]
    assert sources
    readers = [
        p.name for p in sources if re.search(r"os\.(environ|getenv)\b(?!\s*\|)", p.read_text())
    ]
    assert readers == []


def test_production_settings_pass_the_deployment_check():
    environment = {"PATH": os.environ["PATH"], **PRODUCTION, "CI": ""}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    run = subprocess.run(
        command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
