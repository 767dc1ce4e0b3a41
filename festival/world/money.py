"""Money: whole minor units and a currency, never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal, DecimalException

from babel import Locale
from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from festival.world import currencies
from festival.world.reading import locale_of, tidy, words

# 10 million millions in minor units of two digits; fits a 64-bit column with room for sums.
LARGEST = 10**15


@dataclass(frozen=True)
class Money:
    """An amount in minor units (2 400 USD is 240 000) of an ISO 4217 currency."""

    amount: int
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, bool) or not isinstance(self.amount, int):
            raise TypeError("The amount is a whole number of minor units.")
        if not currencies.is_known(self.currency):
            raise ValueError(_("Choose a currency from the list, for example EUR or USD."))

    @classmethod
    def of(cls, units: int | str | Decimal, currency: str) -> "Money":
        """Money from main units (`Money.of("18.50", "EUR")`); ValueError for part of a cent."""
        if isinstance(units, float):
            raise TypeError("Money is never a float.")
        try:
            minor = Decimal(units).scaleb(currencies.decimals(currency))
            is_small = abs(minor) <= LARGEST
        except DecimalException as error:
            raise ValueError(_("Write the amount like 2,400 or 2400.50.")) from error
        if not is_small:
            raise ValueError(_("Enter a smaller amount."))
        if minor != int(minor):
            raise ValueError(_too_fine(currency))
        return cls(int(minor), currency)

    @property
    def units(self) -> Decimal:
        """The amount in main units, with the digits of the currency."""
        return Decimal(self.amount).scaleb(-currencies.decimals(self.currency))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._comparable(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._comparable(other), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._comparable(other)

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._comparable(other)

    def __bool__(self) -> bool:
        return self.amount != 0

    def _comparable(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError("Amounts in different currencies cannot be combined.")
        return other.amount

    def __str__(self) -> str:
        return self.format()

    def format(self, locale: str | Locale | None = None, *, short: bool = False) -> str:
        """`18.00 EUR`; short leaves out `.00`: `2,400 USD`. The space does not break."""
        digits = currencies.decimals(self.currency)
        if short and self.units == int(self.units):
            digits = 0
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        number = format_decimal(self.units, format=pattern, locale=locale_of(locale))
        return f"{number}\N{NO-BREAK SPACE}{self.currency}"

    def plain(self) -> str:
        """The value for inputs, without grouping: `2400.00`."""
        return f"{self.units:f}"


_DOLLARS = words("USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP BBD BSD FJD JMD NAD TTD")
_SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₸": "KZT",
    "₾": "GEL",
    "₪": "ILS",
    "ZŁ": "PLN",
    "FR.": "CHF",
}
_MULTIPLES = {
    **dict.fromkeys(("k", "thousand", "tsd"), 10**3),
    **dict.fromkeys(("m", "mn", "mio", "mln", "million", "millions"), 10**6),
    **dict.fromkeys(("bn", "mrd", "billion", "billions"), 10**9),
}
_AMOUNT = re.compile(r"([^\d-]{0,40}?)([0-9][0-9., ']{0,38})([^\d-]{0,60})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([., '])[0-9]{3})(?:\1[0-9]{3}){0,5}")


def parse(text: str, currency: str | None = None) -> Money:
    """Money in `2,400 USD`, `$25K`, `800'000 CHF`, `2.400 EUR`, `1.5m EUR`.

    currency is meant where the text names none, and by a bare `$` if it is a dollar.
    ValueError when there is no amount, no currency, or two ways to read the number.
    """
    # The Swiss write `2'400.-` for no cents.
    wanted = tidy(text, 80).replace(".-", " ").strip()
    match = _AMOUNT.fullmatch(wanted)
    if not match:
        raise ValueError(_("Write the amount with its currency, for example 2,400 USD."))
    before, number, after = (part.strip() for part in match.groups())
    multiple, after = _multiple(after)
    code = _currency_of(before, after, currency)
    units = _number(number, places=currencies.decimals(code), multiplied=multiple > 1) * multiple
    return Money.of(units, code)


def _multiple(after: str) -> tuple[int, str]:
    """The factor of a suffix such as `k` or `million`, and the text behind it."""
    word, _space, rest = after.partition(" ")
    factor = _MULTIPLES.get(word.rstrip(".").casefold())
    if factor:
        return factor, rest.strip()
    first, symbol = after[:1], after[1:].strip()
    if first.casefold() in _MULTIPLES and symbol in _SYMBOLS:
        return _MULTIPLES[first.casefold()], symbol
    return 1, after


def _currency_of(before: str, after: str, fallback: str | None) -> str:
    named = [part for part in (before, after) if part]
    if not named and fallback:
        return currencies.parse(fallback)
    if not named:
        raise ValueError(_("Add the currency, for example 2,400 USD."))
    codes = {_code(part, fallback) for part in named}
    # `$25,000 CAD` names the dollar twice, the code says which one.
    if len(codes) == 2 and "$" in named and codes <= _DOLLARS:
        codes.discard("USD")
    if len(codes) != 1:
        raise ValueError(_("Name one currency only, for example 2,400 USD."))
    return codes.pop()


def _code(text: str, fallback: str | None) -> str:
    if text == "$" and fallback in _DOLLARS:
        return fallback
    return _SYMBOLS.get(text.upper()) or currencies.parse(text)


def _number(text: str, *, places: int, multiplied: bool) -> Decimal:
    """The number without its grouping signs; the last of two kinds of sign is the decimal one."""
    if _is_grouped(text, places, multiplied):
        return Decimal(re.sub(r"[., ']", "", text))
    whole, sign, rest = _split_decimals(text)
    if (sign and not rest.isdigit()) or not _is_whole(whole, sign):
        raise ValueError(_("Write the amount like 2,400 or 2400.50."))
    return Decimal(re.sub(r"[., ']", "", whole) + "." + (rest or "0"))


def _is_grouped(text: str, places: int, multiplied: bool) -> bool:
    """Whether all signs in the number group its thousands; ValueError if nobody can tell."""
    match = _GROUPED.fullmatch(text)
    if not match or text.startswith("0"):
        return False
    is_single = text.count(match[1]) == 1
    if is_single and match[1] == "." and places > 2 and not multiplied:
        # The form that plain() gives for dinars: 1.234 KWD.
        return False
    if is_single and match[1] in ".," and (places > 2 or multiplied):
        raise ValueError(
            _("The amount {text} can be read in two ways: leave out the comma or point.").format(
                text=text
            )
        )
    return True


def _split_decimals(text: str) -> tuple[str, str, str]:
    place = max(text.rfind("."), text.rfind(","))
    return (text[:place], text[place], text[place + 1 :]) if place >= 0 else (text, "", "")


def _is_whole(text: str, decimal_sign: str) -> bool:
    grouped = _GROUPED.fullmatch(text)
    return bool(re.fullmatch(r"[0-9]{1,18}", text) or (grouped and grouped[1] != decimal_sign))


def _too_fine(currency: str) -> str:
    digits = currencies.decimals(currency)
    if digits == 0:
        return _("Enter a whole number of {currency}.").format(currency=currency)
    return _("Enter at most {digits} decimals for {currency}.").format(
        digits=digits, currency=currency
    )
