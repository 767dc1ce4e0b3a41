"""The front page: the wall and the calls that close next."""

import html5lib
import pytest
from django.test import Client

from festival.calls.vocabulary import DeadlineKind
from tests.factories import (
    make_call,
    make_category,
    make_deadline,
    make_edition,
    make_fee,
    make_festival,
    make_project,
    make_user,
)

pytestmark = pytest.mark.django_db


def make_open_call(name, *, fees=(), **fields):
    call = make_call(edition=make_edition(festival=make_festival(name=name)), **fields)
    deadline = make_deadline(call=call, kind=DeadlineKind.REGULAR, ends_in=9)
    for amount in fees:
        make_fee(category=make_category(call=call), deadline=deadline, amount=amount)
    return call


def test_the_front_page_shows_the_wall_and_three_calls(client):
    make_project(title="Gulag Vorkuta", published=True)
    make_open_call("Last to close", fees=[1800], closes_in=40)
    make_open_call("First to close", fees=[2400, 1800], closes_in=10)
    make_open_call("Second to close", fees=[0], closes_in=20)
    make_open_call("Third to close", fees=[1000, 1000], closes_in=30)
    make_open_call("Already closed", closes_in=-1)

    page = client.get("/").content.decode()

    order = [page.index(name) for name in ("First to", "Second to", "Third to")]
    assert order == sorted(order)
    assert "Last to close" not in page
    assert "Already closed" not in page
    assert "from 18\u00a0EUR" in page
    assert "· <span>free</span>" in page
    assert "· <span>10\u00a0EUR</span>" in page
    assert "Regular deadline" in page
    assert "Gulag Vorkuta" in page


def test_without_calls_there_is_no_empty_section(client):
    assert "Calls that close next" not in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_front_page_needs_seven_queries(client, django_assert_num_queries, count):
    author = make_user()
    for n in range(count):
        make_project(by=author, title=f"Signal {n}", published=True)
        make_open_call(f"Harbour {n}", fees=[1800])

    with django_assert_num_queries(7):
        assert client.get("/").status_code == 200


def test_the_forms_of_the_front_page_lead_to_the_catalogue(client):
    make_project(title="Gulag Vorkuta", published=True)

    page = client.get("/").content.decode()

    assert page.count('action="/projects/"') == 3
    assert 'hx-target="#browse"' not in page


def test_the_front_page_is_clean_html_and_the_same_for_everybody():
    make_project(title="Gulag Vorkuta", published=True)
    make_open_call("Harbour Lights", fees=[1800])
    visitor = Client()

    first = visitor.get("/")

    html5lib.HTMLParser(strict=True).parse(first.content.decode())
    assert not first.cookies
    again = visitor.get("/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
