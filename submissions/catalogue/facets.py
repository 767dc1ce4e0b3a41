"""Filter groups: OR inside a group, AND between groups; and how many projects each value has."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce

from submissions.catalogue.models import Facet, FacetValue, Listing, ListingFacet

MOST_COUNTED = 10_000
SINGLE = frozenset({Facet.KIND, Facet.YEAR, Facet.MINUTES})


@dataclass(frozen=True)
class Group:
    """One filter in use: values of a facet, or a range (`low`, `high`, each may be None)."""

    facet: Facet
    ids: tuple[int, ...] = ()
    low: int | None = None
    high: int | None = None
    estimate: int = 0
    is_range: bool = False

    @property
    def place_field(self) -> str:
        return "place" if self.is_range else "listing"

    @property
    def is_exact(self) -> bool:
        """Whether the estimate is the number itself: no project is counted under two values."""
        return self.facet in SINGLE or len(self.ids) == 1

    def rows(self):
        """Return the rows that prove the group, with the place in `place_field`."""
        if not self.is_range:
            return ListingFacet.objects.filter(value__in=self.ids)
        bounds = {f"{self.facet.value}__isnull": False}
        bounds |= {f"{self.facet.value}__gte": self.low} if self.low is not None else {}
        bounds |= {f"{self.facet.value}__lte": self.high} if self.high is not None else {}
        return Listing.objects.filter(**bounds)


@dataclass
class Values:
    """All filter values with the number of listed projects, read once for a page."""

    ids: dict[Facet, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    totals: dict[Facet, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def read(cls):
        values = cls()
        for pk, facet, value, count in FacetValue.objects.values_list(
            "pk", "facet", "value", "count"
        ):
            if count > 0:
                values.ids[Facet(facet)][value] = pk
                values.totals[Facet(facet)][value] = count
        return values

    @property
    def total(self) -> int:
        """Return how many projects are listed: each has one kind."""
        return sum(self.totals[Facet.KIND].values())

    def group(self, facet: Facet, wanted) -> Group:
        """Return the group of projects that have any of the values `wanted`."""
        ids = tuple(self.ids[facet][value] for value in wanted if value in self.ids[facet])
        return Group(facet, ids=ids, estimate=sum(self.totals[facet].get(v, 0) for v in wanted))

    def range(self, facet: Facet, low: int | None, high: int | None) -> Group:
        """Return the group of projects whose year or minutes lie between the two, both included."""
        estimate = sum_between(self.totals[facet], low, high)
        return Group(facet, low=low, high=high, estimate=estimate, is_range=True)


def sum_between(counts: dict[str, int], low: int | None, high: int | None) -> int:
    """Add up the counts of numbers from `low` to `high`, None being open."""
    return sum(
        count
        for value, count in counts.items()
        if (low is None or int(value) >= low) and (high is None or int(value) <= high)
    )


@dataclass(frozen=True)
class Counts:
    """How many projects have each value: of each facet, and for the tabs of kinds and types.

    `is_capped` says that some of them stop at the newest 10,000 matches.
    """

    facets: dict[Facet, dict[str, int]]
    tabs: dict[Facet, dict[str, int]]
    is_capped: bool = False


def counts(values: Values, groups, query=None) -> Counts:
    """Return the counts for a page with these groups and words, in one query at most.

    The numbers of a facet leave its own group out, so that they say what ticking one more value
    would give; those of the tabs leave kind and type out.
    """
    arms = {facet: _without(groups, facet) for facet in Facet}
    arms["tabs"] = _without(groups, Facet.KIND, Facet.TYPE)
    distinct = {_names(rest): rest for rest in arms.values()}
    found = _counted({arm: rest for arm, rest in distinct.items() if rest or query}, query)
    every = {pk: (facet, value) for facet, ids in values.ids.items() for value, pk in ids.items()}

    def of(key, facet):
        arm = _names(arms[key])
        if not arm and not query:
            return values.totals[facet]
        rows = ((every[pk], n) for pk, n in found[arm].items() if pk in every)
        return {value: n for (mine, value), n in rows if mine == facet}

    tabs = {facet: of("tabs", facet) for facet in (Facet.KIND, Facet.TYPE)}
    # Each project has one kind, so that the kinds of an arm add up to the rows it counted.
    kinds = set(values.ids[Facet.KIND].values())
    most = max((sum(arm.get(pk, 0) for pk in kinds) for arm in found.values()), default=0)
    return Counts({facet: of(facet, facet) for facet in Facet}, tabs, most >= MOST_COUNTED)


def _without(groups, *facets):
    return [group for group in groups if group.facet not in facets]


def _names(groups) -> str:
    return ",".join(sorted({group.facet.value for group in groups}))


def _counted(arms, query) -> dict[str, dict[int, int]]:
    found, parts = defaultdict(dict), []
    for arm, groups in arms.items():
        rows = query.matches(groups) if query else Listing.objects.having(groups)
        parts.append(ListingFacet.objects.among(rows, MOST_COUNTED).per_value(arm))
    if not parts:
        return found
    together = reduce(lambda one, other: one.union(other, all=True), parts)
    for row in together:
        found[row["arm"]][row["value_key"]] = row["n"]
    return found
