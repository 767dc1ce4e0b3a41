"""The page of Gulag Vorkuta beside the listing from which it was taken, fact by fact."""

import json
import re

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from submissions.demo.projects import write_project
from submissions.demo.vorkuta import VORKUTA
from submissions.projects.models import Project
from tests import factories

# (part of the page, label as a reader sees it, value as a reader sees it)
LISTING = [
    ("Credits", "Director", "Michael Kingsbury Gulag Barashevo (2015)"),
    ("Credits", "Writer", "Michael Kingsbury Gulag Barashevo (2015)"),
    ("Credits", "Producer", "Michael Kingsbury"),
    (
        "Credits",
        "Key cast",
        "Lana Gulevich Gulag Barashevo (2015) Andrey Vasilyev Gulag Barashevo (2015)",
    ),
    ("Specifications", "Runtime", "1 h 38 min 20 s"),
    ("Specifications", "Completion date", "5 September 2016"),
    ("Specifications", "Countries of origin", "United States"),
    ("Specifications", "Countries of filming", "United States"),
    ("Specifications", "Shooting formats", "Digital HD"),
    ("Specifications", "Genres and keywords", "Drama Historical Romance Gulag Dissident"),
]
TABLE = [("Territory", "Worldwide"), ("Rights", "All rights"), ("Holder", "Celtic-Films")]
UNSAID = ["languages", "aspect ratio", "film colour", "first-time filmmaker", "student project"]
LIFE = [
    "fine art", "award-winning", "painter", "draughtsman", "photographer", "sculptor", "1994",
    "16 mm", "1998", "R-Files", "Gulag Barashevo", "Gulag Vorkuta", "2015", "2016",
    "Soviet occupation of Eastern Europe", "childhood sexual abuse", "underground resistance",
    "environmental activism", "human rights",
]  # fmt: skip
STORY = [
    "Anastasia", "Alexander", "love", "dissidents", "escape", "executed", "sacrifice", "friends",
    "1917", "1991", "50 million", "artists", "writers", "Christians", "journalists", "workers",
]  # fmt: skip


@pytest.fixture
def vorkuta(db):
    """The page of the project as a tree, as any visitor gets it."""
    owner = factories.make_user()
    write_project(VORKUTA, by=owner, published_at=timezone.now())
    answer = Client().get("/projects/gulag-vorkuta/")
    assert answer.status_code == 200
    return html5lib.parse(answer.content, namespaceHTMLElements=False)


def text_of(node) -> str:
    return " ".join(" ".join(node.itertext()).split())


def part(page, heading: str):
    """Return the section of the page whose h2 is `heading`."""
    for section in page.iter("section"):
        title = section.find(".//h2")
        if title is not None and text_of(title) == heading:
            return section
    raise AssertionError(f"no part “{heading}”")


def pairs(section) -> dict[str, str]:
    """Return label and value of every description list of a section."""
    found, label = {}, None
    for node in section.iter():
        if node.tag == "dt":
            label = text_of(node)
        elif node.tag == "dd":
            found[label] = f"{found.get(label, '')} {text_of(node)}".strip()
    return found


def test_every_fact_of_the_listing_stands_on_the_page_under_its_label(vorkuta):
    shown = {heading: pairs(part(vorkuta, heading)) for heading in {row[0] for row in LISTING}}

    for heading, label, value in LISTING:
        assert shown[heading][label] == value, (heading, label)


def test_title_budget_and_rights_stand_on_the_page(vorkuta):
    assert text_of(vorkuta.find(".//h1")) == "Gulag Vorkuta"
    assert text_of(part(vorkuta, "Budget")).startswith("Budget 2,400 USD")
    rights = part(vorkuta, "Distribution and rights")
    heads = [text_of(cell) for cell in rights.find(".//thead").iter("th")]
    cells = [text_of(cell) for cell in rights.find(".//tbody/tr")]
    row = dict(zip(heads, cells, strict=True))
    for label, value in TABLE:
        assert row[label].startswith(value)
    grid = rights.findall(".//table")[1]
    assert [text_of(cell) for cell in grid.find(".//thead/tr")] == ["Territory", "All rights"]
    assert [text_of(cell) for cell in grid.find(".//tbody/tr")] == [
        "Worldwide", "Celtic-Films not said whether exclusive",
    ]  # fmt: skip


def test_labels_without_a_value_in_the_listing_are_named_in_one_line(vorkuta):
    line = re.search("Not stated by the filmmaker: ([^.]*)", text_of(vorkuta))[1]

    for label in UNSAID:
        assert label in line


def test_the_facts_of_synopsis_biography_and_statement_are_told(vorkuta):
    story, director = text_of(part(vorkuta, "Synopsis")), text_of(part(vorkuta, "The director"))

    assert [fact for fact in STORY if fact not in story] == []
    assert [fact for fact in LIFE if fact not in director] == []
    assert "Statement" in director


def test_the_record_holds_the_figures_in_their_units(vorkuta):
    project = Project.objects.get(title="Gulag Vorkuta")

    assert project.specs.runtime == 5900
    assert (project.budget.total, project.budget.currency) == (240_000, "USD")
    assert project.specs.completion_date == "2016-09-05"
    assert project.distribution_rights.get().territories == ["WORLD"]


def test_the_linked_record_says_the_same(vorkuta):
    record = json.loads(Client().get("/projects/gulag-vorkuta.json").content)

    assert record["@type"] == "Movie"
    assert record["duration"] == "PT1H38M20S"
    assert record["name"] == "Gulag Vorkuta"
