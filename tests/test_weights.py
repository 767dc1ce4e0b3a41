"""What a page weighs on the wire, compressed as it is sent; the budgets are the design's."""

from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
KB = 1000


@pytest.fixture(autouse=True)
def media_root(scene, settings):
    settings.MEDIA_ROOT = scene.media


def weight(content: bytes, quality: int = 5) -> int:
    """Return the bytes after brotli: 5 as a server does on its way, 11 as files are prepared."""
    return len(brotli.compress(content, quality=quality))


def test_the_catalogue_with_a_full_page_of_cards_weighs_at_most_9_kb(scene):
    for number in range(24):
        factories.make_project(
            by=scene.people["owner"], title=f"The long way to harbour {number}", published=True
        )
    page = scene.client("anonymous").get(reverse("projects"))
    assert page.content.count(b'class="card') >= 24
    assert weight(page.content) <= 9 * KB


def test_a_project_with_every_section_weighs_at_most_9_kb(scene):
    page = scene.client("anonymous").get(reverse("project", args=[scene.work.slug]))
    assert page.status_code == 200
    assert weight(page.content) <= 9 * KB


def test_the_editor_weighs_at_most_12_kb(scene):
    page = scene.client("owner").get(reverse("project_edit", args=[scene.spare.code]))
    assert page.status_code == 200
    assert weight(page.content, quality=11) <= 12 * KB


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("css/portal.css", 12),
        ("css/studio.css", 7),
        ("js/portal.js", 4),
        ("django_htmx/htmx-2.min.js", 15.5),
    ],
)
def test_styles_and_scripts_keep_their_budget(name, most):
    assert weight(Path(finders.find(name)).read_bytes(), quality=11) <= most * KB
