"""What a visitor asks of the catalogue: words, filters, order and page, all from the address."""

import base64
import binascii
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festival.world import countries, languages
from submissions.catalogue import words
from submissions.catalogue.models import Facet
from submissions.projects.vocabulary import Genre, ProjectKind, ProjectType

MOST_VALUES = 30
LAST_NUMBERED = 20
_WIDEST = 1 << 62
TICKED = (Facet.KIND, Facet.TYPE, Facet.GENRE, Facet.COUNTRY, Facet.LANGUAGE)
RANGES = {Facet.YEAR: ("year_min", "year_max"), Facet.MINUTES: ("runtime_min", "runtime_max")}
_LIMITS = {Facet.YEAR: 9999, Facet.MINUTES: 6000}
_WORDS = {
    Facet.KIND: dict(ProjectKind.choices),
    Facet.TYPE: dict(ProjectType.choices),
    Facet.GENRE: dict(Genre.choices),
}


class Sort(TextChoices):
    MATCH = "match", gettext_lazy("Closest match")
    NEWEST = "newest", gettext_lazy("Newest first")
    TITLE = "title", gettext_lazy("Title, A to Z")
    RUNTIME = "runtime", gettext_lazy("Runtime, shortest first")


@dataclass(frozen=True)
class Cursor:
    """The row that a page begins after (or ends before), as it stands in an address."""

    place: int
    key: object = None

    def __str__(self):
        if self.key is None:
            return str(self.place)
        if isinstance(self.key, int):
            return f"{self.place}.{self.key}"
        return f"{self.place}.{base64.urlsafe_b64encode(self.key).decode().rstrip('=')}"

    @classmethod
    def read(cls, text: str, sort: Sort):
        """Return the cursor of an address, or None where it makes no sense in this order."""
        place, _dot, key = text.partition(".")
        if not (_is_number(place, 20) and int(place) < _WIDEST):
            return None
        if sort == Sort.NEWEST:
            return cls(int(place))
        if sort == Sort.RUNTIME:
            return cls(int(place), int(key)) if _is_number(key, 6) else None
        try:
            return cls(int(place), base64.urlsafe_b64decode(key[:200] + "=" * (-len(key) % 4)))
        except (binascii.Error, ValueError):
            return None


@dataclass(frozen=True)
class Choice:
    """One state of the catalogue; `problems` are sentences about parts that were left out."""

    q: str = ""
    values: dict[Facet, tuple[str, ...]] = field(default_factory=dict)
    ranges: dict[Facet, tuple[int | None, int | None]] = field(default_factory=dict)
    sort: Sort = Sort.NEWEST
    page: int = 1
    after: Cursor | None = None
    before: Cursor | None = None
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, query):
        """Read a QueryDict; what does not fit is left out and explained."""
        problems = []
        q = " ".join(query.get("q", "").replace("\0", " ").split())
        if len(q) > words.LONGEST_QUERY:
            problems.append(_("Only the first 200 characters of the search were used."))
            q = q[: words.LONGEST_QUERY].strip()
        values = {f: _ticked(query.getlist(f.value), f, problems) for f in TICKED}
        ranges = {f: _range(query, f, problems) for f in RANGES}
        sort = _sort(query.get("sort", ""), q, problems)
        return cls(
            q=q,
            values={f: chosen for f, chosen in values.items() if chosen},
            ranges={f: ends for f, ends in ranges.items() if ends != (None, None)},
            sort=sort,
            **_position(query, sort, problems),
            problems=tuple(problems),
        )

    def groups(self, known):
        """Return the filter groups, looked up in facets.Values."""
        ticked = [known.group(facet, chosen) for facet, chosen in self.values.items()]
        return ticked + [known.range(facet, *ends) for facet, ends in self.ranges.items()]

    @property
    def filters(self) -> int:
        """Return how many values and ranges are in use."""
        return sum(map(len, self.values.values())) + len(self.ranges)

    @property
    def default_sort(self) -> Sort:
        return Sort.MATCH if self.q else Sort.NEWEST

    @property
    def sorts(self) -> list[tuple[str, str]]:
        return [(s.value, s.label) for s in Sort if s != Sort.MATCH or self.q]

    def with_(self, **changes):
        """Return the state with changes, on its first page unless a page is given."""
        start = {"page": 1, "after": None, "before": None, "problems": ()}
        return replace(self, **(start | changes))

    def ticking(self, facet: Facet, *chosen: str):
        """Return the state with exactly these values of one facet."""
        rest = {f: v for f, v in self.values.items() if f != facet}
        return self.with_(values=rest | ({facet: chosen} if chosen else {}))

    def between(self, facet: Facet, low: int | None, high: int | None):
        rest = {f: ends for f, ends in self.ranges.items() if f != facet}
        ends = {} if (low, high) == (None, None) else {facet: (low, high)}
        return self.with_(ranges=rest | ends)

    def unfiltered(self):
        return self.with_(values={}, ranges={})

    @property
    def newest(self):
        return self.with_(sort=Sort.NEWEST)

    @property
    def kept_by_search(self):
        """Return the pairs that the search form carries along: the filters."""
        return self.pairs(leave_out=("q", "sort"))

    @property
    def kept_by_sort(self):
        return self.pairs(leave_out=("sort",))

    @property
    def kept_by_filters(self):
        return [(key, value) for key, value in self.pairs() if key in ("q", "sort")]

    def pairs(self, leave_out=()) -> list[tuple[str, str]]:
        """Return the (key, value) pairs of the address, without the page."""
        found = [("q", self.q)] if self.q else []
        found += [(f.value, v) for f in TICKED for v in self.values.get(f, ())]
        for facet, names in RANGES.items():
            ends = zip(names, self.ranges.get(facet, (None, None)), strict=True)
            found += [(name, str(end)) for name, end in ends if end is not None]
        if self.sort != self.default_sort:
            found.append(("sort", self.sort.value))
        return [pair for pair in found if pair[0] not in leave_out]

    @property
    def address(self) -> str:
        """Return the query string of this state, "?…", or an empty text for everything."""
        pairs = self.pairs()
        if self.after or self.before:
            pairs.append(("after", self.after) if self.after else ("before", self.before))
        elif self.page > 1:
            pairs.append(("page", self.page))
        return f"?{urlencode(pairs)}" if pairs else ""


def name_of(facet: Facet, value: str) -> str:
    """Return the words for a value of a filter."""
    if facet == Facet.COUNTRY:
        return countries.label(value)
    if facet == Facet.LANGUAGE:
        return languages.name(value)
    return str(_WORDS[facet].get(value, value)) if facet in _WORDS else value


def _is_known(facet: Facet, value: str) -> bool:
    if facet == Facet.COUNTRY:
        return countries.is_known(value)
    if facet == Facet.LANGUAGE:
        return languages.is_known(value)
    return value in _WORDS[facet]


def _ticked(given, facet: Facet, problems) -> tuple[str, ...]:
    given = list(dict.fromkeys(value for value in given if value))
    fit = [value for value in given[:MOST_VALUES] if len(value) <= 40 and _is_known(facet, value)]
    if len(fit) < len(given):
        text = _("A choice under “{filter}” is not known here and was left out.")
        problems.append(text.format(filter=facet.label))
    return tuple(fit)


def _range(query, facet: Facet, problems):
    ends = [query.get(name, "").strip() for name in RANGES[facet]]
    wrong = [text for text in ends if text and not _is_number(text, 5)]
    low, high = (int(text) if text and _is_number(text, 5) else None for text in ends)
    if wrong:
        text = _("Enter whole numbers under “{filter}”; what was there was left out.")
        problems.append(text.format(filter=facet.label))
    if low is not None and high is not None and low > high:
        text = _("Under “{filter}” the first number was the larger one; they were swapped.")
        problems.append(text.format(filter=facet.label))
        low, high = high, low
    most = _LIMITS[facet]
    return tuple(end if end is None else min(end, most) for end in (low, high))


def _sort(text: str, q: str, problems) -> Sort:
    default = Sort.MATCH if q else Sort.NEWEST
    if text == Sort.MATCH or not text:
        return default
    if text not in Sort.values:
        problems.append(_("That order is not known here; the usual one was used."))
        return default
    return Sort(text)


def _position(query, sort: Sort, problems) -> dict:
    for name in ("after", "before"):
        if name in query and sort != Sort.MATCH:
            cursor = Cursor.read(query[name], sort)
            if cursor:
                return {name: cursor}
            problems.append(_("That page is not known here; this is the first one."))
            return {}
    text = query.get("page", "").strip() or "1"
    if not _is_number(text, 9) or not int(text):
        problems.append(_("That page is not known here; this is the first one."))
        return {}
    if int(text) > LAST_NUMBERED:
        text_for = _("Pages have numbers up to {last}; go on from there with “Next page”.")
        problems.append(text_for.format(last=LAST_NUMBERED))
    return {"page": min(int(text), LAST_NUMBERED)}


def _is_number(text: str, digits: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= digits
