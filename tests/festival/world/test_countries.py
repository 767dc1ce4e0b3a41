import pytest
from babel import Locale
from django.utils import translation

from festival.world import countries
from festival.world.country_names import OTHER_NAMES
from festival.world.reading import name_key


def test_iso_3166_1_has_its_249_countries_and_babel_names_them_all():
    assert len(countries.ISO_3166_1) == 249
    assert set(Locale("en").territories) >= countries.ISO_3166_1


def test_codes_of_cldr_that_are_no_countries_are_absent():
    assert countries.CODES.isdisjoint({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "IC"})


def test_kosovo_can_be_named():
    assert "XK" in countries.CURRENT
    assert countries.parse("Kosovo") == "XK"


@pytest.mark.parametrize("code", sorted(countries.CODES))
def test_every_code_is_read_from_itself_and_from_its_label(code):
    assert countries.parse(code) == code
    assert countries.parse(code.lower()) == code
    assert countries.parse(countries.label(code)) == code


@pytest.mark.parametrize("locale", ["de", "fr", "ru", "ja", "ar", "pt-br", "zh-hans"])
def test_local_names_are_read_back(locale):
    for code in countries.ISO_3166_1:
        assert countries.parse(countries.name(code, locale), locale) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("United States", "US"),
        ("united states of america", "US"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("DEU", "DE"),
        ("Iran, Islamic Republic of", "IR"),
        ("Islamic Republic of Iran", "IR"),
        ("Korea, Republic of", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Congo, The Democratic Republic of the", "CD"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Virgin Islands, U.S.", "VI"),
        ("Saint Lucia", "LC"),
        ("Trinidad and Tobago", "TT"),
        ("Trinidad & Tobago", "TT"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("UK", "GB"),
        ("Scotland", "GB"),
        ("  Hong   Kong ", "HK"),
        ("\uff35\uff33", "US"),
        ("USSR", "SU"),
        ("Soviet Union", "SU"),
        ("Soviet Union (1922–1991)", "SU"),
        ("East Germany", "DD"),
        ("West Germany", "DE"),
        ("Czechoslovakia", "CS"),
        ("CSHH", "CS"),
        ("Serbia and Montenegro", "CSXX"),
        ("SCG", "CSXX"),
        ("YUG", "YU"),
        ("Burma", "MM"),
        ("East Timor", "TL"),
        ("Zaïre", "ZR"),
    ],
)
def test_names_that_people_and_files_use_are_known(text, code):
    assert countries.parse(text) == code


@pytest.mark.parametrize(
    "text", ["", "  ", "Atlantis", "X", "EU", "U\0S", "a" * 201, "٣٤", "Korea", "ZZ", "<b>US</b>"]
)
def test_what_is_no_country_is_refused(text):
    with pytest.raises(ValueError, match=r"list|characters"):
        countries.parse(text)


def test_no_two_countries_share_a_name():
    names = [(name_key(countries.label(code)), code) for code in countries.CODES]
    names += [(name_key(other), code) for code, others in OTHER_NAMES.items() for other in others]
    owner = {}
    for key, code in names:
        assert owner.setdefault(key, code) == code


def test_the_list_is_in_the_order_of_the_names_without_regard_to_accents():
    names = [label for _code, label in countries.choices("en")]
    assert names.index("Åland Islands") == names.index("Afghanistan") + 1
    assert len(names) == len(set(names)) == len(countries.CODES)


def test_former_states_and_the_world_are_in_the_list_only_if_wanted():
    assert ("SU", "Soviet Union (1922–1991)") in countries.choices("en")
    assert "SU" not in dict(countries.choices("en", former=False))
    assert "WORLD" not in dict(countries.choices("en"))
    assert countries.choices("en", world=True)[0] == ("WORLD", "Worldwide")


def test_the_list_follows_the_active_language():
    with translation.override("de"):
        assert dict(countries.choices())["DE"] == "Deutschland"
    with translation.override("en-gb"):
        assert dict(countries.choices())["DE"] == "Germany"


def test_a_caller_cannot_spoil_the_list_of_the_next_one():
    countries.choices("en").clear()
    assert len(countries.choices("en")) == len(countries.CODES)


@pytest.mark.parametrize("code", sorted(countries.FORMER))
def test_former_states_have_years_and_successors_of_today(code):
    first, last = countries.years(code)
    assert 1900 <= first < last <= 2010
    assert countries.successors(code)
    assert set(countries.successors(code)) <= countries.CURRENT


def test_a_country_of_today_succeeds_itself():
    assert countries.successors("FR") == ("FR",)
    assert countries.years("FR") is None
    assert countries.current_of(["DD", "FR"]) == {"DE", "FR"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("United States", ["US"]),
        ("France, Germany, France", ["FR", "DE"]),
        ("Iran, Islamic Republic of, France", ["IR", "FR"]),
        ("Bonaire, Sint Eustatius and Saba; USSR / Poland", ["BQ", "SU", "PL"]),
        ("France\nGermany", ["FR", "DE"]),
        (" , ;", []),
    ],
)
def test_lists_are_split_but_not_inside_a_name(text, codes):
    assert countries.parse_list(text) == codes


def test_a_list_with_one_unknown_name_is_refused_as_a_whole():
    with pytest.raises(ValueError, match="Atlantis"):
        countries.parse_list("France, Atlantis")


def test_a_huge_list_is_refused():
    with pytest.raises(ValueError, match="characters"):
        countries.parse_list("France," * 10_000)


def test_an_unknown_code_comes_back_as_it_is():
    assert countries.name("QQ") == "QQ"
    assert countries.name("FR", "../../etc/passwd") == "France"
