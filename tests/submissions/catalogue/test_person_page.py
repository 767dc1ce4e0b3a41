"""The page of one person: their work across the published projects."""

import html5lib
import pytest

from submissions.projects import actions
from submissions.projects.models import Credit, Person, Project
from tests import factories


@pytest.fixture
def person(filmmaker):
    factories.make_project(by=filmmaker, title="Understory", published=True)
    return Person.objects.get(name="Rhys Morgan")


def page_of(client, person, **query) -> str:
    response = client.get(person.get_absolute_url(), query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_project_stands_once_with_everything_that_the_person_did(client, person, filmmaker):
    film = Project.objects.get()
    factories.make_credit(project=film, role="writer")
    factories.make_credit(project=film, role="cast", character="Old Tom")
    page = page_of(client, person)
    assert page.count(f'href="{film.get_absolute_url()}"') == 1
    assert "Director, Writer, Cast as Old Tom" in page


def test_the_newest_work_comes_first(client, person, filmmaker):
    for year in ("1999", "", "2031"):
        film = factories.make_project(by=filmmaker, title=f"Of {year or 'no year'}")
        film.specs.completion_date = year
        film.specs.save()
        actions.publish(project=film, by=filmmaker)
    page = page_of(client, person)
    places = [page.index(f">{t}<") for t in ("Of 2031", "Understory", "Of 1999", "Of no year")]
    assert places == sorted(places)


def test_what_is_not_published_is_not_on_the_page(client, client_of, person, filmmaker):
    factories.make_project(by=filmmaker, title="A secret film")
    assert "A secret film" not in page_of(client, person)
    assert "A secret film" not in page_of(client_of(filmmaker), person)


def test_somebody_without_published_work_does_not_exist_for_strangers(
    client, client_of, project, filmmaker, second
):
    person = Person.objects.get(name="Rhys Morgan")
    for each in (client, client_of(second)):
        assert each.get(person.get_absolute_url()).status_code == 404
    assert "not public" in page_of(client_of(filmmaker), person)


@pytest.mark.parametrize("number", [0, 2])
def test_five_queries_however_many_projects(
    client, person, filmmaker, django_assert_num_queries, number
):
    for _i in range(number):
        factories.make_project(by=filmmaker, published=True)
    with django_assert_num_queries(5):
        page_of(client, person)


def test_twenty_four_projects_stand_on_a_page(client, person, filmmaker):
    last = Project.objects.order_by("-pk").first()
    copies = [
        Project(
            slug=f"copy-{i}", kind="film", title=f"Copy {i}", created_by=filmmaker, year=2026,
            status="published", published_at=last.published_at, title_sort=f"copy {i}",
        )
        for i in range(25)
    ]  # fmt: skip
    Project.objects.bulk_create(copies)
    Credit.objects.bulk_create(
        Credit(project=each, person=person, role="director")
        for each in Project.objects.filter(slug__startswith="copy-")
    )
    assert page_of(client, person).count("card__title") == 24
    assert page_of(client, person, page=2).count("card__title") == 2
    assert page_of(client, person, page="x").count("card__title") == 24


def test_biography_and_name_in_its_own_script_are_shown(client, person):
    Credit.objects.update(bio="Keeps a lighthouse.")
    Person.objects.update(native_name="Рис Морган")
    page = page_of(client, person)
    assert "Keeps a lighthouse." in page
    assert "Рис Морган" in page


def test_what_is_not_for_visitors_is_not_on_the_page(client, client_of, person, filmmaker):
    Credit.objects.update(
        contact_email="ottilie@canary.example", birth_year=1911, pronouns="zie/zir"
    )
    for each in (client, client_of(filmmaker)):
        page = page_of(each, person)
        assert not [word for word in ("canary", "1911", "zie/zir") if word in page]


def test_the_markup_is_strictly_valid(client, person):
    html5lib.HTMLParser(strict=True).parse(page_of(client, person))


def test_the_page_only_answers_reading(client, person):
    assert client.post(person.get_absolute_url()).status_code == 405
