"""Whatever is posted, the editor answers with a page or a redirect and keeps its rows whole."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from submissions.projects.models import Project
from tests import factories

pytestmark = pytest.mark.django_db

NASTY = [
    "", " ", "\0", "'", '"><script>alert(1)</script>', "{{ 7*7 }}", "%s%d", "-1", "0", "1e400",
    "NaN", "Infinity", "99999999999999999999", "٣", "½", "²", "\u202e\u2066abc", "ﷺ" * 40,
    "a" * 5000,
    "1:99:99", "31 2 2026", "0000", "9999-12-31", "javascript:alert(1)", "http://[", "ftp://x.example",
    "mailto:", "Åland Islands,,;/ | Atlantis", "中文", "שלום", "🎬" * 300, "../../etc/passwd", "on",
    "credits-0-up", "US", "WORLD", "all_rights", "film", "\ud7ff", "\ufffe", "1,2.3,4", "--", "1-1",
]  # fmt: skip

text = st.one_of(st.sampled_from(NASTY), st.text(max_size=60))


def full_project(by):
    project = factories.make_project(by=by, title="Understory")
    factories.make_screening(project=project)
    factories.make_right(project=project)
    factories.make_press(project=project)
    factories.make_reference(project=project)
    factories.make_media(project=project)
    return project


@pytest.fixture
def tab(tab_of, filmmaker):
    """The editor of a project with a row of each kind in it."""
    tab = tab_of(filmmaker, full_project(filmmaker))
    for rows in ("costs", "sources", "screeners", "copies", "documents", "translations", "ai_use"):
        tab.press("add", rows)
    return tab


def send(tab, typed):
    """Post `typed` from the newest revision, as somebody would who keeps trying."""
    revision = Project.objects.get().revision
    return tab.client.post(tab.url, typed | {"revision": [str(revision)]}).status_code


def test_one_value_in_every_field_at_once(tab):
    kept = ("csrf", "revision", "_FORMS", "-id")
    for value in NASTY:
        typed = {
            name: values if any(part in name for part in kept) else [value]
            for name, values in tab.typed.items()
        }
        assert send(tab, typed) in (200, 302, 400), repr(value)
    assert Project.objects.get().credits.count() <= 1


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(places=st.lists(st.integers(0, 10**6), min_size=1, max_size=8), values=st.data())
def test_a_few_odd_values_in_any_fields(tab, places, values):
    order, odd = sorted(tab.typed), dict(tab.typed)
    for place in places:
        odd[order[place % len(order)]] = [values.draw(text)]
    assert send(tab, odd) in (200, 302, 400)


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"revision": "1"},
        {"revision": "1", "title": "x"},
        {"revision": "1", "credits-TOTAL_FORMS": "-1", "credits-INITIAL_FORMS": "x"},
        {"revision": "1", "credits-TOTAL_FORMS": "100000", "credits-INITIAL_FORMS": "0"},
        {"add": "credits"},
        {"move": "credits-0-up", "credits-TOTAL_FORMS": "9" * 400},
    ],
)
def test_a_form_without_its_own_parts_is_no_failure(client_of, filmmaker, project, posted):
    answer = client_of(filmmaker).post(f"/my/projects/{project.code}/", posted)
    assert answer.status_code in (200, 409)
    assert Project.objects.get(pk=project.pk).credits.count() == 1
