"""The text of a listing page becomes fields; what cannot be read is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submissions.projects.reading import listing
from submissions.projects.visibility import FIELDS

PAGE = """Experiencing Interruptions?

Salt Line

A ferryman counts the lamps of a town that is being moved inland. Every evening he rows out, and
every evening one lamp is missing; the people on the quay have stopped asking.

  • Ana Ruiz
    Tern (2021)
  • Ana Ruiz
    Tern (2021)
  • Bo Li
  • Lana Hale, Noor Aziz
    Key Cast
    Tern (2021)
  • Project Type:
    Short, Documentary
  • Genres:
    Drama, Historical, Lamps
  • Runtime:
    1 hour 38 minutes 20 seconds
  • Completion Date:
    September 5, 2016
  • Production Budget:
    2,400 USD
  • Country of Origin:
    United States
  • Country of Filming:
    Norway, Soviet Union
  • Language:
  • Shooting Format:
    Digital HD
  • Aspect Ratio:
    16:9
  • Film Color:
    Black & White
  • First-time Filmmaker:
    No
  • Student Project:
Distribution Information
  • Northern Reel
    Country: Worldwide
    Rights: All Rights
  • Harbour Films
    Country: Norway
    Rights: Free TV, Theatrical
Director Biography - Ana Ruiz

Ana Ruiz rows.

She also films.

Add Director Biography
Director Statement

I wanted to know who turns the lamps off.

- Ana Ruiz
"""


def bare(rows, *names):
    return [tuple(row.get(name, "") for name in names) for row in rows]


def test_every_field_of_the_page_is_found():
    record = listing.read(PAGE).record
    identity = dict(record["identity"])
    assert identity.pop("synopsis").startswith("A ferryman counts")
    assert identity == {
        "title": "Salt Line", "project_types": ["short", "documentary"],
        "genres": ["drama", "historical"], "genres_free": ["Lamps"], "first_time_filmmaker": "no",
    }  # fmt: skip
    assert record["specs"] == {
        "runtime": 5900, "completion_date": "2016-09-05", "countries_of_origin": ["US"],
        "countries_of_filming": ["NO", "SU"], "shooting_formats": ["digital_hd"],
        "aspect_ratio": "1.78:1", "film_color": "black_and_white",
    }  # fmt: skip
    assert record["budget"] == {"total": 240_000, "currency": "USD"}
    assert record["rights"] == [
        {"party": "Northern Reel", "territories": ["WORLD"], "rights": ["all_rights"]},
        {"party": "Harbour Films", "territories": ["NO"],
         "rights": ["theatrical", "free_terrestrial", "free_cable_satellite"]},
    ]  # fmt: skip
    assert bare(record["credits"], "role", "name", "prior_credits") == [
        ("director", "Ana Ruiz", "Tern (2021)"),
        ("writer", "Ana Ruiz", "Tern (2021)"),
        ("producer", "Bo Li", ""),
        ("key_cast", "Lana Hale", "Tern (2021)"),
        ("key_cast", "Noor Aziz", "Tern (2021)"),
    ]
    assert bare(record["credits"], "bio", "statement")[0] == (
        "Ana Ruiz rows.\n\nShe also films.", "I wanted to know who turns the lamps off.",
    )  # fmt: skip


def test_a_role_that_the_page_does_not_name_is_said_to_be_a_guess():
    remarks = listing.read(PAGE).remarks
    assert [(each.found, each.text.rpartition(" ")[2]) for each in remarks] == [
        ("Ana Ruiz", "Director"), ("Ana Ruiz", "Writer"), ("Bo Li", "Producer"),
    ]  # fmt: skip


def test_the_same_page_without_bullets_says_the_same():
    flat = "\n".join(line.replace("•", "").strip() for line in PAGE.splitlines())
    assert listing.read(flat).record["specs"] == listing.read(PAGE).record["specs"]
    assert listing.read(flat).record["rights"] == listing.read(PAGE).record["rights"]


def test_roles_that_the_page_names_are_taken():
    text = "Salt Line\n\n• Ana Ruiz\n  Director\n  Tern (2021)\n• Bo Li\n  Writer\n• Runtime: 5 min"
    found = listing.read(text)
    assert bare(found.record["credits"], "role", "name", "prior_credits") == [
        ("director", "Ana Ruiz", "Tern (2021)"), ("writer", "Bo Li", ""),
    ]  # fmt: skip
    assert found.remarks == []


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Runtime: soon", "runtime"),
        ("Completion Date: last winter", "completion_date"),
        ("Production Budget: a lot", "total"),
        ("Country of Origin: Atlantis", "countries_of_origin"),
        ("Language: Klingonese", "dialogue_languages"),
        ("Project Type: Sculpture", "project_types"),
        ("Film Color: Plaid", "film_color"),
        ("Student Project: perhaps", "student_project"),
        ("Aspect Ratio: wide", "aspect_ratio"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_with_its_words(line, field):
    found = listing.read(f"Salt\n\n{line}")
    assert [(each.field, each.found) for each in found.remarks] == [
        (field, line.partition(": ")[2])
    ]
    assert all(field not in block for block in found.record.values())


lines = st.sampled_from([*PAGE.splitlines(), "", "Rights:", "Country:", "•", "Director", ":"])


@given(st.text(max_size=300) | st.lists(lines, max_size=40).map("\n".join))
def test_no_text_breaks_the_reader(text):
    found = listing.read(text)
    for block, content in found.record.items():
        rows = content if isinstance(content, list) else [content]
        assert all(set(row) <= set(FIELDS[block]) for row in rows)
