"""What an entry costs at one moment."""

from dataclasses import dataclass
from datetime import timedelta

HOLD = timedelta(minutes=30)


@dataclass(frozen=True)
class Price:
    """An amount in minor units of `currency`, and the deadline until which it holds."""

    amount: int
    currency: str
    deadline: object | None = None


def price_of(category, *, at) -> Price:
    """Return the price of `category` at the instant `at`; see CategoryQuerySet.with_fees.

    It is the fee of the next deadline that has not passed; after the last one, within the
    grace of the call, the last fee holds. A category without fees is free.
    """
    fees = sorted(category.fees.all(), key=lambda fee: fee.deadline.ends_at)
    coming = [fee for fee in fees if fee.deadline.ends_at >= at]
    fee = coming[0] if coming else (fees[-1] if fees else None)
    currency = category.call.currency_of_fees
    return Price(fee.amount, currency, fee.deadline) if fee else Price(0, currency)


def price_held(category, *, begun_at, at) -> Price:
    """Return what an entry begun at `begun_at` costs when it is sent at `at`.

    A fee that rises in between is not asked of somebody who had begun, for half an hour.
    """
    return price_of(category, at=min(at, max(begun_at, at - HOLD)))
