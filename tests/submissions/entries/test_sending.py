"""Beginning and sending: what is frozen, numbered, priced and refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from festival.accounts.access import NotAllowed
from festival.calls.models import Call
from festival.letters.models import Letter
from submissions.entries import actions
from submissions.entries.actions import TooLate
from submissions.entries.models import Submission
from submissions.entries.status import EntryStatus
from submissions.projects.actions import archive, changed
from submissions.projects.models import ProjectVersion
from submissions.projects.record import digest
from tests import factories


def send(draft, **changes):
    usual = {
        "submission": draft,
        "by": draft.submitted_by,
        "arrived_at": timezone.now(),
        "rules_version": draft.call.rules_version,
    }
    return actions.send(**(usual | changes))


def test_beginning_twice_gives_the_same_draft(project, category, filmmaker):
    first = actions.begin(project=project, category=category, by=filmmaker)
    again = actions.begin(project=project, category=category, by=filmmaker)
    assert first == again
    assert (again.entry_status, again.begun_at) == (EntryStatus.CART, first.begun_at)


def test_sending_freezes_the_record_and_copies_what_lists_show(draft):
    arrived_at = timezone.now() - timedelta(seconds=3)
    entry = send(draft, arrived_at=arrived_at)
    version = entry.version
    assert version.sha256 == digest(version.record)
    assert version.record["identity"]["title"] == "Understory"
    entry.refresh_from_db()
    assert entry.entry_status == EntryStatus.RECEIVED
    assert entry.submitted_at == arrived_at
    assert entry.rules_version == 1
    assert (entry.title, entry.credit_line) == ("Understory", "Rhys Morgan")
    assert (entry.runtime, entry.countries) == (840, "GB")


def test_a_later_change_of_the_project_does_not_reach_the_festival(draft, project):
    entry = send(draft)
    project.title = "Overstory"
    project.save()
    changed(project=project)
    entry.refresh_from_db()
    assert entry.title == entry.version.record["identity"]["title"] == "Understory"


def test_an_unchanged_record_is_frozen_once_for_two_categories(project, category):
    other = factories.make_category(call=category.call, name="Debut")
    for one in (category, other):
        factories.make_submission(project=project, category=one)
    assert ProjectVersion.objects.count() == 1


def test_sending_twice_is_one_entry_one_receipt_and_the_same_answer(draft):
    first, again = send(draft), send(draft)
    assert first.tracking_number == again.tracking_number
    assert Submission.objects.count() == 1
    letter = Letter.objects.get(event="submission_received")
    assert first.tracking_number in letter.text
    assert first.get_absolute_url() in letter.text
    assert [(step.before, step.after) for step in first.changes.all()] == [("cart", "received")]


def test_tracking_numbers_run_within_their_call(category, filmmaker):
    other = factories.make_category(name="Elsewhere")
    numbers = [
        factories.make_submission(
            project=factories.make_project(by=filmmaker), category=one
        ).tracking_number
        for one in (category, category, other)
    ]
    assert [number.split("-")[:2] for number in numbers] == [
        ["HLF27", "0001"],
        ["HLF27", "0002"],
        ["HLF27", "0001"],
    ]
    assert len(set(numbers)) == 3


def test_several_categories_are_sent_together_with_one_receipt_each(project, category, filmmaker):
    other = factories.make_category(call=category.call, name="Debut")
    drafts = [factories.make_draft(project=project, category=one) for one in (category, other)]
    sent = actions.send_all(
        codes=[draft.code for draft in drafts],
        by=filmmaker,
        arrived_at=timezone.now(),
        rules_version=1,
        total=0,
    )
    assert [entry.tracking_number.split("-")[1] for entry in sent] == ["0001", "0002"]
    assert Letter.objects.filter(event="submission_received").count() == 2


def test_all_categories_are_sent_or_none(project, category, filmmaker):
    other = factories.make_category(call=category.call, name="Debut")
    drafts = [factories.make_draft(project=project, category=one) for one in (category, other)]
    other.first_time_only = True
    other.save()
    with pytest.raises(NotAllowed, match="first-time"):
        actions.send_all(
            codes=[draft.code for draft in drafts],
            by=filmmaker,
            arrived_at=timezone.now(),
            rules_version=1,
        )
    assert Submission.objects.drafts().count() == 2
    assert not Letter.objects.exists()
    assert not ProjectVersion.objects.exists()
    assert Call.objects.get(pk=category.call_id).next_number == 1


def test_what_blocks_is_refused_with_its_sentence(draft, category):
    category.runtime_min = 3600
    category.save()
    with pytest.raises(NotAllowed, match="starts at 1 h"):
        send(draft)
    draft.refresh_from_db()
    assert draft.is_draft


def test_an_incomplete_project_is_refused(category, filmmaker):
    bare = factories.make_project(by=filmmaker, complete=False)
    with pytest.raises(NotAllowed, match="Choose at least one project type"):
        send(factories.make_draft(project=bare, category=category))


def test_a_warning_does_not_stop_an_entry(draft, category, project):
    project.specs.completion_date = "2026"
    project.specs.save()
    category.completed_from = "2026-03-01"
    category.save()
    assert send(draft).entry_status == EntryStatus.RECEIVED


def test_other_rules_than_those_accepted_are_refused(draft, call):
    Call.objects.filter(pk=call.pk).update(rules_version=2)
    with pytest.raises(NotAllowed, match="rules have changed"):
        send(draft, rules_version=1)
    assert send(draft, rules_version=2).rules_version == 2


@pytest.mark.parametrize("role", ["editor", "viewer", None])
def test_only_the_owner_sends(role, draft, project, second):
    if role:
        factories.make_team_member(project=project, user=second, role=role)
    with pytest.raises(NotAllowed):
        send(draft, by=second)
    with pytest.raises(NotAllowed):
        actions.begin(project=project, category=draft.category, by=second)
    with pytest.raises(NotAllowed):
        actions.choose(
            project=project, call=draft.call, categories=[], by=second, at=timezone.now()
        )
    draft.refresh_from_db()
    assert draft.is_draft


def test_an_archived_project_is_not_begun(project, category, filmmaker):
    archive(project=project, by=filmmaker)
    project.refresh_from_db()
    with pytest.raises(NotAllowed, match="archived"):
        actions.begin(project=project, category=category, by=filmmaker)


def test_a_category_that_was_closed_takes_nothing(draft, category):
    category.is_active = False
    category.save()
    with pytest.raises(NotAllowed, match="no entries any more"):
        send(draft)


def test_a_draft_that_was_given_up_in_another_tab_cannot_be_sent(draft, filmmaker):
    actions.discard(submission=draft, by=filmmaker)
    with pytest.raises(NotAllowed, match="gone"):
        actions.send_all(
            codes=[draft.code], by=filmmaker, arrived_at=timezone.now(), rules_version=1
        )


def test_nothing_chosen_is_nothing_sent(filmmaker):
    with pytest.raises(NotAllowed):
        actions.send_all(codes=[], by=filmmaker, arrived_at=timezone.now(), rules_version=1)


def test_drafts_of_two_calls_are_not_sent_in_one_go(draft, project, filmmaker):
    other = factories.make_draft(project=project, category=factories.make_category())
    with pytest.raises(NotAllowed, match="one call at a time"):
        actions.send_all(
            codes=[draft.code, other.code], by=filmmaker, arrived_at=timezone.now(),
            rules_version=1,
        )  # fmt: skip


# ---------- deadline ----------

SECOND = timedelta(seconds=1)


def closes(call, at):
    Call.objects.filter(pk=call.pk).update(closes_at=at)


@pytest.mark.parametrize(
    ("after_closing", "is_in"),
    [(-1, True), (0, True), (1, True), (30 * 60, True), (30 * 60 + 1, False)],
)
def test_what_was_begun_in_time_may_arrive_until_the_grace_is_over(after_closing, is_in, draft):
    closing = draft.begun_at + timedelta(seconds=5)
    closes(draft.call, closing)
    arrived_at = closing + after_closing * SECOND
    if is_in:
        assert send(draft, arrived_at=arrived_at).submitted_at == arrived_at
    else:
        with pytest.raises(TooLate, match="kept"):
            send(draft, arrived_at=arrived_at)
        draft.refresh_from_db()
        assert draft.is_draft


@pytest.mark.parametrize(("after_closing", "is_in"), [(-1, True), (0, True), (1, False)])
def test_the_arrival_decides_whether_something_was_begun_in_time(
    after_closing, is_in, project, category, filmmaker
):
    closing = timezone.now()
    closes(category.call, closing)
    category.call.refresh_from_db()
    begin = {"project": project, "category": category, "by": filmmaker}
    at = closing + after_closing * SECOND
    if is_in:
        assert actions.begin(**begin, at=at).begun_at == at
    else:
        with pytest.raises(NotAllowed, match="new entries"):
            actions.begin(**begin, at=at)


@pytest.mark.parametrize("state", ["draft", "judging", "decided", "archived", "suspended"])
def test_a_call_that_is_not_running_takes_nothing(state, draft):
    Call.objects.filter(pk=draft.call_id).update(state=state)
    with pytest.raises(TooLate):
        send(draft)


def test_a_call_that_has_not_opened_takes_nothing(draft):
    Call.objects.filter(pk=draft.call_id).update(opens_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(TooLate):
        send(draft)


def test_a_festival_that_the_site_suspended_takes_nothing(draft, festival):
    festival.verification = "suspended"
    festival.save()
    with pytest.raises(TooLate):
        send(draft)


# ---------- price ----------


@pytest.fixture
def priced(category):
    """Regular 18 EUR for one more day, then late 25 EUR."""
    for kind, ends_in, amount in (("regular", 1, 1800), ("late", 15, 2500)):
        deadline = factories.make_deadline(call=category.call, kind=kind, ends_in=ends_in)
        factories.make_fee(category=category, deadline=deadline, amount=amount)
    return category


def test_an_entry_with_a_fee_waits_for_the_payment(project, priced):
    entry = send(factories.make_draft(project=project, category=priced))
    assert entry.entry_status == EntryStatus.PENDING_PAYMENT
    assert (entry.fee_amount, entry.fee_currency) == (1800, "EUR")
    assert entry.money.format() == "18.00\u00a0EUR"


@pytest.mark.parametrize(
    ("minutes_after", "fee"), [(-60, 1800), (0, 1800), (29, 1800), (31, 2500), (3000, 2500)]
)
def test_a_fee_that_rises_is_held_for_half_an_hour(minutes_after, fee, project, priced):
    draft = factories.make_draft(project=project, category=priced)
    rises_at = priced.call.deadlines.get(kind="regular").ends_at
    arrived_at = rises_at + timedelta(minutes=minutes_after)
    assert send(draft, arrived_at=arrived_at).fee_amount == fee


def test_who_begins_after_the_rise_pays_the_new_fee(project, priced, filmmaker):
    rises_at = priced.call.deadlines.get(kind="regular").ends_at
    at = rises_at + SECOND
    draft = actions.begin(project=project, category=priced, by=filmmaker, at=at)
    assert send(draft, arrived_at=at + SECOND).fee_amount == 2500


@pytest.mark.parametrize("total", [0, 1799, 2500])
def test_another_sum_than_the_one_shown_is_refused(total, project, priced, filmmaker):
    draft = factories.make_draft(project=project, category=priced)
    with pytest.raises(NotAllowed, match="fee has changed"):
        actions.send_all(
            codes=[draft.code], by=filmmaker, arrived_at=timezone.now(), rules_version=1,
            total=total,
        )  # fmt: skip
    draft.refresh_from_db()
    assert draft.is_draft


# ---------- how many ----------


def test_a_call_takes_so_many_entries_from_one_person_and_no_more(category, filmmaker, second):
    Call.objects.filter(pk=category.call_id).update(max_per_filmmaker=1)
    category.call.refresh_from_db()
    first = factories.make_submission(
        project=factories.make_project(by=filmmaker), category=category
    )
    draft = factories.make_draft(project=factories.make_project(by=filmmaker), category=category)
    with pytest.raises(NotAllowed, match="no more entries"):
        send(draft)
    factories.make_submission(project=factories.make_project(by=second), category=category)
    actions.withdraw(submission=first, by=filmmaker)
    assert send(draft).is_live


# ---------- choosing ----------


def test_choosing_makes_the_drafts_exactly_those(project, category, filmmaker):
    call = category.call
    others = [factories.make_category(call=call) for _ in range(2)]
    choose = {"project": project, "call": call, "by": filmmaker, "at": timezone.now()}
    first = actions.choose(**choose, categories=[category, others[0]])
    second = actions.choose(**choose, categories=[others[0], others[1]])
    assert {draft.category for draft in Submission.objects.drafts()} == set(others)
    assert first[1] == second[0]


def test_choosing_leaves_alone_what_was_sent_and_other_calls(project, category, filmmaker):
    sent = factories.make_submission(project=project, category=category)
    elsewhere = factories.make_draft(project=project, category=factories.make_category())
    actions.choose(
        project=project, call=category.call, categories=[], by=filmmaker, at=timezone.now()
    )
    assert set(Submission.objects.all()) == {sent, elsewhere}


def test_after_closing_a_draft_is_kept_and_none_is_added(draft, project, filmmaker):
    other = factories.make_category(call=draft.call)
    closing = draft.begun_at + SECOND
    closes(draft.call, closing)
    call = Call.objects.get(pk=draft.call_id)
    choose = {"project": project, "call": call, "by": filmmaker, "at": closing + SECOND}
    kept = draft.category
    kept.call = other.call = call
    assert actions.choose(**choose, categories=[kept]) == [draft]
    with pytest.raises(NotAllowed, match="new entries"):
        actions.choose(**choose, categories=[kept, other])
    assert Submission.objects.get() == draft
