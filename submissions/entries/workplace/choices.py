"""Which steps the festival's people can take with an entry, and taking one."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from festival.accounts.access import NotAllowed
from submissions.entries import actions
from submissions.entries.models import Submission
from submissions.entries.status import (
    ANSWERS_OF_THE_FILMMAKER,
    AXES,
    LIVE_ENTRIES,
    TRANSITIONS,
    Consideration,
    Decision,
    EntryStatus,
    axis_of,
)

_E, _C, _D = EntryStatus, Consideration, Decision
KINDS = {axis: kind for kind, axis in AXES.items()}
# Asking needs words and a day, so it has a form of its own.
_NOT_A_BUTTON = ANSWERS_OF_THE_FILMMAKER | {_E.WITHDRAWN, _E.INCOMPLETE, _E.PENDING_PAYMENT}
_RARE = frozenset({_E.CANCELLED, _E.DISQUALIFIED, _D.REVOKED})


@dataclass(frozen=True)
class Step:
    """A button: the posted value, its word, whether it stands apart because it is rarely meant."""

    value: str
    label: str
    is_rare: bool


def step_of(text: str):
    """Return the status that a posted "axis:value" names, or None."""
    axis, _colon, value = text.partition(":")
    try:
        status = KINDS[axis](value)
    except (KeyError, ValueError):
        return None
    return None if status in _NOT_A_BUTTON else status


def steps(submission, axis: str) -> list[Step]:
    """Return the buttons of one axis for an entry, in the order of the vocabulary."""
    kind = KINDS[axis]
    if axis != "entry_status" and submission.entry_status not in LIVE_ENTRIES:
        return []
    now = kind(getattr(submission, axis))
    following = [
        status for status in kind if status in TRANSITIONS[now] and status not in _NOT_A_BUTTON
    ]
    return [
        Step(f"{axis}:{status.value}", _word(now, status), status in _RARE) for status in following
    ]


def _word(now, to) -> str:
    words = {
        (_E.PENDING_PAYMENT, _E.RECEIVED): _("Confirm the payment"),
        (_E.INCOMPLETE, _E.RECEIVED): _("It is complete now"),
        (_E.WITHDRAWN, _E.RECEIVED): _("Take it in again"),
        (_E.DISQUALIFIED, _E.RECEIVED): _("Take it in again"),
        (_C.NOT_STARTED, _C.IN_REVIEW): _("Start the review"),
        (_C.DISCUSSED, _C.IN_REVIEW): _("Review it again"),
    }
    return words.get((now, to)) or _verbs().get(to) or str(to.label)


def _verbs() -> dict:
    return {
        _E.DISQUALIFIED: _("Disqualify"),
        _E.CANCELLED: pgettext("an entry", "Cancel"),
        _C.DISCUSSED: _("Discussed"),
        _D.UNDECIDED: _("Back to undecided"),
        _D.SHORTLISTED: _("Shortlist"),
        _D.WAITLISTED: _("Waiting list"),
        _D.SELECTED: _("Select"),
        _D.NOT_SELECTED: _("Do not select"),
        _D.REVOKED: _("Revoke the selection"),
    }


def refusal(submission, to) -> str:
    """Return why the entry cannot take the step `to` now; empty when it can."""
    axis = axis_of(to)
    now = type(to)(getattr(submission, axis))
    if now == to:
        return _("Is so already")
    if to not in TRANSITIONS[now] or to in _NOT_A_BUTTON:
        return _("“%(before)s” cannot become “%(after)s”") % {
            "before": now.label,
            "after": to.label,
        }
    if axis != "entry_status" and submission.entry_status not in LIVE_ENTRIES:
        return str(EntryStatus(submission.entry_status).label)
    return ""


def take(submission, to, by, reason="") -> None:
    """Take one step through its action."""
    if to is _C.IN_REVIEW and submission.consideration == _C.NOT_STARTED and not reason:
        actions.start_review(submission=submission, by=by)
    else:
        actions.decide(submission=submission, to=to, by=by, reason=reason)


def release_refusal(submission) -> str:
    """Return why there is nothing to release; empty when there is."""
    if submission.entry_status not in LIVE_ENTRIES:
        return str(EntryStatus(submission.entry_status).label)
    if submission.decision == submission.released_decision:
        return _("Is released already")
    if submission.decision == _D.UNDECIDED and not submission.released_decision:
        return _("There is no decision")
    return ""


@transaction.atomic
def release_seen(submission, by) -> None:
    """Release the decision that the page showed, and no other."""
    rows = Submission.objects.select_for_update().filter(pk=submission.pk)
    if not rows.filter(decision=submission.decision).exists():
        raise NotAllowed(_("Somebody else changed this entry just now. Look at it again"))
    if refused := release_refusal(rows.get()):
        raise NotAllowed(refused)
    actions.release(submission=submission, by=by)
