"""Currencies of ISO 4217: what is legal tender today, names, minor units."""

from functools import lru_cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies
from django.utils.translation import gettext as _

from festival.world.reading import by_name, locale_of, name_key, tidy, words
from festival.world.regions import ISO_3166_1

# The minor units of ISO 4217, not those of CLDR, which follow the coins in use and change:
# stored amounts must keep their meaning.
_DECIMALS: dict[str, int] = {
    **dict.fromkeys(
        words("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"), 0
    ),
    **dict.fromkeys(words("ADP BYB BYR ESP ITL LUF MGF TMM TPE TRL"), 0),
    **dict.fromkeys(words("BHD IQD JOD KWD LYD OMR TND"), 3),
    **dict.fromkeys(words("CLF UYW"), 4),
}

_OTHER_NAMES = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "yen": "JPY",
    "franken": "CHF",
}


@lru_cache(maxsize=1)
def current() -> frozenset[str]:
    """Codes that are legal tender in a country today."""
    return frozenset(
        code
        for country in ISO_3166_1
        for code in get_territory_currencies(country, tender=True, non_tender=False)
    )


@lru_cache(maxsize=1)
def ever() -> frozenset[str]:
    """Codes that are or were legal tender, for the budgets of old films."""
    return frozenset(
        code
        for rows in get_global("territory_currencies").values()
        for code, _start, _end, tender in rows
        if tender
    )


def is_known(code: str) -> bool:
    return code in ever()


def decimals(code: str) -> int:
    """Digits of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD."""
    return _DECIMALS.get(code, 2)


def name(code: str, locale: str | Locale | None = None) -> str:
    return get_currency_name(code, locale=locale_of(locale))


def choices(locale: str | Locale | None = None) -> list[tuple[str, str]]:
    """Pairs of code and `EUR · Euro` of today's currencies in the order of the codes."""
    return list(_choices(locale_of(locale)))


@lru_cache(maxsize=64)
def _choices(locale: Locale) -> tuple[tuple[str, str], ...]:
    return by_name((code, f"{code} · {name(code, locale)}") for code in current())


def parse(text: str) -> str:
    """The code of a currency written as code or English name; ValueError otherwise."""
    wanted = tidy(text, 60)
    code = wanted.upper()
    if len(code) == 3 and is_known(code):
        return code
    found = _OTHER_NAMES.get(wanted.casefold()) or _codes_by_name().get(name_key(wanted))
    if found is None:
        raise ValueError(_("Choose a currency from the list, for example EUR or USD."))
    return found


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[tuple[str, ...], str]:
    locale, table = Locale("en"), {}
    for code in sorted(current()):
        for count in (None, 1, 2):
            text = get_currency_name(code, count=count, locale=locale)
            table.setdefault(name_key(text), code)
    return table
