"""Which premieres a history of screenings leaves, and what stays unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from festival.world import countries
from festival.world.partial_dates import from_iso
from submissions.projects.premiere_places import (
    CONTINENTS_OF_PREMIERES,
    NO_CONTINENT,
    REGIONS_OF_PREMIERES,
    members_of,
    place_name,
)
from submissions.projects.premiere_words import DEFINITIONS, RULES
from submissions.projects.premieres import (
    INTERNATIONAL,
    WORLD,
    Premiere,
    Standing,
    planned,
    premieres_in,
    remaining,
    required,
    showings_of,
)
from submissions.projects.vocabulary import ScreeningKind

FREE, UNKNOWN, TAKEN = Standing.FREE, Standing.UNKNOWN, Standing.TAKEN
EUROPE, ASIA = Premiere("continental", "150"), Premiere("continental", "142")


def shown(country="FR", event="Terrace", **fields) -> dict:
    return {"event": event, "country": country, "kind": "festival", "date": "2026-02"} | fields


def national(code) -> Premiere:
    return Premiere("national", code)


def left(premiere, *rows, origins=("GB",), before=None):
    before = from_iso(before) if before else None
    return remaining(premiere, showings_of(rows), origins, before).standing


def test_every_country_of_today_lies_on_one_continent_and_antarctica_on_none():
    for code in countries.CURRENT:
        held = [name for name, members in CONTINENTS_OF_PREMIERES.items() if code in members]
        assert len(held) == (0 if code in NO_CONTINENT else 1), code
    assert frozenset({"AQ"}) == NO_CONTINENT


def test_every_former_state_lies_on_a_continent():
    for code in countries.FORMER:
        assert any(members_of(code) & each for each in CONTINENTS_OF_PREMIERES.values())


def test_continents_and_regions_have_names():
    for code in (*CONTINENTS_OF_PREMIERES, *REGIONS_OF_PREMIERES):
        assert place_name(code) not in ("", code)


def test_the_definitions_name_every_kind_that_is_worked_out():
    assert [str(kind) for kind, _text in DEFINITIONS] == [
        "world", "international", "continental", "regional", "national",
    ]  # fmt: skip
    assert all(str(text).endswith(".") for text in (*RULES, *(text for _k, text in DEFINITIONS)))


def test_a_screening_at_home_uses_the_world_premiere_and_not_the_international_one():
    row = shown("GB")
    assert left(WORLD, row) == TAKEN
    assert left(INTERNATIONAL, row) == FREE
    assert left(EUROPE, row) == left(national("GB"), row) == TAKEN
    assert left(national("FR"), row) == left(ASIA, row) == FREE


def test_a_screening_abroad_uses_the_international_premiere():
    row = shown("JP")
    assert left(INTERNATIONAL, row) == left(ASIA, row) == left(national("JP"), row) == TAKEN
    assert left(EUROPE, row) == left(national("GB"), row) == FREE


def test_each_of_several_countries_of_origin_is_home():
    assert left(INTERNATIONAL, shown("FR"), origins=("GB", "FR")) == FREE
    assert left(INTERNATIONAL, shown("BE"), origins=("GB", "FR")) == TAKEN


@pytest.mark.parametrize("row", [
    shown("JP", kind="private"), shown("JP", kind="market"), shown("JP", is_public=False),
])  # fmt: skip
def test_what_is_not_public_uses_up_nothing(row):
    for premiere in (WORLD, INTERNATIONAL, ASIA, national("JP")):
        assert left(premiere, row) == FREE


def test_an_online_screening_counts_where_it_can_be_seen():
    limited = shown("", kind="online", geo_limits=["FR", "BE"])
    assert left(EUROPE, limited) == left(national("BE"), limited) == TAKEN
    assert left(national("DE"), limited) == left(ASIA, limited) == FREE
    everywhere = shown("FR", kind="online")
    for premiere in (WORLD, INTERNATIONAL, ASIA, national("NZ")):
        assert left(premiere, everywhere) == TAKEN


def test_a_festival_that_was_also_online_counts_in_both_places():
    both = shown("GB", geo_limits=["FR"])
    assert left(national("GB"), both) == left(national("FR"), both) == TAKEN
    assert left(INTERNATIONAL, both) == TAKEN
    assert left(national("DE"), both) == FREE


def test_a_screening_without_a_country_leaves_all_but_the_world_premiere_unknown():
    row = shown("")
    assert left(WORLD, row) == TAKEN
    for premiere in (INTERNATIONAL, EUROPE, national("GB")):
        assert left(premiere, row) == UNKNOWN


def test_without_a_country_of_origin_nobody_knows_what_is_abroad():
    assert left(INTERNATIONAL, shown("FR"), origins=()) == UNKNOWN
    assert left(INTERNATIONAL, shown("", kind="online"), origins=()) == TAKEN
    assert left(INTERNATIONAL, origins=()) == FREE


def test_a_former_state_leaves_open_which_of_its_countries_it_was():
    row = shown("SU", date="1985")
    assert left(INTERNATIONAL, row, origins=("SU",)) == FREE
    assert left(INTERNATIONAL, row, origins=("RU",)) == UNKNOWN
    assert left(INTERNATIONAL, row, origins=("GB",)) == TAKEN
    assert left(national("RU"), row) == left(EUROPE, row) == left(ASIA, row) == UNKNOWN
    assert left(national("SU"), row) == TAKEN
    assert left(INTERNATIONAL, shown("RU"), origins=("SU",)) == FREE


def test_a_former_state_with_one_successor_is_that_country():
    assert left(national("DE"), shown("DD")) == TAKEN
    assert left(EUROPE, shown("YU")) == TAKEN
    assert left(national("RS"), shown("YU")) == UNKNOWN


def test_before_a_date_only_what_is_certainly_earlier_counts():
    row = shown("FR", date="2026-05")
    assert left(WORLD, row, before="2026-06-01") == TAKEN
    assert left(WORLD, row, before="2026-04") == FREE
    assert left(WORLD, row, before="2026") == left(WORLD, row, before="2026-05-20") == UNKNOWN
    assert left(WORLD, shown("FR", date=""), before="2026") == UNKNOWN


def test_the_events_that_used_it_are_named_once():
    rows = [shown("FR", "Terrace"), shown("FR", "Terrace"), shown("BE", "Lumen")]
    found = remaining(EUROPE, showings_of(rows), ["GB"])
    assert found.because == ("Terrace", "Lumen")


def test_north_and_south_america_are_two_continents():
    assert left(Premiere("continental", "005"), shown("US")) == FREE
    assert left(Premiere("continental", "003"), shown("MX")) == TAKEN


def test_a_planned_festival_that_is_also_online_may_be_seen_elsewhere():
    hybrid = planned("Harbour", "NO", "2027", online=True)
    found = {each: remaining(each, [hybrid], ["GB"]).standing for each in (WORLD, EUROPE, ASIA)}
    assert found == {WORLD: TAKEN, EUROPE: TAKEN, ASIA: UNKNOWN}
    online = planned("Harbour", "NO", "2027", online=True, on_site=False)
    assert remaining(national("NO"), [online], ["GB"]).standing == UNKNOWN


def test_a_festival_asks_for_the_premiere_of_its_own_place():
    assert required("continental", "NO") == EUROPE
    assert required("national", "NO") == national("NO")
    assert required("world", "") == WORLD
    assert required("continental", "") is None
    assert required("continental", "AQ") is None


def test_a_screening_in_a_country_can_be_these_premieres():
    kinds = [each.kind for each in premieres_in("NO")]
    assert kinds == ["world", "international", "continental", "regional", "national"]


@pytest.mark.parametrize("odd", [
    {}, shown("ZZ"), shown(None), shown("FR", date="soon"), shown("FR", geo_limits=["??"]),
    shown("FR", kind="online", geo_limits=["??"]), shown("FR", kind="telepathy"),
])  # fmt: skip
def test_what_no_list_knows_breaks_nothing(odd):
    assert left(WORLD, odd) == TAKEN


PREMIERES = [WORLD, INTERNATIONAL, *(Premiere("continental", c) for c in CONTINENTS_OF_PREMIERES)]
PREMIERES += [*(Premiere("regional", c) for c in REGIONS_OF_PREMIERES)]
PREMIERES += [national(code) for code in ("GB", "FR", "US", "SU", "RU", "AQ")]
CODES = st.sampled_from([*sorted(countries.CODES), "", "FR", "GB", "SU"])
ROWS = st.lists(
    st.fixed_dictionaries({
        "event": st.sampled_from(["Terrace", "Lumen", "Harbour"]),
        "country": CODES,
        "kind": st.sampled_from(ScreeningKind.values),
        "date": st.sampled_from(["", "2025", "2026", "2026-05", "2026-05-20", "2027-01"]),
        "is_public": st.booleans(),
        "geo_limits": st.lists(st.sampled_from(["FR", "150", "JP", "WORLD"]), max_size=2),
    }),
    max_size=6,
)  # fmt: skip
ORIGINS = st.lists(CODES.filter(bool), max_size=3)
BEFORE = st.sampled_from([None, "2026", "2026-05", "2026-05-20"])


@given(rows=ROWS, one=ROWS.filter(bool), origins=ORIGINS, before=BEFORE)
def test_one_screening_more_never_gives_back_a_premiere(rows, one, origins, before):
    for premiere in PREMIERES:
        less = left(premiere, *rows, origins=origins, before=before)
        more = left(premiere, *rows, one[0], origins=origins, before=before)
        assert more <= less


@given(rows=ROWS, origins=ORIGINS, before=BEFORE, draw=st.randoms())
def test_the_order_of_the_rows_changes_nothing(rows, origins, before, draw):
    mixed = draw.sample(rows, len(rows))
    for premiere in PREMIERES:
        one = left(premiere, *rows, origins=origins, before=before)
        assert one == left(premiere, *mixed, origins=origins, before=before)


@given(origins=ORIGINS, before=BEFORE)
def test_without_a_screening_every_premiere_is_free(origins, before):
    for premiere in PREMIERES:
        assert left(premiere, origins=origins, before=before) == FREE


@given(rows=ROWS, origins=ORIGINS)
def test_a_free_world_premiere_leaves_all_the_others_free(rows, origins):
    if left(WORLD, *rows, origins=origins) == FREE:
        assert {left(each, *rows, origins=origins) for each in PREMIERES} == {FREE}
