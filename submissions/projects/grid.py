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
    LAST_DAY,
    Deal,
    countries_of,
    cut,
    marks_of,
    members,
    rights_of,
    running,
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
    deals = running(rows, day)
    if not deals:
        return None
    places, sorts = cut(deals)
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


class _Cells(dict):
    """Cells by the marks of their deals; the same deals always make the same cell."""

    def __init__(self, deals, day):
        self.deals, self.day = deals, day
        self.exclusive = marks_of(deals, lambda deal: deal.is_exclusive)
        self.blocking = marks_of(deals, lambda deal: takes(deal, doubtful_is_taken=True))

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
