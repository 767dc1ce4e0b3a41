"""Credit lists in the shapes in which people keep them, and in no shape at all."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from submissions.projects.reading import credits
from submissions.projects.reading.roles import roles_of
from submissions.projects.vocabulary import CreditRole

DIRECTOR, WRITER, KEY = "director", "writer", "key_cast"


def plain(text):
    """Return (role, name, character, earlier work) of each row that `text` gives."""
    return [
        (row.role, row.name, row.character, row.prior_credits) for row in credits.read(text).rows
    ]


def pairs(text):
    return [(row.role, row.name) for row in credits.read(text).rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Director: Ana Ruiz, Eero Lind", [(DIRECTOR, "Ana Ruiz"), (DIRECTOR, "Eero Lind")]),
        ("Ana Ruiz – Director", [(DIRECTOR, "Ana Ruiz")]),
        ("Director - Ana Ruiz", [(DIRECTOR, "Ana Ruiz")]),
        ("Ana Ruiz, Director", [(DIRECTOR, "Ana Ruiz")]),
        ("Director\tAna Ruiz", [(DIRECTOR, "Ana Ruiz")]),
        ("Ana Ruiz\tDirector", [(DIRECTOR, "Ana Ruiz")]),
        ("Director      Ana Ruiz", [(DIRECTOR, "Ana Ruiz")]),
        ("Director ........ Ana Ruiz", [(DIRECTOR, "Ana Ruiz")]),
        ("Ana Ruiz | Director", [(DIRECTOR, "Ana Ruiz")]),
        ("• Director: Ana Ruiz", [(DIRECTOR, "Ana Ruiz")]),
        ("Directed by Ana Ruiz", [(DIRECTOR, "Ana Ruiz")]),
        ("Directed by\nAna Ruiz\n\nEero Lind", [(DIRECTOR, "Ana Ruiz"), (DIRECTOR, "Eero Lind")]),
        ("DIRECTORS:\nAna Ruiz & Eero Lind", [(DIRECTOR, "Ana Ruiz"), (DIRECTOR, "Eero Lind")]),
        ("Writer/Director: Ana Ruiz", [(WRITER, "Ana Ruiz"), (DIRECTOR, "Ana Ruiz")]),
        ("Written and directed by Ana Ruiz", [(WRITER, "Ana Ruiz"), (DIRECTOR, "Ana Ruiz")]),
        ("Production company: Reel & Sons, Inc.", [("production_company", "Reel & Sons, Inc.")]),
        ("Music: José Ortega y Gasset", [("composer", "José Ortega y Gasset")]),
        ("CREW\nGaffer: Bo Li\nStills  Mo Ek", [("gaffer", "Bo Li"), ("stills", "Mo Ek")]),
        ("Role\tName\nEditor\tBo Li", [("editor", "Bo Li")]),
    ],
)
def test_roles_and_names_are_told_apart(text, expected):
    found = credits.read(text)
    assert [(row.role, row.name) for row in found.rows] == expected
    assert found.unread == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Written by", "writer"),
        ("Screenplay", "writer"),
        ("DOP", "cinematographer"),
        ("D.O.P.", "cinematographer"),
        ("Cinematography", "cinematographer"),
        ("Directors of Photography", "cinematographer"),
        ("Director of photography", "cinematographer"),
        ("Edited by", "editor"),
        ("Editors", "editor"),
        ("Music by", "composer"),
        ("Sound Designer", "sound_design"),
        ("Colorist", "colourist"),
        ("Executive Producers", "executive_producer"),
        ("Co-Producer", "co_producer"),
        ("Costume designer", "costume"),
        ("Make-Up & Hair", "make_up"),
        ("Special Thanks", "thanks"),
        ("VFX", "effects_artist"),
        ("Production Companies", "production_company"),
        ("Режиссёр", "director"),
        ("导演", "director"),
        ("إخراج", "director"),
        ("Kamera", "cinematographer"),
    ],
)
def test_roles_are_known_by_the_words_of_the_trade(text, role):
    assert [found.code for found in roles_of(text)] == [role]


def test_every_role_of_the_vocabulary_is_known_by_its_own_label():
    for role in CreditRole:
        assert [found.code for found in roles_of(str(role.label))] == [role.value]


def test_an_unknown_role_is_kept_as_it_was_written():
    row = credits.read("Falconer: Ana Ruiz").rows[0]
    assert (row.role, row.role_label, row.name) == ("other", "Falconer", "Ana Ruiz")


def test_a_graded_role_keeps_its_words():
    row = credits.read("2nd Assistant Director: Ana Ruiz").rows[0]
    assert (row.role, row.role_label) == ("assistant_director", "2nd Assistant Director")


@pytest.mark.parametrize(
    ("text", "name", "character", "prior"),
    [
        ("Cast: Lana Gulevich as Anastasia", "Lana Gulevich", "Anastasia", ""),
        ("Cast: Lana Gulevich (Anastasia)", "Lana Gulevich", "Anastasia", ""),
        ("Cast: Lana Gulevich – Anastasia", "Lana Gulevich", "Anastasia", ""),
        ("Cast\nAnastasia      Lana Gulevich", "Lana Gulevich", "Anastasia", ""),
        ("Cast\nAnastasia .... Lana Gulevich", "Lana Gulevich", "Anastasia", ""),
        ("Cast\tLana Gulevich\tAnastasia", "Lana Gulevich", "Anastasia", ""),
        ("Cast: Lana (Anna, the cook) (Barashevo (2015))", "Lana", "Anna, the cook",
         "Barashevo (2015)"),
        ("Director: Ana Ruiz (Salt Line)", "Ana Ruiz", "", "Salt Line"),
        ("Director: Ana Ruiz – Salt Line (2019)", "Ana Ruiz", "", "Salt Line (2019)"),
        ("Director: Ana Ruiz – Salt Line (2019), Tern (2021)", "Ana Ruiz", "",
         "Salt Line (2019), Tern (2021)"),
        ("Director: Ana Ruiz\nSalt Line (2019)", "Ana Ruiz", "", "Salt Line (2019)"),
    ],
)  # fmt: skip
def test_characters_and_earlier_work_go_where_they_belong(text, name, character, prior):
    assert [row[1:] for row in plain(text)] == [(name, character, prior)]


def test_an_earlier_work_below_two_names_belongs_to_both():
    text = "Key Cast:\nLana Gulevich, Andrey Vasilyev\nGulag Barashevo (2015)"
    assert plain(text) == [
        (KEY, "Lana Gulevich", "", "Gulag Barashevo (2015)"),
        (KEY, "Andrey Vasilyev", "", "Gulag Barashevo (2015)"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Director: 王小明", [(DIRECTOR, "王小明")]),
        ("导演：王小明、李华", [(DIRECTOR, "王小明"), (DIRECTOR, "李华")]),
        ("مخرجة: هالة، سامي", [("other", "هالة"), ("other", "سامي")]),
        ("إخراج: هالة سليم", [(DIRECTOR, "هالة سليم")]),
        ("\u200fבמאי: דנה לוי", [(DIRECTOR, "דנה לוי")]),
        ("Режиссёр – Андрей Васильев", [(DIRECTOR, "Андрей Васильев")]),
    ],
)
def test_names_of_any_script_are_read(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Director: a@b.example", "Director: ...", "Director: https://a.example", "Director: Editor",
     "Director: " + "x" * 201, "Cast: A (" + "y" * 121 + ")", "y" * 2000],
)  # fmt: skip
def test_a_line_that_says_nothing_clear_is_named_with_a_reason(text):
    found = credits.read(f"Editor: Bo Li\n\n{text}")
    assert [(each.number, bool(each.reason)) for each in found.unread] == [(3, True)]
    assert [row.name for row in found.rows] == ["Bo Li"]


def test_a_name_without_any_role_before_it_is_left_out():
    found = credits.read("Ana Ruiz\nEditor: Bo Li")
    assert [each.text for each in found.unread] == ["Ana Ruiz"]


def test_at_most_250_rows_are_read_and_the_rest_is_named():
    found = credits.read("\n".join(f"Extra: Player {number}" for number in range(260)))
    assert len(found.rows) == credits.MOST_ROWS
    assert len(found.unread) == 10


words = st.sampled_from(
    ["Director", "Cast", "Falconer", "Written by", "Ana Ruiz", "Bo", ":", "–", "-", "|", "\t", "  ",
     "...", "(", ")", "(2015)", " as ", " and ", " & ", ",", ";", "\n", "\n\n", "王小明", "هالة",
     "Inc.", "2015", "Film", "/", "by", "•", "Editor", "Key cast", "Crew", ".", "’", '"']
)  # fmt: skip
texts = (
    st.text(max_size=120)
    | st.lists(words, max_size=25).map("".join)
    | st.lists(words, max_size=25).map(" ".join)
)


@given(texts)
@example("Director\tAna\t\tSalt (2019)")
@example("Cast: A (b) (c (2015))")
def test_no_text_breaks_the_reader_and_its_own_output_reads_back(text):
    found = credits.read(text)
    again = credits.read(credits.write(found.rows))
    assert again.rows == found.rows
    assert again.unread == []


@given(texts)
def test_what_is_read_fits_the_columns_it_goes_into(text):
    for row in credits.read(text).rows:
        assert row.role in CreditRole.values
        assert any(sign.isalnum() for sign in row.name)
        assert len(row.name) <= 200
        assert len(row.character) <= 120
        assert len(row.prior_credits) <= 300
        assert len(row.role_label) <= 80
        assert "\0" not in row.name + row.character + row.prior_credits + row.role_label
