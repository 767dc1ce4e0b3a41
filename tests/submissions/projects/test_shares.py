"""A sum in parts: the bars, their shares, and what they leave of the total."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from submissions.projects.presentation.money_lines import sides_of
from submissions.projects.presentation.shares import MOST_BARS, bars_of


def line(amount, category="crew", **fields) -> dict:
    return {"side": "cost", "category": category, "amount": amount} | fields


def test_parts_with_the_same_name_are_one_bar_and_the_largest_comes_first():
    bars = bars_of([("Cast", 100), ("Crew", 300), ("Cast", 100)], 500)
    assert [(bar.label, bar.amount, bar.share) for bar in bars] == [
        ("Crew", 300, "60%"), ("Cast", 200, "40%"),
    ]  # fmt: skip


def test_what_is_left_of_the_whole_stands_last():
    bars = bars_of([("Crew", 300)], 400)
    assert [(bar.label, bar.width, bar.is_rest) for bar in bars] == [
        ("Crew", "75.00", False), ("Unallocated", "25.00", True),
    ]  # fmt: skip


def test_small_parts_are_put_together():
    bars = bars_of([(f"Part {number}", 100 + number) for number in range(20)], 2190)
    assert len(bars) == MOST_BARS
    assert bars[-1].label == "13 smaller parts"
    assert sum(bar.amount for bar in bars) == 2190


def test_a_very_small_part_is_not_nothing():
    assert bars_of([("Crew", 99_999), ("Music", 1)], 100_000)[1].share == "under 1%"


@pytest.mark.parametrize("parts", [[], [("Crew", 0)]])
def test_where_there_is_nothing_to_share_there_is_no_picture(parts):
    assert bars_of(parts, 100) == bars_of(parts, 0) == []


@given(
    parts=st.lists(st.tuples(st.sampled_from("ABCDEFGHIJKL"), st.integers(0, 10**15))),
    more=st.integers(0, 10**15),
)
def test_the_bars_always_come_to_the_whole(parts, more):
    whole = sum(amount for _label, amount in parts) + more
    bars = bars_of(parts, whole)
    if bars:
        assert sum(bar.amount for bar in bars) == whole
        assert sum(float(bar.width) for bar in bars) == pytest.approx(100, abs=0.1)


def test_a_side_says_in_one_sentence_what_its_picture_shows():
    (side,) = sides_of([line(300_00), line(100_00, "cast")], 500_00, "USD")
    assert side.sentence == "Spending: the largest part is Crew with 60% of 500\xa0USD."
    assert side.unallocated == "100\xa0USD"
    assert [(bar.label, amount) for bar, amount in side.bars] == [
        ("Crew", "300\xa0USD"), ("Cast", "100\xa0USD"), ("Unallocated", "100\xa0USD"),
    ]  # fmt: skip


def test_lines_above_the_total_are_the_whole():
    (side,) = sides_of([line(300_00)], 200_00, "USD")
    assert (side.overspent, side.bars[0][0].share) == ("100\xa0USD", "100%")


def test_the_picture_is_made_of_attributes_and_its_words_are_text():
    (side,) = sides_of([line(300_00)], 400_00, "USD")
    html = render_to_string("submissions/projects/_shares.html", {"side": side})
    assert "style" not in html
    assert html.count('aria-hidden="true"') == html.count("<svg") == 2
    assert "<span>Crew</span>" in html
    assert 'd="M0 0h75.00v2H0"' in html
