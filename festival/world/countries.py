"""Countries: ISO 3166-1 alpha-2, former states of ISO 3166-3, `WORLD` for rights."""

from functools import lru_cache

from babel import Locale
from babel.core import get_global
from django.utils.translation import get_language, gettext, pgettext

from festival.world.country_names import OTHER_NAMES
from festival.world.former_states import FORMER
from festival.world.reading import by_name, locale_of, name_key, read_list, tidy
from festival.world.regions import ISO_3166_1, KOSOVO, REGIONS, SALES_GROUP_NAMES

WORLD = "WORLD"
CURRENT: frozenset[str] = ISO_3166_1 | KOSOVO
CODES: frozenset[str] = CURRENT | frozenset(FORMER)
LONGEST_CODE = 5

__all__ = [
    "CODES",
    "CURRENT",
    "FORMER",
    "ISO_3166_1",
    "LONGEST_CODE",
    "REGIONS",
    "WORLD",
    "choices",
    "current_of",
    "is_former",
    "is_known",
    "label",
    "name",
    "parse",
    "parse_list",
    "successors",
    "years",
]


def is_known(code: str) -> bool:
    return code in CODES


def is_former(code: str) -> bool:
    return code in FORMER


def years(code: str) -> tuple[int, int] | None:
    """First and last year of a former state; None for a country of today."""
    return (FORMER[code].first, FORMER[code].last) if code in FORMER else None


def successors(code: str) -> tuple[str, ...]:
    """Countries of today on the ground of a former state, a country of today being its own."""
    return FORMER[code].successors if code in FORMER else (code,)


def current_of(codes) -> frozenset[str]:
    """The countries of today behind the codes, for rules that compare territories."""
    return frozenset(country for code in codes for country in successors(code))


def name(code: str, locale: str | Locale | None = None) -> str:
    """The name of a country, former state, region or `WORLD`; unknown codes come back as is."""
    if code in FORMER:
        return str(FORMER[code].name)
    if code in SALES_GROUP_NAMES:
        return str(SALES_GROUP_NAMES[code])
    if code == WORLD:
        return pgettext("territory", "Worldwide")
    if code not in CURRENT and code not in REGIONS:
        return code
    return locale_of(locale).territories.get(code) or Locale("en").territories.get(code, code)


def label(code: str, locale: str | Locale | None = None) -> str:
    """The name for lists of choice: a former state with its years."""
    if code not in FORMER:
        return name(code, locale)
    first, last = years(code)
    return f"{name(code, locale)} ({first}–{last})"


def choices(
    locale: str | Locale | None = None, *, former: bool = True, world: bool = False
) -> list[tuple[str, str]]:
    """Pairs of code and label in the order of the labels, `WORLD` first if asked for."""
    pairs = _sorted_pairs(locale_of(locale), get_language(), former)
    return [(WORLD, name(WORLD, locale)), *pairs] if world else list(pairs)


@lru_cache(maxsize=64)
def _sorted_pairs(
    locale: Locale, _language: str | None, former: bool
) -> tuple[tuple[str, str], ...]:
    return by_name((code, label(code, locale)) for code in (CODES if former else CURRENT))


def parse(text: str, locale: str | Locale | None = None) -> str:
    """The code of a country written as code, English, ISO or local name, else ValueError."""
    wanted = tidy(text)
    code = wanted.upper()
    if code in CODES:
        return code
    found = _codes_of_iso().get(code) or _codes_by_name(Locale("en"), None).get(name_key(wanted))
    found = found or _codes_by_name(locale_of(locale), get_language()).get(name_key(wanted))
    if found is None:
        raise ValueError(
            gettext("Choose a country from the list: “{text}” is not known.").format(text=wanted)
            if wanted
            else gettext("Choose a country from the list.")
        )
    return found


def parse_list(text: str, locale: str | Locale | None = None) -> list[str]:
    """Codes of countries separated by commas, semicolons or slashes, in order, no doubles."""
    return read_list(text, lambda name: parse(name, locale))


@lru_cache(maxsize=1)
def _codes_of_iso() -> dict[str, str]:
    """Alpha-3 and ISO 3166-3 codes, and `UK`."""
    table = {
        alias: codes[0]
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and codes[0] in CURRENT
    }
    table |= {"UK": "GB", "XKX": "XK", "XKK": "XK"}
    for code, state in FORMER.items():
        table[state.alpha3] = table[state.iso_3166_3] = code
    return table


@lru_cache(maxsize=64)
def _codes_by_name(locale: Locale, _language: str | None) -> dict[tuple[str, ...], str]:
    """Former names first: what a country of today is also called wins over them."""
    table: dict[tuple[str, ...], str] = {}
    for code in sorted(FORMER) + sorted(CURRENT):
        table[name_key(name(code, locale))] = code
        table[name_key(label(code, locale))] = code
    for code, names in OTHER_NAMES.items():
        table |= {name_key(other): code for other in names}
    return table
