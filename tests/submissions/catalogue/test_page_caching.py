"""Who may keep the public page, and when it is sent again."""

import pytest
import time_machine
from django.urls import reverse

from submissions.projects import actions
from submissions.projects.models import Project
from tests import factories

NAMES = ["project", "project_jsonld"]


@pytest.fixture
def film(filmmaker):
    return factories.make_project(by=filmmaker, title="Understory", published=True)


@pytest.fixture
def address(film, request):
    return reverse(request.param, args=[film.slug])


on_both = pytest.mark.parametrize("address", NAMES, indirect=True)


@on_both
def test_a_proxy_may_keep_what_every_visitor_sees_for_a_minute(client, address):
    response = client.get(address)
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    assert "Cookie" in response["Vary"]
    assert not response.cookies


@on_both
def test_an_unchanged_page_is_not_sent_again_and_costs_one_query(
    client, address, django_assert_num_queries
):
    tag = client.get(address)["ETag"]
    with django_assert_num_queries(1):
        response = client.get(address, headers={"If-None-Match": tag})
    assert (response.status_code, response.content) == (304, b"")
    assert response["Cache-Control"].startswith("public")


@on_both
def test_a_changed_project_is_sent_again(client, film, address, filmmaker):
    tag = client.get(address)["ETag"]
    actions.claim_revision(project=film, revision=film.revision, by=filmmaker)
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_the_light_has_its_own_copy(client, film):
    tag = client.get(film.get_absolute_url())["ETag"]
    client.cookies["theme"] = "dark"
    response = client.get(film.get_absolute_url(), headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("public")
    assert 'data-theme="dark"' in response.content.decode()


def test_what_is_still_available_is_asked_anew_each_day(client, film):
    with time_machine.travel("2026-11-25 23:59Z"):
        tag = client.get(film.get_absolute_url())["ETag"]
    with time_machine.travel("2026-11-26 00:01Z"):
        again = client.get(film.get_absolute_url(), headers={"If-None-Match": tag})
    assert again.status_code == 200


@pytest.mark.parametrize("who", ["filmmaker", "second"])
@on_both
def test_nobody_keeps_the_page_of_a_signed_in_person(address, client_of, who, request):
    response = client_of(request.getfixturevalue(who)).get(address, headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private")
    assert "public" not in response["Cache-Control"]


def test_a_visitor_with_another_cookie_gets_a_page_of_their_own(client, film):
    client.cookies["messages"] = "something that waits"
    response = client.get(film.get_absolute_url(), headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private")


def test_a_kept_page_of_a_hidden_project_is_not_confirmed(client, film, filmmaker):
    tag = client.get(film.get_absolute_url())["ETag"]
    actions.hide(project=film, by=filmmaker)
    response = client.get(film.get_absolute_url(), headers={"If-None-Match": tag})
    assert response.status_code == 404


def test_two_projects_never_share_a_mark(client, film, filmmaker):
    other = factories.make_project(by=filmmaker, title="Kelp", published=True)
    Project.objects.update(changed_at=film.changed_at, revision=1)
    tags = {client.get(each.get_absolute_url())["ETag"] for each in (film, other)}
    assert len(tags) == 2
