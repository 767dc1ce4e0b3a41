"""The way of an entry for its filmmaker: five steps, and the history behind them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from submissions.entries.standing import standing
from submissions.entries.status import Consideration, Decision, EntryStatus

_GOOD = frozenset({Decision.SELECTED, Decision.CONFIRMED})


@dataclass(frozen=True)
class Step:
    """One step of the tracker; `state` is done, now, good or empty."""

    label: str
    when: str = ""
    state: str = ""


@dataclass(frozen=True)
class Event:
    """One line of the history as the filmmaker may read it."""

    at: datetime
    text: str
    who: str
    reason: str = ""


def steps(submission, review_at=None) -> list[Step]:
    """Return the five steps of an entry that was sent, none for a draft; needs no query.

    `submission` comes with its place; `review_at` is the instant at which watching began. A step
    is done only if it was taken: a festival may decide about what it never opened.
    """
    if submission.is_draft:
        return []
    rows = [
        (_("Sent"), _short(submission.submitted_at), True),
        (_("Opened"), _short(submission.opened_at), submission.opened_at is not None),
        (_("In review"), _short(review_at), _is_watched(submission)),
        _outcome(submission),
        (_("Festival"), _short(submission.call.edition.starts_on), False),
    ]
    last = max(number for number, row in enumerate(rows) if row[2])
    is_good = submission.is_live and submission.released_decision in _GOOD
    return [
        Step(label, when, _state(number, last, is_taken, is_good))
        for number, (label, when, is_taken) in enumerate(rows)
    ]


def _state(number, last, is_taken, is_good) -> str:
    if number < last:
        return "done" if is_taken else ""
    if number > last:
        return ""
    return "good" if number == _OUTCOME and is_good else "now"


_OUTCOME = 3


def _is_watched(submission) -> bool:
    return submission.consideration != Consideration.NOT_STARTED


def _outcome(submission) -> tuple[str, str, bool]:
    if not submission.is_live:
        ended_at = getattr(submission, "entry_changed_at", None)
        return standing(submission).label, _short(ended_at), True
    return (*_answer(submission, submission.call), _is_answered(submission))


def _is_answered(submission) -> bool:
    return submission.released_decision not in ("", Decision.UNDECIDED)


def _answer(submission, call) -> tuple[str, str]:
    if _is_answered(submission):
        return str(Decision(submission.released_decision).label), _short(submission.released_at)
    if call.notification_on:
        return _("Answer"), _("by %(day)s") % {"day": _short(call.notification_on)}
    return _("Answer"), ""


def _short(value) -> str:
    return date_format(value, "j M") if value else ""


def history(submission, changes, reader) -> list[Event]:
    """Return the history for `reader` from `changes` (see StatusChangeQuerySet.for_filmmaker).

    The people of the festival are never named, only the festival.
    """
    events = [_event(submission, row, reader) for row in changes]
    if submission.opened_at:
        festival = submission.call.edition.festival.name
        events.append(Event(submission.opened_at, _("Opened"), festival))
    return sorted(events, key=lambda event: event.at)


def _event(submission, row, reader) -> Event:
    filmmaker_did = row.after == EntryStatus.WITHDRAWN or row.before == EntryStatus.CART
    if row.axis == "released_decision":
        filmmaker_did = row.after in (Decision.CONFIRMED, Decision.DECLINED)
    if not filmmaker_did or row.by is None:
        who = submission.call.edition.festival.name
    elif row.by_id == reader.pk:
        who = _("You")
    else:
        who = row.by.name
    reason = row.reason if row.axis == "entry_status" else ""
    return Event(row.at, _words(row), who, reason)


def _words(row) -> str:
    if row.axis == "released_decision":
        if row.after == Decision.UNDECIDED:
            return _("The answer was taken back")
        return str(Decision(row.after).label)
    if row.axis == "consideration":
        return _("In review")
    return _ENTRY_WORDS.get((row.before, row.after), lambda: EntryStatus(row.after).label)()


_ENTRY_WORDS = {
    ("cart", "received"): lambda: _("Sent"),
    ("cart", "pending_payment"): lambda: _("Sent, waiting for payment"),
    ("pending_payment", "received"): lambda: _("The fee has arrived"),
    ("incomplete", "received"): lambda: _("Complete"),
    ("withdrawn", "received"): lambda: _("Taken in again"),
    ("disqualified", "received"): lambda: _("Taken in again"),
}


def review_began(changes) -> datetime | None:
    """Return the instant at which watching began, from the same changes."""
    return next((row.at for row in changes if row.axis == "consideration"), None)
