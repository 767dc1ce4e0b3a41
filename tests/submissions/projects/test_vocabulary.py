import re
from decimal import Decimal

import pytest
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as st

from submissions.projects import vocabulary
from submissions.projects.vocabulary import (
    ALL_RIGHTS,
    KEY_ROLES,
    LIVE_DEALS,
    RIGHT_CHOICES,
    RIGHT_GROUPS,
    ROLE_CHOICES,
    ROLE_GROUPS,
    TYPES_OF_KIND,
    AgeAdvice,
    AspectRatio,
    BudgetBand,
    CreditRole,
    DealStatus,
    Department,
    FrameRate,
    IdScheme,
    ProjectKind,
    ProjectType,
    Resolution,
    Right,
    RightGroup,
    address_of,
    band_of,
    clean_id,
    expand,
    labels_of,
    parse_aspect_ratio,
    ratio_of,
)

LISTS = [
    each
    for each in (getattr(vocabulary, name) for name in vocabulary.__all__)
    if isinstance(each, type) and issubclass(each, TextChoices)
]


@pytest.mark.parametrize("options", LISTS)
def test_values_are_short_and_plain_and_labels_differ(options):
    for value in options.values:
        assert re.fullmatch(r"[a-z0-9_.:]{1,32}|[0-9]+x[0-9]+", value)
    labels = [str(label) for label in options.labels]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_every_kind_has_types_and_every_type_a_kind():
    assert list(TYPES_OF_KIND) == list(ProjectKind)
    assert {each for types in TYPES_OF_KIND.values() for each in types} == set(ProjectType)
    for types in TYPES_OF_KIND.values():
        assert len(types) == len(set(types))
        assert types[-1] is ProjectType.OTHER


def test_every_role_stands_in_one_department_in_the_order_of_the_list():
    assert [role for roles in ROLE_GROUPS.values() for role in roles] == list(CreditRole)
    assert list(ROLE_GROUPS) == list(Department)
    assert CreditRole.GAFFER.department is Department.CAMERA
    assert CreditRole.EXTRA.department is Department.CAST
    assert set(KEY_ROLES) <= set(CreditRole)
    assert [value for _label, roles in ROLE_CHOICES for value, _name in roles] == CreditRole.values


def test_every_right_stands_in_one_group():
    members = [right for rights in RIGHT_GROUPS.values() for right in rights]
    assert len(members) == len(set(members))
    assert frozenset(members) == ALL_RIGHTS
    assert list(RIGHT_GROUPS) == list(RightGroup)
    assert set(RightGroup.values).isdisjoint(Right.values)
    assert RIGHT_CHOICES[0] == ("all_rights", Right.ALL.label)


def test_all_rights_and_groups_expand_to_single_rights():
    assert expand(["all_rights"]) == ALL_RIGHTS
    assert expand(["vod", "hotel"]) == {*RIGHT_GROUPS[RightGroup.VOD], Right.HOTEL}
    assert expand(RightGroup.values) == ALL_RIGHTS
    assert expand([]) == frozenset()
    assert Right.ALL not in expand(["all_rights"])


def test_an_unknown_right_is_refused():
    with pytest.raises(ValueError, match="moon"):
        expand(["moon"])


@given(st.sets(st.sampled_from(Right)))
def test_expanding_twice_changes_nothing(rights):
    assert expand(expand(rights)) == expand(rights)
    assert bool(labels_of(rights)) == bool(rights)


def test_whole_groups_are_named_once():
    assert labels_of(["all_rights"]) == ["All rights"]
    assert labels_of(["video_sale", "video_rental", "hotel"]) == ["Hotel", "Physical video"]


def test_only_options_and_signed_deals_bind():
    assert {DealStatus.OPTIONED, DealStatus.SIGNED} == LIVE_DEALS


@pytest.mark.parametrize(
    ("cents", "band"),
    [
        (0, BudgetBand.MICRO),
        (240_000, BudgetBand.MICRO),
        (999_999, BudgetBand.MICRO),
        (1_000_000, BudgetBand.UNDER_50K),
        (5_000_000, BudgetBand.UNDER_250K),
        (25_000_000, BudgetBand.UNDER_1M),
        (100_000_000, BudgetBand.UNDER_5M),
        (499_999_999, BudgetBand.UNDER_5M),
        (500_000_000, BudgetBand.FROM_5M),
    ],
)
def test_budget_bands_end_below_their_figure(cents, band):
    assert band_of(cents) is band


def test_a_negative_budget_has_no_band():
    with pytest.raises(ValueError, match="negative"):
        band_of(-1)


@pytest.mark.parametrize(
    ("text", "stored", "ratio"),
    [
        ("16:9", "1.78:1", "1.7800"),
        ("4 : 3", "1.33:1", "1.3300"),
        ("2.39", "2.39:1", "2.3900"),
        ("1,85:1", "1.85:1", "1.8500"),
        ("2:1", "2.00:1", "2.0000"),
        ("1.9:1", "1.90:1", "1.9000"),
        ("9:16", "9:16", "0.5625"),
        ("4:5", "4:5", "0.8000"),
        ("21:9", "21:9", "2.3333"),
        ("2.4:1", "2.4:1", "2.4000"),
        ("16×9", "1.78:1", "1.7800"),
        ("360°", "360", None),
        ("Variable", "variable", None),
    ],
)
def test_aspect_ratios_are_read_and_keep_their_trade_names(text, stored, ratio):
    assert parse_aspect_ratio(text) == stored
    assert ratio_of(stored) == (ratio and Decimal(ratio))


@pytest.mark.parametrize("text", ["", "wide", "0:1", "1:0", "100:1", "1:1:1", "16", "1:1\0"])
def test_what_is_no_aspect_ratio_is_refused(text):
    with pytest.raises(ValueError, match=r"aspect ratio|printed"):
        parse_aspect_ratio(text)


@pytest.mark.parametrize("usual", AspectRatio)
def test_the_usual_ratios_are_read_back(usual):
    assert parse_aspect_ratio(usual.value) == usual.value
    assert len(usual.value) <= 20


def test_numbers_behind_the_options():
    assert FrameRate.F23_976.fps == Decimal("23.976")
    assert FrameRate.VARIABLE.fps is None
    assert Resolution.SCOPE_2K.pixels == (2048, 858)
    assert Resolution.OTHER.pixels is None
    assert AspectRatio.R239.ratio == Decimal("2.39")
    assert AgeAdvice.ALL.years == 0
    assert AgeAdvice.FROM_16.years == 16


@pytest.mark.parametrize("scheme", IdScheme)
def test_the_example_of_every_id_scheme_is_allowed(scheme):
    assert clean_id(scheme, scheme.example) == scheme.example


@pytest.mark.parametrize(
    ("scheme", "value", "stored"),
    [
        ("imdb", " tt0123456 ", "tt0123456"),
        ("imdb", "https://www.imdb.com/title/tt0123456/?ref=x", "tt0123456"),
        ("wikidata", "q42", "Q42"),
        ("wikidata", "https://www.wikidata.org/wiki/Q42", "Q42"),
        ("tmdb", "https://www.themoviedb.org/movie/603-the-matrix", "603"),
        ("isan", "ISAN 0000-0000-d07a-0090-q", "0000-0000-D07A-0090-Q"),
        ("eidr", "https://doi.org/10.5240/7791-8534-2c23-9030-8610-5", None),
    ],
)
def test_ids_are_stored_without_their_address(scheme, value, stored):
    assert clean_id(scheme, value) == (stored or "10.5240/7791-8534-2C23-9030-8610-5")


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("imdb", "nm0000001"),
        ("imdb", "tt1"),
        ("imdb", "https://evil.example/title/tt0123456/"),
        ("tmdb", "0"),
        ("letterboxd", "http://letterboxd.com/film/x/"),
        ("letterboxd", "javascript:alert(1)"),
        ("own", ""),
        ("own", "a\0b"),
        ("own", "x" * 81),
    ],
)
def test_ids_of_another_form_are_refused(scheme, value):
    with pytest.raises(ValueError, match=r"Write the|Remove"):
        clean_id(scheme, value)


def test_ids_lead_to_their_public_page():
    assert address_of("imdb", "tt0123456") == "https://www.imdb.com/title/tt0123456/"
    assert address_of("own", "17") == ""
