"""Exclusive deals that contradict each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _

from submissions.projects.deals import (
    FIRST_DAY,
    LAST_DAY,
    Deal,
    countries_of,
    deals_of,
    rights_of,
)
from submissions.projects.places import named
from submissions.projects.vocabulary import labels_of


@dataclass(frozen=True)
class Overlap:
    """Two exclusive deals that promise the same to two parties."""

    deals: tuple[Deal, Deal]

    @property
    def first(self) -> int:
        """The place of the first deal in the list; `second` is that of the other."""
        return self.deals[0].index

    @property
    def second(self) -> int:
        return self.deals[1].index

    @property
    def rights(self) -> tuple[str, ...]:
        return rights_of(self.deals[0].rights & self.deals[1].rights)

    @property
    def countries(self) -> frozenset[str]:
        return countries_of(self.deals[0].where & self.deals[1].where)

    @property
    def starts_on(self) -> str:
        day = max(deal.first for deal in self.deals)
        return "" if day == FIRST_DAY else day

    @property
    def ends_on(self) -> str:
        day = min(deal.last for deal in self.deals)
        return "" if day == LAST_DAY else day

    @property
    def text(self) -> str:
        """Return one sentence that names both parties and what they both hold."""
        return _("%(first)s and %(second)s both hold %(rights)s for %(where)s") % {
            "first": self.deals[0].party,
            "second": self.deals[1].party,
            "rights": ", ".join(str(label) for label in labels_of(self.rights)),
            "where": named(self.countries),
        }


def overlaps(rows: Iterable[dict]) -> list[Overlap]:
    """Return every pair of live exclusive deals that share a right, a country and a day."""
    deals = [deal for deal in deals_of(rows) if deal.is_exclusive and deal.is_live]
    return [Overlap(pair) for pair in combinations(deals, 2) if collide(*pair)]


def collide(one: Deal, other: Deal) -> bool:
    return bool(one.rights & other.rights and one.where & other.where and one.meets(other))
