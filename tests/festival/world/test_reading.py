import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from festival.world import countries, durations, languages, money, partial_dates, territories
from festival.world.reading import locale_of, name_key, tidy

READERS = [
    countries.parse,
    countries.parse_list,
    durations.parse,
    languages.parse,
    languages.parse_list,
    money.parse,
    partial_dates.parse,
    territories.parse,
    territories.parse_list,
]
HOSTILE = [
    "1" * 100_000,
    "a" * 100_000,
    "(" * 3_999,
    "," * 3_999,
    "a," * 1_999,
    "and " * 999,
    "France," * 500 + "x",
    "1 h" * 1_000,
    "\0",
    "\ud800",
    "\u202e" * 10,
    "e" + "\u0301" * 199,
    "\ufdfa" * 199,
    "🏳️‍🌈",
    "%s%n{0}{x}",
]


@pytest.mark.parametrize("read", READERS)
def test_hostile_texts_are_refused_at_once(answer, read):
    for text in HOSTILE:
        started = time.process_time()
        said = answer(read, text)
        assert said == [] or isinstance(said, str)
        assert time.process_time() - started < 0.5


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(answer, text):
    for read in READERS:
        assert answer(read, text) is not None


@pytest.mark.parametrize("value", [None, 5, b"5", ["5"]])
def test_only_texts_are_read(value):
    with pytest.raises(ValueError, match="Enter a text"):
        tidy(value)


def test_copied_marks_and_spaces_are_dropped():
    assert tidy("\ufeff\u200e 1\u00a0234 –\u2009\uff15\n") == "1 234 - 5"


def test_a_superscript_is_no_digit():
    assert tidy("10²") == "10²"


@given(st.text(max_size=60))
def test_the_order_of_words_does_not_count(text):
    assert name_key(text) == name_key(" ".join(reversed(name_key(text))))


@pytest.mark.parametrize("code", ["xx", "../../etc", "", "\0", "a" * 1000, "en-gb", "de"])
def test_a_locale_is_always_found(code):
    assert locale_of(code).territories
