"""The lines of a budget with their sums: spending and financing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from submissions.projects.display import joined, label_of, text_of
from submissions.projects.presentation.shares import Bar, bars_of


@dataclass(frozen=True)
class Line:
    label: str
    note: str
    how: str
    amount: str


@dataclass(frozen=True)
class Side:
    """Spending or financing; `unallocated` is what the lines leave of the total.

    `bars` pairs each bar of the picture with its amount, and `sentence` says what it shows.
    """

    label: str
    lines: tuple[Line, ...]
    total: str
    unallocated: str
    overspent: str
    bars: tuple[tuple[Bar, str], ...]
    sentence: str

    @property
    def has_parts(self) -> bool:
        """Whether there is more than one part to compare."""
        return sum(not bar.is_rest for bar, _amount in self.bars) > 1


def amount_of(amount, code: str) -> str:
    """Return minor units of a currency as people read them."""
    return text_of("budget", "total", amount, currency=code)


def sides_of(rows, total, code) -> list[Side]:
    """Return the sides that have lines; `rows` are those of `record["budget_lines"]`."""
    labels = {"cost": _("Spending"), "source": _("Financing")}
    return [
        _side(label, own, total, code)
        for side, label in labels.items()
        if (own := [row for row in rows if row.get("side") == side])
    ]


def _side(label, rows, total, code) -> Side:
    spent = sum(row["amount"] for row in rows)
    rest = 0 if total is None else total - spent
    bars = bars_of(((_kind(row), row["amount"]) for row in rows), max(spent, total or 0))
    return Side(
        label=label,
        lines=tuple(_line(row, code) for row in rows),
        total=amount_of(spent, code),
        unallocated=amount_of(rest, code) if rest > 0 else "",
        overspent=amount_of(-rest, code) if rest < 0 else "",
        bars=tuple((bar, amount_of(bar.amount, code)) for bar in bars),
        sentence=_sentence(label, bars, amount_of(max(spent, total or 0), code)),
    )


def _sentence(label, bars, whole) -> str:
    parts = [bar for bar in bars if not bar.is_rest]
    if not parts:
        return ""
    first = parts[0]
    words = {"side": label, "part": first.label, "share": first.share, "whole": whole}
    return _("%(side)s: the largest part is %(part)s with %(share)s of %(whole)s.") % words


def _kind(row) -> str:
    name = "category" if row["side"] == "cost" else "source_kind"
    return text_of("budget_lines", name, row.get(name))


def _line(row, code) -> Line:
    block = "budget_lines"
    how = [text_of(block, name, row.get(name)) for name in ("payment", "status")]
    if row.get("repayable"):
        how.append(label_of(block, "repayable"))
    return Line(
        label=_kind(row),
        note=joined([row.get("name"), row.get("note")]),
        how=joined(how),
        amount=text_of(block, "amount", row["amount"], currency=code),
    )
