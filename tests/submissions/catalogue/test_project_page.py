"""The public page of a project: what it shows, to whom, in how many queries."""

import copy
import gzip
import re

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from festival.ui.fields import new_code
from submissions.projects import actions
from submissions.projects.models import Project
from tests import factories


@pytest.fixture
def film(filmmaker):
    """Return a published film with something in every section."""
    film = factories.make_project(by=filmmaker, title="Gulag Vorkuta")
    Project.objects.filter(pk=film.pk).update(
        title_original="Воркута", title_original_language="ru", genres=["drama", "romance"],
        genres_free=["Gulag"], keywords=["love"], advisories=["violence"], age_advice="16",
        website="https://vorkuta.example/", first_time_filmmaker="no", press_downloads=True,
        visibility={"budget": "public", "budget_band": "public"},
    )  # fmt: skip
    film.specs.runtime, film.specs.completion_date = 5900, "2016-09-05"
    film.specs.shooting_formats, film.specs.captions = ["digital_hd"], "yes"
    film.specs.save()
    film.budget.total, film.budget.currency, film.budget.band = 240000, "USD", "micro"
    film.budget.save()
    film.trailer.url, film.trailer.duration = "https://vimeo.com/123456789", 124
    film.trailer.save()
    add_children(film, 1)
    return actions.publish(project=film, by=filmmaker)


def add_children(film, number):
    """Add so many rows of each kind."""
    first = film.credits.count()
    if number == 0:
        return
    rows = [
        factories.make_credit(
            project=film, name=f"Name {first}", role="key_cast", character="Anastasia",
            prior_credits="Gulag Barashevo (2015)", bio="A painter.", statement="Why I made it.",
        ),
        factories.make_screening(project=film, award="Best debut"),
        factories.make_right(project=film, party="Celtic-Films", party_kind="distributor"),
        factories.make_press(project=film, title="Snow", url="https://post.example/", quote="Cold"),
        factories.make_reference(project=film, value=f"tt{first:07}"),
        factories.make_media(project=film, caption="The way out", credit_line="V. Films"),
        factories.make_budget_line(project=film),
    ]  # fmt: skip
    for row in rows:
        type(row)._default_manager.bulk_create(copies_of(row, number - 1))


def copies_of(row, number):
    """Return unsaved copies that differ in what must be unique."""
    for i in range(number):
        twin = copy.copy(row)
        twin.pk = None
        if hasattr(row, "code"):
            twin.code = new_code()
        if hasattr(row, "scheme"):
            twin.value = f"{row.value}{i:03}"
        yield twin


def text_of(response) -> str:
    return response.content.decode()


def test_a_visitor_reads_every_part_of_the_record(client, film):
    page = text_of(client.get(film.get_absolute_url()))
    for fact in (
        "Gulag Vorkuta", "Воркута", "1 h 38 min 20 s", "5 September 2016", "Digital HD",
        "Drama", "Gulag", "Violence", "From 16", "2,400", "Anastasia", "Gulag Barashevo (2015)",
        "Best debut", "Celtic-Films", "Worldwide", "All rights", "A painter.", "Why I made it.",
        "Snow", "Cold", "The way out", "V. Films", "vorkuta.example", "2 min 4 s",
        "Captions for the hard of hearing",
    ):  # fmt: skip
        assert fact in page, fact


def test_what_is_not_stated_stands_in_one_line_and_nowhere_else(client, film):
    page = text_of(client.get(film.get_absolute_url()))
    line = re.search(r"Not stated by the filmmaker: ([^<]*)\.</p>", page)[1]
    assert "aspect ratio" in line
    assert "film colour" in line
    assert "first-time filmmaker" not in line
    assert "Aspect ratio" not in page


def test_an_empty_project_has_a_page_without_an_empty_label(client, filmmaker):
    bare = factories.make_project(by=filmmaker, title="Bare", complete=False, published=True)
    page = text_of(client.get(bare.get_absolute_url()))
    assert "<h1" in page
    assert "<h2" not in re.search(r"<main.*</main>", page, re.S)[0]
    assert "<dt>" not in page


@pytest.mark.parametrize(
    ("kind", "words"),
    [("film", "Directed by"), ("script", "Written by"), ("music", "Music by"),
     ("photo_design", "By "), ("immersive", "Directed by"), ("series", "Directed by")],
)  # fmt: skip
def test_each_kind_of_work_has_its_form(client, filmmaker, kind, words):
    work = factories.make_project(by=filmmaker, kind=kind, title="Kengir", published=True)
    page = text_of(client.get(work.get_absolute_url()))
    assert words in page
    assert ('class="wrap cover"' in page) == (kind == "script")
    assert ("screen hero" in page) == (kind != "script")


def test_a_stranger_does_not_find_what_is_hidden(client, client_of, film, second, filmmaker):
    actions.hide(project=film, by=filmmaker)
    for address in (film.get_absolute_url(), reverse("project_jsonld", args=[film.slug])):
        assert client.get(address).status_code == 404
        assert client_of(second).get(address).status_code == 404


def test_its_team_sees_a_draft_and_is_told_that_nobody_else_does(client_of, project, filmmaker):
    page = text_of(client_of(filmmaker).get(project.get_absolute_url()))
    assert "Not public" in page
    assert 'name="robots" content="noindex"' in page


def test_visitors_are_told_nothing_of_the_team(client, client_of, film, second):
    for each in (client, client_of(second)):
        assert "as its team does" not in text_of(each.get(film.get_absolute_url()))


def test_only_the_festival_that_received_it_reads_what_is_for_festivals(
    client, client_of, film, call, second, programmer, rival, juror, filmmaker, staff
):
    film.specs.resolution = "1998x1080"
    film.specs.save()
    film.credits.update(contact_email="ottilie@canary.example")
    category = factories.make_category(call=call, kinds=["film"], runtime_max=None)
    factories.make_submission(project=film, category=category)
    address = film.get_absolute_url()
    for user in (second, rival, juror):
        assert "1998" not in text_of(client_of(user).get(address)), user
    assert "1998" not in text_of(client.get(address))
    for user in (programmer, filmmaker, staff):
        assert "1998" in text_of(client_of(user).get(address)), user
    assert "ottilie@canary.example" in text_of(client_of(filmmaker).get(address))
    assert "ottilie@canary.example" not in text_of(client_of(programmer).get(address))


def test_a_former_address_redirects_for_good(client, film):
    old = film.slug
    Project.objects.filter(pk=film.pk).update(title="Another name")
    moved = actions.changed(project=film)
    response = client.get(reverse("project", args=[old]))
    assert (response.status_code, response["Location"]) == (301, moved.get_absolute_url())
    response = client.get(reverse("project_jsonld", args=[old]))
    assert response["Location"] == reverse("project_jsonld", args=[moved.slug])


def test_a_former_address_of_a_hidden_project_says_nothing(client, film, filmmaker):
    old = film.slug
    Project.objects.filter(pk=film.pk).update(title="Another name")
    actions.hide(project=actions.changed(project=film), by=filmmaker)
    assert client.get(reverse("project", args=[old])).status_code == 404


@pytest.mark.parametrize("slug", ["nobody", "a'b", "%F0%9F%8E%AC", "x" * 3000])
def test_an_unknown_address_is_not_found(client, db, slug):
    assert client.get(f"/projects/{slug}/").status_code == 404


def test_the_page_only_answers_reading(client, film):
    assert client.post(film.get_absolute_url()).status_code == 405


@pytest.mark.parametrize("number", [0, 2, 299])
def test_seven_queries_however_many_rows(client, film, django_assert_num_queries, number):
    add_children(film, number)
    with django_assert_num_queries(7):
        client.get(film.get_absolute_url())


@pytest.mark.parametrize("number", [0, 2])
def test_one_more_query_when_the_budget_lines_are_public(
    client, film, django_assert_num_queries, number
):
    add_children(film, number)
    Project.objects.filter(pk=film.pk).update(visibility={"budget_lines": "public"})
    with django_assert_num_queries(8):
        page = text_of(client.get(film.get_absolute_url()))
    assert "Crew" in page


def test_the_team_has_a_fixed_number_of_queries_too(client_of, film, filmmaker):
    client, counts = client_of(filmmaker), []
    for number in (0, 2):
        add_children(film, number)
        with CaptureQueriesContext(connection) as queries:
            client.get(film.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15


def test_the_page_weighs_less_than_nine_kilobytes(client, film):
    assert len(gzip.compress(client.get(film.get_absolute_url()).content)) < 9_000


def test_the_markup_is_strictly_valid(client, client_of, film, filmmaker):
    factories.make_press(project=film, title="</script><b>x", quote='"&<')
    script = factories.make_project(by=filmmaker, kind="script", published=True)
    for each in (client, client_of(filmmaker)):
        for work in (film, script):
            page = text_of(each.get(work.get_absolute_url()))
            html5lib.HTMLParser(strict=True).parse(page)


def test_every_picture_keeps_its_place(client, film):
    pictures = re.findall(r"<img [^>]*>", text_of(client.get(film.get_absolute_url())))
    assert len(pictures) > 3
    for picture in pictures:
        assert re.search(r' width="\d+" height="\d+"', picture), picture


def test_links_to_other_sites_give_nothing_away(client, film):
    page = text_of(client.get(film.get_absolute_url()))
    foreign = [link for link in re.findall(r"<a [^>]*>", page) if 'href="http' in link]
    assert len(foreign) >= 4
    for link in foreign:
        assert 'rel="noopener noreferrer nofollow"' in link, link


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example/x"])
def test_an_address_that_runs_code_is_never_a_link(client, film, url):
    Project.objects.filter(pk=film.pk).update(website=url)
    film.press.update(url=url)
    film.screenings.update(proof=url)
    film.references.update(value=url, scheme="other")
    film.trailer.url = url
    film.trailer.save()
    page = text_of(client.get(film.get_absolute_url()))
    assert f'href="{url}' not in page
    assert 'id="trailer"' not in page


def test_nothing_foreign_loads_before_a_press(client, film):
    response = client.get(film.get_absolute_url())
    page = text_of(response)
    assert not re.search(r'(src|srcset)="https?://', page)
    assert 'href="https://vimeo.com/123456789"' in page
    assert 'data-facade="https://player.vimeo.com/video/123456789' in page
    policy = response["Content-Security-Policy"]
    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com" in policy
    assert "unsafe" not in policy


def test_a_trailer_on_an_unlisted_host_is_a_plain_link(client, film):
    film.trailer.url = "https://vimeo.com.evil.example/123456789"
    film.trailer.save()
    page = text_of(client.get(film.get_absolute_url()))
    assert "data-facade" not in page
    assert "Opens vimeo.com.evil.example." in page


def test_what_people_typed_is_text_and_not_markup(client, film):
    Project.objects.filter(pk=film.pk).update(
        title="<script>alert(1)</script>", logline="</script><img src=x onerror=alert(1)>",
        synopsis="<b>bold</b>",
    )  # fmt: skip
    page = text_of(client.get(film.get_absolute_url()))
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>bold" not in page


def test_search_engines_and_friends_get_address_words_and_picture(client, film, settings):
    page = text_of(client.get(f"{film.get_absolute_url()}?utm_source=x"))
    address = f"{settings.SITE_URL}{film.get_absolute_url()}"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta property="og:url" content="{address}">' in page
    assert '<meta property="og:type" content="video.movie">' in page
    assert re.search(rf'og:image" content="{settings.SITE_URL}/media/\w+-960.jpg"', page)


def test_a_long_roll_is_folded_after_its_key_people(client, film):
    for i in range(30):
        factories.make_credit(project=film, name=f"Extra {i}", role="extra")
    page = text_of(client.get(film.get_absolute_url()))
    assert "30 more credits" in page
    assert page.index("Rhys Morgan") < page.index("30 more credits") < page.index("Extra 29")


def test_budget_lines_that_do_not_reach_the_total_leave_a_rest(client, film):
    Project.objects.filter(pk=film.pk).update(
        visibility={"budget": "public", "budget_lines": "public"}
    )
    factories.make_budget_line(project=film, amount=60000, category="cast", payment="deferred")
    page = text_of(client.get(film.get_absolute_url()))
    assert "Unallocated: 1,790\xa0USD" in page


def test_a_budget_for_festivals_is_not_on_the_public_page(client, film):
    Project.objects.filter(pk=film.pk).update(visibility={})
    page = text_of(client.get(film.get_absolute_url()))
    assert 'id="budget"' not in page
    assert "2,400" not in page


def test_a_credit_that_all_stills_share_stands_once(client, film):
    factories.make_media(project=film, credit_line="V. Films")
    page = text_of(client.get(film.get_absolute_url()))
    assert page.count("V. Films") == 1
    factories.make_media(project=film, credit_line="Ola Berg")
    page = text_of(client.get(film.get_absolute_url()))
    assert (page.count("V. Films"), page.count("Ola Berg")) == (2, 1)
