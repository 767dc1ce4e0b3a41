"""Finds projects by words: one function, one small backend for each engine.

The engine only finds; the order comes from Python and is the same on every engine. Candidates
come in tiers and are bounded: titles and people that begin with the words, then the newest with
all words in titles or names, then the newest with all words anywhere.
"""

from dataclasses import dataclass
from importlib import import_module

from django.db import connection

from submissions.catalogue import words
from submissions.catalogue.models import ListedName, Listing, Match
from submissions.catalogue.texts import BEFORE_PEOPLE, BETWEEN, LONGEST_KEY

MOST_NAMES, MOST_OF_PEOPLE, MOST_OF_TIER = 24, 24, 120


@dataclass(frozen=True)
class Found:
    """Places of the catalogue, the best match first; `is_all` is false where more would match."""

    places: list[int]
    is_all: bool


class Query:
    """What a visitor's words ask of the index; `text` may be anything at all."""

    def __init__(self, text: str):
        self.text = text[: words.LONGEST_QUERY]
        self.words = words.asked(self.text)
        self.line = words.line(self.text)[:LONGEST_KEY]
        self.whole = " ".join(words.tokens(self.text))
        self.open_end = bool(self.words) and words.is_open_ended(self.words[-1])

    def __bool__(self):
        return bool(self.words)

    def matches(self, groups=()):
        """Return the indexed texts with all words anywhere that fit the filter groups."""
        return self._rows("with_words", groups)

    def in_names(self, groups=()):
        """Return those with all words in titles or names."""
        return self._rows("with_names", groups)

    def _rows(self, where, groups):
        if not self.words:
            return Match.objects.none()
        engine = import_module(f"submissions.catalogue.search_{connection.vendor}")
        expression = engine.expression(self.words, open_end=self.open_end)
        return getattr(Match.objects, where)(engine, expression).having(groups, driver=False)


def find(text: str | Query, groups=()) -> Found:
    """Return the places of listed projects that have all words of `text` and fit the groups."""
    query = text if isinstance(text, Query) else Query(text)
    if not query:
        return Found([], is_all=True)
    candidates = dict(_named(query, groups))
    for tier in (query.in_names(groups), query.matches(groups)):
        rows = list(tier.newest_first().values_list("rowid", "names")[:MOST_OF_TIER])
        candidates.update(rows)
    ranked = sorted(candidates, key=lambda place: (-_score(query, candidates[place]), -place))
    return Found(ranked, is_all=len(rows) < MOST_OF_TIER)


def _named(query: Query, groups):
    """Return (place, names) of projects whose title or people begin with the words."""
    rows = ListedName.objects.starting_with(query.line).nearest(MOST_NAMES)
    places = {row.listing_id for row in rows if row.listing_id}
    people = {row.person_id for row in rows if row.person_id}
    if not places and not people:
        return []
    wanted = [places] if places else []
    if people:
        theirs = Listing.objects.with_credit_of(people).newest_first()
        wanted.append(list(theirs.values_list("place", flat=True)[:MOST_OF_PEOPLE]))
    found = Match.objects.at(*wanted).having(groups, driver=False)
    return found.values_list("rowid", "names")


def _score(query: Query, names: str) -> float:
    """Return how well the names fit, from 0 to 100."""
    titles, _between, people = names.partition(BEFORE_PEOPLE)
    titles = [part.strip() for part in titles.split(BETWEEN)]
    people = [part.strip() for part in people.split(BETWEEN)]
    if query.whole in titles:
        return 100
    if query.whole in people:
        return 90
    return max(
        max(_score_of_part(query, part, 80, 60) for part in titles),
        max(_score_of_part(query, part, 70, 50) for part in people),
        40 * _share(query, names.split()),
    )


def _score_of_part(query: Query, part: str, begins: int, has_all: int) -> float:
    """Score one title or name; of two that fit alike the shorter one is the better match."""
    asked, tokens = " ".join(query.words), part.split()
    brevity = min(len(query.words) / (len(tokens) or 1), 1) * 9
    if part.startswith(asked if query.open_end else f"{asked} "):
        return begins + brevity
    return has_all + brevity if _share(query, tokens) == 1 else 0


def _share(query: Query, tokens: list[str]) -> float:
    """Return which part of the words stands in `tokens`."""
    has, last = set(tokens), query.words[-1]
    found = sum(word in has for word in query.words)
    if last not in has and query.open_end:
        found += any(token.startswith(last) for token in has)
    return found / len(query.words)
