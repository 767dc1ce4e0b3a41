"""Filters and their counts."""

import pytest

from submissions.catalogue import facets
from submissions.catalogue.choice import Choice
from submissions.catalogue.facets import Facet, Values, counts
from submissions.catalogue.models import Listing
from submissions.catalogue.search import Query
from submissions.projects import actions
from submissions.projects.models import Project
from tests.factories import make_project, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def wall(db):
    author = make_user()
    rows = [
        ("Kelp", "film", ["short"], ["drama"], ["NO"], "2024", 600),
        ("Salt", "film", ["feature"], ["drama", "war"], ["PT", "NO"], "2025", 5640),
        ("Polar", "film", ["short"], ["comedy"], ["GE"], "2025", 1320),
        ("Kengir", "script", ["screenplay"], ["drama"], ["US"], "2026", None),
    ]
    for title, kind, types, genres, countries, year, runtime in rows:
        project = make_project(by=author, title=title, kind=kind, published=True)
        specs = project.specs
        specs.countries_of_origin, specs.completion_date = countries, year
        specs.runtime, specs.dialogue_languages = runtime, ["nb", "en"] if "NO" in countries else []
        specs.save()
        Project.objects.filter(pk=project.pk).update(project_types=types, genres=genres)
        actions.changed(project=project)
    return Values.read()


def found(values, address, q=""):
    from django.http import QueryDict

    groups = Choice.read(QueryDict(address)).groups(values)
    rows = Listing.objects.having(groups).newest_first()
    return [row.project.title for row in rows.select_related("project")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ["Kengir", "Polar", "Salt", "Kelp"]),
        ("genre=drama", ["Kengir", "Salt", "Kelp"]),
        ("genre=comedy&genre=war", ["Polar", "Salt"]),
        ("genre=drama&country=NO", ["Salt", "Kelp"]),
        ("genre=drama&country=NO&country=US", ["Kengir", "Salt", "Kelp"]),
        ("kind=film&type=short&genre=drama", ["Kelp"]),
        ("language=nb", ["Salt", "Kelp"]),
        ("year_min=2025", ["Kengir", "Polar", "Salt"]),
        ("year_min=2025&year_max=2025", ["Polar", "Salt"]),
        ("runtime_max=22", ["Polar", "Kelp"]),
        ("runtime_min=10&runtime_max=10", ["Kelp"]),
        ("runtime_min=94", ["Salt"]),
        ("country=FR", []),
    ],
)
@pytest.mark.parametrize("few", [0, 5_000])
def test_or_inside_a_group_and_between_groups(wall, monkeypatch, address, expected, few):
    monkeypatch.setattr("submissions.catalogue.querysets.FEW", few)
    monkeypatch.setattr("submissions.catalogue.querysets.FEW_OF_SEVERAL", few)

    assert found(wall, address) == expected


def test_counts_without_filters_are_those_of_the_site(wall, django_assert_num_queries):
    with django_assert_num_queries(0):
        numbers = counts(wall, [])

    assert numbers.facets[Facet.GENRE] == {"drama": 3, "comedy": 1, "war": 1}
    assert numbers.facets[Facet.COUNTRY] == {"NO": 2, "PT": 1, "GE": 1, "US": 1}
    assert wall.total == 4


def test_a_facet_leaves_its_own_choice_out_of_its_counts(wall, django_assert_num_queries):
    groups = [wall.group(Facet.GENRE, ["war"]), wall.group(Facet.COUNTRY, ["NO"])]

    with django_assert_num_queries(1):
        numbers = counts(wall, groups)

    assert numbers.facets[Facet.GENRE] == {"drama": 2, "war": 1}
    assert numbers.facets[Facet.COUNTRY] == {"PT": 1, "NO": 1}
    assert numbers.facets[Facet.TYPE] == {"feature": 1}
    assert numbers.facets[Facet.MINUTES] == {"94": 1}


def test_counts_follow_the_words_too(wall):
    numbers = counts(wall, [wall.group(Facet.KIND, ["film"])], Query("rhys"))

    assert numbers.facets[Facet.KIND] == {"film": 3, "script": 1}
    assert numbers.facets[Facet.GENRE] == {"drama": 2, "comedy": 1, "war": 1}
    assert numbers.tabs[Facet.TYPE] == {"short": 2, "feature": 1, "screenplay": 1}


def test_counts_stop_at_the_cap(wall, monkeypatch):
    monkeypatch.setattr(facets, "MOST_COUNTED", 2)

    numbers = counts(wall, [wall.group(Facet.GENRE, ["drama"])])

    assert sum(numbers.facets[Facet.KIND].values()) == 2
    assert numbers.is_capped
    assert not counts(wall, []).is_capped


def test_hiding_takes_a_project_out_of_the_counts(wall):
    project = Project.objects.get(title="Salt")

    actions.hide(project=project, by=project.created_by)

    assert Values.read().totals[Facet.GENRE] == {"drama": 2, "comedy": 1}
    assert Values.read().total == 3
