"""One step for many entries: first what would change, then each through its action."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festival.accounts.access import NotAllowed
from submissions.entries.models import Submission
from submissions.entries.status import Consideration, Decision, EntryStatus
from submissions.entries.workplace import choices
from submissions.entries.workplace.deeds import go_back_to, seen_of

MOST = 500
_LARGEST = 2**63 - 1
RELEASE = "release"

STEPS = {
    "receive": (EntryStatus.RECEIVED, gettext_lazy("Take in: payment confirmed or complete")),
    "review": (Consideration.IN_REVIEW, gettext_lazy("Start the review")),
    "discussed": (Consideration.DISCUSSED, gettext_lazy("Discussed")),
    "shortlist": (Decision.SHORTLISTED, gettext_lazy("Shortlist")),
    "wait": (Decision.WAITLISTED, gettext_lazy("Put on the waiting list")),
    "select": (Decision.SELECTED, gettext_lazy("Select")),
    "not_select": (Decision.NOT_SELECTED, gettext_lazy("Do not select")),
    "undecide": (Decision.UNDECIDED, gettext_lazy("Back to undecided")),
    RELEASE: (None, gettext_lazy("Release the decisions")),
}


@dataclass(frozen=True)
class Line:
    """An entry and what is to be said about it: why it stays as it is, or what became of it."""

    submission: Submission
    text: str = ""
    is_done: bool = False


def rehearse(submissions, name: str) -> tuple[list[Line], list[Line]]:
    """Return the entries that the step `name` would change, and those that stay with the reason."""
    to, _label = STEPS[name]
    lines = [
        Line(row, choices.release_refusal(row) if to is None else choices.refusal(row, to))
        for row in submissions
    ]
    return [line for line in lines if not line.text], [line for line in lines if line.text]


def tokens(lines) -> str:
    """Return the entries of `lines` and how they stand, for a hidden field."""
    return ",".join(f"{line.submission.pk}={seen_of(line.submission)}" for line in lines)


def read_tokens(text: str) -> dict[int, str]:
    """Return {number of the entry: how it stood}; ValueError for what is not made by `tokens`."""
    pairs = [part.partition("=") for part in text.split(",") if part]
    found = {int(number): seen for number, _equals, seen in pairs}
    if len(found) > MOST or any(number > _LARGEST for number in found):
        raise ValueError(text[:40])
    return found


def carry_out(stood: dict[int, str], name: str, *, by, reason: str) -> list[Line]:
    """Take the step with each entry that stood so, one transaction each; return what became."""
    rows = Submission.objects.received_by(by).with_place().filter(pk__in=stood)
    return [_one(row, stood[row.pk], name, by, reason) for row in rows.order_by("title", "pk")]


def _one(submission, seen, name, by, reason) -> Line:
    to, _label = STEPS[name]
    try:
        go_back_to(submission, seen)
        if to is None:
            choices.release_seen(submission, by)
        else:
            choices.take(submission, to, by, reason)
    except NotAllowed as error:
        return Line(submission, str(error))
    except ValueError:
        return Line(submission, _("This page is out of date. Look at the entry again"))
    return Line(submission, str(to.label) if to else _("Released"), is_done=True)
