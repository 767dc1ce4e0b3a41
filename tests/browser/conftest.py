"""A live site with the demo, built once, and a Chromium that reports what goes wrong on a page."""

import re
from dataclasses import dataclass, field

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases
from pytest_django.live_server_helper import LiveServer


@pytest.fixture(scope="package")
def shared_media(tmp_path_factory):
    return tmp_path_factory.mktemp("browser-media")


@pytest.fixture(autouse=True)
def media_root(shared_media):
    """All tests of the package look at the same pictures."""
    return shared_media


@pytest.fixture(scope="package")
def database(django_db_blocker):
    """Make the test database here: no test of the package is marked, and pytest-django makes it
    only for tests that are."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        assert "test" in connection.settings_dict["NAME"]
        yield
        connections.close_all()
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="package")
def site(database, shared_media):
    """Serve the demo, with an open call; what the tests add stays until the package is done."""
    with override_settings(MEDIA_ROOT=shared_media):
        call_command("createcachetable", verbosity=0)
        call_command("demo", stage="open", verbosity=0)
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()


@pytest.fixture
def settings_of_site(settings, site):
    settings.SITE_URL = site
    settings.CSRF_TRUSTED_ORIGINS = [site]
    return settings


@dataclass
class Visit:
    """A page in a browser, and all that it complained about or asked of others."""

    page: object
    site: str
    complaints: list = field(default_factory=list)
    strangers: list = field(default_factory=list)

    def go(self, path):
        return self.page.goto(self.site + path if path.startswith("/") else path)

    def sign_in(self, email, password="demo"):
        self.go("/accounts/login/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", password)
        self.page.locator("main form button.btn--main").click()
        self.page.wait_for_url(re.compile("/my/"))

    def check(self):
        assert self.complaints == []
        assert self.strangers == []


@pytest.fixture
def visit(browser, site, settings_of_site):
    """Return a function that opens a browser window of a width, with or without scripts."""
    contexts = []

    def opened(width=1440, scripts=True, theme="light"):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            color_scheme=theme,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        visit = Visit(page, site)

        def heard(message):
            if message.type in ("error", "warning"):
                visit.complaints.append(message.text)

        def asked(request):
            if not request.url.startswith((site, "data:", "blob:")):
                visit.strangers.append(request.url)

        page.on("console", heard)
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.on("request", asked)
        return visit

    yield opened
    for context in contexts:
        context.close()
