"""What the owner of a project does with an entry: answer, withdraw, delete a draft."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from submissions.entries.actions.moving import step_to
from submissions.entries.models import Submission
from submissions.entries.status import ANSWERS_TO, LIVE_ENTRIES, Decision, EntryStatus
from submissions.entries.traces import RELEASED, log, place_of, write_letter
from submissions.projects.history import note
from submissions.projects.vocabulary import Deed


@transaction.atomic
def answer(*, submission: Submission, to, by) -> Submission:
    """Confirm or decline a released selection, as the owner of the project.

    Only what was released counts: a decision that is pending behind it is overwritten, so that
    the answer tells nothing about it. The festival can still revoke.
    """
    if not Submission.objects.withdrawable_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Only the owner of the project can answer"))
    submission = Submission.objects.get(pk=submission.pk)
    before, pending = submission.released_decision, submission.decision
    if before == to:
        return submission  # the second of two clicks
    if to not in ANSWERS_TO.get(before, ()) or submission.entry_status not in LIVE_ENTRIES:
        raise NotAllowed(_("There is no invitation to answer"))
    now = timezone.now()
    rows = Submission.objects.live().filter(
        pk=submission.pk, released_decision=before, decision=pending
    )
    columns = {"decision": to, "decided_by": by, "decided_at": now}
    if not rows.update(released_decision=to, released_at=now, **columns):
        raise NotAllowed(_("Something changed just now. Look at it again"))
    submission.refresh_from_db()
    log(submission, Decision(pending), to, by=by)
    log(submission, before, to, by=by, axis=RELEASED)
    return submission


@transaction.atomic
def withdraw(*, submission: Submission, by, reason: str = "") -> Submission:
    """Take the entry back, as the owner of the project; it stays in the history of both sides."""
    if not Submission.objects.withdrawable_by(by).filter(pk=submission.pk).exists():
        raise NotAllowed(_("Only the owner of the project can take it back"))
    submission = Submission.objects.with_place().select_related("project").get(pk=submission.pk)
    if submission.is_draft:
        raise NotAllowed(_("A draft entry is not sent; delete it instead"))
    if submission.released_decision in ANSWERS_TO and not reason.strip():
        raise NotAllowed(_("Say why: the festival has a place for it in its programme"))
    try:
        step = step_to(submission, EntryStatus.WITHDRAWN, by, reason)
    except NotAllowed:
        submission.refresh_from_db()
        if submission.entry_status == EntryStatus.WITHDRAWN:
            return submission  # the second of two clicks
        raise
    note(submission.project, Deed.WITHDRAWN, by=by, detail=place_of(submission))
    write_letter("submission_withdrawn", step, at=step.at)
    return submission


@transaction.atomic
def discard(*, submission: Submission, by) -> None:
    """Delete a draft entry; one that was sent cannot be deleted, only withdrawn."""
    owned = Submission.objects.withdrawable_by(by).filter(pk=submission.pk)
    if not owned.exists():
        raise NotAllowed(_("Only the owner of the project can do this"))
    if not owned.give_up():
        raise NotAllowed(_("This entry was sent. Withdraw it instead"))
