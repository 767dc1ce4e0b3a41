"""The budget as figures and as a mark on a logarithmic scale."""

from dataclasses import dataclass
from decimal import Decimal
from math import log10

from django.utils.translation import gettext as _

from festival.world import currencies
from festival.world.money import Money
from submissions.projects.display import choice, joined, text_of
from submissions.projects.presentation.money_lines import Side, amount_of, sides_of
from submissions.projects.vocabulary import BAND_ENDS, BudgetBand

# The scale runs from 1,000 to 10,000,000 US dollars between these two places of the drawing.
_LEFT, _RIGHT, _FIRST, _DECADES = 8, 632, 3, 4
TICKS = (("1k", "8"), ("10k", "164"), ("100k", "320"), ("1M", "476"), ("10M", "632"))


@dataclass(frozen=True)
class BudgetView:
    """What may be shown of the budget; `start` and `end` are places on the scale."""

    number: str
    currency: str
    band: str
    as_of: str
    rate: str
    start: str
    end: str
    is_exact: bool
    sides: tuple[Side, ...]
    ticks: tuple = TICKS


def budget_of(record: dict) -> BudgetView | None:
    """Return the visible part of the budget; None when nothing of it is."""
    budget, band = record["budget"], record["budget_band"].get("band", "")
    total, code = budget.get("total"), budget.get("currency", "")
    sides = sides_of(record.get("budget_lines", []), total, code)
    if total is None and not band and not sides:
        return None
    number, _space, unit = amount_of(total, code).partition("\N{NO-BREAK SPACE}")
    start, end = _place(budget, band)
    return BudgetView(
        number=number,
        currency=unit,
        band=choice(BudgetBand, band) if band else "",
        as_of=text_of("budget", "as_of", budget.get("as_of")),
        rate=_rate(budget),
        start=start,
        end=end,
        is_exact=_dollars(budget) is not None,
        sides=tuple(sides),
    )


def _rate(budget) -> str:
    rate = budget.get("usd_rate")
    if not rate or budget.get("currency") == "USD":
        return ""
    words = {"currency": budget.get("currency"), "rate": rate}
    day = text_of("budget", "usd_rate_on", budget.get("usd_rate_on"))
    return joined([_("1 %(currency)s = %(rate)s USD") % words, day])


def _dollars(budget) -> Decimal | None:
    total, code = budget.get("total"), budget.get("currency")
    if total is None or code not in currencies.ever():
        return None
    rate = Decimal(1) if code == "USD" else Decimal(budget.get("usd_rate") or 0)
    return Money(total, code).units * rate if rate else None


def _place(budget, band) -> tuple[str, str]:
    dollars = _dollars(budget)
    if dollars is not None:
        return str(_LEFT), _at(dollars)
    if band not in BudgetBand.values:
        return "", ""
    names = list(BudgetBand)
    place = names.index(band)
    first = _at(Decimal(BAND_ENDS[names[place - 1]]) / 100) if place else str(_LEFT)
    last = BAND_ENDS.get(names[place])
    return first, _at(Decimal(last) / 100) if last else str(_RIGHT)


def _at(dollars: Decimal) -> str:
    share = (log10(max(dollars, 1)) - _FIRST) / _DECADES
    return f"{_LEFT + min(1, max(0, share)) * (_RIGHT - _LEFT):.1f}"
