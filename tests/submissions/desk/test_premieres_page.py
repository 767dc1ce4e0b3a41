"""The simulator: if this festival shows it, what remains?"""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(filmmaker):
    return factories.make_project(by=filmmaker, title="Signal Box")


@pytest.fixture
def ask(client_of, filmmaker, film):
    """Return a function that opens the page with a query and returns its text."""
    client = client_of(filmmaker)

    def open_page(**query):
        answer = client.get(reverse("project_premieres", args=[film.code]), query)
        assert answer.status_code == 200
        return words(answer.content.decode())

    return open_page


def words(html: str) -> str:
    main = html[html.index("<main") : html.index("</main")]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", main)))


def make_call(name, country, starts_on, premiere="", **fields):
    festival = factories.make_festival(name=name, country=country)
    edition = factories.make_edition(festival=festival, starts_on=starts_on, **fields)
    call = factories.make_call(edition=edition)
    factories.make_category(call=call, name="Features", premiere=premiere)
    return call


def test_without_a_plan_it_says_what_the_film_has_now(ask, film):
    factories.make_screening(project=film, event="Terrace", country="GB")
    text = ask()
    assert "World premiere Used Terrace" in text
    assert "International premiere Free" in text
    assert "Continental premiere: Europe Used Terrace" in text
    assert "National premiere: United Kingdom Used Terrace" in text
    assert "1 public screening is entered." in text
    assert "After that screening" not in text


def test_a_country_and_a_date_by_hand_show_before_and_after(ask):
    text = ask(country="Japan", date_y="2027", date_m="3")
    assert "A festival in Japan, March 2027" in text
    assert (
        "A screening there would be: World premiere · International premiere · "
        "Continental premiere: Asia · National premiere: Japan." in text
    )
    assert "World premiere Free Used A festival in Japan changes" in text
    assert "Continental premiere: Europe Free Free" in text


def test_a_festival_with_an_open_call_can_be_chosen(ask, film):
    factories.make_screening(project=film, event="Terrace", country="GB", date="2026")
    call = make_call("Fjord Film Days", "NO", date(2027, 3, 4))
    text = ask(call=call.get_absolute_url())
    assert "Fjord Film Days 2027, 4 March 2027" in text
    assert "would be: International premiere · Regional premiere: Nordic countries · " in text


def test_calls_that_ask_for_what_would_be_lost_are_named(ask):
    make_call("Harbour Lights", "NO", date(2027, 6, 1), premiere="world")
    make_call("Lantern Days", "JP", date(2027, 6, 1), premiere="national")
    make_call("Early Bird", "NO", date(2027, 1, 5), premiere="world")
    text = ask(country="France", date_y="2027", date_m="3")
    assert "Harbour Lights 2027 , Features : World premiere would no longer be met" in text
    assert "Lantern Days 2027 ," not in text
    assert "Early Bird 2027 ," not in text


def test_without_a_date_nobody_knows_which_of_two_comes_first(ask):
    make_call("Harbour Lights", "NO", date(2027, 6, 1), premiere="world")
    text = ask(country="France")
    assert "World premiere would no longer be certain" in text


def test_an_entry_that_waits_for_its_answer_comes_first(ask, film):
    make_call("Harbour Lights", "NO", date(2027, 6, 1), premiere="world")
    call = make_call("Closed Doors", "SE", date(2027, 7, 1), premiere="international")
    factories.make_submission(project=film, category=call.categories.get())
    type(call).objects.filter(pk=call.pk).update(state="judging")
    text = ask(country="France", date_y="2027", date_m="3")
    entered = text.index("Closed Doors 2027 , Features : International premiere would no longer")
    assert entered < text.index("Harbour Lights 2027 , Features")
    assert "· you have entered this one" in text


def test_when_nothing_is_lost_it_says_so(ask):
    text = ask(country="Soviet Union", date_y="1985")
    assert "No open call and no entry of yours would lose a premiere that it asks for." in text


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ({"country": "Atlantis"}, "There is a problem"),
        ({"call": "/nowhere/"}, "There is a problem"),
        ({"country": "", "date_y": "2027"}, "Choose a festival or enter a country"),
        ({"country": "France", "date_y": "soon"}, "There is a problem"),
        ({"utm_source": "x"}, "What you have now"),
    ],
)
def test_what_makes_no_sense_is_answered_at_the_form(ask, query, answer):
    assert answer in ask(**query)


def test_a_private_screening_is_counted_as_using_nothing(ask, film):
    factories.make_screening(project=film, country="FR", kind="private")
    text = ask()
    assert "World premiere Free" in text
    assert "1 other is private or at a market and uses up nothing." in text


def test_the_definitions_stand_on_the_page(ask):
    text = ask()
    assert "The first public screening outside the countries of origin" in text
    assert "each of them is home" in text


def test_editor_and_board_lead_to_it(client_of, filmmaker, film):
    client, there = client_of(filmmaker), reverse("project_premieres", args=[film.code])
    for page in (reverse("my"), reverse("project_edit", args=[film.code])):
        assert f'href="{there}"' in client.get(page).content.decode()


def test_the_number_of_queries_does_not_grow(client_of, filmmaker, film):
    client, url = client_of(filmmaker), reverse("project_premieres", args=[film.code])
    counts = []
    for number in range(3):
        make_call(f"Harbour {number}", "NO", date(2027, 6, 1), premiere="world")
        call = make_call(f"Terrace {number}", "SE", date(2027, 6, 1), premiere="national")
        factories.make_submission(project=film, category=call.categories.get())
        factories.make_screening(project=film, country="GB")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url, {"country": "France"}).status_code == 200
        counts.append(len(queries))
    assert len(set(counts)) == 1
    assert counts[0] <= 8
