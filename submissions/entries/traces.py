"""What each step of an entry leaves behind: a row in its history and, for some, a letter."""

from django.conf import settings

from festival.letters.actions import enqueue
from submissions.entries.models import StatusChange
from submissions.entries.status import axis_of

RELEASED = "released_decision"


def log(submission, before, after, *, by, reason="", axis="") -> StatusChange:
    """Write one step on the axis of `after`, or on `axis`, into the history."""
    return StatusChange.objects.create(
        submission=submission,
        axis=axis or axis_of(after),
        before=before,
        after=after,
        by=by,
        reason=reason,
        version_id=submission.version_id,
    )


def place_of(submission) -> str:
    """Return where the entry was sent, in one line."""
    return f"{submission.call.edition}, {submission.category.name}"


def write_letter(event: str, step: StatusChange, *, at, line="") -> None:
    """Put the letter about `step` into the outbox; one step never gives two letters."""
    submission = step.submission
    person = submission.submitted_by
    enqueue(
        key=f"{event}:{submission.code}:{step.pk}",
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
