"""The preview shows each reader's page, and the list says what that reader misses."""

import pytest
from django.test import Client
from django.urls import reverse

from submissions.projects.models import Project
from submissions.projects.presentation import present
from submissions.projects.visibility import CHOOSABLE, Audience
from tests import factories

pytestmark = pytest.mark.django_db
READERS = ("visitor", "festival", "industry")
FIGURE = "918,273"


@pytest.fixture
def film(filmmaker, project):
    """A published film with something in every level."""
    project.budget.total, project.budget.currency = 918_273_00, "USD"
    project.budget.save()
    project.specs.resolution = "1998x1080"
    project.specs.save()
    factories.make_media(project=project)
    factories.make_screening(project=project)
    factories.make_right(project=project, contact_name="Ola Berg")
    project.copies.create(format="dcp", location="Oslo vault")
    return factories.actions.publish(project=project, by=filmmaker)


@pytest.fixture
def look(client_of, filmmaker, film):
    def at(key):
        page = client_of(filmmaker).get(reverse("project_preview", args=[film.code]), {"as": key})
        assert page.status_code == 200
        return page

    return at


def test_the_visitor_gets_exactly_the_page_of_the_preview(look, film):
    assert Client().get(film.get_absolute_url()).context["work"] == look("visitor").context["work"]


def test_a_festival_gets_exactly_the_page_of_the_preview(
    look, film, category, programmer, client_of
):
    factories.make_submission(project=film, category=category)
    real = client_of(programmer).get(film.get_absolute_url())
    assert real.context["work"] == look("festival").context["work"]
    assert real.context["work"].copies, "otherwise this says nothing"
    assert real.context["work"] != look("visitor").context["work"]


@pytest.mark.parametrize("level", ["public", "festivals", "industry", "team"])
def test_each_reader_sees_the_budget_by_its_level_and_is_told_of_otherwise(look, film, level):
    chosen = dict.fromkeys(CHOOSABLE, level)
    Project.objects.filter(pk=film.pk).update(visibility=chosen)
    sees = {"public": READERS, "festivals": ("festival",), "industry": ("industry",), "team": ()}
    for key in READERS:
        page = look(key)
        text = page.content.decode().replace("\u202f", ",").replace("\xa0", ",")
        assert (FIGURE in text) == (key in sees[level]), key
        assert ("Budget figure" in page.context["hidden"]) == (key not in sees[level]), key
        record = Project.objects.get(pk=film.pk).current_record()
        audience = Audience[key.upper()]
        assert page.context["work"] == present(record, audience)["work"]


def test_the_list_names_what_is_missing_and_only_that(look, film):
    hidden = look("visitor").context["hidden"]
    assert "Budget figure" in hidden
    assert "Film copies" in hidden
    assert "Specifications: Resolution" in hidden
    assert any(line.startswith("Rights and distribution: ") for line in hidden)
    assert "Screenings and awards" not in hidden
    assert "Trailer" not in hidden, "there is none"
    assert "Film copies" not in look("festival").context["hidden"]


def test_a_picture_without_words_is_named(look, film):
    factories.make_media(project=film, alt="")
    assert "Pictures without a description or credit line" in look("visitor").context["hidden"]
    assert "Pictures without a description or credit line" not in look("festival").context["hidden"]


@pytest.mark.parametrize("key", ["", "team", "TEAM", "staff", "zz", "visitor "])
def test_nobody_previews_as_somebody_else(look, key):
    page = look(key)
    assert page.context["reader"].key == "visitor"
    assert "Oslo vault" not in page.content.decode()


@pytest.mark.parametrize("credits", [1, 3])
def test_each_reader_costs_the_same_queries(
    client_of, filmmaker, film, credits, django_assert_num_queries
):
    for number in range(credits):
        factories.make_credit(project=film, name=f"Player {number}", role="cast")
    client, address = client_of(filmmaker), reverse("project_preview", args=[film.code])
    for key in READERS:
        with django_assert_num_queries(14):
            client.get(address, {"as": key})


def test_it_says_as_whom_one_looks(look):
    text = look("industry").content.decode()
    assert 'href="?as=industry" aria-current="true"' in text
    assert text.count('aria-current="true"') == 1


def test_the_editor_says_at_a_glance_who_sees_what(client_of, filmmaker, film):
    Project.objects.filter(pk=film.pk).update(visibility={"press": "team", "budget": "public"})
    page = client_of(filmmaker).get(reverse("project_edit", args=[film.code]))
    text = page.content.decode()
    rows = page.context["editor"].parts["visibility"].glance
    glance = {level: blocks for level, _words, blocks in rows}
    assert "Budget figure" in glance["public"]
    assert glance["team"] == ["Press"]
    assert glance["industry"] == []
    assert sum(map(len, glance.values())) == len(CHOOSABLE)
    assert text.index("Only your team sees") < text.index("<dd>Press</dd>")
