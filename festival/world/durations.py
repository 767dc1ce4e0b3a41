"""Durations as whole seconds from 0 to 360 000 (100 hours)."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from festival.world.reading import tidy

LONGEST = 360_000

_CLOCK = re.compile(r"([0-9]{1,3}):([0-9]{1,2}):([0-9]{1,2})")
_TWO_PARTS = re.compile(r"([0-9]{1,3}):([0-9]{2})")
_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,4})?")
_PART = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,4})?) ?([^\W\d_]{1,9}|['\"])\.? ?[,+]? ?")
_ISO = re.compile(r"PT(?=[0-9])(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,6})S)?")

_UNITS: dict[str, int] = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std", "heure", "heures", "ч"), 3600),
    **dict.fromkeys(("m", "mn", "min", "mins", "minute", "minutes", "minuten", "мин", "'"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "sekunden", "сек"), 1),
    '"': 1,
}


def parse(text: str) -> int:
    """Seconds in `1:38:20`, `98 min`, `1h 38m 20s`, `PT1H38M20S` or `98` (minutes)."""
    wanted = tidy(text, 60)
    if match := _TWO_PARTS.fullmatch(wanted):
        raise ValueError(_ambiguous(int(match[1]), int(match[2])))
    if match := _CLOCK.fullmatch(wanted):
        seconds = _clock_seconds(*map(int, match.groups()))
    elif match := _ISO.fullmatch(wanted.upper()):
        hours, minutes, rest = (int(part or 0) for part in match.groups())
        seconds = Decimal(hours * 3600 + minutes * 60 + rest)
    elif _NUMBER.fullmatch(wanted):
        seconds = _decimal(wanted) * 60
    else:
        seconds = _words_seconds(wanted.casefold())
    return _checked(seconds)


def _clock_seconds(hours: int, minutes: int, seconds: int) -> Decimal:
    if minutes > 59 or seconds > 59:
        raise ValueError(_("Enter minutes and seconds from 0 to 59, for example 1:38:20."))
    return Decimal(hours * 3600 + minutes * 60 + seconds)


def _words_seconds(text: str) -> Decimal:
    """Units from large to small, each at most once; a last bare number after hours is minutes."""
    total, smallest, place = Decimal(0), 3601, 0
    while match := _PART.match(text, place):
        unit = _UNITS.get(match[2])
        if unit is None or unit >= smallest:
            break
        total += _decimal(match[1]) * unit
        smallest, place = unit, match.end()
        if text.startswith("and ", place):
            place += 4
    rest = text[place:]
    if smallest == 3600 and re.fullmatch(r"[0-9]{1,2}", rest):
        return total + int(rest) * 60
    if rest or smallest > 3600:
        raise ValueError(_("Write the duration like 1:38:20 or 98 min."))
    return total


def _ambiguous(first: int, second: int) -> str:
    if first > 99 or second > 59:
        return _("Write the duration like 1:38:20 or 98 min.")
    return _("Write the duration with hours: {long} or {short}.").format(
        long=f"{first}:{second:02}:00", short=f"{first // 60}:{first % 60:02}:{second:02}"
    )


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _checked(seconds: Decimal) -> int:
    if seconds != int(seconds):
        raise ValueError(_("Enter a duration in whole seconds."))
    if seconds > LONGEST:
        raise ValueError(_("Enter a duration of at most 100 hours."))
    return int(seconds)


def split(seconds: int) -> tuple[int, int, int]:
    """Hours, minutes and seconds."""
    return seconds // 3600, seconds % 3600 // 60, seconds % 60


def join(hours: int, minutes: int, seconds: int) -> int:
    """Seconds of three fields; ValueError unless minutes and seconds are 0 to 59."""
    if not (hours >= 0 and 0 <= minutes <= 59 and 0 <= seconds <= 59):
        raise ValueError(_("Enter minutes and seconds from 0 to 59, for example 1:38:20."))
    return _checked(Decimal(hours * 3600 + minutes * 60 + seconds))


def short(seconds: int) -> str:
    """Whole minutes for lists, `98 min`; below one minute `45 s`."""
    if seconds < 60:
        return _("{seconds} s").format(seconds=seconds)
    return _("{minutes} min").format(minutes=(seconds + 30) // 60)


def long(seconds: int) -> str:
    """Everything that is not zero, for specifications: `1 h 38 min 20 s`."""
    hours, minutes, rest = split(seconds)
    parts = []
    if hours:
        parts.append(_("{hours} h").format(hours=hours))
    if minutes:
        parts.append(_("{minutes} min").format(minutes=minutes))
    if rest or not parts:
        parts.append(_("{seconds} s").format(seconds=rest))
    return " ".join(parts)


def clock(seconds: int) -> str:
    """The form for inputs, `1:38:20`; parse() reads it back."""
    hours, minutes, rest = split(seconds)
    return f"{hours}:{minutes:02}:{rest:02}"


def isoformat(seconds: int) -> str:
    """ISO 8601 duration for machines: `PT1H38M20S`."""
    hours, minutes, rest = split(seconds)
    parts = [f"{value}{unit}" for value, unit in zip((hours, minutes, rest), "HMS", strict=True)]
    return "PT" + ("".join(part for part in parts if part[0] != "0") or "0S")
