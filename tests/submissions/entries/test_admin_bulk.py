"""One step for many entries."""

import re

import pytest
from django.urls import reverse

from festival.letters.models import Letter
from submissions.entries import actions
from submissions.entries.models import Submission
from submissions.entries.status import Decision, EntryStatus
from tests import factories

LIST = "/admin/submissions/submission/"


@pytest.fixture
def desk(client_of, programmer):
    return client_of(programmer)


@pytest.fixture
def entries(category):
    titles = ("Kelp", "Salt Line", "Orchard")
    return [
        factories.make_submission(project=factories.make_project(title=title), category=category)
        for title in titles
    ]


def choose(client, step, rows, **more):
    chosen = {"action": step, "_selected_action": [row.pk for row in rows]}
    return client.post(LIST, chosen | more)


def hidden(answer):
    text = answer.content.decode()
    return {
        name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("step", "entries")
    }


def carry_out(client, fields, **more):
    return client.post(reverse("admin:submissions_submission_together"), fields | more)


def decisions(rows):
    numbers = [row.pk for row in rows]
    return dict(Submission.objects.filter(pk__in=numbers).values_list("title", "decision"))


def test_first_the_page_names_exactly_what_would_change(desk, entries, programmer):
    kelp, salt, _orchard = entries
    actions.decide(submission=kelp, to=Decision.SELECTED, by=programmer)
    actions.withdraw(submission=salt, by=salt.submitted_by)
    answer = choose(desk, "select", entries)
    will = answer.context["will"] if answer.context else []
    assert [line.submission.title for line in will] == ["Orchard"]
    stay = {line.submission.title: line.text for line in answer.context["stay"]}
    assert stay == {"Kelp": "Is so already", "Salt Line": "Withdrawn"}
    assert decisions(entries)["Orchard"] == "undecided"


def test_then_each_entry_takes_the_step_with_its_own_history(desk, entries, programmer):
    fields = hidden(choose(desk, "shortlist", entries))
    answer = carry_out(desk, fields, reason="Second round")
    assert "3 of 3 entries changed." in answer.content.decode()
    assert set(decisions(entries).values()) == {"shortlisted"}
    for row in entries:
        step = row.changes.get(axis="decision")
        assert (step.by, step.reason) == (programmer, "Second round")


def test_what_somebody_changed_in_between_stays_and_is_named(desk, entries, owner):
    fields = hidden(choose(desk, "not_select", entries))
    actions.decide(submission=entries[0], to=Decision.SELECTED, by=owner)
    answer = carry_out(desk, fields)
    text = answer.content.decode()
    assert "2 of 3 entries changed." in text
    assert "Somebody else changed this entry just now" in text
    assert decisions(entries) == {
        "Kelp": "selected",
        "Salt Line": "not_selected",
        "Orchard": "not_selected",
    }


def test_sending_the_page_twice_changes_nothing_more(desk, entries):
    fields = hidden(choose(desk, "select", entries))
    carry_out(desk, fields)
    again = carry_out(desk, fields)
    assert "0 of 3 entries changed." in again.content.decode()
    assert all(row.changes.filter(axis="decision").count() == 1 for row in entries)


def test_release_of_many_is_one_letter_each(desk, entries, programmer):
    kelp, salt, orchard = entries
    for row in (kelp, salt):
        actions.decide(submission=row, to=Decision.SELECTED, by=programmer)
    answer = choose(desk, "release", entries)
    assert [line.submission.title for line in answer.context["will"]] == ["Kelp", "Salt Line"]
    assert "Letters cannot be called back" in answer.content.decode()
    fields = hidden(answer)
    actions.decide(submission=salt, to=Decision.NOT_SELECTED, by=programmer)
    carry_out(desk, fields)
    carry_out(desk, fields)
    released = Letter.objects.filter(event="decision_released")
    assert [letter.to_address for letter in released] == [kelp.submitted_by.email]
    orchard.refresh_from_db()
    assert orchard.released_decision == ""


def test_all_pages_are_chosen_by_their_filter(desk, entries, category, programmer):
    other = factories.make_submission(category=factories.make_category(call=category.call))
    query = f"{LIST}?category={category.pk}"
    answer = desk.post(
        query, {"action": "wait", "_selected_action": [entries[0].pk], "select_across": "1"}
    )
    assert {line.submission.pk for line in answer.context["will"]} == {row.pk for row in entries}
    carry_out(desk, hidden(answer))
    other.refresh_from_db()
    assert other.decision == "undecided"


def test_too_many_at_once_are_refused_before_anything(desk, entries, monkeypatch):
    monkeypatch.setattr("submissions.entries.workplace.bulk.MOST", 2)
    answer = choose(desk, "select", entries)
    assert answer.status_code == 302
    assert "At most 2 entries at once" in desk.get(LIST).content.decode()


def test_payments_are_confirmed_together(desk, call):
    category = factories.make_category(call=call)
    deadline = factories.make_deadline(call=call)
    factories.make_fee(category=category, deadline=deadline)
    rows = [factories.make_submission(category=category) for _number in range(2)]
    carry_out(desk, hidden(choose(desk, "receive", rows)))
    for row in rows:
        row.refresh_from_db()
        assert row.entry_status == EntryStatus.RECEIVED


def test_numbers_of_other_festivals_and_odd_ones_do_nothing(desk, other_festival, entries):
    call = factories.make_call(
        edition=factories.make_edition(festival=other_festival), tracking_prefix="TER27"
    )
    foreign = factories.make_submission(category=factories.make_category(call=call))
    stood = f"{foreign.pk}=received:not_started:undecided"
    answer = carry_out(desk, {"step": "select", "entries": stood})
    text = answer.content.decode()
    assert "1 is not yours to change" in text
    assert foreign.title not in text
    foreign.refresh_from_db()
    assert foreign.decision == "undecided"
    for odd in ("", "x", "1", "1=", f"{entries[0].pk}=a:b:c", f"{10**30}=a:b:c"):
        assert carry_out(desk, {"step": "select", "entries": odd}).status_code in (200, 302), odd
    assert carry_out(desk, {"step": "delete", "entries": stood}).status_code == 302
    assert decisions(entries)["Kelp"] == "undecided"


def test_the_programmer_of_another_festival_gets_no_rows(client_of, rival, entries):
    answer = choose(client_of(rival), "select", entries)
    text = answer.content.decode()
    assert "Kelp" not in text
