import pytest

from festival.world import countries, territories
from festival.world.regions import CONTINENTS, SUBREGIONS


def test_the_smallest_regions_do_not_overlap():
    assert sum(map(len, SUBREGIONS.values())) == len(frozenset().union(*SUBREGIONS.values())) == 248


def test_continents_cover_the_world_but_antarctica():
    assert frozenset().union(*CONTINENTS.values()) == countries.CURRENT - {"AQ"}


@pytest.mark.parametrize("code", sorted(territories.REGIONS))
def test_every_region_has_a_name_and_countries_of_today(code):
    assert territories.name(code) != code
    assert territories.expand([code]) <= countries.CURRENT
    assert territories.parse(territories.name(code)) in territories.REGIONS


def test_the_world_less_a_continent_less_a_country():
    left = territories.expand(["WORLD"], minus=["150", "US"])
    assert "JP" in left
    assert left.isdisjoint({"FR", "US", "XK"})


def test_overlapping_groups_are_compared_by_countries():
    assert territories.expand(["DACH"]) & territories.expand(["EU"]) == {"AT", "DE"}


def test_a_former_state_stands_for_its_successors():
    assert territories.expand(["DD", "CS"]) == {"DE", "CZ", "SK"}
    assert territories.continents_of("SU") == {"142", "150"}
    assert territories.continents_of("AQ") == frozenset()


def test_an_unknown_territory_is_refused():
    with pytest.raises(ValueError, match="territory"):
        territories.expand(["WORLD", "XX"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Worldwide", "WORLD"),
        ("world", "WORLD"),
        ("Europe", "150"),
        ("150", "150"),
        ("eu", "EU"),
        ("North America", "USCA"),
        ("UK", "GB"),
        ("Soviet Union", "SU"),
    ],
)
def test_territories_are_read_by_name(text, code):
    assert territories.parse(text) == code
    assert territories.is_known(code)


def test_a_list_of_territories_is_read():
    assert territories.parse_list("Europe, Korea, Republic of; Benelux") == [
        "150",
        "KR",
        "BENELUX",
    ]


def test_the_choices_hold_each_territory_once():
    (world, _label), *groups = territories.choices()
    codes = [world, *(code for _name, members in groups for code, _label in members)]
    assert len(codes) == len(set(codes))
    assert set(codes) == {"WORLD"} | set(territories.REGIONS) | countries.CURRENT
    assert [code for code, _name in territories.continent_choices("en")] == [
        "002",
        "019",
        "142",
        "150",
        "009",
    ]
