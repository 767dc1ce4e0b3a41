"""The watch ledger: who watched how much of what, kept as it happens; told without names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from submissions.screeners.models import Viewing

THROTTLE = timedelta(seconds=3)
MOST_RANGES = 200
LONGEST = 360_000
# Nobody watches much faster than the film runs; what is told beyond that is not believed.
FASTEST, SLACK = 4, 30


@dataclass(frozen=True)
class Watched:
    """What became of a screener behind one door: figures without names or times."""

    people: int
    opened: int
    longest: int | None
    viewings: float

    @property
    def is_untouched(self) -> bool:
        return not self.people


def note_opened(*, screener, by, entry=None, grant=None) -> Viewing:
    """Write down that somebody opened the link of a screener."""
    return Viewing.objects.create(
        screener=screener, person=by, entry=entry, grant=grant, is_link=True
    )


def note_played(*, screener, by, ranges, length, code="", entry=None, grant=None) -> Viewing:
    """Add the parts that a player says were shown to the viewing `code`, or begin one.

    A viewing takes news every few seconds, and no more than can have been watched since it began.
    """
    mine = Viewing.objects.filter(
        screener=screener, person=by, entry=entry, grant=grant, is_link=False
    )
    row = mine.filter(code=code).first() if code else None
    if row is None:
        row = Viewing.objects.create(screener=screener, person=by, entry=entry, grant=grant)
    now = timezone.now()
    wanted = merged([*row.ranges, *ranges])
    most = (now - row.began_at).total_seconds() * FASTEST + SLACK
    if seconds_in(wanted) <= most:
        free = Viewing.objects.filter(pk=row.pk, last_at=row.last_at)
        if not row.ranges or now - row.last_at >= THROTTLE:
            free.update(ranges=wanted, length=length, last_at=now)
    return row


def read_ranges(text: str) -> list[list[int]]:
    """Return [[from, to], …] in seconds of "0-12.5,40-55"; what cannot be read is left out."""
    found = []
    for part in text[:4000].split(",")[:MOST_RANGES]:
        first, dash, last = part.partition("-")
        start, stop = read_seconds(first), read_seconds(last)
        if dash and start is not None and stop is not None and start < stop:
            found.append([start, stop])
    return merged(found)


def read_seconds(text: str) -> int | None:
    """Return whole seconds within a film of at most 100 hours; None for anything else."""
    whole, _dot, rest = text.strip().partition(".")
    fits = whole.isascii() and whole.isdigit() and len(whole) < 7 and (rest or "0").isdigit()
    return min(int(whole), LONGEST) if fits else None


def merged(ranges: Iterable) -> list[list[int]]:
    """Return the ranges in order, with those that touch as one."""
    joined: list[list[int]] = []
    for start, stop in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], stop)
        else:
            joined.append([start, stop])
    return joined[:MOST_RANGES]


def seconds_in(ranges) -> int:
    return sum(stop - start for start, stop in ranges)


def of_entry(entry) -> Watched:
    """Return what the people of the festival watched of the screeners of one entry."""
    rows = entry.viewings.select_related("screener").order_by("pk")
    return _told(list(rows), entry.runtime)


def _told(rows, runtime) -> Watched:
    people: dict[int | None, dict[int | None, list]] = {}
    for row in rows:
        of_person = people.setdefault(row.person_id, {})
        of_person.setdefault(row.screener_id, []).append(row)
    shares = [
        max(_share(viewings, runtime) for viewings in of_person.values())
        for of_person in people.values()
    ]
    played = [share for share in shares if share]
    return Watched(
        people=len(people),
        opened=sum(row.is_link for row in rows),
        longest=round(100 * max(played)) if played else None,
        viewings=round(sum(played), 1),
    )


def _share(viewings, runtime) -> float:
    """Return how much of the film one person saw, 0 to 1, each part counted once."""
    length = max((row.length or 0 for row in viewings), default=0) or runtime or 0
    seen = seconds_in(merged([part for row in viewings for part in row.ranges]))
    return min(1.0, seen / length) if length else 0.0
