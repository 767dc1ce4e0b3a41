"""What is still available of a project: pure functions over the rows of `record["rights"]`."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from submissions.projects.deals import (
    EVERYTHING,
    LAST_DAY,
    Deal,
    countries_of,
    cut,
    day_after,
    day_before,
    marks_of,
    members,
    rights_of,
    running,
)
from submissions.projects.places import named
from submissions.projects.vocabulary import Answer, labels_of

_IN_ORDER = rights_of(EVERYTHING)


@dataclass(frozen=True)
class Available:
    """Rights that are free in the same countries on the same days.

    `starts_on` is empty where they are free today, `ends_on` where nothing ends it.
    """

    rights: tuple[str, ...]
    countries: frozenset[str]
    starts_on: str = ""
    ends_on: str = ""

    @property
    def labels(self) -> list[str]:
        return [str(label) for label in labels_of(self.rights)]

    @property
    def where(self) -> str:
        return named(self.countries)


def available(
    rows: Iterable[dict], on: datetime.date, *, doubtful_is_taken: bool = False
) -> list[Available]:
    """Return rights × countries with the first days, from `on`, that no exclusive deal covers.

    With `doubtful_is_taken` a deal that does not say whether it is exclusive covers them as well.
    """
    free: dict[tuple, int] = {}
    for days, where, rights in _cells(rows, on.isoformat(), doubtful_is_taken):
        for right in rights_of(rights):
            free[right, days] = free.get((right, days), 0) | where
    return _grouped(free)


def takes(deal: Deal, *, doubtful_is_taken: bool) -> bool:
    """Return whether the deal keeps others from what it covers."""
    return deal.is_exclusive or (doubtful_is_taken and deal.exclusive != Answer.NO)


def window(deals: Iterable[Deal], day: str) -> tuple[str, str] | None:
    """Return the first free days from `day`: first ("" for `day`) and last ("" for no end).

    None where the deals, in the order of their first days, leave nothing for ever.
    """
    start = day
    for deal in deals:
        if deal.first > start:
            return "" if start == day else start, day_before(deal.first)
        if deal.last == LAST_DAY:
            return None
        start = max(start, day_after(deal.last))
    return "" if start == day else start, ""


def _cells(rows, day, doubtful_is_taken):
    """Yield window, countries and rights (bits) of every cell that is free some day."""
    deals = running(rows, day)
    places, sorts = cut(deals)
    blocking = marks_of(deals, lambda deal: takes(deal, doubtful_is_taken=doubtful_is_taken))
    known: dict[int, tuple[str, str] | None] = {}
    for there, where in places.items():
        for these, rights in sorts.items():
            both = there & these & blocking
            if both not in known:
                known[both] = window(members(both, deals), day)
            if known[both]:
                yield known[both], where, rights


def _grouped(free) -> list[Available]:
    """Put rights together that are free in the same countries on the same days."""
    groups: dict[tuple, list[str]] = {}
    for (right, days), where in free.items():
        groups.setdefault((days, where), []).append(right)
    found = [
        Available(tuple(sorted(rights, key=_IN_ORDER.index)), countries_of(where), *days)
        for (days, where), rights in groups.items()
    ]
    return sorted(found, key=lambda each: (each.starts_on, -len(each.countries)))
