"""Which premieres a work still has: pure functions over the rows of `record["screenings"]`.

The definitions stand in premiere_words. A showing was certainly seen in each country of
`certain` and somewhere in `possible`; where the rows leave open what happened, the answer is
UNKNOWN and never a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from festival.world import countries, territories
from festival.world.partial_dates import PartialDate, from_iso
from submissions.projects.premiere_places import (
    CONTINENTS_OF_PREMIERES,
    REGIONS_OF_PREMIERES,
    members_of,
)
from submissions.projects.vocabulary import PremiereKind, ScreeningKind

_NOT_COUNTED = frozenset({ScreeningKind.PRIVATE, ScreeningKind.MARKET})


class Standing(IntEnum):
    """What is left of a premiere; more is better."""

    TAKEN = 0
    UNKNOWN = 1
    FREE = 2


@dataclass(frozen=True)
class Premiere:
    """A kind and its place: a continent, region or country, empty for world and international."""

    kind: str
    place: str = ""


@dataclass(frozen=True)
class Showing:
    """A public screening: `state` is the country as it was entered, perhaps a former state."""

    event: str
    certain: frozenset[str]
    possible: frozenset[str]
    state: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True)
class Remaining:
    """What is left of a premiere and the events because of which it is not free."""

    premiere: Premiere
    standing: Standing
    because: tuple[str, ...] = ()


WORLD = Premiere(PremiereKind.WORLD)
INTERNATIONAL = Premiere(PremiereKind.INTERNATIONAL)


def showings_of(rows: Iterable[dict]) -> list[Showing]:
    """Return the public screenings of the rows, without those that use up nothing."""
    return [_showing(row) for row in rows if _counts(row)]


def planned(event: str, country: str, date: str = "", *, on_site=True, online=False) -> Showing:
    """Return a screening that may come; how far it is seen online is not known."""
    here = _showing({"event": event, "country": country, "date": date})
    if not online:
        return here
    certain = here.certain if on_site else frozenset()
    return replace(here, certain=certain, possible=countries.CURRENT, state="")


def remaining(
    premiere: Premiere,
    showings: Iterable[Showing],
    origins: Iterable[str],
    before: PartialDate | None = None,
) -> Remaining:
    """Return what the showings leave of `premiere` in a work from the countries `origins`.

    With `before` only showings before that date count, and what may or may not be before it
    leaves the answer unknown.
    """
    home, taken, doubtful = frozenset(origins), [], []
    for showing in showings:
        left = max(_left(premiere, showing, home), _order(showing, before))
        if left == Standing.TAKEN:
            taken.append(showing.event)
        elif left == Standing.UNKNOWN:
            doubtful.append(showing.event)
    if taken:
        return Remaining(premiere, Standing.TAKEN, tuple(dict.fromkeys(taken)))
    standing = Standing.UNKNOWN if doubtful else Standing.FREE
    return Remaining(premiere, standing, tuple(dict.fromkeys(doubtful)))


def premieres_in(country: str) -> list[Premiere]:
    """Return every premiere that a screening in `country` could be, the widest first."""
    found = [WORLD, INTERNATIONAL]
    for kind, table in (
        (PremiereKind.CONTINENTAL, CONTINENTS_OF_PREMIERES),
        (PremiereKind.REGIONAL, REGIONS_OF_PREMIERES),
    ):
        found += [Premiere(kind, code) for code, members in table.items() if country in members]
    return [*found, Premiere(PremiereKind.NATIONAL, country)] if country else found


def required(kind: str, country: str) -> Premiere | None:
    """Return the premiere of that kind that a festival in `country` asks for.

    None where the place is not known or lies on no continent.
    """
    fitting = [each for each in premieres_in(country) if each.kind == kind]
    return fitting[0] if fitting else None


def _counts(row) -> bool:
    return row.get("kind") not in _NOT_COUNTED and row.get("is_public") is not False


def _showing(row) -> Showing:
    state = row.get("country") or ""
    known = countries.current_of([state]) if countries.is_known(state) else frozenset()
    certain, possible = known if len(known) == 1 else frozenset(), known or countries.CURRENT
    limits = _limits(row.get("geo_limits"))
    if row.get("kind") == ScreeningKind.ONLINE:
        state, certain = "", limits or countries.CURRENT
        possible = certain
    elif limits:
        # Shown in a hall and, within limits, online.
        state, certain, possible = "", certain | limits, possible | limits
    return Showing(row.get("event") or "", certain, possible, state, _date(row.get("date")))


def _limits(codes) -> frozenset[str]:
    known = [code for code in codes or [] if territories.is_known(code)]
    return territories.expand(known)


def _date(text) -> PartialDate | None:
    try:
        return from_iso(str(text)) if text else None
    except ValueError:
        return None


def _order(showing, before) -> Standing:
    """Return TAKEN for a showing that is certainly before the date, FREE for one after it."""
    if before is None:
        return Standing.TAKEN
    if showing.date is None:
        return Standing.UNKNOWN
    if showing.date.last_day < before.first_day:
        return Standing.TAKEN
    return Standing.FREE if showing.date.first_day > before.last_day else Standing.UNKNOWN


def _left(premiere, showing, origins) -> Standing:
    """Return what one showing leaves of a premiere."""
    if premiere.kind == PremiereKind.WORLD:
        return Standing.TAKEN
    if premiere.kind == PremiereKind.INTERNATIONAL:
        return _left_abroad(showing, origins)
    inside = members_of(premiere.place)
    if showing.certain & inside or showing.possible <= inside:
        return Standing.TAKEN
    return Standing.UNKNOWN if showing.possible & inside else Standing.FREE


def _left_abroad(showing, origins) -> Standing:
    if showing.state in origins:
        return Standing.FREE
    if not origins:
        everywhere = showing.certain == countries.CURRENT
        return Standing.TAKEN if everywhere else Standing.UNKNOWN
    home = countries.current_of(origins)
    if showing.certain - home or not showing.possible & home:
        return Standing.TAKEN
    return Standing.UNKNOWN if showing.possible - home else Standing.FREE
