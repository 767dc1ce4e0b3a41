import pytest

from festival.world import currencies


def test_today_s_currencies_are_offered_and_old_ones_only_known():
    assert {"EUR", "USD", "JPY", "KWD", "UAH", "CHF"} <= currencies.current()
    assert currencies.current().isdisjoint({"DEM", "SUR", "XTS", "XXX", "CHE", "XDR"})
    assert 140 <= len(currencies.current()) <= 170
    assert {"DEM", "SUR", "ITL"} <= currencies.ever()
    assert not currencies.is_known("XXX")


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        ("EUR", 2),
        ("JPY", 0),
        ("KRW", 0),
        ("ISK", 0),
        ("KWD", 3),
        ("TND", 3),
        ("RSD", 2),
        ("HUF", 2),
    ],
)
def test_minor_units_are_those_of_iso_4217(code, digits):
    assert currencies.decimals(code) == digits


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("eur", "EUR"),
        ("Euro", "EUR"),
        ("euros", "EUR"),
        ("US Dollar", "USD"),
        ("dollars", "USD"),
        ("Swiss francs", "CHF"),
        ("DEM", "DEM"),
    ],
)
def test_currencies_are_read_by_code_and_name(text, code):
    assert currencies.parse(text) == code


@pytest.mark.parametrize("text", ["", "E", "XXX", "kr", "EU\0R", "x" * 61])
def test_what_is_no_currency_is_refused(text):
    with pytest.raises(ValueError, match=r"list|character"):
        currencies.parse(text)


def test_the_list_shows_code_and_local_name():
    offered = dict(currencies.choices("de"))
    assert offered["CHF"] == "CHF · Schweizer Franken"
    assert list(offered) == sorted(offered)
    assert currencies.name("EUR", "en") == "Euro"
