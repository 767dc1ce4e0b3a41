"""The catalogue page: filters in the address, orders, pages, parts for htmx, caching."""

import re
from datetime import timedelta
from html.parser import HTMLParser

import html5lib
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from submissions.catalogue import choice, wall
from submissions.projects import actions
from submissions.projects.models import Project
from tests.factories import make_project, make_user

pytestmark = pytest.mark.django_db
URL = "/projects/"


@pytest.fixture
def visitor():
    return Client()


@pytest.fixture
def author(db):
    return make_user()


def publish(author, count, title="Signal Box {n:02}", **fields):
    rows = []
    for n in range(count):
        project = make_project(by=author, title=title.format(n=n), published=True, **fields)
        then = timezone.now() - timedelta(days=30, minutes=-n)
        Project.objects.filter(pk=project.pk).update(published_at=then)
        rows.append(actions.changed(project=Project.objects.get(pk=project.pk)))
    return rows


class _Titles(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found, self.inside = [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if ("class", "card__title") in attrs:
            self.inside = True

    def handle_data(self, text):
        if self.inside and text.strip():
            self.found.append(text)
            self.inside = False


def titles(response):
    assert response.status_code == 200
    return _Titles(response.content.decode()).found


def link(response, rel):
    match = re.search(rf'href="([^"]*)" rel="{rel}"', response.content.decode())
    return match and match[1].replace("&amp;", "&")


@pytest.mark.parametrize("count", [1, 3, 24, 30])
def test_the_number_of_queries_does_not_grow(
    visitor, author, django_assert_num_queries, monkeypatch, count
):
    monkeypatch.setattr(wall, "PER_PAGE", 24)
    publish(author, count)

    for address, queries in [
        ("", 3),
        ("?genre=drama", 4),
        ("?genre=drama&country=GB&runtime_max=120", 5),
        ("?q=signal", 8),
        ("?q=signal&genre=drama", 8),
        ("?q=signal&genre=drama&sort=title", 5),
    ]:
        with django_assert_num_queries(queries):
            assert len(titles(visitor.get(URL + address))) == min(count, 24)


def test_the_newest_come_first_and_pages_go_on(visitor, author):
    publish(author, 50)

    first, third = visitor.get(URL), visitor.get(URL + "?page=3")

    assert titles(first)[:2] == ["Signal Box 49", "Signal Box 48"]
    assert titles(third) == ["Signal Box 01", "Signal Box 00"]
    assert link(first, "next") == URL + "?page=2"
    assert link(first, "prev") is None
    assert link(third, "prev") == URL + "?page=2"
    assert link(third, "next") is None


@pytest.mark.parametrize("sort", ["newest", "title", "runtime"])
@pytest.mark.parametrize("q", ["", "signal"])
def test_beyond_the_numbered_pages_the_way_leads_on_and_back(visitor, author, monkeypatch, sort, q):
    monkeypatch.setattr(choice, "LAST_NUMBERED", 1)
    monkeypatch.setattr(wall, "LAST_NUMBERED", 1)
    monkeypatch.setattr(wall, "PER_PAGE", 2)
    publish(author, 7)
    seen, pages, url = [], [], f"{URL}?sort={sort}&q={q}"
    while url:
        response = visitor.get(url)
        seen += titles(response)
        pages.append(titles(response))
        assert not response.context["choice"].problems
        last, url = response, link(response, "next")

    assert sorted(seen) == [f"Signal Box {n:02}" for n in range(7)]
    assert "after=" in last.request["QUERY_STRING"]
    back = []
    while url := link(last, "prev"):
        last = visitor.get(url)
        back.insert(0, titles(last))
    assert back == pages[:-1]


def test_titles_sort_without_article_accent_and_case(visitor, author):
    for title in ("Zebra", "the Apple", "Émile", "dune"):
        make_project(by=author, title=title, published=True)

    assert titles(visitor.get(URL + "?sort=title")) == ["the Apple", "dune", "Émile", "Zebra"]


def test_filters_are_ticked_and_stand_as_chips(visitor, author):
    publish(author, 2)

    page = visitor.get(URL + "?genre=drama&country=GB&runtime_max=15&q=signal").content.decode()

    assert 'name="genre" value="drama" checked' in page
    for chip in ("Drama", "United Kingdom", "Up to 15 min"):
        assert re.search(rf'class="chip"[^>]*>.*{chip}', page)
    assert 'href="/projects/?q=signal&amp;country=GB&amp;runtime_max=15"' in page
    assert '<input type="hidden" name="genre" value="drama">' in page


def test_values_that_lead_nowhere_are_disabled(visitor, author):
    publish(author, 1)
    make_project(by=author, title="Elsewhere", published=True, genres=["comedy"])

    page = visitor.get(URL + "?q=elsewhere").content.decode()

    assert re.search(r'value="drama" disabled', page)
    assert not re.search(r'value="comedy" disabled', page)


@pytest.mark.parametrize(
    ("address", "explanation"),
    [
        ("?kind=nonsense", "“Kind” is not known here"),
        ("?genre=drama&genre=%F0%9F%92%A5", "“Genre” is not known here"),
        ("?country=ZZ", "“Country” is not known here"),
        ("?language=" + "x" * 500, "“Language” is not known here"),
        ("?year_min=abc", "whole numbers under “Year”"),
        ("?runtime_max=-5", "whole numbers under “Runtime”"),
        ("?runtime_min=90&runtime_max=10", "they were swapped"),
        ("?sort=random()", "order is not known"),
        ("?page=0", "page is not known"),
        ("?page=-1", "page is not known"),
        ("?page=x", "page is not known"),
        ("?page=99999", "numbers up to 20"),
        ("?page=2", "no page 2"),
        ("?after=1.2.3", None),
        ("?after=abc", "page is not known"),
        ("?sort=title&after=5.%%%", None),
        ("?sort=runtime&after=5.x", "page is not known"),
        ("?after=99999999999999999999", "page is not known"),
        ("?q=" + "word+" * 60, "first 200 characters"),
        ("?" + "&".join(f"genre=g{n}" for n in range(500)), "“Genre” is not known here"),
    ],
)
def test_what_does_not_fit_is_explained_and_never_an_error(visitor, author, address, explanation):
    publish(author, 1)

    response = visitor.get(URL + address)

    assert response.status_code == 200
    if explanation:
        assert explanation in response.content.decode()


def test_a_year_of_many_digits_is_no_error(visitor, author):
    publish(author, 1)

    assert titles(visitor.get(URL + "?year_max=99999&runtime_max=99999")) == ["Signal Box 00"]


def test_an_empty_result_says_how_many_there_are_without_filters(visitor, author):
    publish(author, 3)

    page = visitor.get(URL + "?q=signal&genre=war&country=FR").content.decode()

    assert "<b>Nothing</b> for “signal” with 2 filters" in page
    assert "Show 3 results without filters" in page
    assert 'href="/projects/?q=signal"' in page


def test_a_site_without_projects_says_so(visitor):
    page = visitor.get(URL).content.decode()

    assert "No project has been published here yet." in page
    assert '<ul class="wall">' not in page


def test_drafts_and_hidden_projects_are_not_on_the_wall(visitor, author):
    make_project(by=author, title="Only a draft")
    hidden = make_project(by=author, title="Was shown", published=True)
    actions.hide(project=hidden, by=author)

    for address in ("", "?q=draft", "?q=shown", "?genre=drama"):
        assert titles(visitor.get(URL + address)) == []


def test_htmx_gets_the_part_and_the_address_to_show(visitor, author):
    publish(author, 2)

    response = visitor.get(URL + "?genre=drama&q=&year_min=", headers={"HX-Request": "true"})

    page = response.content.decode()
    assert "<html" not in page
    assert page.lstrip().startswith('<div id="browse">')
    assert response["HX-Push-Url"] == "/projects/?genre=drama"
    assert response["Cache-Control"] == "private, no-store"
    assert "HX-Request" in response["Vary"]
    assert 'hx-swap-oob="innerHTML:#said"' in page


def test_an_unchanged_page_is_not_sent_twice(visitor, author):
    project = publish(author, 2)[0]
    first = visitor.get(URL + "?genre=drama")
    ask = {"If-None-Match": first["ETag"]}

    again = visitor.get(URL + "?genre=drama", headers=ask)
    assert (again.status_code, again.content) == (304, b"")
    assert {"Cookie", "HX-Request"} <= set(first["Vary"].split(", "))
    assert "public" in first["Cache-Control"]
    Project.objects.filter(pk=project.pk).update(title="Renamed")
    actions.changed(project=project)
    assert visitor.get(URL + "?genre=drama", headers=ask).status_code == 200


def test_what_a_signed_in_person_sees_is_not_shared(client, author):
    client.force_login(author)

    assert "private" in client.get(URL)["Cache-Control"]


def test_a_long_list_is_not_counted_to_its_end(visitor, author, monkeypatch):
    from submissions.catalogue import facets

    publish(author, 3)
    for module in (facets, wall):
        monkeypatch.setattr(module, "MOST_COUNTED", 2)

    page = visitor.get(URL).content.decode()

    assert 'More than <b class="num">2</b> projects' in page


def test_no_other_method(visitor):
    for name in ("home", "projects", "project_suggest"):
        assert visitor.post(reverse(name)).status_code == 405


@pytest.mark.parametrize("address", ["", "?q=signal&genre=drama&genre=war", "?q=nothing&kind=film"])
def test_the_page_is_clean_html(visitor, author, address):
    publish(author, 2)

    parser = html5lib.HTMLParser(strict=True)
    page = visitor.get(URL + address).content.decode()
    parser.parse(page)
    assert " style=" not in page
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


# ---------- suggestions ----------


def test_suggestions_name_projects_people_and_festivals(visitor, author):
    from tests.factories import make_festival

    make_project(by=author, title="Gulag Vorkuta", published=True)
    make_festival(name="Vörk Film Days")
    make_festival(name="Vork Secret", is_listed=False)
    make_project(by=author, title="Vorkuta draft")

    page = visitor.get("/projects/suggest?q=vork").content.decode()

    assert "Gulag <mark>Vork</mark>uta" in page
    assert "<mark>Vörk</mark> Film Days" in page
    assert "Secret" not in page
    assert "draft" not in page
    people = visitor.get("/projects/suggest?q=MORG").content.decode()
    assert "Rhys <mark>Morg</mark>an" in people
    assert "Director · 1 project" in people


def test_suggestions_are_eight_at_most_and_start_with_the_first_letter(
    visitor, author, django_assert_num_queries
):
    publish(author, 12)

    with django_assert_num_queries(4):
        page = visitor.get("/projects/suggest?q=s").content.decode()

    assert page.count('role="option"') == 8


@pytest.mark.parametrize("q", ["", "%20", "💥", "%", "'", "x" * 5000, "\\", "<b>"])
def test_suggestions_survive_anything(visitor, author, q):
    publish(author, 1)

    response = visitor.get("/projects/suggest", {"q": q})

    assert response.status_code == 200
    assert "<b>" not in response.content.decode()
