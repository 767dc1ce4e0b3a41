"""Everything that changes a screener beside the editor of its project."""

from django.db import transaction

from submissions.projects.models import Screener


@transaction.atomic
def look_again(*, screener: Screener, by) -> None:
    """Let the worker look at the link next, whatever it found before."""
    Screener.objects.filter(pk=screener.pk).update(checked_at=None)
