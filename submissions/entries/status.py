"""The four axes of an entry and what may come next on each."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EntryStatus(TextChoices):
    """Axis 1: is the entry in?"""

    CART = "cart", _("Draft")
    PENDING_PAYMENT = "pending_payment", _("Waiting for payment")
    RECEIVED = "received", _("Received")
    INCOMPLETE = "incomplete", _("Needs something")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISQUALIFIED = "disqualified", _("Disqualified")
    CANCELLED = "cancelled", _("Cancelled")


class Consideration(TextChoices):
    """Axis 2: is somebody watching it?"""

    NOT_STARTED = "not_started", _("Not started")
    IN_REVIEW = "in_review", _("In review")
    DISCUSSED = "discussed", _("Discussed")


class Decision(TextChoices):
    """Axis 3: what was decided; the filmmaker reads it only once it is released."""

    UNDECIDED = "undecided", _("Undecided")
    SHORTLISTED = "shortlisted", _("Shortlisted")
    WAITLISTED = "waitlisted", _("Waiting list")
    SELECTED = "selected", _("Selected")
    NOT_SELECTED = "not_selected", _("Not selected")
    CONFIRMED = "confirmed", _("Confirmed")
    DECLINED = "declined", _("Declined")
    REVOKED = "revoked", _("Revoked")


class AwardResult(TextChoices):
    """Axis 4: any number of results."""

    NOMINEE = "nominee", _("Nominee")
    QUARTER_FINALIST = "quarter_finalist", _("Quarter-finalist")
    SEMI_FINALIST = "semi_finalist", _("Semi-finalist")
    FINALIST = "finalist", _("Finalist")
    HONOURABLE_MENTION = "honourable_mention", _("Honourable mention")
    WINNER = "winner", _("Winner")


Status = EntryStatus | Consideration | Decision

AXES: dict[type, str] = {
    EntryStatus: "entry_status",
    Consideration: "consideration",
    Decision: "decision",
}

_E, _C, _D = EntryStatus, Consideration, Decision

TRANSITIONS: dict[Status, frozenset[Status]] = {
    _E.CART: frozenset({_E.PENDING_PAYMENT, _E.RECEIVED}),
    _E.PENDING_PAYMENT: frozenset(
        {_E.RECEIVED, _E.WITHDRAWN, _E.DISQUALIFIED, _E.CANCELLED}
    ),
    _E.RECEIVED: frozenset({_E.INCOMPLETE, _E.WITHDRAWN, _E.DISQUALIFIED, _E.CANCELLED}),
    _E.INCOMPLETE: frozenset({_E.RECEIVED, _E.WITHDRAWN, _E.DISQUALIFIED, _E.CANCELLED}),
    _E.WITHDRAWN: frozenset({_E.RECEIVED}),
    _E.DISQUALIFIED: frozenset({_E.RECEIVED}),
    _E.CANCELLED: frozenset(),
    _C.NOT_STARTED: frozenset({_C.IN_REVIEW}),
    _C.IN_REVIEW: frozenset({_C.DISCUSSED}),
    _C.DISCUSSED: frozenset({_C.IN_REVIEW}),
    _D.UNDECIDED: frozenset({_D.SHORTLISTED, _D.WAITLISTED, _D.SELECTED, _D.NOT_SELECTED}),
    _D.SHORTLISTED: frozenset({_D.UNDECIDED, _D.WAITLISTED, _D.SELECTED, _D.NOT_SELECTED}),
    _D.WAITLISTED: frozenset({_D.UNDECIDED, _D.SHORTLISTED, _D.SELECTED, _D.NOT_SELECTED}),
    _D.SELECTED: frozenset(
        {_D.UNDECIDED, _D.SHORTLISTED, _D.WAITLISTED, _D.NOT_SELECTED, _D.CONFIRMED, _D.DECLINED,
         _D.REVOKED}
    ),
    _D.NOT_SELECTED: frozenset({_D.UNDECIDED, _D.SHORTLISTED, _D.WAITLISTED, _D.SELECTED}),
    _D.CONFIRMED: frozenset({_D.DECLINED, _D.REVOKED}),
    _D.DECLINED: frozenset(),
    _D.REVOKED: frozenset(),
}  # fmt: skip

LIVE_ENTRIES = frozenset({_E.PENDING_PAYMENT, _E.RECEIVED, _E.INCOMPLETE})
ANSWERS_OF_THE_FILMMAKER = frozenset({_D.CONFIRMED, _D.DECLINED})
# What the filmmaker may say to a released decision.
ANSWERS_TO: dict[str, frozenset[Decision]] = {
    _D.SELECTED: frozenset({_D.CONFIRMED, _D.DECLINED}),
    _D.CONFIRMED: frozenset({_D.DECLINED}),
}


def axis_of(status: Status) -> str:
    """Return the name of the model field that holds `status`."""
    return AXES[type(status)]


def may_follow(before: Status, after: Status) -> bool:
    """Return whether `after` may come directly after `before`."""
    return after in TRANSITIONS[before]
