"""A category that asks for a premiere, in the steps of sending."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from festival.calls.models import Category, Festival
from submissions.entries.models import Submission
from tests import factories

pytestmark = pytest.mark.django_db
USED = "asks for this premiere, which is used up: National premiere: Norway (Polar Days)"


@pytest.fixture
def asked(call, category):
    Festival.objects.filter(pk=call.edition.festival_id).update(country="NO")
    Category.objects.filter(pk=category.pk).update(premiere="national")
    category.refresh_from_db()
    return category


def test_a_used_premiere_is_said_before_sending_and_stops_nobody(step, asked, project):
    factories.make_screening(project=project, event="Polar Days", country="NO", date="2025")
    assert USED in step.text(step.get("submit_categories"))
    step.post("submit_categories", {"categories": [asked.code]})
    page = step.get("submit_check")
    assert USED in step.text(page)
    assert step.post("submit_check", step.answers(page)).status_code == 302
    assert Submission.objects.get().submitted_at


def test_a_premiere_that_is_free_is_not_mentioned(step, asked, project):
    factories.make_screening(project=project, event="Polar Days", country="PT", date="2025")
    assert "asks for this premiere" not in step.text(step.get("submit_categories"))


def test_it_costs_one_query_however_many_screenings(step, asked, project):
    counts = []
    step.get("submit_categories")
    for _turn in range(3):
        factories.make_screening(project=project, country="PT", date="2025")
        with CaptureQueriesContext(connection) as queries:
            assert step.get("submit_categories").status_code == 200
        counts.append(len(queries))
    assert len(set(counts)) == 1
