"""What the desk's first page says about entries: what needs somebody, and how many stand where."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festival.calls.clock import wall
from submissions.entries.status import Decision, EntryStatus
from submissions.entries.workplace import rows
from submissions.entries.workplace.filters import ALL, calls_seen

MOST_CALLS = 12
MOST = 1_000
_BARS = (
    ("entry", EntryStatus.PENDING_PAYMENT),
    ("entry", EntryStatus.INCOMPLETE),
    ("decision", Decision.UNDECIDED),
    ("decision", Decision.SHORTLISTED),
    ("decision", Decision.WAITLISTED),
    ("decision", Decision.SELECTED),
    ("decision", Decision.CONFIRMED),
    ("decision", Decision.NOT_SELECTED),
    ("decision", Decision.DECLINED),
    ("decision", Decision.REVOKED),
    ("entry", EntryStatus.WITHDRAWN),
    ("entry", EntryStatus.DISQUALIFIED),
    ("entry", EntryStatus.CANCELLED),
)


@dataclass(frozen=True)
class Bar:
    """One row of the chart: its length in percent of the longest, and where its entries are."""

    label: str
    number: int
    percent: int
    url: str


@dataclass(frozen=True)
class Chart:
    """The entries of one call by where they stand."""

    call: object
    closes: datetime | None
    total: int
    bars: tuple[Bar, ...]
    url: str


@dataclass(frozen=True)
class Need:
    """Something that waits for somebody, and the list of it."""

    text: str
    url: str
    icon: str


def panel(request) -> dict:
    """Return the context of the first page for the calls that the person reads."""
    calls = calls_seen(request)
    shown = calls[:MOST_CALLS]
    found = rows.counts(shown)
    charts = [_chart(call, found.get(call.pk, {})) for call in shown]
    return {
        "charts": charts,
        "needs": _needs(shown, found),
        "more_calls": len(calls) - len(shown),
    }


def _chart(call, found) -> Chart:
    numbers = [(key, status, _standing(found, key, status)) for key, status in _BARS]
    longest = max((number for _key, _status, number in numbers), default=0)
    bars = tuple(
        Bar(
            label=str(_("No decision yet") if status is Decision.UNDECIDED else status.label),
            number=number,
            percent=max(1, round(100 * number / longest)),
            url=_list(call=call.pk, **_query(key, status)),
        )
        for key, status, number in numbers
        if number
    )
    closes = call.closes_at and wall(call.closes_at, call.time_zone)
    return Chart(call, closes, sum(found.values()), bars, _list(call=call.pk))


def _standing(found, key, status) -> int:
    """Count each entry once: what stops it says more than what was decided."""
    if key == "entry":
        return sum(number for (entry, _d), number in found.items() if entry == status)
    return found.get((EntryStatus.RECEIVED.value, status.value), 0)


def _query(key, status) -> dict:
    if key == "entry":
        return {"entry": status.value}
    return {"entry": EntryStatus.RECEIVED.value, "decision": status.value}


def _needs(calls, found) -> list[Need]:
    stopped = (found.get(call.pk, {}) for call in calls)
    paying = sum(_standing(each, "entry", EntryStatus.PENDING_PAYMENT) for each in stopped)
    waiting = rows.unreleased(calls, MOST)
    late = rows.overdue(calls, timezone.now().date(), MOST)
    pays = ngettext("%s entry waits for its payment", "%s entries wait for their payment", paying)
    told = ngettext("%s decision is not released", "%s decisions are not released", waiting)
    owes = ngettext(
        "%s entry is late with what was asked for",
        "%s entries are late with what was asked for",
        late,
    )
    needs = (
        (paying, Need(pays % paying, _list(call=ALL, entry="pending_payment"), "clock")),
        (waiting, Need(told % _capped(waiting), _list(call=ALL, release="waiting"), "send")),
        (late, Need(owes % _capped(late), _list(call=ALL, entry="incomplete"), "warn")),
    )
    return [need for number, need in needs if number]


def _capped(number: int) -> str:
    return f"{MOST}+" if number >= MOST else str(number)


def _list(**query) -> str:
    return reverse("admin:submissions_submission_changelist", query=query)
