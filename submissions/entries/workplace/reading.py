"""How an entry stands for the people of the festival, who see all axes."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from festival.ui.looks import STATES
from submissions.entries.status import Consideration, Decision, EntryStatus

_BY_ENTRY = {
    EntryStatus.CART: "draft",
    EntryStatus.PENDING_PAYMENT: "waiting_for_payment",
    EntryStatus.INCOMPLETE: "needs_something",
    EntryStatus.WITHDRAWN: "withdrawn",
    EntryStatus.DISQUALIFIED: "disqualified",
    EntryStatus.CANCELLED: "withdrawn",
}
_BY_DECISION = {
    Decision.SHORTLISTED: "shortlisted",
    Decision.WAITLISTED: "waiting_list",
    Decision.SELECTED: "selected",
    Decision.CONFIRMED: "selected",
    Decision.NOT_SELECTED: "not_selected",
    Decision.DECLINED: "withdrawn",
    Decision.REVOKED: "disqualified",
}


@dataclass(frozen=True)
class Reading:
    """A state: `key` of festival.ui.looks, the word, and what only the festival knows of it."""

    key: str
    label: str
    note: str = ""

    @property
    def look(self) -> str:
        return STATES[self.key][1]


def reading(submission) -> Reading:
    """Return the one state that a list shows: what stops the entry, else how far it has come."""
    entry = EntryStatus(submission.entry_status)
    if entry in _BY_ENTRY:
        return Reading(_BY_ENTRY[entry], str(entry.label))
    decision = Decision(submission.decision)
    if decision is not Decision.UNDECIDED:
        is_out = submission.released_decision == decision
        note = "" if is_out else _("not released")
        return Reading(_BY_DECISION[decision], str(decision.label), note)
    note = _("taken back, not released") if submission.released_decision else ""
    if submission.consideration != Consideration.NOT_STARTED:
        return Reading("in_review", str(Consideration(submission.consideration).label), note)
    if submission.opened_at:
        return Reading("opened", _("Opened"), note)
    return Reading("sent", _("Sent"), note)


def label_of(axis: str, value: str) -> str:
    """Return the word for a value in the history, whatever its axis."""
    if not value:
        return ""
    axes = {"entry_status": EntryStatus, "consideration": Consideration}
    try:
        return str(axes.get(axis, Decision)(value).label)
    except ValueError:
        return value
