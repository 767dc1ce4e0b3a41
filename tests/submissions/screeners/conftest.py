"""A web server of our own in the place of the sites that show films."""

import pytest

from submissions.projects import secrets
from submissions.projects.models import Screener
from tests import factories
from tests.festival.test_fetching import PAGE, serving


@pytest.fixture
def site(settings):
    """A server on ::1 that the fetcher may ask; `answers` maps a path to what it says."""
    with serving() as server:
        settings.FETCHING_ALSO = ("::1/128",)
        settings.FETCHING_PORTS = frozenset({80, 443, server.port})
        server.answers["/film"] = PAGE
        yield server


@pytest.fixture
def screener(project, site):
    """A link of `project` to the page /film of `site`, saved and not looked at yet."""
    return Screener.objects.create(project=project, url=f"{site.base}/film", version_label="final")


@pytest.fixture
def locked(screener):
    screener.password_sealed = secrets.seal("open sesame 77")
    screener.save()
    return screener


@pytest.fixture
def roomy(settings):
    settings.DISK_RESERVE_GB = 0


@pytest.fixture
def film(project):
    return factories.make_film(project=project)


@pytest.fixture
def entry(film, submission):
    """An entry of the project that has the film."""
    return submission
