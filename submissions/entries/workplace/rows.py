"""Which entries the desk lists, counts and looks up."""

import re

from django.db.models import Count, F, Q

from festival.accounts.roles import Permission, festivals_of
from festival.calls.models import Call
from festival.world.folding import fold
from submissions.entries.models import Submission
from submissions.entries.status import EntryStatus

_NUMBER = re.compile(r"[0-9A-Za-z]{1,8}-[0-9A-Za-z-]{1,14}")
_MOST_NUMBERS = 500
_SHOWN = (
    "tracking_number", "title", "credit_line", "runtime", "countries", "fee_amount",
    "fee_currency", "submitted_at", "entry_status", "consideration", "decision",
    "released_decision", "opened_at", "category__name", "call__time_zone", "project__code",
    "project__slug", "project__title", "project__credit_line", "project__year", "project__kind",
    "project__poster_code", "project__status", "version__code",
)  # fmt: skip


def calls_of(user) -> list[Call]:
    """Return the calls whose entries `user` reads, the one that closes last first."""
    festivals = festivals_of(user, Permission.SEE_ENTRIES)
    calls = Call.objects.filter(edition__festival__in=festivals).select_related("edition__festival")
    return list(calls.order_by(F("closes_at").desc(nulls_last=True), "-pk"))


def for_list(rows):
    """Return `rows` with what one line of the list shows, in the same query."""
    return rows.select_related("category", "call", "project", "version").only(*_SHOWN)


def is_number(words: str) -> bool:
    """Return whether somebody looks for a tracking number or the beginning of one."""
    return bool(_NUMBER.fullmatch(words.strip()))


def search(rows, words: str):
    """Return the `rows` with this tracking number, or with each word in title or makers."""
    words = words.replace("\0", "").strip()[:100]
    if is_number(words):
        first = words.upper()
        numbered = Q(tracking_number__gte=first, tracking_number__lt=first + "~")
        # Looked up on its own, so that the index of the numbers serves and not that of the call.
        found = Submission.objects.filter(numbered).values_list("pk", flat=True)
        return rows.filter(pk__in=list(found[:_MOST_NUMBERS]))
    for word in fold(words).split()[:8]:
        rows = rows.filter(folded__contains=word)
    return rows


def others(submission, user):
    """Return the other entries of the same project that `user` may read, newest first."""
    rows = Submission.objects.received_by(user).filter(project=submission.project_id)
    return rows.exclude(pk=submission.pk).with_place()


def counts(calls) -> dict[int, dict[tuple[str, str], int]]:
    """Return for each call how many entries stand at which (entry status, decision).

    One pass over the index by status; the drafts of filmmakers are not counted.
    """
    rows = Submission.objects.sent().filter(call__in=[call.pk for call in calls]).order_by()
    rows = rows.values_list("call", "entry_status", "decision").annotate(Count("pk"))
    found: dict[int, dict[tuple[str, str], int]] = {}
    for call, entry, decision, number in rows:
        found.setdefault(call, {})[entry, decision] = number
    return found


def unreleased(calls, most: int) -> int:
    """Return how many decisions wait for their release, counting no further than `most`."""
    rows = Submission.objects.filter(call__in=[call.pk for call in calls]).live()
    return rows.unreleased().order_by()[:most].count()


def overdue(calls, today, most: int) -> int:
    """Return how many entries did not bring in time what they were asked for, at most `most`."""
    rows = Submission.objects.filter(call__in=[call.pk for call in calls])
    late = rows.filter(entry_status=EntryStatus.INCOMPLETE, wanted_by__lt=today)
    return late.order_by()[:most].count()
