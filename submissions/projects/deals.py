"""The rows of `record["rights"]` read once: who holds what, where, and from when until when.

Countries of today and single rights are bits of whole numbers, so that hundreds of deals are
compared at once; territories meet by the countries that they hold, never by their names.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from festival.world import countries, territories
from submissions.projects.vocabulary import ALL_RIGHTS, LIVE_DEALS, Answer, Right
from submissions.projects.vocabulary import expand as expand_rights

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
_COUNTRIES = tuple(sorted(countries.CURRENT))
_RIGHTS = tuple(right for right in Right if right in ALL_RIGHTS)
EVERYWHERE, EVERYTHING = (1 << len(_COUNTRIES)) - 1, (1 << len(_RIGHTS)) - 1


@dataclass(frozen=True)
class Deal:
    """One row: `index` is its place in the list, `where` and `rights` are bits, days ISO text."""

    index: int
    party: str
    exclusive: str
    status: str
    where: int
    rights: int
    languages: frozenset[str]
    first: str
    last: str

    @property
    def is_live(self) -> bool:
        return self.status in LIVE_DEALS

    @property
    def is_exclusive(self) -> bool:
        return self.exclusive == Answer.YES

    def meets(self, other: "Deal") -> bool:
        """Whether both run on one day, and in one language where both are limited to some."""
        apart = self.languages and other.languages and not self.languages & other.languages
        return not apart and max(self.first, other.first) <= min(self.last, other.last)


def deals_of(rows: Iterable[dict]) -> list[Deal]:
    """Return the deals of the rows; what no list knows takes nothing and breaks nothing."""
    return [_deal(index, row) for index, row in enumerate(rows)]


def countries_of(bits: int) -> frozenset[str]:
    return frozenset(code for place, code in enumerate(_COUNTRIES) if bits >> place & 1)


def rights_of(bits: int) -> tuple[str, ...]:
    """Return single rights in the order of the vocabulary."""
    return tuple(right for place, right in enumerate(_RIGHTS) if bits >> place & 1)


def running(rows: Iterable[dict], day: str) -> tuple[Deal, ...]:
    """Return the live deals that have not ended by `day`, the first to begin first."""
    deals = (deal for deal in deals_of(rows) if deal.is_live and deal.last >= day)
    held = (deal for deal in deals if deal.where and deal.rights)
    return tuple(sorted(held, key=lambda deal: (deal.first, deal.last, deal.index)))


@lru_cache(maxsize=4)
def cut(deals: tuple[Deal, ...]) -> tuple[dict[int, int], dict[int, int]]:
    """Return the cells of countries and those of rights that the deals cut (see split)."""
    places = split(EVERYWHERE, [(deal.where, 1 << place) for place, deal in enumerate(deals)])
    sorts = split(EVERYTHING, [(deal.rights, 1 << place) for place, deal in enumerate(deals)])
    return places, sorts


def split(whole: int, parts: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return the cells into which `parts`, pairs of bits and a mark, cut `whole`.

    Marks are single bits; a cell is told by the sum of the marks of the parts that hold it.
    """
    cells = {0: whole}
    for bits, mark in parts:
        cut = {}
        for marks, cell in cells.items():
            if outside := cell & ~bits:
                cut[marks] = outside
            if inside := cell & bits:
                cut[marks | mark] = inside
        cells = cut
    return cells


def marks_of(deals: Iterable[Deal], fits: Callable[[Deal], bool]) -> int:
    """Return the places of the deals that fit, as bits."""
    return sum(1 << place for place, deal in enumerate(deals) if fits(deal))


def members(marks: int, deals: Sequence[Deal]) -> Iterator[Deal]:
    """Yield the deals whose places in the list are the bits of `marks`, in their order."""
    while marks:
        lowest = marks & -marks
        yield deals[lowest.bit_length() - 1]
        marks ^= lowest


def day_after(day: str) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def day_before(day: str) -> str:
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def _deal(index, row) -> Deal:
    where = _bits(_country_bits, row.get("territories"))
    return Deal(
        index=index,
        party=row.get("party") or "",
        exclusive=row.get("exclusive") or Answer.NOT_SAID.value,
        status=row.get("status") or "",
        where=where & ~_bits(_country_bits, row.get("territories_excluded")),
        rights=_bits(_right_bits, row.get("rights")),
        languages=frozenset(row.get("languages") or []),
        first=_day(row.get("starts_on"), FIRST_DAY),
        last=_day(row.get("ends_on"), LAST_DAY),
    )


def _day(value, otherwise) -> str:
    try:
        return datetime.date.fromisoformat(str(value or otherwise)).isoformat()
    except ValueError:
        return otherwise


def _bits(read, codes) -> int:
    bits = 0
    for code in codes or []:
        bits |= read(code) if isinstance(code, str) else 0
    return bits


@lru_cache(maxsize=1024)
def _country_bits(code: str) -> int:
    return _sum(territories.expand, code, _COUNTRIES)


@lru_cache(maxsize=256)
def _right_bits(code: str) -> int:
    return _sum(expand_rights, code, _RIGHTS)


def _sum(expand, code, order) -> int:
    try:
        found = expand([code])
    except ValueError:
        return 0
    return sum(1 << place for place, each in enumerate(order) if each in found)
