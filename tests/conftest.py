"""What every test has: no network but loopback, its own media folder, and no silent skip in CI."""

import os
from itertools import count

import pytest

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
IN_CI = os.environ.get("CI") == "true"

pytest_plugins = ["tests.cast", "tests.scene"]
_numbers = count()


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path_factory):
    """Point uploads to a folder of this test alone; it is made when the first file is stored."""
    root = tmp_path_factory.getbasetemp() / f"media-{next(_numbers)}"
    settings.MEDIA_ROOT = root
    return root


@pytest.fixture(autouse=True)
def empty_cache():
    """Start each test without the rate limits and fragments that another one left behind."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(scope="session")
def base_url():
    """Stand in for pytest-playwright's own fixture, a method, of which pytest 9 warns."""
    return ""


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Let pytest-playwright start the system's Chromium, which calls nobody by itself."""
    return {
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


def pytest_collection_modifyitems(items):
    """Let Playwright's own event loop live beside the database calls of the browser tests."""
    if any(item.get_closest_marker("browser") for item in items):
        os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def _forbid_skip(report):
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"A skip in CI is a failure: {report.longrepr}"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    _forbid_skip((yield).get_result())


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report():
    _forbid_skip((yield).get_result())
