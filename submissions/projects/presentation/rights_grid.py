"""The grid of territories and rights, and what is available, in words for the page."""

import datetime
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions.projects import grid as grids
from submissions.projects.availability import Available, available
from submissions.projects.deals import FIRST_DAY
from submissions.projects.display import joined, text_of
from submissions.projects.places import named
from submissions.projects.vocabulary import ALL_RIGHTS, Answer, DealStatus, labels_of

MOST_FREE, _LONGEST_NAME = 8, 80


@dataclass(frozen=True)
class Holder:
    name: str
    terms: str


@dataclass(frozen=True)
class CellView:
    """`right` is the heading of its column; `free` a few words, empty where nothing is free."""

    right: str
    holders: tuple[Holder, ...]
    more: int
    overlaps: bool
    free: str
    is_free_now: bool


@dataclass(frozen=True)
class LineView:
    where: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class GridView:
    columns: tuple[str, ...]
    lines: tuple[LineView, ...]
    left_out: str
    has_overlaps: bool

    @property
    def is_one_cell(self) -> bool:
        """Whether it says no more than the one deal behind it."""
        return len(self.lines) == len(self.columns) == 1 and not self.has_overlaps

    @property
    def is_long(self) -> bool:
        """Whether it is better folded below the deals."""
        return len(self.lines) > 2


@dataclass(frozen=True)
class Free:
    """Rights that are available in the same places: what, where, when."""

    rights: str
    where: str
    when: str


def grid_of(rows: list[dict], on: datetime.date) -> GridView | None:
    """Return the grid of `record["rights"]` as the page shows it on the day `on`."""
    found = grids.grid(rows, on)
    if found is None:
        return None
    heads = [_head(rights, found.columns) for rights in found.columns]
    # The same few deals stand in many cells.
    holder, when = cache(_holder), cache(_available)
    lines = [
        LineView(
            _where(line, found),
            tuple(
                _cell(head, cell, holder, when)
                for head, cell in zip(heads, line.cells, strict=True)
            ),
        )
        for line in found.lines
    ]
    return GridView(
        columns=tuple(heads),
        lines=tuple(lines),
        left_out=_left_out(found),
        has_overlaps=any(cell.overlaps for line in lines for cell in line.cells),
    )


def free_of(rows: list[dict], on: datetime.date) -> tuple[list[Free], int]:
    """Return the first MOST_FREE things that are or become available, and how many more are.

    A deal that does not say whether it is exclusive must not make us promise its rights.
    """
    found = available(rows, on, doubtful_is_taken=True)
    return [_free(each) for each in found[:MOST_FREE]], max(0, len(found) - MOST_FREE)


def _free(each: Available) -> Free:
    return Free(_rights(each.rights), each.where, _when(each.starts_on, each.ends_on))


def _when(first: str, last: str) -> str:
    days = {"first": _day(first), "last": _day(last)}
    if first and last:
        return _("from %(first)s until %(last)s") % days
    if first:
        return _("from %(first)s") % days
    return _("until %(last)s") % days if last else ""


def _day(iso: str) -> str:
    return text_of("rights", "starts_on", iso)


def _where(line, found) -> str:
    is_widest = line is found.lines[0] and not found.countries_left_out
    name = named(line.countries)
    # A long list of exceptions, or a mere number, says less than the other lines do.
    if is_widest and len(found.lines) > 1 and (name[0].isdigit() or len(name) > _LONGEST_NAME):
        return _("All other countries")
    return name


def _head(rights, columns) -> str:
    is_rest = len(columns) > 1 and len(rights) == max(map(len, columns))
    return _("All other rights") if is_rest and len(labels_of(rights)) > 2 else _rights(rights)


def _rights(rights) -> str:
    """Return rights by name, or all except those that are missing where that is shorter."""
    labels, absent = labels_of(rights), labels_of(ALL_RIGHTS - set(rights))
    if absent and len(absent) < len(labels):
        return _("All rights except %(labels)s") % {"labels": joined(absent)}
    return joined(labels)


def _cell(head, cell, holder, when) -> CellView:
    return CellView(
        right=head,
        holders=tuple(map(holder, cell.deals)),
        more=cell.more,
        overlaps=cell.overlaps,
        free=when(cell.free),
        is_free_now=bool(cell.free) and not cell.free[0],
    )


def _available(free) -> str:
    if free is None:
        return ""
    return " ".join(text for text in (_("Available"), _when(*free)) if text)


def _holder(deal) -> Holder:
    exclusive = {Answer.YES: _("exclusive"), Answer.NO: _("not exclusive")}
    option = _("option") if deal.status == DealStatus.OPTIONED else ""
    first = "" if deal.first == FIRST_DAY else deal.first
    said = exclusive.get(deal.exclusive, _("not said whether exclusive"))
    return Holder(deal.party, joined([option, said, _when(first, grids.ends(deal))]))


def _left_out(found) -> str:
    parts = []
    if count := found.countries_left_out:
        parts.append(ngettext("%(count)d country", "%(count)d countries", count) % {"count": count})
    if count := found.rights_left_out:
        parts.append(ngettext("%(count)d right", "%(count)d rights", count) % {"count": count})
    if not parts:
        return ""
    return _("Left out here to keep the table readable: %(parts)s.") % {"parts": joined(parts)}
