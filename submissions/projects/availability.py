"""What is still available of a project, and where two deals contradict each other.

Pure functions over the rows of `record["rights"]`: dicts with lists of territories and rights,
`exclusive`, `status`, and days as ISO text or dates, where an open end counts as for ever.
Territories are compared by the countries of today that they hold, never by their names.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _

from festival.world import countries, territories
from submissions.projects.vocabulary import ALL_RIGHTS, LIVE_DEALS, Answer, Right, labels_of
from submissions.projects.vocabulary import expand as expand_rights

_FIRST, _LAST = "0001-01-01", "9999-12-31"
_MOST_NAMES = 6


@dataclass(frozen=True)
class Available:
    """Rights that are free in the same countries."""

    rights: tuple[str, ...]
    countries: frozenset[str]

    @property
    def labels(self) -> list[str]:
        return [str(label) for label in labels_of(self.rights)]

    @property
    def where(self) -> str:
        return named(self.countries)


@dataclass(frozen=True)
class Overlap:
    """Two exclusive deals, by their place in the list, that promise the same to two parties."""

    first: int
    second: int
    parties: tuple[str, str]
    rights: tuple[str, ...]
    countries: frozenset[str]
    starts_on: str
    ends_on: str

    @property
    def text(self) -> str:
        """Return one sentence that names both parties and what they both hold."""
        return _("%(first)s and %(second)s both hold %(rights)s for %(where)s") % {
            "first": self.parties[0],
            "second": self.parties[1],
            "rights": ", ".join(str(label) for label in labels_of(self.rights)),
            "where": named(self.countries),
        }


def overlaps(rows: Iterable[dict]) -> list[Overlap]:
    """Return every pair of live exclusive deals that share a right, a country and a day."""
    deals = [(i, row) for i, row in enumerate(rows) if _is_exclusive(row) and _is_live(row)]
    pairs = (_overlap(*one, *other) for one, other in combinations(deals, 2))
    return [pair for pair in pairs if pair]


def available(
    rows: Iterable[dict], on: datetime.date, *, doubtful_is_taken: bool = False
) -> list[Available]:
    """Return rights × countries that no exclusive live deal covers on the day `on`.

    With `doubtful_is_taken` a deal that does not say whether it is exclusive covers them as well.
    """
    day, taken = on.isoformat(), {right: set() for right in ALL_RIGHTS}
    for row in rows:
        counts = _is_exclusive(row) or (
            doubtful_is_taken and row.get("exclusive") != Answer.NO.value
        )
        first, last = _window(row)
        if counts and _is_live(row) and first <= day <= last:
            for right in _rights(row):
                taken[right] |= _where(row)
    return _grouped(taken)


def named(codes: frozenset[str]) -> str:
    """Return countries as people say them: worldwide, worldwide except some, or their names."""
    missing = countries.CURRENT - codes
    if not missing:
        return territories.name(countries.WORLD)
    if len(missing) <= _MOST_NAMES:
        return _("%(where)s except %(names)s") % {
            "where": territories.name(countries.WORLD),
            "names": _names(missing),
        }
    for code in territories.REGIONS:
        if codes == territories.expand([code]):
            return territories.name(code)
    if len(codes) <= 2 * _MOST_NAMES:
        return _names(codes)
    return _("%(number)s countries") % {"number": len(codes)}


def _names(codes) -> str:
    return ", ".join(sorted(countries.name(code) for code in codes))


def _grouped(taken) -> list[Available]:
    free: dict[frozenset[str], list[str]] = {}
    for right in (right for right in Right if right in taken):
        free.setdefault(countries.CURRENT - taken[right], []).append(right)
    return [Available(tuple(rights), where) for where, rights in free.items() if where]


def _overlap(i, one, j, other) -> Overlap | None:
    rights = _rights(one) & _rights(other)
    where = _where(one) & _where(other)
    (first, last), (begin, end) = _window(one), _window(other)
    start, stop = max(first, begin), min(last, end)
    languages = set(one.get("languages") or []), set(other.get("languages") or [])
    apart = all(languages) and not languages[0] & languages[1]
    if not rights or not where or start > stop or apart:
        return None
    parties = (one.get("party", ""), other.get("party", ""))
    start, stop = start if start != _FIRST else "", stop if stop != _LAST else ""
    return Overlap(i, j, parties, tuple(sorted(rights)), frozenset(where), start, stop)


def _is_live(row) -> bool:
    return row.get("status") in LIVE_DEALS


def _is_exclusive(row) -> bool:
    return row.get("exclusive") == Answer.YES


def _window(row) -> tuple[str, str]:
    return str(row.get("starts_on") or _FIRST), str(row.get("ends_on") or _LAST)


def _rights(row) -> frozenset[str]:
    return _known(expand_rights, row.get("rights"))


def _where(row) -> frozenset[str]:
    inside = _known(territories.expand, row.get("territories"))
    return inside - _known(territories.expand, row.get("territories_excluded"))


def _known(expand, codes) -> frozenset[str]:
    """Expand one code at a time, so that an unknown one leaves the others standing."""
    found: set[str] = set()
    for code in codes or []:
        try:
            found |= expand([code])
        except (ValueError, TypeError):
            continue
    return frozenset(found)
