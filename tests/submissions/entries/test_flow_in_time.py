"""The steps of sending around a deadline, and what each of them costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from festival.calls.clock import arrival
from festival.calls.models import Call
from submissions.entries import flow
from submissions.entries.models import Submission
from tests import factories


@pytest.fixture
def arrives(monkeypatch):
    """Let the requests of this test arrive at an instant of its choice."""

    def at(instant):
        monkeypatch.setattr(flow, "arrival", lambda request: instant)

    return at


def test_the_instant_of_arrival_decides_and_not_that_of_handling(rf):
    request = rf.get("/")
    request.arrived_at = timezone.now() - timedelta(seconds=20)
    assert arrival(request) == request.arrived_at
    assert (timezone.now() - arrival(rf.get("/"))).total_seconds() < 5


def test_in_the_grace_a_draft_begun_in_time_is_sent(step, draft, call, arrives):
    answers = step.answers(step.get("submit_check"))
    arrives(call.closes_at + timedelta(minutes=29))
    page = step.text(step.get("submit"))
    assert "What you had begun before that can be sent until" in page
    assert step.post("submit_check", answers).status_code == 302
    draft.refresh_from_db()
    assert draft.submitted_at == call.closes_at + timedelta(minutes=29)


def test_in_the_grace_nothing_new_is_begun(step, call, category, arrives):
    arrives(call.closes_at + timedelta(minutes=1))
    response = step.post("submit_categories", {"categories": [category.code]})
    assert response.status_code == 409
    assert "does not take new entries now" in step.text(response)
    assert not Submission.objects.exists()


def test_after_the_grace_it_is_told_kindly_and_the_draft_is_kept(step, draft, call, arrives):
    answers = step.answers(step.get("submit_check"))
    arrives(call.closes_at + timedelta(minutes=31))
    response = step.post("submit_check", answers)
    assert response.status_code == 409
    assert "The call has closed. Your project and its draft entry are kept" in step.text(response)
    page = step.get("submit_check")
    assert "btn--lamp" not in page.content.decode()
    for name in ("submit", "submit_categories"):
        assert "This call takes no entries now" in step.text(step.get(name))
        assert step.post(name, {}).status_code == 409
    draft.refresh_from_db()
    assert draft.is_draft


@pytest.mark.parametrize("state", ["judging", "decided", "suspended"])
def test_a_call_that_is_not_running_says_so_at_the_first_step(state, step, call, category):
    Call.objects.update(state=state)
    assert "This call takes no entries now" in step.text(step.get("submit"))


def test_an_edition_without_a_call_takes_nothing(step, festival):
    edition = factories.make_edition(festival=festival, year=2031)
    page = step.client.get(reverse("submit", args=[festival.slug, edition.slug]))
    assert "This call takes no entries now" in step.text(page)


# ---------- what a page costs ----------


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("name", "most"),
    [("submit", 10), ("submit_categories", 10), ("submit_check", 10), ("submit_sent", 6)],
)
def test_a_step_asks_as_much_for_three_rows_as_for_one(
    name, most, step, call, category, project, filmmaker
):
    deadline = factories.make_deadline(call=call)
    factories.make_fee(category=category, deadline=deadline, amount=1800)
    make = factories.make_submission if name == "submit_sent" else factories.make_draft
    make(project=project, category=category)
    one = queries_of(step.client, step.address(name))
    for number in range(2):
        other = factories.make_category(call=call)
        factories.make_fee(category=other, deadline=deadline, amount=number * 100)
        make(project=project, category=other)
        factories.make_project(by=filmmaker)
    assert queries_of(step.client, step.address(name)) == one
    assert one <= most


@pytest.mark.parametrize("limit", [None, 3])
def test_sending_costs_21_queries_and_one_for_a_limit(step, call, category, project, limit):
    Call.objects.update(max_per_filmmaker=limit)
    deadline = factories.make_deadline(call=call)
    factories.make_fee(category=category, deadline=deadline, amount=1800)
    factories.make_draft(project=project, category=category)
    for number in range(3):
        factories.make_credit(project=project, name=f"Person {number}", role="writer")
    answers = step.answers(step.get("submit_check"))
    with CaptureQueriesContext(connection) as queries:
        step.post("submit_check", answers)
    asked = [row["sql"] for row in queries if "SAVEPOINT" not in row["sql"]]
    assert len(asked) == (21 if limit is None else 22), "\n".join(row[:90] for row in asked)
