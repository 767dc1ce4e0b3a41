"""What is still free of the rights in a project, and deals that contradict each other."""

from datetime import date

from festival.world import countries
from submissions.projects.availability import available
from submissions.projects.overlaps import overlaps
from submissions.projects.places import named
from submissions.projects.vocabulary import ALL_RIGHTS

TODAY = date(2026, 11, 25)


def deal(party="Reel", **fields) -> dict:
    return {
        "party": party, "territories": ["WORLD"], "territories_excluded": [], "languages": [],
        "rights": ["all_rights"], "exclusive": "yes", "status": "signed", "starts_on": None,
        "ends_on": None,
    } | fields  # fmt: skip


def free(*rows, on=TODAY, **options) -> dict[str, frozenset]:
    """Return the countries that are free on that day, by right."""
    found = [each for each in available(rows, on, **options) if not each.starts_on]
    return {right: each.countries for each in found for right in each.rights}


def test_without_a_deal_everything_is_free_everywhere():
    (everything,) = available([], TODAY)
    assert set(everything.rights) == ALL_RIGHTS
    assert (everything.labels, everything.where) == (["All rights"], "Worldwide")


def test_an_exclusive_deal_for_the_world_leaves_nothing():
    assert available([deal()], TODAY) == []


def test_a_deal_takes_its_rights_in_its_countries_and_no_more():
    left = free(deal(rights=["theatrical"], territories=["FR", "BE"]))
    assert countries.CURRENT - left["theatrical"] == {"FR", "BE"}
    assert left["svod"] == countries.CURRENT


def test_a_country_taken_out_of_a_territory_stays_free():
    left = free(deal(territories=["150"], territories_excluded=["FR"]))
    assert "FR" in left["svod"]
    assert "DE" not in left["svod"]


def test_only_an_exclusive_live_deal_covers_anything():
    for loose in (
        deal(exclusive="no"), deal(exclusive="not_said"), deal(status="open"),
        deal(status="offered"), deal(status="expired"), deal(status="reverted"),
    ):  # fmt: skip
        assert len(free(loose)) == len(ALL_RIGHTS), loose
    assert free(deal(status="optioned")) == {}


def test_a_deal_that_does_not_say_whether_it_is_exclusive_promises_nothing():
    assert free(deal(exclusive="not_said"), doubtful_is_taken=True) == {}
    assert len(free(deal(exclusive="no"), doubtful_is_taken=True)) == len(ALL_RIGHTS)


def test_both_end_days_belong_to_the_deal():
    row = deal(starts_on="2026-11-25", ends_on="2026-11-30")
    assert len(free(row, on=date(2026, 11, 24))) == len(ALL_RIGHTS)
    assert free(row, on=date(2026, 11, 25)) == free(row, on=date(2026, 11, 30)) == {}
    assert len(free(row, on=date(2026, 12, 1))) == len(ALL_RIGHTS)


def test_days_may_be_dates_as_well_as_text():
    assert free(deal(starts_on=TODAY, ends_on=TODAY)) == {}


def test_a_former_state_takes_the_countries_that_followed_it():
    assert {"CZ", "SK"} == countries.CURRENT - free(deal(territories=["CS"]))["svod"]


def test_rights_that_are_free_in_the_same_countries_stand_together():
    found = available([deal(rights=["vod"], territories=["FR"])], TODAY)
    assert sorted(each.where for each in found) == ["Worldwide", "Worldwide except France"]


def test_what_no_list_knows_takes_nothing_and_breaks_nothing():
    odd = deal(territories=["XX", "FR", None], rights=["telepathy", "game", 7], languages=None)
    left = free(odd)
    assert countries.CURRENT - left["game"] == {"FR"}
    assert free({}) == free()


def test_two_exclusive_deals_for_the_same_overlap():
    (found,) = overlaps([deal("Reel"), deal("Lumen", territories=["150"], rights=["svod"])])
    assert (found.first, found.second, found.rights) == (0, 1, ("svod",))
    assert found.text == "Reel and Lumen both hold Subscription VOD for Europe"


def test_territories_overlap_by_their_countries_and_not_by_their_names():
    (found,) = overlaps([deal(territories=["DACH"]), deal(territories=["CH", "IT"])])
    assert found.countries == {"CH"}
    assert overlaps([deal(territories=["DACH"]), deal(territories=["IT"])]) == []


def test_one_day_in_common_is_enough():
    first = deal(starts_on="2026-01-01", ends_on="2026-06-30")
    (found,) = overlaps([first, deal(starts_on="2026-06-30")])
    assert (found.starts_on, found.ends_on) == ("2026-06-30", "2026-06-30")
    assert overlaps([first, deal(starts_on="2026-07-01")]) == []


def test_open_ends_meet_for_ever():
    (found,) = overlaps([deal(), deal()])
    assert (found.starts_on, found.ends_on) == ("", "")


def test_deals_that_share_no_right_country_or_exclusivity_live_side_by_side():
    for other in (
        deal(exclusive="no"), deal(exclusive="not_said"), deal(status="expired"),
        deal(status="offered"), deal(territories=[]), deal(rights=[]),
        deal(territories=["FR"], territories_excluded=["FR"]),
    ):  # fmt: skip
        assert overlaps([deal(), other]) == [], other


def test_deals_for_different_languages_do_not_overlap():
    assert overlaps([deal(languages=["fr"]), deal(languages=["de"])]) == []
    assert len(overlaps([deal(languages=["fr"]), deal(languages=[])])) == 1


def test_three_deals_that_contradict_each_other_make_three_pairs():
    pairs = [(each.first, each.second) for each in overlaps([deal(), deal(), deal()])]
    assert pairs == [(0, 1), (0, 2), (1, 2)]


def test_many_countries_are_counted_and_few_are_named():
    assert named(frozenset({"FR", "BE"})) == "Belgium, France"
    some = frozenset(sorted(countries.CURRENT)[:40])
    assert named(some) == "40 countries"
