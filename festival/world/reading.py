"""What all values of the world share: tidying typed text, locale, sorting by name."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, gettext

FALLBACK_LOCALE = "en_GB"
LONGEST = 200
LONGEST_LIST = 4000

_SIGNS = str.maketrans(
    {
        "\u066b": ".",  # Arabic decimal separator
        "\u066c": ",",  # Arabic thousands separator
        "\u060c": ",",  # Arabic comma
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u2033", '"'),
    }
)
_SMALL_WORDS = frozenset({"and", "of", "the"})


def tidy(text: str, longest: int = LONGEST) -> str:
    """One line with ASCII digits, plain dashes and single spaces; ValueError if unusable."""
    if not isinstance(text, str):
        raise ValueError(gettext("Enter a text."))
    if len(text) > longest:
        raise ValueError(gettext("Enter at most {n} characters.").format(n=longest))
    line = " ".join("".join(map(_plain, text)).translate(_SIGNS).split())
    if any(unicodedata.category(sign)[0] == "C" for sign in line):
        raise ValueError(gettext("Remove the characters that cannot be printed."))
    return line


def _plain(sign: str) -> str:
    """A digit of any script as ASCII, a full-width sign as its usual form."""
    if sign.isascii():
        return sign
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if "\uff00" <= sign <= "\uffef":
        return unicodedata.normalize("NFKC", sign)
    # Direction and joiner marks come along when text is copied from a page.
    return (
        "" if sign in "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069" else sign
    )


def bare(text: str) -> str:
    """Lower case without accents: the order and the comparison of names ignore both."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()


def name_key(text: str) -> tuple[str, ...]:
    """The words of a name in sorted order, so that `Iran, Islamic Republic of` is found."""
    words = re.findall(r"[^\W_]+", bare(text.translate(_SIGNS)).replace("'", ""))
    spelt = ("saint" if word == "st" else word for word in words)
    return tuple(sorted(word for word in spelt if word not in _SMALL_WORDS))


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def by_name(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Pairs of value and name in the order of the names."""
    return tuple(sorted(pairs, key=lambda pair: (bare(pair[1]), pair[0])))


def locale_of(locale: str | Locale | None = None) -> Locale:
    """The Babel locale of a code, by default of the active language; never fails."""
    if isinstance(locale, Locale):
        return locale
    return _locale(str(locale or get_language() or FALLBACK_LOCALE)[:40])


@lru_cache(maxsize=128)
def _locale(code: str) -> Locale:
    try:
        # CLDR's plain English is American; this site writes British English.
        return Locale.parse(FALLBACK_LOCALE if code == "en" else code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale.parse(FALLBACK_LOCALE)


def read_list(text: str, parse: Callable[[str], str], separators: str = "[;/|\n]") -> list[str]:
    """What parse makes of each name, in order, no doubles; ValueError if one is not known.

    Commas separate as well, but not inside a known name (`Iran, Islamic Republic of`).
    """
    parts = re.split(separators, text) if len(text) <= LONGEST_LIST else [text]
    found = [value for part in parts for value in _between_commas(tidy(part, LONGEST_LIST), parse)]
    return list(dict.fromkeys(found))


def _between_commas(text: str, parse: Callable[[str], str]) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    found = []
    while names:
        size, value = _longest_name(names, parse)
        found.append(value)
        del names[:size]
    return found


def _longest_name(names: list[str], parse: Callable[[str], str]) -> tuple[int, str]:
    for size in range(min(4, len(names)), 1, -1):
        try:
            return size, parse(", ".join(names[:size]))
        except ValueError:
            continue
    return 1, parse(names[0])
