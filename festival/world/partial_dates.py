"""Dates known to the year, the month or the day.

Stored in a CharField(10) as `2016`, `2016-09` or `2016-09-05`: these texts sort in time,
a less precise date before the more precise ones inside it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering

from babel import Locale
from babel.dates import format_date, format_skeleton
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from festival.world.reading import bare, locale_of, tidy

FIRST_YEAR, LAST_YEAR = 1000, 2999
LONGEST_ISO = 10


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, a month or a day between 1000 and 2999; ValueError if there is no such date."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self):
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(_("Enter a year with four digits, for example 2016."))
        if self.month is None and self.day is not None:
            raise ValueError(_("Enter the month as well as the day."))
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(_("Enter the month as a number from 1 to 12."))
        if self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            raise ValueError(_("Enter a day that this month has."))

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def isoformat(self) -> str:
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n is not None)]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.format()

    def __lt__(self, other: "PartialDate") -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.isoformat() < other.isoformat()

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def format(self, locale: str | Locale | None = None) -> str:
        """The date as people write it, by default in the active language."""
        locale = locale_of(locale)
        if self.precision == "day":
            return format_date(self.first_day, "long", locale=locale)
        skeleton = "yMMMM" if self.precision == "month" else "y"
        return format_skeleton(skeleton, self.first_day, locale=locale)


_YEAR_FIRST = re.compile(r"([0-9]{4})(?:[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})([-./ ]) ?)?([0-9]{1,2})[-./ ] ?([0-9]{4})")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_ENDINGS = frozenset({"st", "nd", "rd", "th", "of", "de", "года"})


def parse(text: str, locale: str | Locale | None = None) -> PartialDate:
    """The date in `2016`, `2016-09`, `5.9.2016`, `September 2016`, `5 September 2016`."""
    wanted = tidy(text, 40)
    if match := _YEAR_FIRST.fullmatch(wanted):
        return PartialDate(*(int(part) for part in match.groups() if part))
    if match := _DAY_FIRST.fullmatch(wanted):
        return _day_first(*match.groups())
    return _with_month_name(wanted, locale_of(locale))


def _day_first(day: str | None, sign: str | None, month: str, year: str) -> PartialDate:
    if day is None:
        return PartialDate(int(year), int(month))
    first, second = int(day), int(month)
    if sign == "/" and first <= 12 and second <= 12 and first != second:
        raise ValueError(_("Write the date as year-month-day, for example 2016-09-05."))
    # Only slashes are also used with the month first.
    if sign == "/" and second > 12:
        first, second = second, first
    return PartialDate(int(year), second, first)


def _with_month_name(text: str, locale: Locale) -> PartialDate:
    numbers, month = [], None
    for token in _TOKEN.findall(bare(text)):
        if token.isdigit():
            numbers.append(token)
        elif len(token) > 1 and token not in _ENDINGS:
            found = _months(Locale("en")).get(token) or _months(locale).get(token)
            if found is None or month is not None:
                raise ValueError(_unreadable())
            month = found
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if month is None or len(years) != 1 or len(days) > 1 or len(numbers) != 1 + len(days):
        raise ValueError(_unreadable())
    return PartialDate(int(years[0]), month, *map(int, days))


def _unreadable() -> str:
    return _("Write the date like 2016, 2016-09 or 2016-09-05.")


@lru_cache(maxsize=64)
def _months(locale: Locale) -> dict[str, int]:
    """Month names of the locale, long and short, without accents and dots."""
    table = {}
    for kind in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[kind][width].items():
                table.setdefault(bare(name).rstrip("."), number)
    return table | ({"sept": 9} if locale.language == "en" else {})


def from_iso(text: str) -> PartialDate:
    """The date of a stored text, strictly `2016`, `2016-09` or `2016-09-05`."""
    if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", text):
        raise ValueError(_unreadable())
    return PartialDate(*map(int, text.split("-")))


def validate_iso(text: str) -> None:
    """Model validator for the stored text."""
    try:
        from_iso(text)
    except ValueError as error:
        raise ValidationError(str(error), code="partial_date") from error


def format_iso(text: str, locale: str | Locale | None = None) -> str:
    """The stored text as people write it; empty stays empty."""
    return from_iso(text).format(locale) if text else ""
