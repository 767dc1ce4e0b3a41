"""The axes of an entry: every allowed step works, every other one is refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from festival.accounts.access import NotAllowed
from festival.letters.models import Letter
from submissions.entries import actions
from submissions.entries.models import Award, StatusChange, Submission
from submissions.entries.status import (
    AXES,
    LIVE_ENTRIES,
    TRANSITIONS,
    Consideration,
    Decision,
    EntryStatus,
    axis_of,
)
from tests import factories

E, C, D = EntryStatus, Consideration, Decision
PAIRS = [(before, after) for axis in AXES for before in axis for after in axis]
ALLOWED = [
    (before, after)
    for before, after in PAIRS
    if after in TRANSITIONS[before] and before is not E.CART
]
REFUSED = [pair for pair in PAIRS if pair not in ALLOWED]


def put(submission, status, by):
    """Stand the entry at `status` without going through the steps before it."""
    columns = {axis_of(status): status}
    if axis_of(status) == "entry_status":
        columns["submitted_at"] = timezone.now()
    if status in D and status != D.UNDECIDED:
        columns |= {"decided_by": by, "decided_at": timezone.now()}
    if status == E.CART:
        columns |= {"submitted_at": None}
    Submission.objects.filter(pk=submission.pk).update(**columns)
    submission.refresh_from_db()
    return submission


def test_every_status_has_its_row_in_the_table():
    assert set(TRANSITIONS) == {status for axis in AXES for status in axis}
    assert len(ALLOWED) > 40
    assert len(REFUSED) > 60


@pytest.mark.parametrize("axis", AXES, ids=AXES.get)
def test_an_allowed_step_is_taken_and_written_down_once(axis, submission, programmer):
    for before, after in (pair for pair in ALLOWED if pair[0] in axis):
        put(submission, before, programmer)
        steps = submission.changes.count()
        moved = actions.move(submission, to=after, by=programmer, reason="Because")
        assert getattr(moved, axis_of(after)) == after
        assert submission.changes.count() == steps + 1
        step = submission.changes.last()
        assert (step.axis, step.before, step.after) == (axis_of(after), before, after)
        assert (step.by, step.reason, step.version) == (programmer, "Because", submission.version)
        if after in D:
            assert moved.decided_by == programmer
            assert moved.decided_at


@pytest.mark.parametrize("axis", AXES, ids=AXES.get)
def test_a_step_that_the_table_does_not_hold_is_refused(axis, submission, programmer):
    for before, after in (pair for pair in REFUSED if pair[0] in axis):
        put(submission, before, programmer)
        with pytest.raises(NotAllowed):
            actions.move(submission, to=after, by=programmer)
        submission.refresh_from_db()
        assert getattr(submission, axis_of(before)) == before, (before, after)
    assert submission.changes.count() == 1


def test_only_an_entry_that_is_in_is_watched_or_decided(submission, programmer):
    for status in set(E) - LIVE_ENTRIES:
        put(submission, status, programmer)
        for to in (C.IN_REVIEW, D.SELECTED):
            with pytest.raises(NotAllowed):
                actions.move(submission, to=to, by=programmer)
    submission.refresh_from_db()
    assert (submission.consideration, submission.decision) == (C.NOT_STARTED, D.UNDECIDED)


def test_who_moves_from_an_old_view_of_the_entry_is_told(submission, programmer):
    old = Submission.objects.get(pk=submission.pk)
    actions.move(submission, to=D.SELECTED, by=programmer)
    with pytest.raises(NotAllowed, match="Somebody else"):
        actions.move(old, to=D.NOT_SELECTED, by=programmer)
    submission.refresh_from_db()
    assert submission.decision == D.SELECTED


def test_a_very_long_reason_is_refused_and_not_cut(submission, programmer):
    with pytest.raises(NotAllowed, match="500"):
        actions.decide(submission=submission, to=E.DISQUALIFIED, by=programmer, reason="x" * 501)
    submission.refresh_from_db()
    assert submission.entry_status == E.RECEIVED


@pytest.mark.parametrize("who", ["rival", "juror", "filmmaker", "second"])
def test_nobody_but_the_programmers_of_the_festival_decides(who, submission, request):
    person = request.getfixturevalue(who)
    for act in (
        lambda: actions.decide(submission=submission, to=D.SELECTED, by=person),
        lambda: actions.ask(submission=submission, wanted="Subtitles", wanted_by=None, by=person),
        lambda: actions.open_entry(submission=submission, by=person),
        lambda: actions.start_review(submission=submission, by=person),
        lambda: actions.give_award(submission=submission, result="winner", name="", by=person),
        lambda: actions.release(submission=submission, by=person),
    ):
        with pytest.raises(NotAllowed):
            act()
    submission.refresh_from_db()
    assert submission.changes.count() == 1
    assert (submission.opened_at, submission.decision) == (None, D.UNDECIDED)
    assert not Award.objects.exists()


@pytest.mark.parametrize("to", [D.CONFIRMED, D.DECLINED, E.WITHDRAWN])
def test_the_festival_does_not_speak_for_the_filmmaker(to, submission, programmer):
    put(submission, D.SELECTED, programmer)
    with pytest.raises(NotAllowed, match="Only the filmmaker"):
        actions.decide(submission=submission, to=to, by=programmer)


def test_a_programmer_confirms_a_payment(project, category, programmer):
    deadline = factories.make_deadline(call=category.call)
    factories.make_fee(category=category, deadline=deadline, amount=1800)
    entry = factories.make_submission(project=project, category=category)
    assert (entry.entry_status, entry.fee_amount) == (E.PENDING_PAYMENT, 1800)
    entry = actions.decide(submission=entry, to=E.RECEIVED, by=programmer)
    assert entry.entry_status == E.RECEIVED
    assert [(step.before, step.after) for step in entry.changes.all()] == [
        ("cart", "pending_payment"),
        ("pending_payment", "received"),
    ]


def test_asking_says_what_is_needed_and_until_when(submission, programmer):
    until = timezone.now().date() + timedelta(days=7)
    entry = actions.ask(
        submission=submission, wanted="English subtitles", wanted_by=until, by=programmer
    )
    assert (entry.entry_status, entry.wanted, entry.wanted_by) == (
        E.INCOMPLETE,
        "English subtitles",
        until,
    )
    with pytest.raises(NotAllowed):
        actions.ask(submission=submission, wanted="  ", wanted_by=until, by=programmer)


def test_opening_is_noted_once(submission, programmer):
    first = actions.open_entry(submission=submission, by=programmer).opened_at
    assert actions.open_entry(submission=submission, by=programmer).opened_at == first


def test_starting_review_opens_the_entry(submission, programmer):
    entry = actions.start_review(submission=submission, by=programmer)
    assert entry.consideration == C.IN_REVIEW
    assert entry.opened_at


def test_releasing_shows_the_decision_with_one_letter(submission, programmer):
    actions.decide(submission=submission, to=D.SELECTED, by=programmer)
    assert not Letter.objects.filter(event="decision_released").exists()
    first = actions.release(submission=submission, by=programmer)
    again = actions.release(submission=submission, by=programmer)
    assert first.released_decision == again.released_decision == D.SELECTED
    assert first.released_at == again.released_at
    letter = Letter.objects.get(event="decision_released")
    assert letter.to_address == submission.submitted_by.email
    assert "Selected" in letter.text
    steps = submission.changes.filter(axis="released_decision")
    assert [(step.before, step.after) for step in steps] == [("", "selected")]


def test_a_corrected_decision_is_released_with_its_own_letter(submission, programmer):
    for decision in (D.SELECTED, D.NOT_SELECTED, D.UNDECIDED):
        actions.decide(submission=submission, to=decision, by=programmer)
        actions.release(submission=submission, by=programmer)
    assert Letter.objects.filter(event="decision_released").count() == 3
    submission.refresh_from_db()
    assert submission.released_decision == D.UNDECIDED


def test_without_a_decision_nothing_is_released(submission, programmer):
    with pytest.raises(NotAllowed, match="no decision"):
        actions.release(submission=submission, by=programmer)


def test_nothing_is_released_about_an_entry_that_was_taken_back(submission, programmer, filmmaker):
    actions.decide(submission=submission, to=D.NOT_SELECTED, by=programmer)
    actions.withdraw(submission=submission, by=filmmaker)
    with pytest.raises(NotAllowed, match="that is in"):
        actions.release(submission=submission, by=programmer)
    assert not Letter.objects.filter(event="decision_released").exists()


def test_unreleased_are_those_whose_present_decision_nobody_outside_has_read(
    submission, programmer
):
    assert not Submission.objects.unreleased().exists()
    actions.decide(submission=submission, to=D.SELECTED, by=programmer)
    assert Submission.objects.unreleased().get() == submission
    actions.release(submission=submission, by=programmer)
    assert not Submission.objects.unreleased().exists()
    actions.decide(submission=submission, to=D.UNDECIDED, by=programmer)
    assert Submission.objects.unreleased().get() == submission


def test_the_owner_confirms_or_declines_a_released_invitation(submission, programmer, filmmaker):
    actions.decide(submission=submission, to=D.SELECTED, by=programmer)
    with pytest.raises(NotAllowed, match="no invitation"):
        actions.answer(submission=submission, to=D.CONFIRMED, by=filmmaker)
    actions.release(submission=submission, by=programmer)
    entry = actions.answer(submission=submission, to=D.CONFIRMED, by=filmmaker)
    assert (entry.decision, entry.released_decision) == (D.CONFIRMED, D.CONFIRMED)
    steps = submission.changes.count()
    actions.answer(submission=submission, to=D.CONFIRMED, by=filmmaker)
    assert submission.changes.count() == steps
    entry = actions.answer(submission=submission, to=D.DECLINED, by=filmmaker)
    assert entry.released_decision == D.DECLINED
    with pytest.raises(NotAllowed):
        actions.answer(submission=submission, to=D.CONFIRMED, by=filmmaker)


@pytest.mark.parametrize("pending", [D.REVOKED, D.NOT_SELECTED, D.UNDECIDED, D.WAITLISTED])
def test_an_answer_tells_nothing_about_what_is_pending_behind_it(
    pending, submission, programmer, filmmaker
):
    actions.decide(submission=submission, to=D.SELECTED, by=programmer)
    actions.release(submission=submission, by=programmer)
    submission.refresh_from_db()
    actions.decide(submission=submission, to=pending, by=programmer)
    entry = actions.answer(submission=submission, to=D.CONFIRMED, by=filmmaker)
    assert (entry.decision, entry.released_decision) == (D.CONFIRMED, D.CONFIRMED)
    actions.decide(submission=entry, to=D.REVOKED, by=programmer)


@pytest.mark.parametrize("who", ["programmer", "second", "rival"])
def test_nobody_answers_for_the_owner(who, submission, programmer, request):
    actions.decide(submission=submission, to=D.SELECTED, by=programmer)
    actions.release(submission=submission, by=programmer)
    with pytest.raises(NotAllowed, match="owner"):
        actions.answer(submission=submission, to=D.CONFIRMED, by=request.getfixturevalue(who))


def test_withdrawing_writes_one_letter_however_often_it_is_pressed(submission, filmmaker):
    actions.withdraw(submission=submission, by=filmmaker, reason="Not finished")
    actions.withdraw(submission=submission, by=filmmaker, reason="Not finished")
    submission.refresh_from_db()
    assert submission.entry_status == E.WITHDRAWN
    assert Letter.objects.filter(event="submission_withdrawn").count() == 1
    assert submission.changes.last().reason == "Not finished"


def test_after_a_selection_withdrawing_needs_a_reason(submission, programmer, filmmaker):
    actions.decide(submission=submission, to=D.SELECTED, by=programmer)
    actions.release(submission=submission, by=programmer)
    with pytest.raises(NotAllowed, match="Say why"):
        actions.withdraw(submission=submission, by=filmmaker, reason=" ")
    entry = actions.withdraw(submission=submission, by=filmmaker, reason="The rights are gone")
    assert entry.entry_status == E.WITHDRAWN


@pytest.mark.parametrize("role", ["editor", "viewer"])
def test_a_collaborator_neither_withdraws_nor_deletes(role, submission, second):
    factories.make_team_member(project=submission.project, user=second, role=role)
    with pytest.raises(NotAllowed):
        actions.withdraw(submission=submission, by=second)
    with pytest.raises(NotAllowed):
        actions.discard(submission=submission, by=second)


def test_what_was_withdrawn_can_be_sent_again_but_not_reopened_beside_it(
    submission, filmmaker, programmer
):
    actions.withdraw(submission=submission, by=filmmaker)
    again = factories.make_submission(project=submission.project, category=submission.category)
    assert again.pk != submission.pk
    submission.refresh_from_db()
    with pytest.raises(NotAllowed, match="again"):
        actions.decide(submission=submission, to=E.RECEIVED, by=programmer)
    actions.withdraw(submission=again, by=filmmaker)
    assert actions.decide(submission=submission, to=E.RECEIVED, by=programmer).is_live


def test_only_a_draft_can_be_deleted(project, category, filmmaker):
    draft = factories.make_draft(project=project, category=category)
    actions.discard(submission=draft, by=filmmaker)
    assert not Submission.objects.exists()
    sent = factories.make_submission(project=project, category=category)
    with pytest.raises(NotAllowed, match="Withdraw it instead"):
        actions.discard(submission=sent, by=filmmaker)
    assert Submission.objects.count() == 1


def test_an_award_is_given_once(submission, programmer):
    given = {"submission": submission, "result": "winner", "name": "Best short", "by": programmer}
    assert actions.give_award(**given) == actions.give_award(**given)
    actions.give_award(**(given | {"name": "Audience award"}))
    assert submission.awards.count() == 2


def test_an_award_is_public_from_its_instant_on(submission, programmer):
    now = timezone.now()
    for name_, instant in (("Secret", None), ("Soon", now + timedelta(hours=1)), ("Out", now)):
        actions.give_award(
            submission=submission, result="winner", name=name_, by=programmer, public_from=instant
        )
    assert [award.name for award in Award.objects.public(now)] == ["Out"]


def test_a_step_in_the_history_cannot_be_rewritten(submission):
    with pytest.raises(TypeError):
        submission.changes.update(reason="Other")


SENT_WITHOUT_PAPERS = [
    {"submitted_at": None},
    {"version": None},
    {"tracking_number": None},
    {"entry_status": "cart"},
    {"entry_status": "lost"},
    {"consideration": "lost"},
    {"decision": "lost"},
    {"decision": "selected"},
    {"released_decision": "selected"},
]


@pytest.mark.parametrize("columns", SENT_WITHOUT_PAPERS, ids=str)
def test_the_database_refuses_what_must_never_be_true(columns, submission):
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(**columns)


def test_the_database_holds_a_project_in_a_category_once(submission, filmmaker):
    twin = {
        "project": submission.project,
        "category": submission.category,
        "call": submission.call,
        "submitted_by": filmmaker,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.create(**twin)
    actions.withdraw(submission=submission, by=filmmaker)
    Submission.objects.create(**twin)
    assert StatusChange.objects.filter(submission=submission).count() == 2
