"""One page of the catalogue: which projects, in which order, out of how many, and the way on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from submissions.catalogue.cards import card
from submissions.catalogue.choice import LAST_NUMBERED, Choice, Cursor, Sort
from submissions.catalogue.facets import MOST_COUNTED, Facet, Values
from submissions.catalogue.models import Listing
from submissions.catalogue.querysets import cards_at
from submissions.catalogue.search import Query, find
from submissions.projects.models import Project

PER_PAGE = 24


@dataclass(frozen=True)
class Wall:
    """Cards with the number of all of them, at most 10,000 and then `is_capped`."""

    choice: Choice
    cards: list[dict]
    total: int
    previous: Choice | None
    next: Choice | None
    ends_early: bool = False
    without_filters: int = 0

    @property
    def is_capped(self) -> bool:
        return self.total > MOST_COUNTED

    @property
    def shown_total(self) -> int:
        return min(self.total, MOST_COUNTED)

    @property
    def numbers(self) -> list[Choice | None]:
        """Return the numbered pages around this one, None for a gap; none far down the list."""
        if self.choice.after or self.choice.before:
            return []
        here, last = self.choice.page, min(-(-self.total // PER_PAGE), LAST_NUMBERED)
        near = sorted({1, here - 1, here, here + 1, last} & set(range(1, last + 1)))
        found = []
        for number in near:
            if found and number - found[-1].page > 1:
                found.append(None)
            found.append(self.choice.with_(page=number))
        return found

    @property
    def first(self) -> Choice:
        return self.choice.with_()


@dataclass(frozen=True)
class _Rows:
    """The places of a page, and whether more stand before and after."""

    places: list[int]
    has_more: bool
    has_less: bool
    total: int | None = None
    is_all: bool = True


def wall(choice: Choice, values: Values) -> Wall:
    """Return the page of the catalogue that `choice` asks for."""
    query, groups = Query(choice.q) if choice.q else None, choice.groups(values)
    if choice.sort == Sort.RUNTIME and Facet.MINUTES not in choice.ranges:
        groups.append(values.range(Facet.MINUTES, None, None))
    rows = _rows(choice, query, groups)
    if not rows.places and choice.page > 1:
        problem = _("There is no page {n}; this is the first one.").format(n=choice.page)
        choice = choice.with_(problems=(*choice.problems, problem))
        rows = _rows(choice, query, groups)
    projects = cards_at(Project.objects, rows.places)
    total = _total(values, query, groups) if rows.total is None else rows.total
    return Wall(
        choice=choice,
        cards=[card(project) for project in projects],
        total=total,
        previous=_previous(choice, rows, projects),
        next=_next(choice, rows, projects),
        ends_early=not rows.is_all and not rows.has_more,
        without_filters=_total(values, query, []) if not total and choice.filters else 0,
    )


def _rows(choice: Choice, query: Query | None, groups) -> _Rows:
    if query is not None and choice.sort == Sort.MATCH:
        return _closest(choice, query, groups)
    rows, backwards = _ordered(choice, query, groups), choice.before is not None
    start = (choice.page - 1) * PER_PAGE
    places = list(rows.values_list("pk", flat=True)[start : start + PER_PAGE + 1])
    has_more, places = len(places) > PER_PAGE, places[:PER_PAGE]
    if backwards:
        return _Rows(places[::-1], has_more=True, has_less=has_more)
    return _Rows(places, has_more, has_less=choice.page > 1 or choice.after is not None)


def _closest(choice: Choice, query: Query, groups) -> _Rows:
    found = find(query, groups)
    start, end = (choice.page - 1) * PER_PAGE, choice.page * PER_PAGE
    return _Rows(
        found.places[start:end],
        has_more=len(found.places) > end,
        has_less=start > 0,
        total=len(found.places) if found.is_all else None,
        is_all=found.is_all,
    )


def _ordered(choice: Choice, query: Query | None, groups):
    """Return the rows from the cursor on, in the order of the page (from a `before` backwards)."""
    cursor, forwards = choice.after or choice.before, choice.before is None
    if choice.sort == Sort.NEWEST:
        rows = query.matches(groups) if query is not None else Listing.objects.having(groups)
        rows = rows.newest_first()
        if cursor:
            rows = rows.older_than(cursor.place) if forwards else rows.newer_than(cursor.place)
    else:
        rows = Listing.objects.having(groups, driver=query is None)
        if query is not None:
            rows = rows.found_by(query.matches(), MOST_COUNTED)
        column = "title_key" if choice.sort == Sort.TITLE else "minutes"
        rows = rows.by_title() if choice.sort == Sort.TITLE else rows.shortest_first()
        if cursor:
            rows = rows.past(column, (cursor.key, cursor.place), forwards=forwards)
    return rows if forwards else rows.reverse()


def _total(values: Values, query: Query | None, groups) -> int:
    if query is not None:
        return query.matches(groups).count_up_to(MOST_COUNTED)
    if not groups:
        return values.total
    if len(groups) == 1 and groups[0].is_exact:
        return groups[0].estimate
    return Listing.objects.having(groups).count_up_to(MOST_COUNTED)


def _previous(choice: Choice, rows: _Rows, projects) -> Choice | None:
    if not rows.has_less:
        return None
    if choice.page > 1:
        return choice.with_(page=choice.page - 1)
    return choice.with_(before=_cursor(choice, projects[0])) if projects else choice.with_()


def _next(choice: Choice, rows: _Rows, projects) -> Choice | None:
    if not rows.has_more or not projects:
        return None
    is_numbered = not (choice.after or choice.before)
    if is_numbered and choice.page < LAST_NUMBERED:
        return choice.with_(page=choice.page + 1)
    return choice.with_(after=_cursor(choice, projects[-1]))


def _cursor(choice: Choice, project) -> Cursor:
    if choice.sort == Sort.TITLE:
        return Cursor(project.place, bytes(project.title_key))
    if choice.sort == Sort.RUNTIME:
        return Cursor(project.place, project.minutes)
    return Cursor(project.place)
