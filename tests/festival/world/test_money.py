from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from festival.world import currencies, money
from festival.world.money import LARGEST, Money

CODES = sorted(currencies.ever())
amounts = st.integers(min_value=0, max_value=LARGEST)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("2,400 USD", 240_000, "USD"),
        ("$25K", 2_500_000, "USD"),
        ("25k€", 2_500_000, "EUR"),
        ("800'000 CHF", 80_000_000, "CHF"),
        ("800’000 CHF", 80_000_000, "CHF"),
        ("CHF 2'400.-", 240_000, "CHF"),
        ("2.400 EUR", 240_000, "EUR"),
        ("15000 EUR", 1_500_000, "EUR"),
        ("0 USD", 0, "USD"),
        ("1.5m EUR", 150_000_000, "EUR"),
        ("1,5 Mio. EUR", 150_000_000, "EUR"),
        ("$1.5 million", 150_000_000, "USD"),
        ("3.4m euros", 340_000_000, "EUR"),
        ("12.345,67 €", 1_234_567, "EUR"),
        ("12,345.67 GBP", 1_234_567, "GBP"),
        ("1 234 567,5 EUR", 123_456_750, "EUR"),
        ("1\u202f234,50 €", 123_450, "EUR"),
        ("€1.000.000", 100_000_000, "EUR"),
        ("10,00 EUR", 1_000, "EUR"),
        ("1,50 $", 150, "USD"),
        ("US$ 3,000", 300_000, "USD"),
        ("$25,000 CAD", 2_500_000, "CAD"),
        ("500 JPY", 500, "JPY"),
        ("¥500", 500, "JPY"),
        ("1.2 KWD", 1_200, "KWD"),
        ("1.2340 KWD", 1_234, "KWD"),
        ("1.234 KWD", 1_234, "KWD"),
        ("1 234 KWD", 1_234_000, "KWD"),
        ("1,234.500 KWD", 1_234_500, "KWD"),
        ("0.500 KWD", 500, "KWD"),
        ("٢٤٠٠ USD", 240_000, "USD"),
        ("30 SUR", 3_000, "SUR"),
    ],
)
def test_amounts_are_read_in_the_forms_people_write(text, amount, currency):
    assert money.parse(text) == Money(amount, currency)


@pytest.mark.parametrize(
    ("text", "fallback", "expected"),
    [
        ("12", "EUR", Money(1_200, "EUR")),
        ("$5", "CAD", Money(500, "CAD")),
        ("$5", "EUR", Money(500, "USD")),
        ("5 GBP", "EUR", Money(500, "GBP")),
    ],
)
def test_a_currency_can_be_meant(text, fallback, expected):
    assert money.parse(text, fallback) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Write the amount"),
        ("EUR", "Write the amount"),
        ("-5 EUR", "Write the amount"),
        ("1e5 EUR", "Write the amount"),
        ("12", "Add the currency"),
        ("100 kr", "Choose a currency"),
        ("5 XYZ", "Choose a currency"),
        ("EUR 5 USD", "one currency"),
        ("1,2,3 EUR", "like 2,400"),
        ("12.34.56 EUR", "like 2,400"),
        ("1..5 EUR", "like 2,400"),
        ("1,234,56 EUR", "like 2,400"),
        ("500.5 JPY", "whole number of JPY"),
        ("1.555555 EUR", "at most 2 decimals"),
        ("1,234 KWD", "two ways"),
        ("1.234m KWD", "two ways"),
        ("2.400k EUR", "two ways"),
        ("999999999999999 EUR", "smaller"),
        ("9" * 38 + " EUR", "like 2,400"),
        ("9" * 200, "at most 80"),
        ("5\0 EUR", "printed"),
    ],
)
def test_what_is_no_amount_is_refused_with_a_way_out(text, says):
    with pytest.raises(ValueError, match=says):
        money.parse(text)


@given(st.text(max_size=100) | st.text("0123456789., '$€kmUSDEUR-", max_size=80))
def test_no_text_breaks_the_reading(answer, text):
    said = answer(money.parse, text)
    assert said if isinstance(said, str) else 0 <= said.amount <= LARGEST


@given(amounts, st.sampled_from(CODES))
def test_the_plain_form_keeps_the_amount(amount, code):
    value = Money(amount, code)
    assert Money.of(value.plain(), code) == value
    assert money.parse(value.plain(), code) == value


@given(amounts, st.sampled_from([code for code in CODES if currencies.decimals(code) <= 2]))
def test_the_printed_form_is_read_back(amount, code):
    value = Money(amount, code)
    for locale in ("en", "de", "fr", "ru"):
        assert money.parse(value.format(locale)) == value


@given(amounts, amounts, st.sampled_from(CODES))
def test_sums_and_differences_undo_each_other(first, second, code):
    one, two = Money(first, code), Money(second, code)
    assert one + two - two == one
    assert (one < two) == (first < second)
    assert (one >= two) == (first >= second)


@pytest.mark.parametrize(
    ("value", "options", "text"),
    [
        (Money(240_000, "USD"), {"short": True}, "2,400 USD"),
        (Money(1_800, "EUR"), {}, "18.00 EUR"),
        (Money(1_850, "EUR"), {"short": True}, "18.50 EUR"),
        (Money(500, "JPY"), {}, "500 JPY"),
        (Money(1_234_500, "KWD"), {}, "1,234.500 KWD"),
        (Money(-5, "EUR"), {}, "-0.05 EUR"),
        (Money(240_000, "EUR"), {"locale": "de"}, "2.400,00 EUR"),
        (Money(12_345, "RSD"), {}, "123.45 RSD"),
    ],
)
def test_the_printed_form_has_the_digits_of_the_currency(value, options, text):
    assert value.format(**options) == text.replace(" ", "\N{NO-BREAK SPACE}")


def test_money_is_never_a_float():
    with pytest.raises(TypeError):
        Money(1.5, "EUR")
    with pytest.raises(TypeError):
        Money.of(1.5, "EUR")
    with pytest.raises(TypeError):
        Money(True, "EUR")
    assert Money(150, "EUR").units == Decimal("1.50")


@pytest.mark.parametrize("units", ["NaN", "sNaN", "Infinity", "1e999999", "abc", "", "0.001"])
def test_numbers_that_are_no_money_are_refused(units):
    with pytest.raises(ValueError, match=r"Enter|Write"):
        Money.of(units, "EUR")


def test_an_unknown_currency_is_refused():
    with pytest.raises(ValueError, match="currency"):
        Money(1, "EURO")


def test_different_currencies_do_not_mix():
    with pytest.raises(ValueError, match="different currencies"):
        Money(1, "EUR") + Money(1, "USD")
    with pytest.raises(ValueError, match="different currencies"):
        assert Money(1, "EUR") < Money(1, "USD")


def test_nothing_is_false_and_something_is_true():
    assert not Money(0, "EUR")
    assert Money(1, "EUR")
