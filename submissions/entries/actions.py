"""Everything that changes an entry."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.calls.models import Call
from festival.calls.prices import price_of
from festival.letters.actions import enqueue
from festival.ui.fields import new_code
from submissions.entries import eligibility
from submissions.entries.models import Award, StatusChange, Submission
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
from submissions.projects.actions import take_version
from submissions.projects.models import Project
from submissions.projects.submitters import submitter_of

_RELEASED = "released_decision"


@transaction.atomic
def begin(*, project: Project, category, by) -> Submission:
    """Return the draft entry of `project` for `category`; a second call gives the first draft.

    The instant of the first call decides about the grace after closing.
    """
    if not Project.objects.owned_by(by).filter(pk=project.pk).exists():
        raise NotAllowed(_("Only the owner of the project can send it"))
    now = timezone.now()
    if not category.is_active or not category.call.accepts(begun_at=now, sent_at=now):
        raise NotAllowed(_("This call does not take entries now"))
    return _live(project, category) or _insert(project, category, by)


def _live(project, category) -> Submission | None:
    gone = [EntryStatus.WITHDRAWN, EntryStatus.CANCELLED]
    rows = Submission.objects.filter(project=project, category=category)
    return rows.exclude(entry_status__in=gone).first()


def _insert(project, category, by) -> Submission:
    try:
        with transaction.atomic():
            return Submission.objects.create(
                project=project,
                category=category,
                call=category.call,
                submitted_by=by,
                title=project.title,
            )
    except IntegrityError:
        entry = _live(project, category)
        if entry is None:
            raise
        return entry


@transaction.atomic
def send(*, submission: Submission, by, arrived_at, rules_version: int) -> Submission:
    """Send a draft entry: freeze the record, give it a tracking number, write the receipt.

    `arrived_at` is the instant at which the server got the request. An entry that was sent
    before is returned as it is, so that a double click is one entry and one receipt.
    """
    submission = Submission.objects.with_place().select_related("project").get(pk=submission.pk)
    if not submission.is_draft:
        return submission
    _check_sending(submission, by, arrived_at, rules_version)
    version = take_version(project=submission.project, by=by)
    price = price_of(submission.category, at=min(submission.begun_at, arrived_at))
    status = EntryStatus.PENDING_PAYMENT if price.amount else EntryStatus.RECEIVED
    sent = Submission.objects.filter(pk=submission.pk, entry_status=EntryStatus.CART).update(
        entry_status=status,
        version=version,
        submitted_at=arrived_at,
        tracking_number=_next_number(submission.call),
        rules_version=rules_version,
        fee_amount=price.amount,
        fee_currency=price.currency,
        title=version.record["identity"]["title"],
        credit_line=submission.project.credit_line,
        runtime=version.record["specs"].get("runtime"),
        countries=" ".join(version.record["specs"].get("countries_of_origin") or [])[:200],
    )
    submission.refresh_from_db()
    if sent:
        _log(submission, EntryStatus.CART, status, by=by)
        _write_letter("submission_received", submission, at=arrived_at)
    return submission


def _check_sending(submission, by, arrived_at, rules_version) -> None:
    if not Project.objects.owned_by(by).filter(pk=submission.project_id).exists():
        raise NotAllowed(_("Only the owner of the project can send it"))
    call = submission.call
    if not submission.category.is_active or not call.accepts(
        begun_at=submission.begun_at, sent_at=arrived_at
    ):
        raise NotAllowed(_("The call has closed. Your project and its draft entry are kept"))
    if rules_version != call.rules_version:
        raise NotAllowed(_("The rules have changed. Read them again before you send"))
    limit = call.max_per_filmmaker
    mine = Submission.objects.live().filter(call=call, submitted_by=by)
    if limit and mine.count() >= limit:
        raise NotAllowed(_("You have sent as many projects as this call takes from one person"))
    found = eligibility.problems(
        submission.project.current_record(), submitter_of(submission.project), submission.category
    )
    if eligibility.blocks(found):
        raise NotAllowed(found[0].message)


def _next_number(call: Call) -> str:
    Call.objects.filter(pk=call.pk).update(next_number=F("next_number") + 1)
    number = Call.objects.values_list("next_number", flat=True).get(pk=call.pk) - 1
    return f"{call.tracking_prefix}-{number:04d}-{new_code(3)}"


@transaction.atomic
def move(submission: Submission, *, to, by, reason: str = "", **extra) -> Submission:
    """Move the entry to the status `to` on the axis of `to`, once, with its step in the history.

    The former status stands in the WHERE of the UPDATE: of two people who move at the same time
    one wins and the other gets NotAllowed. `extra` are further columns written in that UPDATE.
    """
    axis = axis_of(to)
    before = type(to)(getattr(submission, axis))
    if to not in TRANSITIONS[before]:
        raise NotAllowed(
            _("“%(before)s” cannot become “%(after)s”")
            % {"before": before.label, "after": to.label}
        )
    if axis == "decision" and submission.entry_status not in LIVE_ENTRIES:
        raise NotAllowed(_("Only an entry that is in can be decided"))
    now = timezone.now()
    if axis == "decision":
        extra |= {"decided_by": by, "decided_at": now}
    rows = Submission.objects.filter(pk=submission.pk, **{axis: before})
    if axis == "decision":
        rows = rows.filter(entry_status__in=LIVE_ENTRIES)
    if not rows.update(**{axis: to}, **extra):
        raise NotAllowed(_("Somebody else changed this entry just now. Look at it again"))
    submission.refresh_from_db()
    _log(submission, before, to, by=by, reason=reason)
    return submission


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
    if submission.decision == Decision.UNDECIDED:
        raise NotAllowed(_("There is no decision to release"))
    now = timezone.now()
    before = submission.released_decision
    rows = Submission.objects.filter(
        pk=submission.pk, decision=submission.decision, released_decision=before
    ).exclude(released_decision=submission.decision)
    if rows.update(released_decision=submission.decision, released_at=now):
        submission.refresh_from_db()
        _log_release(submission, before, by)
        _write_letter("decision_released", submission, at=now, line=decision_line(submission))
    return submission


@transaction.atomic
def answer(*, submission: Submission, to, by) -> Submission:
    """Confirm or decline a released selection, as the owner of the project."""
    if not Project.objects.owned_by(by).filter(pk=submission.project_id).exists():
        raise NotAllowed(_("Only the owner of the project can answer"))
    if to not in ANSWERS_OF_THE_FILMMAKER or submission.released_decision not in (
        Decision.SELECTED,
        Decision.CONFIRMED,
    ):
        raise NotAllowed(_("There is no invitation to answer"))
    return move(submission, to=to, by=by, released_decision=to, released_at=timezone.now())


@transaction.atomic
def withdraw(*, submission: Submission, by, reason: str = "") -> Submission:
    """Take the entry back, as the owner of the project; it stays in the history of both sides."""
    if not Submission.objects.withdrawable_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Only the owner of the project can take it back"))
    submission = Submission.objects.with_place().select_related("project").get(pk=submission.pk)
    if submission.is_draft:
        raise NotAllowed(_("A draft entry is not sent; delete it instead"))
    move(submission, to=EntryStatus.WITHDRAWN, by=by, reason=reason)
    _write_letter("submission_withdrawn", submission, at=timezone.now())
    return submission


@transaction.atomic
def discard(*, submission: Submission, by) -> None:
    """Delete a draft entry; one that was sent cannot be deleted, only withdrawn."""
    owned = Submission.objects.withdrawable_by(by).filter(pk=submission.pk)
    if not owned.exists():
        raise NotAllowed(_("Only the owner of the project can do this"))
    deleted, _rows = Submission.objects.filter(
        pk=submission.pk, entry_status=EntryStatus.CART
    ).delete()
    if not deleted:
        raise NotAllowed(_("This entry was sent. Withdraw it instead"))


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


def _log(submission, before, after, *, by, reason="") -> None:
    StatusChange.objects.create(
        submission=submission,
        axis=axis_of(after),
        before=before,
        after=after,
        by=by,
        reason=reason,
        version_id=submission.version_id,
    )


def _log_release(submission, before, by) -> None:
    StatusChange.objects.create(
        submission=submission,
        axis=_RELEASED,
        before=before,
        after=submission.released_decision,
        by=by,
        version_id=submission.version_id,
    )


def _write_letter(event: str, submission, *, at, line="") -> None:
    person = submission.submitted_by
    steps = submission.changes.count()
    enqueue(
        key=f"{event}:{submission.code}:{steps}",
        to=person.email,
        user=person,
        event=event,
        context={
            "name": person.name,
            "submission": {
                "title": submission.title,
                "festival": submission.call.edition.festival.name,
                "edition": str(submission.call.edition),
                "category": submission.category.name,
                "tracking_number": submission.tracking_number,
                "url": settings.SITE_URL + submission.get_absolute_url(),
                "when": at,
                "decision_line": line,
            },
        },
    )
