"""What the pages of festivals say about an edition and its call at one moment."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festival.calls.clock import days_and_hours, wall
from festival.calls.conditions import conditions_of
from festival.calls.prices import price_of
from festival.calls.vocabulary import Phase
from festival.world.money import Money


@dataclass(frozen=True)
class Moment:
    """One instant or day on the line of dates; `state` is past, now or empty."""

    label: str
    day: str
    machine: str
    state: str = ""
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """A fee in words; `state` is gone, on or empty."""

    text: str
    head: str
    state: str = ""


@dataclass(frozen=True)
class FeeRow:
    """One category with its conditions and one fee for each deadline."""

    name: str
    conditions: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Countdown:
    """What ends or begins next: on the festival's wall, and as an instant for the visitor's."""

    name: str
    label: str
    days: int
    hours: int
    wall: str
    place: str
    iso: str
    utc: str

    @property
    def left(self) -> str:
        """Return the time left in words: days, or hours on the last day."""
        if self.days:
            return ngettext("%(n)d day left", "%(n)d days left", self.days) % {"n": self.days}
        return ngettext("%(n)d hour left", "%(n)d hours left", self.hours) % {"n": self.hours}


@dataclass(frozen=True)
class CallPage:
    """Everything that the page of an edition and the submit flow show of a call."""

    call: object
    phase: Phase
    countdown: Countdown | None
    moments: tuple[Moment, ...]
    heads: tuple[Cell, ...]
    rows: tuple[FeeRow, ...]
    price_now: str
    promises: tuple[tuple[str, str], ...]
    place: str
    closing: str
    answer_by: str
    grace_until: str = ""
    look: tuple[str, str] = field(default=("", ""))

    @property
    def is_open(self) -> bool:
        return self.phase == Phase.OPEN


def page_of(call, now: datetime) -> CallPage:
    """Return the page of `call` (see CallQuerySet.with_prices) at `now`."""
    phase = call.phase(now)
    deadlines = list(call.deadlines.all())
    current = _current(call, deadlines, phase, now)
    return CallPage(
        call=call,
        phase=phase,
        countdown=countdown_of(call, now),
        moments=tuple(_moments(call, deadlines, now)),
        heads=tuple(_head(deadline, current, now) for deadline in deadlines),
        rows=tuple(_row(category, deadlines, current, now) for category in call.categories.all()),
        price_now=price_line(call, now) if phase == Phase.OPEN else "",
        promises=tuple(promises_of(call)),
        place=place_of(call),
        closing=_wall_short(call.closes_at, call) if call.closes_at else "",
        answer_by=_day(call.notification_on),
        grace_until=_grace(call, phase, now),
        look=LOOKS[phase],
    )


# The state whose icon and colour fit, and our word for it.
LOOKS = {
    Phase.COMING: ("waiting_for_payment", Phase.COMING.label),
    Phase.OPEN: ("open", ""),
    Phase.CLOSED: ("closed", ""),
    Phase.JUDGING: ("in_review", ""),
    Phase.DECIDED: ("complete", Phase.DECIDED.label),
    Phase.SUSPENDED: ("needs_something", Phase.SUSPENDED.label),
}


def place_of(call) -> str:
    """Return where the clock hangs: the festival's town, or the town that names its zone."""
    city = call.edition.festival.city
    return city or call.time_zone.rpartition("/")[2].replace("_", " ")


def wall_text(instant, call) -> str:
    """Return an instant as the wall clock of the festival: Tuesday 15 December 2026, 23:59."""
    return date_format(wall(instant, call.time_zone), "l j F Y, H:i")


def _wall_short(instant, call) -> str:
    return date_format(wall(instant, call.time_zone), "j F Y, H:i")


def countdown_of(call, now) -> Countdown | None:
    """Return what comes next while a call is coming or open; None in every other phase."""
    phase = call.phase(now)
    if phase == Phase.COMING and call.opens_at:
        name, label, instant = _("Opens"), _("The call opens in"), call.opens_at
    elif phase == Phase.OPEN:
        name, label, instant = _next_end(call, now)
    else:
        return None
    days, hours = days_and_hours(instant, now)
    return Countdown(
        name=name,
        label=label,
        days=days,
        hours=hours,
        wall=wall_text(instant, call),
        place=place_of(call),
        iso=_iso(instant),
        utc=date_format(wall(instant, "UTC"), "j M Y, H:i") + " UTC",
    )


def _next_end(call, now) -> tuple[str, str, datetime]:
    coming = [row for row in call.deadlines.all() if now <= row.ends_at < call.closes_at]
    if not coming:
        return _("Call closes"), _("The call closes in"), call.closes_at
    words = {"deadline": coming[0].get_kind_display()}
    name = _("%(deadline)s deadline") % words
    return name, _("%(deadline)s deadline closes in") % words, coming[0].ends_at


def price_line(call, now) -> str:
    """Return the price now: "Free", "18 EUR", "from 18 EUR" or "free to 35 EUR"; "" for none."""
    prices = [price_of(category, at=now) for category in call.categories.all()]
    if not prices:
        return ""
    lowest, highest = (end(prices, key=lambda price: price.amount) for end in (min, max))
    if lowest.amount == highest.amount:
        return fee_text(lowest.amount, lowest.currency)
    if not lowest.amount:
        return _("free to %(fee)s") % {"fee": fee_text(highest.amount, highest.currency)}
    return _("from %(fee)s") % {"fee": fee_text(lowest.amount, lowest.currency)}


def fee_text(amount: int, currency: str) -> str:
    """Return a fee in words, "Free" for none."""
    return Money(amount, currency).format(short=True) if amount else _("Free")


def _current(call, deadlines, phase, now):
    if phase != Phase.OPEN or not deadlines:
        return None
    return next((row for row in deadlines if row.ends_at >= now), deadlines[-1])


def _head(deadline, current, now) -> Cell:
    label = deadline.get_kind_display()
    if deadline == current:
        label = _("%(deadline)s, now") % {"deadline": label}
    return Cell(label, label, _column_state(deadline, current, now))


def _column_state(deadline, current, now) -> str:
    if deadline == current:
        return "on"
    return "gone" if deadline.ends_at < now else ""


def _row(category, deadlines, current, now) -> FeeRow:
    fees = {fee.deadline_id: fee.amount for fee in category.fees.all()}
    cells = []
    for deadline in deadlines:
        head = _head(deadline, current, now)
        amount = fees.get(deadline.pk, None if fees else 0)
        text = "–" if amount is None else fee_text(amount, category.call.currency_of_fees)
        cells.append(Cell(text, head.text, head.state))
    return FeeRow(category.name, tuple(conditions_of(category)), tuple(cells))


def _moments(call, deadlines, now):
    rows = [(_("Opens") if now < (call.opens_at or now) else _("Opened"), call.opens_at, "")]
    rows += [
        (row.get_kind_display(), row.ends_at, _fee_from(call, row.ends_at)) for row in deadlines
    ]
    if call.closes_at and call.closes_at not in [row.ends_at for row in deadlines]:
        rows.append((_("Closes"), call.closes_at, ""))
    rows = sorted((row for row in rows if row[1]), key=lambda row: row[1])
    days = [
        (_("Answer"), call.notification_on),
        (_("Festival"), call.edition.starts_on),
    ]
    today = wall(now, call.time_zone).date()
    ends = [
        (label, wall(at, call.time_zone), _iso(at), note, at < now) for label, at, note in rows
    ] + [(label, day, day.isoformat(), "", day < today) for label, day in days if day]
    found_now = False
    for label, day, machine, note, is_past in ends:
        state = "past" if is_past else "" if found_now else "now"
        found_now = found_now or state == "now"
        yield Moment(label, date_format(day, "j M Y"), machine, state, note)


def _fee_from(call, instant) -> str:
    return price_line(call, instant)


def promises_of(call):
    """Yield (label, sentence) of what the festival promises to everybody who sends something."""
    if call.notification_on:
        yield _("Answer"), _("By %(day)s, whatever it is") % {"day": _day(call.notification_on)}
    if call.viewings_promised:
        yield (
            _("Viewings"),
            ngettext(
                "Each entry is watched by at least %(n)d person",
                "Each entry is watched by at least %(n)d people",
                call.viewings_promised,
            )
            % {"n": call.viewings_promised},
        )
    if call.feedback_promised:
        yield _("Feedback"), _("Everybody gets a few lines about their work")
    if call.screening_fee:
        yield _("Screening fee"), call.screening_fee
    if call.max_per_filmmaker:
        yield (
            _("Entries"),
            ngettext(
                "Up to %(n)d entry from one person",
                "Up to %(n)d entries from one person",
                call.max_per_filmmaker,
            )
            % {"n": call.max_per_filmmaker},
        )


def _grace(call, phase, now) -> str:
    if phase != Phase.CLOSED or now > call.grace_ends_at:
        return ""
    return date_format(wall(call.grace_ends_at, call.time_zone), "H:i")


def _day(day) -> str:
    return date_format(day, "j F Y") if day else ""


def _iso(instant) -> str:
    return wall(instant, "UTC").strftime("%Y-%m-%dT%H:%M:%SZ")


def awards_of(edition) -> dict:
    """Return {"facts": [(name, prize)]} when each line has a colon, or else {"text": …}."""
    lines = [line.strip() for line in edition.awards.splitlines() if line.strip()]
    if lines and all(":" in line for line in lines):
        parts = [line.partition(":") for line in lines]
        return {"facts": [(name.strip(), prize.strip()) for name, _colon, prize in parts]}
    return {"text": edition.awards} if lines else {}
