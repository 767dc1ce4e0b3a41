"""The one line of states that people read, derived from the four axes."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.entries.status import Consideration, Decision, EntryStatus


@dataclass(frozen=True)
class Standing:
    """A state: `key` chooses icon and colour, `label` is the word, `sentence` what it means."""

    key: str
    label: str
    sentence: str


def standing(submission, awards=None) -> Standing:
    """Return how the entry stands for its filmmaker, who reads only what was released.

    `awards` are the public ones; a row of SubmissionQuerySet.for_standing brings its own, and the
    reason and instant of its last step with it.
    """
    if (state := _by_entry(submission)) is not None:
        return state
    awards = getattr(submission, "public_awards", ()) if awards is None else awards
    if awards:
        names = ", ".join(str(award) for award in awards)
        return Standing("award", _("Award"), names)
    if submission.released_decision:
        return _by_decision(submission)
    if submission.consideration != Consideration.NOT_STARTED:
        return Standing("in_review", _("In review"), _("Readers are watching it"))
    if submission.opened_at:
        sentence = _("The festival opened it on %(day)s") % {"day": _day(submission.opened_at)}
        return Standing("opened", _("Opened"), sentence)
    return Standing("sent", _("Sent"), _("Delivered. The festival has not opened it yet"))


def decision_line(submission) -> str:
    """Return the sentence of the released decision, for the letter."""
    state = _by_decision(submission)
    return f"{state.label}. {state.sentence}" if state.sentence else state.label


def _day(value) -> str:
    return date_format(value, "j F Y") if value else ""


def _by_entry(submission) -> Standing | None:
    sentence_of = _ENTRY_SENTENCES.get(submission.entry_status)
    if sentence_of is None:
        return None
    key, label = _ENTRY_LOOKS[submission.entry_status]
    return Standing(key, str(label), sentence_of(submission))


_ENTRY_LOOKS = {
    EntryStatus.CART: ("draft", gettext_lazy("Draft")),
    EntryStatus.PENDING_PAYMENT: ("waiting_for_payment", gettext_lazy("Waiting for payment")),
    EntryStatus.INCOMPLETE: ("needs_something", gettext_lazy("Needs something from you")),
    EntryStatus.WITHDRAWN: ("withdrawn", gettext_lazy("Withdrawn")),
    EntryStatus.DISQUALIFIED: ("disqualified", gettext_lazy("Disqualified")),
    EntryStatus.CANCELLED: ("withdrawn", gettext_lazy("Cancelled")),
}


def _needs(submission) -> str:
    if not submission.wanted_by:
        return submission.wanted
    words = {"what": submission.wanted, "day": _day(submission.wanted_by)}
    return _("%(what)s, by %(day)s") % words


def _withdrawn(submission) -> str:
    day = _day(getattr(submission, "entry_changed_at", None))
    return _("You took it back on %(day)s") % {"day": day} if day else _("You took it back")


def _disqualified(submission) -> str:
    reason = getattr(submission, "entry_reason", "")
    if reason:
        return _("The festival took it out of the selection: %(reason)s") % {"reason": reason}
    return _("The festival took it out of the selection")


_ENTRY_SENTENCES = {
    EntryStatus.CART: lambda _entry: _("Not sent. Only your team sees it"),
    EntryStatus.PENDING_PAYMENT: lambda _entry: _(
        "The festival has it. It counts as soon as the fee arrives"
    ),
    EntryStatus.INCOMPLETE: _needs,
    EntryStatus.WITHDRAWN: _withdrawn,
    EntryStatus.DISQUALIFIED: _disqualified,
    EntryStatus.CANCELLED: lambda _entry: _("The festival cancelled this edition"),
}


def _by_decision(submission) -> Standing:
    day = _day(submission.released_at)
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
    return states[Decision(submission.released_decision)]
