"""Territories of rights and premieres: `WORLD`, regions, groups and single countries."""

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from festival.world import countries
from festival.world.reading import by_name, locale_of, name_key, read_list, tidy
from festival.world.regions import CONTINENTS, REGIONS, SALES_GROUPS

_OTHER_NAMES = {
    "world": countries.WORLD,
    "all countries": countries.WORLD,
    "whole world": countries.WORLD,
    "scandinavia": "NORDIC",
    "baltics": "BALTIC",
    "north america": "USCA",
    "german-speaking countries": "DACH",
    "middle east": "MENA",
}


def is_known(code: str) -> bool:
    return code == countries.WORLD or code in REGIONS or code in countries.CODES


def expand(codes: Iterable[str], minus: Iterable[str] = ()) -> frozenset[str]:
    """The countries of today in the territories less those in minus; ValueError if unknown."""
    return _countries(codes) - _countries(minus)


def _countries(codes: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for code in codes:
        if code == countries.WORLD:
            found |= countries.CURRENT
        elif code in REGIONS:
            found |= REGIONS[code]
        elif code in countries.CODES:
            found.update(countries.successors(code))
        else:
            raise ValueError(_("Choose a territory from the list."))
    return frozenset(found)


def parse(text: str, locale: str | Locale | None = None) -> str:
    """The code of a territory written as code or name (`Worldwide`, `Europe`, `UK`)."""
    wanted = tidy(text)
    if wanted.upper() == countries.WORLD or wanted.upper() in REGIONS:
        return wanted.upper()
    found = _codes_by_name(locale_of(locale), get_language()).get(name_key(wanted))
    return found or countries.parse(wanted, locale)


def parse_list(text: str, locale: str | Locale | None = None) -> list[str]:
    """Codes of territories separated by commas, semicolons or slashes, in order, no doubles."""
    return read_list(text, lambda name: parse(name, locale))


@lru_cache(maxsize=64)
def _codes_by_name(locale: Locale, _language: str | None) -> dict[tuple[str, ...], str]:
    codes = [countries.WORLD, *REGIONS]
    table = {name_key(name(code, place)): code for place in ("en", locale) for code in codes}
    return table | {name_key(other): code for other, code in _OTHER_NAMES.items()}


def continents_of(code: str) -> frozenset[str]:
    """M49 codes of the continents of a country, several for a former state, none for AQ."""
    return frozenset(
        continent
        for continent, members in CONTINENTS.items()
        if not members.isdisjoint(countries.successors(code))
    )


def name(code: str, locale: str | Locale | None = None) -> str:
    return countries.name(code, locale)


def choices(locale: str | Locale | None = None) -> list[tuple[str, object]]:
    """Choices with groups: worldwide, continents, regions, sales groups, countries."""
    return list(_choices(locale_of(locale), get_language()))


@lru_cache(maxsize=64)
def _choices(locale: Locale, _language: str | None) -> tuple[tuple[str, object], ...]:
    regions = [code for code in REGIONS if code not in CONTINENTS and code not in SALES_GROUPS]
    return (
        (countries.WORLD, name(countries.WORLD, locale)),
        (_("Continents"), _named(CONTINENTS, locale)),
        (_("Regions"), _named(regions, locale)),
        (_("Sales groups"), _named(SALES_GROUPS, locale)),
        (_("Countries"), tuple(countries.choices(locale, former=False))),
    )


def continent_choices(locale: str | Locale | None = None) -> list[tuple[str, str]]:
    return list(_named(CONTINENTS, locale_of(locale)))


def _named(codes: Iterable[str], locale: Locale) -> tuple[tuple[str, str], ...]:
    return by_name((code, name(code, locale)) for code in codes)
