"""The rows of the list of festivals and of the editions on a festival's page."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from festival.calls.models import Call, Edition
from festival.calls.presentation import LOOKS, Countdown, countdown_of, price_line
from festival.world import countries


@dataclass(frozen=True)
class FestivalCard:
    """One festival of the list; `countdown` and `fee` belong to its open call, if it has one."""

    name: str
    url: str
    place: str
    is_verified: bool
    countdown: Countdown | None = None
    fee: str = ""
    edition: str = ""


@dataclass(frozen=True)
class EditionRow:
    """One edition on the page of its festival."""

    name: str
    year: int
    url: str
    when: str
    look: tuple[str, str]
    fee: str = ""


def cards_of(festivals, now) -> list[FestivalCard]:
    """Return a card for each of `festivals` (see FestivalQuerySet.open_calls_first)."""
    numbers = [row.open_call for row in festivals if row.open_call]
    calls = Call.objects.with_prices().in_bulk(numbers)
    return [_card(row, calls.get(row.open_call), now) for row in festivals]


def _card(festival, call, now) -> FestivalCard:
    card = {
        "name": festival.name,
        "url": festival.get_absolute_url(),
        "place": place_line(festival),
        "is_verified": festival.verification == "verified",
    }
    if call:
        card |= {
            "url": call.get_absolute_url(),
            "countdown": countdown_of(call, now),
            "fee": price_line(call, now),
            "edition": str(call.edition.year),
        }
    return FestivalCard(**card)


def editions_of(festival, user, now) -> list[EditionRow]:
    """Return the editions of `festival` that `user` may see, the newest first."""
    editions = Edition.objects.visible_to(user).of_festival(festival)
    rows = Call.objects.with_prices().in_bulk([row.pk for row in editions], field_name="edition")
    calls = {call.edition_id: call for call in rows.values()}
    return [_edition(row, calls.get(row.pk), now) for row in editions]


def _edition(edition, call, now) -> EditionRow:
    phase = call.phase(now) if call else None
    return EditionRow(
        name=edition_name(edition),
        year=edition.year,
        url=edition.get_absolute_url(),
        when=days_of(edition),
        look=LOOKS[phase] if phase else ("", ""),
        fee=price_line(call, now) if phase == "open" else "",
    )


def edition_name(edition) -> str:
    """Return "Edition 12", or its year where editions are not counted."""
    if edition.number:
        return _("Edition %(number)s") % {"number": edition.number}
    return str(edition.year)


def days_of(edition) -> str:
    """Return the days of an edition, "16 to 22 April 2027"; empty without a first day."""
    first, last = edition.starts_on, edition.ends_on
    if not first:
        return ""
    if not last or last == first:
        return date_format(first, "j F Y")
    if (first.year, first.month) == (last.year, last.month):
        start = date_format(first, "j")
    else:
        start = date_format(first, "j F" if first.year == last.year else "j F Y")
    return _("%(first)s to %(last)s") % {"first": start, "last": date_format(last, "j F Y")}


def place_line(festival) -> str:
    """Return "Haugen, Norway", or what of it is known."""
    country = countries.name(festival.country) if festival.country else ""
    return ", ".join(part for part in (festival.city, country) if part)
