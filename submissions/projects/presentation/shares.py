"""The parts of a sum as bars: label, amount and share, the largest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.numbers import format_percent
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festival.world.reading import locale_of

MOST_BARS = 8


@dataclass(frozen=True)
class Bar:
    """One part; `width` is its share of the whole in hundredths, for the drawing."""

    label: str
    amount: int
    share: str
    width: str
    is_rest: bool = False


def bars_of(parts: Iterable[tuple[str, int]], whole: int) -> list[Bar]:
    """Return the parts, those with the same label added up; `whole` is at least their sum.

    The smallest are put together beyond MOST_BARS, and what the parts leave of the whole stands
    last. Nothing is returned where there is nothing to share.
    """
    sums: dict[str, int] = {}
    for label, amount in parts:
        sums[label] = sums.get(label, 0) + amount
    if whole <= 0 or not any(sums.values()):
        return []
    ranked = sorted(((label, amount) for label, amount in sums.items() if amount), key=_largest)
    if len(ranked) > MOST_BARS:
        ranked, small = ranked[: MOST_BARS - 1], ranked[MOST_BARS - 1 :]
        words = {"count": len(small)}
        label = ngettext("%(count)d smaller part", "%(count)d smaller parts", len(small)) % words
        ranked.append((label, sum(amount for _label, amount in small)))
    bars = [_bar(label, amount, whole) for label, amount in ranked]
    rest = whole - sum(sums.values())
    return [*bars, _bar(_("Unallocated"), rest, whole, is_rest=True)] if rest > 0 else bars


def _largest(part) -> int:
    return -part[1]


def _bar(label, amount, whole, *, is_rest=False) -> Bar:
    return Bar(label, amount, _share(amount / whole), f"{100 * amount / whole:.2f}", is_rest)


def _share(part: float) -> str:
    if 0 < part < 0.01:
        return _("under %(share)s") % {"share": format_percent(0.01, locale=locale_of(None))}
    return format_percent(part, locale=locale_of(None))
