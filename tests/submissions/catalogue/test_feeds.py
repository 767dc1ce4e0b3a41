"""The sitemap and the feeds."""

from xml.etree import ElementTree

import pytest

from submissions.catalogue import feeds
from tests.factories import make_call, make_project, make_user

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def addresses(client, path):
    return [row.text for row in read(client, path).iter(f"{MAP}loc")]


def test_the_sitemap_names_every_published_project_once(client, monkeypatch):
    monkeypatch.setattr(feeds, "PER_FILE", 2)
    author = make_user()
    shown = [make_project(by=author, title=f"Kelp {n}", published=True) for n in range(5)]
    make_project(by=author, title="Only a draft")

    files = addresses(client, "/sitemap.xml")
    rows = [
        row
        for file in files[1:]
        for row in addresses(client, file.removeprefix("http://127.0.0.1:8000"))
    ]

    assert len(files) == 4
    assert sorted(rows) == sorted(f"http://127.0.0.1:8000{p.get_absolute_url()}" for p in shown)
    assert "http://127.0.0.1:8000/" in addresses(client, "/sitemap-pages.xml")


def test_the_feed_of_projects_is_the_newest_first_and_escaped(client):
    author = make_user()
    make_project(by=author, title="Kelp", published=True)
    make_project(by=author, title="<b>Salt & Sand</b>", published=True)
    make_project(by=author, title="Only a draft")

    titles = [row.text for row in read(client, "/feeds/projects.atom").iter(f"{ATOM}title")]

    assert titles[1:] == ["<b>Salt & Sand</b>", "Kelp"]


def test_the_feed_of_calls_has_open_ones_only(client):
    call = make_call()
    make_call(closes_in=-1)

    feed = read(client, "/feeds/calls.atom")

    assert [row.text for row in feed.iter(f"{ATOM}title")][1:] == [str(call)]


@pytest.mark.parametrize("path", ["/sitemap-projects-9999999999999999999999.xml"])
def test_an_absurd_place_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_empty_feeds_are_whole(client):
    for path in ("/feeds/projects.atom", "/feeds/calls.atom", "/sitemap.xml", "/sitemap-pages.xml"):
        read(client, path)
