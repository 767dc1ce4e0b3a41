"""Instants and the wall clocks of festivals."""

import zoneinfo
from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def arrival(request) -> datetime:
    """Return the instant at which the server got `request`; it decides about deadlines."""
    return getattr(request, "arrived_at", None) or timezone.now()


def validate_time_zone(name: str) -> None:
    """Refuse what is no name of the IANA time zone database, such as Europe/Oslo."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Enter a time zone by its name, for example Europe/Oslo"))


class WallClock(datetime):
    """An instant in the zone of a festival, which templates leave there."""

    convert_to_local_time = False


def wall(instant: datetime, zone_name: str) -> WallClock:
    """Return `instant` as the clock on the wall shows it there; UTC where the name is unknown."""
    try:
        there = instant.astimezone(zoneinfo.ZoneInfo(zone_name))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        there = instant.astimezone(UTC)
    return WallClock.combine(there.date(), there.timetz()).replace(fold=there.fold)


def days_and_hours(until: datetime, now: datetime) -> tuple[int, int]:
    """Return the whole days, and the whole hours beyond them, that are left; never below zero."""
    minutes = max(0, int((until - now).total_seconds()) // 60)
    return minutes // 1440, minutes // 60 % 24
