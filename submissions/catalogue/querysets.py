"""What words mean of listed projects, their names and the text index."""

from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Value

# Fewer matches than this are looked up one by one; more are met soon on a walk down the list.
FEW, FEW_OF_SEVERAL = 5_000, 50_000


class _Filtered:
    """Rows whose key is a place of the catalogue, narrowed by groups (see facets.Group)."""

    def having(self, groups, *, driver: bool = True):
        """Those that fit every group; the smallest group leads when it is small enough."""
        rest = sorted((group for group in groups if group is not None), key=lambda g: g.estimate)
        if rest and driver:
            few = FEW_OF_SEVERAL if len(rest) > 1 else FEW
            if rest[0].estimate <= few:
                self = self.filter(pk__in=_places_of(rest.pop(0)))
        for group in rest:
            self = self.filter(Exists(_rows_of(group, OuterRef("pk"))))
        return self

    def older_than(self, place: int):
        return self.filter(pk__lt=place)

    def newer_than(self, place: int):
        return self.filter(pk__gt=place)

    def newest_first(self):
        return self.order_by("-pk")

    def count_up_to(self, most: int) -> int:
        """Return how many there are, at most `most` + 1."""
        return self.order_by()[: most + 1].count()


class ListingQuerySet(_Filtered, models.QuerySet):
    """Listed projects that are …"""

    def by_title(self):
        return self.order_by("title_key", "place")

    def shortest_first(self):
        """Those that have a runtime."""
        return self.filter(minutes__isnull=False).order_by("minutes", "place")

    def past(self, field: str, cursor, *, forwards: bool):
        """Those after or before a row in ascending order; `cursor` is its (value, place)."""
        return self.filter(_RowBeyond(field, *cursor, sign=">" if forwards else "<"))

    def found_by(self, matches, most: int):
        """Those among the `most` newest of `matches`."""
        return self.filter(pk__in=matches.newest_first().values("rowid")[:most])

    def with_credit_of(self, people):
        return self.filter(project__credits__person__in=people).distinct()


class MatchQuerySet(_Filtered, models.QuerySet):
    """Indexed texts that are …"""

    def with_names(self, engine, expression):
        """Those with all words in title, original title or people."""
        return self.filter(engine.Has(F("names"), Value(expression)))

    def with_words(self, engine, expression):
        """Those with all words anywhere."""
        return self.filter(engine.Has(F("words"), Value(expression)))

    def at(self, *places):
        """Those at the places given, a list or a query of them each."""
        wanted = Q()
        for some in places:
            wanted |= Q(rowid__in=some)
        return self.filter(wanted)


class ListedNameQuerySet(models.QuerySet):
    """Titles and names that are …"""

    def starting_with(self, text: str):
        """Those that begin with `text` (already folded), as the B-tree of bytes reads them."""
        key = text.encode()
        return self.filter(key__gte=key, key__lt=key + b"\xff")

    def nearest(self, most: int):
        """Return `most` that begin with the text, then as many with it at an inner word."""
        # Two queries: as one with OR, SQLite walks the whole table. And `= 0` by way of a list:
        # Django writes NOT for a plain False, which no index answers.
        rows = self.order_by("key", "pk")
        return [*rows.filter(is_inner__in=[False])[:most], *rows.filter(is_inner__in=[True])[:most]]


class ListingFacetQuerySet(models.QuerySet):
    """Values of listed projects that are …"""

    def among(self, rows, most: int):
        """Those of the first `most` of `rows`, listed projects or matches."""
        return self.filter(listing__in=rows.order_by("-pk").values("pk")[:most])

    def per_value(self, arm: str):
        """Rows (arm, value_id, n): how many there are of each value."""
        return (
            self.order_by()
            .values(arm=Value(arm), value_key=F("value_id"))
            .annotate(n=Count("listing"))
        )


class _RowBeyond(Func):
    """(field, place) > (value, place) as one comparison, which an index can answer."""

    output_field = models.BooleanField()

    def __init__(self, field, value, place, *, sign):
        kind = models.BinaryField() if isinstance(value, bytes) else models.BigIntegerField()
        super().__init__(F(field), F("place"), Value(value, kind), Value(place))
        self.sign = sign

    def as_sql(self, compiler, connection):
        parts = [compiler.compile(part) for part in self.source_expressions]
        field, place, value, other = (sql for sql, _params in parts)
        params = [param for _sql, params in parts for param in params]
        return f"({field}, {place}) {self.sign} ({value}, {other})", params


def listed_after(projects, place: int):
    """Return the published rows of `projects` after a place, in rising order."""
    return projects.published().filter(listing__place__gt=place).order_by("listing__place")


def cards_at(projects, places):
    """Return the published rows of `projects`, a QuerySet, at `places`, in the order of these."""
    rows = projects.for_cards().filter(listing__in=places)
    rows = rows.annotate(
        place=F("listing__place"), title_key=F("listing__title_key"), minutes=F("listing__minutes")
    )
    # The status is looked at here: named in the query, it leads SQLite to read all that have it.
    by_place = {row.place: row for row in rows if row.is_published}
    return [by_place[place] for place in places if place in by_place]


def _places_of(group):
    return group.rows().values(group.place_field)


def _rows_of(group, place):
    return group.rows().filter(**{group.place_field: place})
