"""What the festival does with an entry."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from submissions.entries.models import Award, Submission
from submissions.entries.standing import decision_line
from submissions.entries.status import (
    ANSWERS_OF_THE_FILMMAKER,
    LIVE_ENTRIES,
    TRANSITIONS,
    Consideration,
    Decision,
    EntryStatus,
    axis_of,
)
from submissions.entries.traces import RELEASED, log, write_letter

LONGEST_REASON = 500


@transaction.atomic
def move(submission: Submission, *, to, by, reason: str = "", **extra) -> Submission:
    """Move the entry to the status `to` on the axis of `to`, once, with its step in the history.

    The former status stands in the WHERE of the UPDATE: of two people who move at the same time
    one wins and the other gets NotAllowed. `extra` are further columns written in that UPDATE.
    """
    step_to(submission, to, by, reason, extra)
    return submission


def step_to(submission, to, by, reason, extra=None):
    """Do what `move` does and return the step in the history."""
    extra = dict(extra or {})
    axis = axis_of(to)
    before = type(to)(getattr(submission, axis))
    if len(reason) > LONGEST_REASON:
        raise NotAllowed(_("Say it in at most %(n)d characters") % {"n": LONGEST_REASON})
    if to not in TRANSITIONS[before]:
        raise NotAllowed(
            _("“%(before)s” cannot become “%(after)s”")
            % {"before": before.label, "after": to.label}
        )
    if before == EntryStatus.CART:
        raise NotAllowed(_("Only the filmmaker can send a draft entry"))
    rows = Submission.objects.filter(pk=submission.pk, **{axis: before})
    if axis != "entry_status":
        if submission.entry_status not in LIVE_ENTRIES:
            raise NotAllowed(_("Only an entry that is in can be watched or decided"))
        rows = rows.live()
    if axis == "decision":
        extra |= {"decided_by": by, "decided_at": timezone.now()}
    if not _update(rows, {axis: to} | extra):
        raise NotAllowed(_("Somebody else changed this entry just now. Look at it again"))
    submission.refresh_from_db()
    return log(submission, before, to, by=by, reason=reason)


def _update(rows, columns) -> int:
    try:
        with transaction.atomic():
            return rows.update(**columns)
    except IntegrityError as error:
        # Taken back and sent again: the first entry cannot be reopened beside the second.
        raise NotAllowed(_("The project was sent to this category again")) from error


@transaction.atomic
def decide(*, submission: Submission, to, by, reason: str = "") -> Submission:
    """Let a member of the festival move the entry; refuse everybody else."""
    if not Submission.objects.decidable_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Your role does not allow this"))
    if to in ANSWERS_OF_THE_FILMMAKER or to is EntryStatus.WITHDRAWN:
        raise NotAllowed(_("Only the filmmaker can say this"))
    return move(submission, to=to, by=by, reason=reason)


@transaction.atomic
def open_entry(*, submission: Submission, by) -> Submission:
    """Note that the festival has opened the entry, the first time that somebody says so."""
    if not Submission.objects.received_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Your role does not allow this"))
    Submission.objects.filter(pk=submission.pk, opened_at=None).update(opened_at=timezone.now())
    submission.refresh_from_db()
    return submission


@transaction.atomic
def start_review(*, submission: Submission, by) -> Submission:
    """Move an entry that nobody has begun to watch into review."""
    open_entry(submission=submission, by=by)
    return decide(submission=submission, to=Consideration.IN_REVIEW, by=by)


@transaction.atomic
def ask(*, submission: Submission, wanted: str, wanted_by, by) -> Submission:
    """Mark the entry as incomplete and say what is needed, until the day `wanted_by`."""
    if not Submission.objects.decidable_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Your role does not allow this"))
    if not wanted.strip():
        raise NotAllowed(_("Say what the entry needs"))
    return move(
        submission,
        to=EntryStatus.INCOMPLETE,
        by=by,
        reason=wanted,
        wanted=wanted,
        wanted_by=wanted_by,
    )


@transaction.atomic
def release(*, submission: Submission, by) -> Submission:
    """Let the filmmaker read the present decision, with one letter; a second call does nothing."""
    if not Submission.objects.releasable_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Your role does not allow this"))
    submission = Submission.objects.with_place().select_related("project").get(pk=submission.pk)
    if submission.decision == Decision.UNDECIDED and not submission.released_decision:
        raise NotAllowed(_("There is no decision to release"))
    if submission.entry_status not in LIVE_ENTRIES:
        raise NotAllowed(_("Only the decision about an entry that is in can be released"))
    now = timezone.now()
    before = submission.released_decision
    rows = Submission.objects.filter(
        pk=submission.pk,
        decision=submission.decision,
        released_decision=before,
        entry_status__in=LIVE_ENTRIES,
    ).exclude(released_decision=submission.decision)
    if rows.update(released_decision=submission.decision, released_at=now):
        submission.released_decision, submission.released_at = submission.decision, now
        step = log(submission, before, submission.decision, by=by, axis=RELEASED)
        write_letter("decision_released", step, at=now, line=decision_line(submission))
    else:
        submission.refresh_from_db()
    return submission


@transaction.atomic
def give_award(*, submission: Submission, result: str, name: str, by, public_from=None) -> Award:
    """Record one result of the fourth axis; the same result and name again is the first one."""
    if not Submission.objects.decidable_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Your role does not allow this"))
    award, _new = Award.objects.get_or_create(
        submission=submission,
        result=result,
        name=name,
        defaults={"given_by": by, "public_from": public_from},
    )
    return award
