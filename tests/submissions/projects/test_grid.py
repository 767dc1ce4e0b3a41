"""Territory × right: who holds what, what contradicts, what is left, and how long that takes."""

import random
from datetime import date
from time import process_time

import brotli
import pytest
from django.template.loader import render_to_string

from festival.world import countries, territories
from submissions.projects.availability import available
from submissions.projects.deals import cut
from submissions.projects.grid import MOST_COLUMNS, MOST_LINES, grid
from submissions.projects.overlaps import overlaps
from submissions.projects.places import named
from submissions.projects.presentation.rights_grid import free_of, grid_of
from submissions.projects.vocabulary import ALL_RIGHTS, Right
from tests.submissions.projects.test_availability import deal

TODAY = date(2026, 11, 25)


def test_one_deal_for_everything_is_one_cell():
    found = grid([deal("Celtic-Films")], TODAY)
    (line,) = found.lines
    (cell,) = line.cells
    assert (line.countries, set(found.columns[0])) == (countries.CURRENT, ALL_RIGHTS)
    assert [each.party for each in cell.deals] == ["Celtic-Films"]
    assert (cell.overlaps, cell.free) == (False, None)


def test_without_a_live_deal_there_is_no_grid():
    for row in (deal(status="offered"), deal(ends_on="2026-11-24"), deal(territories=[])):
        assert grid([row], TODAY) is None
    assert grid([], TODAY) is None


def test_places_and_rights_that_are_dealt_with_alike_stand_together():
    found = grid_of(
        [
            deal("Lumen", territories=["DACH"], rights=["theatrical", "svod"]),
            deal("Reel", territories=["JP"], rights=["svod"]),
        ],
        TODAY,
    )
    assert found.columns == ("Theatrical", "Subscription VOD", "All other rights")
    assert [line.where for line in found.lines] == [
        "Worldwide except Austria, Germany, Japan, Liechtenstein, Switzerland",
        "German-speaking Europe", "Japan",
    ]  # fmt: skip
    lumen = found.lines[1].cells[0]
    assert [(each.name, each.terms) for each in lumen.holders] == [("Lumen", "exclusive")]
    assert lumen.free == ""
    assert [cell.free for cell in found.lines[2].cells] == ["Available", "", "Available"]


def test_a_cell_with_two_exclusive_holders_is_marked():
    rows = [deal("Reel"), deal("Lumen", territories=["FR"], rights=["svod"])]
    found = grid_of(rows, TODAY)
    marked = [
        (line.where, cell.right) for line in found.lines for cell in line.cells if cell.overlaps
    ]
    assert marked == [("France", "Subscription VOD")]
    assert found.has_overlaps


def test_holders_that_follow_each_other_do_not_overlap():
    rows = [deal("Reel", ends_on="2027-06-30"), deal("Lumen", starts_on="2027-07-01")]
    ((cell,),) = [line.cells for line in grid_of(rows, TODAY).lines]
    assert not cell.overlaps
    assert [each.terms for each in cell.holders] == [
        "exclusive, until 30 June 2027", "exclusive, from 1 July 2027",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "free", "is_now"),
    [
        ([deal(ends_on="2027-12-31")], "Available from 1 January 2028", False),
        ([deal(starts_on="2027-01-01")], "Available until 31 December 2026", True),
        ([deal(exclusive="no")], "Available", True),
        ([deal(exclusive="not_said")], "", False),
        ([deal(ends_on="2027-01-31"), deal(starts_on="2027-03-01")],
         "Available from 1 February 2027 until 28 February 2027", False),
        ([deal(ends_on="2027-01-31"), deal(starts_on="2027-02-01")], "", False),
        ([deal(ends_on="9999-12-31")], "", False),
    ],
)  # fmt: skip
def test_a_cell_says_from_when_it_is_free(rows, free, is_now):
    cell = grid_of(rows, TODAY).lines[0].cells[0]
    assert (cell.free, cell.is_free_now) == (free, is_now)


def test_what_is_available_says_when():
    rows = [deal(rights=["svod"], ends_on="2027-12-31")]
    found, more = free_of(rows, TODAY)
    assert [(each.where, each.when) for each in found] == [
        ("Worldwide", ""), ("Worldwide", "from 1 January 2028"),
    ]  # fmt: skip
    assert (found[1].rights, more) == ("Subscription VOD", 0)


def test_countries_are_named_by_the_widest_names_that_fit():
    for codes, name in (
        (["150"], "Europe"),
        (["NORDIC", "JP"], "Nordic countries, Japan"),
        (["WORLD"], "Worldwide"),
        (["FR"], "France"),
    ):
        assert named(territories.expand(codes)) == name
    assert named(territories.expand(["150"], ["FR"])) == "Europe except France"


def many(number, seed=1) -> list[dict]:
    """Return deals between every part of the world, as a large catalogue of sales would have."""
    draw = random.Random(seed)
    places = ["WORLD", "150", "019", "FR", "JP", "US", "142", "EU", "DACH", "NORDIC", "MENA"]
    rights = [right.value for right in Right]
    return [
        deal(
            f"Buyer {count}",
            territories=draw.sample(places, 2),
            territories_excluded=draw.sample(sorted(countries.CURRENT), 3),
            rights=draw.sample(rights, 4),
            exclusive=draw.choice(["yes", "no"]),
            starts_on=f"20{draw.randint(20, 30)}-01-01",
            ends_on=draw.choice([None, "2031-06-30", "2035-01-01"]),
        )
        for count in range(number)
    ]


def test_200_deals_over_the_world_take_less_than_50_ms_and_stay_a_page():
    rows = many(200)
    times = []
    for _turn in range(5):
        cut.cache_clear()
        start = process_time()
        found = grid_of(rows, TODAY)
        free_of(rows, TODAY)
        overlaps(rows)
        times.append(process_time() - start)
    assert min(times) < 0.05
    assert (len(found.lines), len(found.columns)) == (MOST_LINES, MOST_COLUMNS)
    assert found.left_out.startswith("Left out here to keep the table readable: ")
    html = render_to_string("submissions/projects/_grid.html", {"grid": found})
    assert len(brotli.compress(html.encode(), quality=5)) < 6_000


def test_the_grid_and_the_list_of_what_is_free_agree():
    rows = many(12)
    free = {
        (right, country)
        for each in available(rows, TODAY, doubtful_is_taken=True)
        if not each.starts_on
        for right in each.rights
        for country in each.countries
    }
    found = grid(rows, TODAY)
    for line in found.lines:
        for rights, cell in zip(found.columns, line.cells, strict=True):
            is_free = cell.free is not None and cell.free[0] == ""
            for right in rights:
                assert all(((right, code) in free) == is_free for code in line.countries)
