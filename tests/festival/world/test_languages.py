import pytest
from django.utils import translation

from festival.world import languages
from festival.world.language_names import OTHER_NAMES, SIGN_LANGUAGES

ALL = dict(languages.choices("en"))


def test_every_offered_language_is_read_from_its_tag_and_from_its_name():
    for code, name in ALL.items():
        assert languages.parse(code) == code
        assert languages.parse(name) == code
        assert languages.is_known(code)
        assert len(code) <= languages.LONGEST_CODE


def test_every_other_name_leads_to_a_known_language():
    for code, names in OTHER_NAMES.items():
        assert languages.is_known(code)
        for name in names:
            assert languages.parse(name) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("English", "en"),
        ("Modern Greek (1453-)", "el"),
        ("Greek, Modern (1453-)", "el"),
        ("Spanish; Castilian", "es"),
        ("Uighur; Uyghur", "ug"),
        ("Church Slavic; Old Slavonic; Church Slavonic", "cu"),
        ("ger", "de"),
        ("deu", "de"),
        ("PT_br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("iw", "he"),
        ("ga", "ga"),
        ("Ga", "gaa"),
        ("No dialogue", "zxx"),
        ("silent", "zxx"),
        ("Mandarin", "cmn"),
        ("American Sign Language", "ase"),
        ("BSL", "bfi"),
        ("Serbo-Croatian", "sh"),
        ("\uff26\uff52ench", "fr"),
    ],
)
def test_languages_are_read_in_the_forms_of_files_and_people(text, code):
    assert languages.parse(text) == code


def test_local_names_are_read_in_the_active_language():
    with translation.override("de"):
        assert languages.parse("Russisch") == "ru"
    with pytest.raises(ValueError, match="Russisch"):
        languages.parse("Russisch", "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "xx",
        "qqq",
        "en-ZZZ",
        "en-Abcd",
        "e\0n",
        "a" * 300,
        "((((",
        "mul",
        "en-",
        "12",
        "English; Russian",
        "; ;",
    ],
)
def test_what_is_no_language_is_refused(text):
    with pytest.raises(ValueError, match=r"list|character"):
        languages.parse(text)


@pytest.mark.parametrize("code", ["EN", "pt-br", "ger", "", "x" * 50, "en-GB-oxendict"])
def test_only_the_stored_spelling_counts_as_known(code):
    assert not languages.is_known(code)


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa", "rtl"),
        ("ur-IN", "rtl"),
        ("ckb", "rtl"),
        ("az-Arab", "rtl"),
        ("ks-Deva", "ltr"),
        ("ku", "ltr"),
        ("en", "ltr"),
        ("zxx", "ltr"),
        ("zh-Hant", "ltr"),
    ],
)
def test_direction_follows_the_script(code, direction):
    assert languages.direction(code) == direction


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [
        ("zxx", None, "No dialogue"),
        ("de", "fr", "allemand"),
        ("bfi", None, "British Sign Language"),
        ("sr-Cyrl-RS", None, "Serbian (Cyrillic, Serbia)"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("qq", None, "qq"),
    ],
)
def test_names(code, locale, name):
    assert languages.name(code, locale) == name


def test_endonyms_fall_back_to_english():
    assert languages.endonym("ru") == "русский"
    assert languages.endonym("zh-Hant") == "繁體中文"
    assert languages.endonym("tlh") == "Klingon"
    assert languages.endonym("zxx") == "No dialogue"


def test_no_dialogue_stands_first_and_can_be_left_out():
    assert [code for code, _name in languages.choices()[:2]] == ["zxx", "und"]
    assert "zxx" not in dict(languages.choices(special=False))
    assert "mul" not in ALL
    assert set(SIGN_LANGUAGES) <= set(ALL)
    assert languages.is_sign_language("ase")
    assert not languages.is_sign_language("en")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("English, Russian", ["en", "ru"]),
        ("Russian and Ukrainian / Russian", ["ru", "uk"]),
        ("English, Greek, Modern (1453-), Spanish; Castilian", ["en", "el", "es"]),
        ("English; Russian, Uighur; Uyghur", ["en", "ru", "ug"]),
        ("Dutch; Flemish", ["nl"]),
        (";,; /", []),
        ("", []),
    ],
)
def test_lists_of_languages_are_split(text, codes):
    assert languages.parse_list(text) == codes
