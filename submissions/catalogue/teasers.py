"""The calls that close next, as the front page announces them."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from festival.calls.models import Call, Category, Deadline, Fee
from festival.world.money import Money

SHOWN = 3


@dataclass(frozen=True)
class Teaser:
    """A call with its next deadline: `days` left and `on` are of the festival's own calendar."""

    name: str
    url: str
    deadline: str
    on: date
    days: int
    price: str


def closing_next(now) -> list[Teaser]:
    """Return the open calls that close next at the instant `now`, three at most."""
    calls = list(Call.objects.closing_soon(now)[:SHOWN])
    deadlines, prices = _next_deadlines(calls, now), _prices(calls, now)
    return [_teaser(call, deadlines.get(call.pk), prices.get(call.pk, []), now) for call in calls]


def _teaser(call, deadline, prices, now) -> Teaser:
    zone = ZoneInfo(call.time_zone)
    on = (deadline.ends_at if deadline else call.closes_at).astimezone(zone).date()
    label = _("Last day")
    if deadline:
        label = _("{kind} deadline").format(kind=deadline.get_kind_display())
    return Teaser(
        name=call.edition.festival.name,
        url=call.get_absolute_url(),
        deadline=label,
        on=on,
        days=(on - now.astimezone(zone).date()).days,
        price=_words_of(prices, call.currency),
    )


def _words_of(prices, currency: str) -> str:
    if not prices:
        return ""
    least, most = (Money(end, currency).format(short=True) for end in (min(prices), max(prices)))
    if not max(prices):
        return _("free")
    if not min(prices):
        return _("free to {price}").format(price=most)
    return least if least == most else _("from {price}").format(price=least)


def _next_deadlines(calls, now) -> dict[int, Deadline]:
    rows = Deadline.objects.filter(call__in=calls, ends_at__gte=now).order_by("-ends_at")
    return {row.call_id: row for row in rows}


def _prices(calls, now) -> dict[int, list[int]]:
    """Return what each open category of each call costs now; a category without a fee is free."""
    coming = Fee.objects.filter(category__call__in=calls, deadline__ends_at__gte=now)
    fees = dict(coming.order_by("-deadline__ends_at").values_list("category", "amount"))
    found = {}
    for pk, call in Category.objects.filter(call__in=calls, is_active=True).values_list(
        "pk", "call"
    ):
        found.setdefault(call, []).append(fees.get(pk, 0))
    return found
