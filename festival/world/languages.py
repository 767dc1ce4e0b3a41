"""Languages as BCP 47 tags, with `zxx` for no dialogue, `und`, and sign languages."""

import re
from contextlib import suppress
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from django.utils.translation import get_language, gettext

from festival.world.language_names import EXTRA_LANGUAGES, OTHER_NAMES, SIGN_LANGUAGES, SPECIAL
from festival.world.reading import (
    LONGEST_LIST,
    by_name,
    locale_of,
    name_key,
    read_list,
    tidy,
    words,
)

NO_DIALOGUE = "zxx"
UNKNOWN = "und"
LONGEST_CODE = 12

# Written forms and varieties that subtitles are made in; all others can still be stored.
_VARIANTS = ("es-419", "fr-CA", "nl-BE", "pt-BR", "pt-PT", "sr-Latn", "zh-Hans", "zh-Hant")

_RTL_LANGUAGES = words(
    "ar acm aeb apc arc arq ars ary arz azb bal bgn bqi ckb dv fa glk he ks lki lrc luz mzn "
    "nqo ota pnb prs ps rhg sam sd sdh skr syc syr ug ur yi"
)
_RTL_SCRIPTS = words("Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa")

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?", re.IGNORECASE)


def normalise(code: str) -> str:
    """The tag in BCP 47 spelling (`PT_br` is `pt-BR`, `ger` is `de`); ValueError if unknown."""
    match = _TAG.fullmatch(code)
    if not match:
        raise ValueError(gettext("Choose a language from the list."))
    language, script, region = match[1].lower(), match[2], match[3]
    if language not in _known():
        language = get_global("language_aliases").get(language, "")
    if language not in _known() or (region and not _is_region(region)):
        raise ValueError(gettext("Choose a language from the list."))
    if script and script.title() not in Locale("en").scripts:
        raise ValueError(gettext("Choose a language from the list."))
    parts = (language, script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


def _is_region(code: str) -> bool:
    return code.upper() in Locale("en").territories


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Primary languages: those that CLDR names, further ones of ours, sign languages."""
    named = {code for code in Locale("en").languages if "_" not in code} - {"mul", "root"}
    return frozenset(named) | frozenset(SIGN_LANGUAGES) | frozenset(EXTRA_LANGUAGES)


def is_known(code: str) -> bool:
    """Whether the tag is a known language in its stored spelling."""
    try:
        return normalise(code) == code
    except ValueError:
        return False


def is_sign_language(code: str) -> bool:
    return code.split("-")[0] in SIGN_LANGUAGES


def direction(code: str) -> str:
    """`rtl` or `ltr`, by script if the tag names one."""
    language, *rest = code.split("-")
    script = next((part.title() for part in rest if len(part) == 4), None)
    is_rtl = script in _RTL_SCRIPTS if script else language.lower() in _RTL_LANGUAGES
    return "rtl" if is_rtl else "ltr"


def name(code: str, locale: str | Locale | None = None) -> str:
    """The name of a language; unknown codes come back as they are."""
    own = SPECIAL.get(code) or SIGN_LANGUAGES.get(code) or EXTRA_LANGUAGES.get(code)
    if own:
        return str(own)
    locale = locale_of(locale)
    named = locale.languages.get(code.replace("-", "_"))
    return named or _composed(code, locale)


def _composed(code: str, locale: Locale) -> str:
    """`Serbian (Latin, Serbia)`: the language with its script and region."""
    language, *rest = code.split("-")
    base = locale.languages.get(language) or Locale("en").languages.get(language, language)
    inside = [locale.scripts.get(part) or locale.territories.get(part, part) for part in rest]
    return f"{base} ({', '.join(inside)})" if inside else base


def endonym(code: str) -> str:
    """The name of a language in that language, or in English where CLDR has none."""
    try:
        return name(code, Locale.parse(code.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        return name(code, "en")


def choices(locale: str | Locale | None = None, *, special: bool = True) -> list[tuple[str, str]]:
    """Pairs of code and name in the order of the names, `zxx` and `und` first if special."""
    pairs = _sorted_pairs(locale_of(locale), get_language())
    return [*((code, str(label)) for code, label in SPECIAL.items() if special), *pairs]


@lru_cache(maxsize=64)
def _sorted_pairs(locale: Locale, _language: str | None) -> tuple[tuple[str, str], ...]:
    codes = (_known() - frozenset(SPECIAL)) | frozenset(_VARIANTS)
    return by_name((code, name(code, locale)) for code in codes)


def parse(text: str, locale: str | Locale | None = None) -> str:
    """The tag of a language written as tag, ISO 639 code, English or local name."""
    wanted = tidy(text)
    # `ga` is the tag of Irish, `Ga` the name of a language of Ghana.
    if wanted.islower() and is_known(wanted):
        return wanted
    for form in _forms(wanted):
        found = _codes_by_name(Locale("en"), None).get(name_key(form))
        found = found or _codes_by_name(locale_of(locale), get_language()).get(name_key(form))
        if found:
            return found
    if ";" in wanted and (found := _one_of_several_names(wanted, locale)):
        return found
    if not _TAG.fullmatch(wanted):
        raise ValueError(_not_known(wanted))
    try:
        return normalise(wanted)
    except ValueError:
        raise ValueError(_not_known(wanted)) from None


def _not_known(text: str) -> str:
    if not text:
        return gettext("Choose a language from the list.")
    return gettext("Choose a language from the list: “{text}” is not known.").format(text=text)


def _forms(text: str) -> tuple[str, str]:
    """The text as it is and without its brackets."""
    return text, re.sub(r"\([^()]*\)", " ", text)


def _one_of_several_names(text: str, locale) -> str | None:
    """What all known names in `Spanish; Castilian` mean; None for `Spanish; Russian`."""
    meant = set()
    for each in text.split(";")[:8]:
        with suppress(ValueError):
            meant.add(parse(each, locale))
    return meant.pop() if len(meant) == 1 else None


def parse_list(text: str, locale: str | Locale | None = None) -> list[str]:
    """Tags of languages separated by commas, semicolons, slashes or `and`, no doubles."""
    if ";" in text and len(text) <= LONGEST_LIST:
        text = ",".join(_joined(part, locale) for part in text.split(","))
    return read_list(text, lambda name: parse(name, locale), r"[/|\n]| and | & ")


def _joined(text: str, locale) -> str:
    """`Spanish; Castilian` as one tag; names of several languages as a list with commas."""
    try:
        return parse(text, locale) if ";" in text else text
    except ValueError:
        return text.replace(";", ",")


@lru_cache(maxsize=64)
def _codes_by_name(locale: Locale, _language: str | None) -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for code in [*sorted(_known()), *_VARIANTS]:
        table.setdefault(name_key(name(code, locale)), code)
    for code, names in OTHER_NAMES.items():
        table |= {name_key(other): code for other in names}
    return table
