"""The record in the words of schema.org, as a file and inside the page."""

import json
import re

import pytest
from django.urls import reverse

from submissions.projects.models import Project
from tests import factories


@pytest.fixture
def film(filmmaker):
    film = factories.make_project(by=filmmaker, title="Gulag Vorkuta", published=True)
    Project.objects.filter(pk=film.pk).update(genres=["drama"], genres_free=["Gulag"])
    film.specs.runtime, film.specs.completion_date = 5900, "2016-09-05"
    film.specs.countries_of_origin = ["US"]
    film.specs.save()
    return film


def record_of(client, work) -> dict:
    response = client.get(reverse("project_jsonld", args=[work.slug]))
    assert response["Content-Type"] == "application/ld+json"
    return json.loads(response.content)


def test_a_film_is_a_movie_with_its_facts(client, film, settings):
    factories.make_credit(project=film, name="Lana Gulevich", role="key_cast")
    factories.make_screening(project=film, result="winner", award="Best first feature")
    record = record_of(client, film)
    assert record["@type"] == "Movie"
    assert record["url"] == f"{settings.SITE_URL}{film.get_absolute_url()}"
    assert record["duration"] == "PT1H38M20S"
    assert record["dateCreated"] == "2016-09-05"
    assert record["genre"] == ["Drama", "Gulag"]
    assert record["countryOfOrigin"] == [{"@type": "Country", "name": "United States"}]
    assert [row["name"] for row in record["director"]] == ["Rhys Morgan"]
    assert [row["name"] for row in record["actor"]] == ["Lana Gulevich"]
    assert record["award"] == ["Best first feature, Terrace Shorts"]
    assert record["director"][0]["url"].endswith("/people/rhys-morgan/")


def test_nothing_empty_is_named(client, film):
    assert not [name for name, value in record_of(client, film).items() if not value]


@pytest.mark.parametrize(
    ("kind", "word"),
    [("script", "CreativeWork"), ("music", "MusicRecording"), ("photo_design", "VisualArtwork"),
     ("immersive", "CreativeWork"), ("series", "TVSeries")],
)  # fmt: skip
def test_each_kind_has_its_type(client, filmmaker, kind, word):
    work = factories.make_project(by=filmmaker, kind=kind, published=True)
    assert record_of(client, work)["@type"] == word


def test_the_page_holds_the_same_record(client, film):
    page = client.get(film.get_absolute_url()).content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    assert json.loads(block) == record_of(client, film)


def test_no_text_can_end_the_element_it_stands_in(client, film):
    Project.objects.filter(pk=film.pk).update(
        title="</script><script>alert(1)</script>", logline="<!-- & -->"
    )
    page = client.get(film.get_absolute_url()).content.decode()
    assert "</script><script>alert" not in page
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    assert json.loads(block)["name"] == "</script><script>alert(1)</script>"


def test_even_for_the_team_it_holds_what_visitors_may_read(client_of, film, filmmaker):
    film.credits.update(contact_email="ottilie@canary.example")
    response = client_of(filmmaker).get(reverse("project_jsonld", args=[film.slug]))
    assert "canary" not in response.content.decode()


def test_thirty_names_are_enough_for_a_machine(client, film):
    for i in range(40):
        factories.make_credit(project=film, name=f"Name {i}", role="cast")
    assert len(record_of(client, film)["actor"]) == 30
