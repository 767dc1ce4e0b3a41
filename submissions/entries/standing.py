"""The one line of states that people read, derived from the four axes."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from submissions.entries.status import Decision, EntryStatus


@dataclass(frozen=True)
class Standing:
    """A state: `key` chooses icon and colour, `label` is the word, `sentence` what it means."""

    key: str
    label: str
    sentence: str


def standing(submission, awards=()) -> Standing:
    """Return how the entry stands for its filmmaker, who reads only what was released."""
    if (state := _by_entry(submission)) is not None:
        return state
    if awards:
        names = ", ".join(str(award) for award in awards)
        return Standing("award", _("Award"), names)
    if submission.released_decision:
        return _by_decision(submission)
    if submission.consideration != "not_started":
        return Standing("in_review", _("In review"), _("Readers are watching it"))
    if submission.opened_at:
        day = date_format(submission.opened_at, "j F")
        sentence = _("The festival opened it on %(day)s") % {"day": day}
        return Standing("opened", _("Opened"), sentence)
    return Standing("sent", _("Sent"), _("Delivered. The festival has not opened it yet"))


def decision_line(submission) -> str:
    """Return the sentence of the released decision, for the letter."""
    state = _by_decision(submission)
    return f"{state.label}. {state.sentence}" if state.sentence else state.label


def _by_entry(submission) -> Standing | None:
    day = date_format(submission.wanted_by, "j F Y") if submission.wanted_by else ""
    states = {
        EntryStatus.CART: Standing("draft", _("Draft"), _("Not sent. Only your team sees it")),
        EntryStatus.PENDING_PAYMENT: Standing(
            "waiting_for_payment",
            _("Waiting for payment"),
            _("The festival has it. It counts as soon as the fee arrives"),
        ),
        EntryStatus.INCOMPLETE: Standing(
            "needs_something",
            _("Needs something from you"),
            _("%(what)s, by %(day)s") % {"what": submission.wanted, "day": day}
            if day
            else submission.wanted,
        ),
        EntryStatus.WITHDRAWN: Standing("withdrawn", _("Withdrawn"), _("You took it back")),
        EntryStatus.DISQUALIFIED: Standing(
            "disqualified", _("Disqualified"), _("The festival took it out of the selection")
        ),
        EntryStatus.CANCELLED: Standing(
            "withdrawn", _("Cancelled"), _("The festival cancelled this edition")
        ),
    }
    return states.get(submission.entry_status)


def _by_decision(submission) -> Standing:
    day = date_format(submission.released_at, "j F Y")
    states = {
        Decision.SHORTLISTED: Standing(
            "shortlisted",
            _("Shortlisted"),
            _("For an award or the last round. Not yet an invitation to screen"),
        ),
        Decision.WAITLISTED: Standing(
            "waiting_list", _("Waiting list"), _("It screens if a place becomes free")
        ),
        Decision.SELECTED: Standing("selected", _("Selected"), _("Invited to screen. Confirm it")),
        Decision.CONFIRMED: Standing(
            "selected", _("Selected and confirmed"), _("Invited to screen, and you said yes")
        ),
        Decision.DECLINED: Standing(
            "withdrawn", _("Declined"), _("Invited to screen, and you said no")
        ),
        Decision.REVOKED: Standing(
            "disqualified", _("Selection revoked"), _("The festival took its invitation back")
        ),
        Decision.NOT_SELECTED: Standing(
            "not_selected",
            _("Not selected"),
            _("The festival decided on %(day)s") % {"day": day},
        ),
        Decision.UNDECIDED: Standing(
            "in_review", _("In review"), _("The festival took its answer back and looks again")
        ),
    }
    return states[submission.released_decision]
