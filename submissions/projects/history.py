"""Writing the history of a project, in the transaction that changes it."""

from datetime import timedelta

from django.utils import timezone

from submissions.projects.models import Change
from submissions.projects.vocabulary import Deed

LONGEST = 500
# Saving goes on while somebody types; one line for each sitting says as much.
ONE_SITTING = timedelta(minutes=10)


def note(project, what, *, by, detail="") -> None:
    """Write one line: `what` is a Deed, `detail` is cut after 500 characters."""
    Change.objects.create(project=project, what=what, by=by, detail=str(detail)[:LONGEST])


def note_saved(project, sections, *, by) -> None:
    """Write which sections `by` has saved; what follows within ten minutes joins that line."""
    now = timezone.now()
    last = project.history.first()
    if last and last.what == Deed.SAVED and last.by_id == by.pk and now - last.at < ONE_SITTING:
        joined = dict.fromkeys([*filter(None, last.detail.split(",")), *sections])
        last.at, last.detail = now, ",".join(joined)[:LONGEST]
        last.save(update_fields=["at", "detail"])
    else:
        note(project, Deed.SAVED, by=by, detail=",".join(sections))
