"""The budget as figures, as a mark on a logarithmic scale, and as lines with their sum."""

from dataclasses import dataclass
from decimal import Decimal
from math import log10

from django.utils.translation import gettext as _

from festival.world import currencies
from festival.world.money import Money
from submissions.projects.display import choice, joined, label_of, text_of
from submissions.projects.vocabulary import BAND_ENDS, BudgetBand

# The scale runs from 1,000 to 10,000,000 US dollars between these two places of the drawing.
_LEFT, _RIGHT, _FIRST, _DECADES = 8, 632, 3, 4
TICKS = (("1k", "8"), ("10k", "164"), ("100k", "320"), ("1M", "476"), ("10M", "632"))


@dataclass(frozen=True)
class Line:
    label: str
    note: str
    how: str
    amount: str


@dataclass(frozen=True)
class Side:
    """Spending or financing; `unallocated` is what the lines leave of the total."""

    label: str
    lines: tuple[Line, ...]
    total: str
    unallocated: str
    overspent: str


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
    sides = _sides(record.get("budget_lines", []), total, code)
    if total is None and not band and not sides:
        return None
    number, _space, unit = _short(total, code).partition("\N{NO-BREAK SPACE}")
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


def _short(amount, code) -> str:
    return text_of("budget", "total", amount, currency=code)


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


def _sides(rows, total, code) -> list[Side]:
    labels = {"cost": _("Spending"), "source": _("Financing")}
    return [
        _side(label, own, total, code)
        for side, label in labels.items()
        if (own := [row for row in rows if row.get("side") == side])
    ]


def _side(label, rows, total, code) -> Side:
    spent = sum(row["amount"] for row in rows)
    rest = 0 if total is None else total - spent
    return Side(
        label=label,
        lines=tuple(_line(row, code) for row in rows),
        total=_short(spent, code),
        unallocated=_short(rest, code) if rest > 0 else "",
        overspent=_short(-rest, code) if rest < 0 else "",
    )


def _line(row, code) -> Line:
    block = "budget_lines"
    kind = "category" if row["side"] == "cost" else "source_kind"
    how = [text_of(block, name, row.get(name)) for name in ("payment", "status")]
    if row.get("repayable"):
        how.append(label_of(block, "repayable"))
    return Line(
        label=text_of(block, kind, row.get(kind)),
        note=joined([row.get("name"), row.get("note")]),
        how=joined(how),
        amount=text_of(block, "amount", row["amount"], currency=code),
    )
