"""Values of a record as words."""

import pytest
from django.utils import translation

from submissions.projects.display import label_of, section_of, text_of
from submissions.projects.visibility import FIELDS


@pytest.mark.parametrize(
    ("block", "name", "value", "text"),
    [
        ("specs", "runtime", 5900, "1 h 38 min 20 s"),
        ("specs", "completion_date", "2016-09", "September 2016"),
        ("specs", "countries_of_origin", ["SU", "US"], "Soviet Union, United States"),
        ("specs", "dialogue_languages", ["zxx"], "No dialogue"),
        ("specs", "dialogue_shares", {"en": 60, "ru": 40}, "English 60 %, Russian 40 %"),
        ("specs", "subtitles", [{"language": "fr", "kind": "burnt_in"}], "French (burnt in)"),
        ("specs", "subtitles", [{"language": "", "kind": "none"}], "None"),
        ("specs", "captions", "not_said", ""),
        ("specs", "captions", "yes", "Yes"),
        ("specs", "aspect_ratio", "2.39:1", "2.39:1 (scope)"),
        ("specs", "aspect_ratio", "2.11:1", "2.11:1"),
        ("identity", "work_in_progress", False, "No"),
        ("identity", "genres", ["drama", "telepathy"], "Drama, telepathy"),
        ("identity", "ai_use", [{"area": "voice", "extent": "assisted", "note": "ADR"}],
         "Voice: assisted people, ADR"),
        ("rights", "rights", ["tvod", "est", "svod", "avod", "fvod"], "Video on demand"),
        ("rights", "territories", ["WORLD"], "Worldwide"),
        ("rights", "ends_on", "2031-12-31", "31 December 2031"),
        ("screenings", "verified_at", "2031-07-09T10:00:00+00:00", "9 July 2031"),
        ("references", "scheme", "instagram", "Instagram"),
        ("documents", "size", 2048, "2.0\xa0KB"),
    ],
)  # fmt: skip
def test_a_value_reads_as_people_say_it(block, name, value, text):
    with translation.override("en-gb"):
        assert text_of(block, name, value) == text


def test_an_amount_takes_the_currency_of_its_row_or_of_the_budget():
    assert text_of("budget", "total", 240000, {"currency": "USD"}) == "2,400\xa0USD"
    assert text_of("budget_lines", "amount", 500, currency="JPY") == "500\xa0JPY"
    assert text_of("budget", "total", 0, {"currency": "EUR"}) == "0\xa0EUR"
    row = {"screening_fee_currency": "EUR"}
    assert text_of("rights", "screening_fee", 15000, row) == "150\xa0EUR"


ODD = ["�", -1, 10**30, ["x", None], {"a": "b"}, [{"x": 1}], True]


@pytest.mark.parametrize("block", list(FIELDS))
def test_what_is_empty_stays_empty(block):
    for name in FIELDS[block]:
        assert {text_of(block, name, value) for value in (None, "", [], {})} == {""}, name


@pytest.mark.parametrize("block", list(FIELDS))
def test_nothing_that_an_old_record_holds_raises(block):
    for name in FIELDS[block]:
        for value in ODD:
            assert isinstance(text_of(block, name, value), str), (name, value)


def test_every_field_has_a_label_in_sentence_case():
    for block, fields in FIELDS.items():
        assert section_of(block)
        for name in fields:
            label = label_of(block, name)
            assert label[:1] == label[:1].upper(), (block, name)
    assert label_of("specs", "film_color") == "Film colour"
