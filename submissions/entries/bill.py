"""The sum of what entries cost."""

from dataclasses import dataclass

from festival.world.money import Money


@dataclass(frozen=True)
class Line:
    """One line of a bill."""

    label: str
    money: Money


@dataclass(frozen=True)
class Bill:
    """Lines in one currency, and their sum."""

    lines: tuple[Line, ...]
    total: Money


def bill_of(rows, call) -> Bill:
    """Return the bill of offers or of entries of one call, and so of one currency."""
    lines = tuple(Line(row.category.name, row.money) for row in rows)
    amount = sum(line.money.amount for line in lines)
    return Bill(lines, Money(amount, call.currency_of_fees))
