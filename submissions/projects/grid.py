"""Territory × right: who holds each, where deals contradict each other, and what is free.

Countries that are dealt with alike share a line and rights that are dealt with alike a column,
so the grid is as small as the deals allow; beyond MOST_LINES and MOST_COLUMNS it says how many
are left out.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, islice

from submissions.projects.availability import takes, window
from submissions.projects.deals import (
    EVERYTHING,
    EVERYWHERE,
    LAST_DAY,
    Deal,
    countries_of,
    deals_of,
    members,
    rights_of,
    split,
)

MOST_LINES, MOST_COLUMNS, MOST_HOLDERS = 24, 10, 4


@dataclass(frozen=True)
class Cell:
    """Who holds the same rights in the same countries, the first to begin first.

    `free` are the first free days (see availability.window), None where nothing becomes free.
    """

    deals: tuple[Deal, ...]
    more: int
    overlaps: bool
    free: tuple[str, str] | None


@dataclass(frozen=True)
class Line:
    countries: frozenset[str]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """`columns` are rights; each line has one cell for each of them, the widest line first."""

    columns: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]
    countries_left_out: int
    rights_left_out: int


def grid(rows: Iterable[dict], on: datetime.date) -> Grid | None:
    """Return the grid of the live deals that have not ended by `on`; None without one."""
    day = on.isoformat()
    deals = [deal for deal in deals_of(rows) if _counts(deal, day)]
    if not deals:
        return None
    deals.sort(key=_order)
    marked = [(deal, 1 << place) for place, deal in enumerate(deals)]
    places = split(EVERYWHERE, [(deal.where, mark) for deal, mark in marked])
    sorts = split(EVERYTHING, [(deal.rights, mark) for deal, mark in marked])
    widest = sorted(places.items(), key=lambda entry: -entry[1].bit_count())
    # The rights that nobody holds stand last.
    columns = sorted(sorts.items(), key=lambda entry: (not entry[0], entry[1] & -entry[1]))
    shown = _Cells(deals, day)
    lines = [
        Line(
            countries_of(where), tuple(shown[there & these] for these, _ in columns[:MOST_COLUMNS])
        )
        for there, where in widest[:MOST_LINES]
    ]
    return Grid(
        columns=tuple(rights_of(rights) for _marks, rights in columns[:MOST_COLUMNS]),
        lines=tuple(lines),
        countries_left_out=sum(where.bit_count() for _marks, where in widest[MOST_LINES:]),
        rights_left_out=sum(rights.bit_count() for _marks, rights in columns[MOST_COLUMNS:]),
    )


def _counts(deal, day) -> bool:
    return deal.is_live and bool(deal.where and deal.rights) and deal.last >= day


def _order(deal) -> tuple[str, str, int]:
    return deal.first, deal.last, deal.index


class _Cells(dict):
    """Cells by the marks of their deals; the same deals always make the same cell."""

    def __init__(self, deals, day):
        self.deals, self.day = deals, day
        self.exclusive = self._marks(lambda deal: deal.is_exclusive)
        self.blocking = self._marks(lambda deal: takes(deal, doubtful_is_taken=True))

    def _marks(self, fits) -> int:
        return sum(1 << place for place, deal in enumerate(self.deals) if fits(deal))

    def __missing__(self, marks) -> Cell:
        exclusive = members(marks & self.exclusive, self.deals)
        self[marks] = Cell(
            deals=tuple(islice(members(marks, self.deals), MOST_HOLDERS)),
            more=max(0, marks.bit_count() - MOST_HOLDERS),
            overlaps=any(one.meets(other) for one, other in combinations(exclusive, 2)),
            free=window(members(marks & self.blocking, self.deals), self.day),
        )
        return self[marks]


def ends(deal: Deal) -> str:
    """Return the last day of a deal, empty where nothing ends it."""
    return "" if deal.last == LAST_DAY else deal.last
