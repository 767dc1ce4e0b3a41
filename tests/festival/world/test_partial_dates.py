from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from festival.world import partial_dates
from festival.world.partial_dates import PartialDate


@st.composite
def dates(draw):
    day = draw(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
    precision = draw(st.integers(min_value=1, max_value=3))
    return PartialDate(*(day.year, day.month, day.day)[:precision])


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2016", "2016"),
        ("2016-09", "2016-09"),
        ("2016-9", "2016-09"),
        ("2016/09/05", "2016-09-05"),
        ("2016-09-05", "2016-09-05"),
        ("2016–09–05", "2016-09-05"),
        ("5 September 2016", "2016-09-05"),
        ("September 5th, 2016", "2016-09-05"),
        ("the 5th of September 2016", None),
        ("5 Sept. 2016", "2016-09-05"),
        ("5. Sep 2016", "2016-09-05"),
        ("September 2016", "2016-09"),
        ("2016 September", "2016-09"),
        ("5.9.2016", "2016-09-05"),
        ("5. 9. 2016", "2016-09-05"),
        ("05-09-2016", "2016-09-05"),
        ("12 2026", "2026-12"),
        ("12/2026", "2026-12"),
        ("25/12/2016", "2016-12-25"),
        ("12/25/2016", "2016-12-25"),
        ("5/5/2016", "2016-05-05"),
        ("29.2.2016", "2016-02-29"),
        ("٢٠١٦", "2016"),
    ],
)
def test_dates_are_read_in_the_forms_people_write(text, iso):
    if iso is None:
        with pytest.raises(ValueError, match="Write"):
            partial_dates.parse(text)
    else:
        assert partial_dates.parse(text).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "like 2016"),
        ("May", "like 2016"),
        ("20166", "like 2016"),
        ("16", "like 2016"),
        ("1 2 May 2016", "like 2016"),
        ("5 Sep May 2016", "like 2016"),
        ("5 Smarch 2016", "like 2016"),
        ("2016 2017 May", "like 2016"),
        ("9/5/2016", "year-month-day"),
        ("0999", "four digits"),
        ("3000", "four digits"),
        ("2016-13", "1 to 12"),
        ("2016-00", "1 to 12"),
        ("31.2.2016", "this month has"),
        ("29.2.2015", "this month has"),
        ("2016-09-00", "this month has"),
        ("2" * 41, "at most 40 characters"),
        ("20\x0016", "printed"),
    ],
)
def test_what_is_no_date_is_refused_with_a_way_out(text, says):
    with pytest.raises(ValueError, match=says):
        partial_dates.parse(text)


@given(dates())
def test_the_stored_text_is_read_back(day):
    assert partial_dates.parse(day.isoformat()) == day
    assert partial_dates.from_iso(day.isoformat()) == day
    assert len(day.isoformat()) <= partial_dates.LONGEST_ISO
    partial_dates.validate_iso(day.isoformat())


@given(dates())
def test_the_printed_date_is_read_back(day):
    for locale in ("en", "de", "fr", "es", "ru"):
        text = day.format(locale)
        assert partial_dates.parse(text, locale) == day


@given(dates(), dates())
def test_stored_texts_sort_in_time(first, second):
    assert (first < second) == (first.isoformat() < second.isoformat())
    if first.last_day < second.first_day:
        assert first < second


@given(dates())
def test_first_and_last_day_enclose_the_date(day):
    assert day.first_day in day
    assert day.last_day in day
    assert PartialDate(day.year) <= day
    assert (day.first_day == day.last_day) == (day.precision == "day")


@given(st.text(max_size=50) | st.text("0123456789-./ SeptMay", max_size=40))
def test_no_text_breaks_the_reading(answer, text):
    said = answer(partial_dates.parse, text)
    assert said if isinstance(said, str) else said.year >= partial_dates.FIRST_YEAR


@pytest.mark.parametrize(
    ("iso", "locale", "text"),
    [
        ("2016", "en", "2016"),
        ("2016-09", "en", "September 2016"),
        ("2016-09-05", "en", "5 September 2016"),
        ("2016-09-05", "de", "5. September 2016"),
        ("2016-09", "ja", "2016年9月"),
        ("", "en", ""),
    ],
)
def test_the_printed_date_follows_the_locale(iso, locale, text):
    assert partial_dates.format_iso(iso, locale) == text


def test_the_printed_date_follows_the_active_language():
    with translation.override("fr"):
        assert str(PartialDate(2016, 9)) == "septembre 2016"


@pytest.mark.parametrize(
    "text", ["16", "2016-9", "2016-13", "2016-09-31", "2016-09-05T", "2016\n", "", "٢٠١٦"]
)
def test_the_validator_takes_the_stored_form_only(text):
    with pytest.raises(ValidationError):
        partial_dates.validate_iso(text)


def test_a_month_has_its_last_day_also_in_leap_years():
    assert PartialDate(2016, 2).last_day == date(2016, 2, 29)
    assert PartialDate(2015, 2).last_day == date(2015, 2, 28)
    assert PartialDate(2016).first_day == date(2016, 1, 1)
    assert PartialDate.of(date(2016, 9, 5)) == PartialDate(2016, 9, 5)
    assert date(2016, 3, 1) not in PartialDate(2016, 2)


def test_a_day_needs_its_month():
    with pytest.raises(ValueError, match="month"):
        PartialDate(2016, day=5)
