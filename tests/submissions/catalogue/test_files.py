"""Pictures, drawn covers and documents: who gets them, and who may keep them."""

from functools import cache

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from festival.ui.uploads import read_picture, store, variants
from festival.ui.uploads.storage import document_name
from submissions.projects import actions
from submissions.projects.models import Document, Media, Project
from submissions.projects.pictures import card_poster
from tests import factories
from tests.festival.ui import hostile


@cache
def sizes_of(kind, size):
    content = hostile.as_bytes(hostile.picture(*size), "JPEG")
    picture = read_picture(ContentFile(content, name="x.jpg"))
    return picture, variants(picture, kind)


def add_picture(project, *, kind="still", size=(1700, 900)) -> Media:
    picture, made = sizes_of(kind, size)
    store(made, picture.sha256)
    widths = sorted(each.width for each in made if each.ext == "webp")
    return factories.make_media(
        project=project, kind=kind, sha256=picture.sha256, widths=widths,
        width=picture.width, height=picture.height,
    )  # fmt: skip


def add_document(project, *, stored=True) -> Document:
    row = Document.objects.create(
        project=project, kind="script", extension="pdf", media_type="application/pdf",
        sha256="c" * 64, size=4,
    )  # fmt: skip
    if stored:
        default_storage.save(document_name(row.sha256, "pdf"), ContentFile(b"%PDF"))
    return row


@pytest.fixture
def film(filmmaker):
    return factories.make_project(by=filmmaker, title="Understory", published=True)


def get(client, address, **options):
    """Return the answer with its whole body read: that closes the file."""
    response = client.get(address, **options)
    response.body = b"".join(response.streaming_content) if response.streaming else response.content
    return response


def media_url(row, width=960, ext="webp"):
    return reverse("media", args=[row.code, width, ext])


def test_a_public_picture_may_be_kept_by_everybody_for_ever(client, film):
    response = get(client, media_url(add_picture(film)))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.body[:4] == b"RIFF"


def test_a_picture_that_the_browser_has_is_not_sent_again(client, film):
    address = media_url(add_picture(film))
    tag = get(client, address)["ETag"]
    assert get(client, address, headers={"If-None-Match": tag}).status_code == 304


def test_a_picture_costs_one_query(client, film, django_assert_num_queries):
    address = media_url(add_picture(film))
    with django_assert_num_queries(1):
        get(client, address)


def test_a_narrow_picture_stands_in_for_the_sizes_it_does_not_have(client, film):
    poster = add_picture(film, kind="poster", size=(500, 750))
    assert poster.widths == [240, 400, 500]
    for width in (240, 400, 500, 600):
        assert get(client, media_url(poster, width)).status_code == 200, width
    film = actions.changed(project=film)
    for address in card_poster(film)["srcset"].split(", "):
        assert get(client, address.split()[0]).status_code == 200


@pytest.mark.parametrize(("width", "ext"), [(961, "webp"), (99999, "webp"), (0, "jpg")])
def test_a_size_that_no_page_asks_for_is_not_found(client, film, width, ext):
    assert get(client, media_url(add_picture(film), width, ext)).status_code == 404


def test_programs_of_other_sites_get_a_jpeg_and_no_full_size(client, film):
    row = add_picture(film)
    assert get(client, media_url(row, 960, "jpg"))["Content-Type"] == "image/jpeg"
    assert get(client, media_url(row, row.width, "jpg")).status_code == 404


def test_a_picture_whose_file_is_gone_is_not_found(client, film):
    assert get(client, media_url(factories.make_media(project=film))).status_code == 404


def test_pictures_of_a_hidden_project_are_for_its_team_and_never_kept(
    client, client_of, film, filmmaker, second, rival
):
    address = media_url(add_picture(film))
    actions.hide(project=film, by=filmmaker)
    assert get(client, address).status_code == 404
    for user in (second, rival):
        assert get(client_of(user), address).status_code == 404
    response = get(client_of(filmmaker), address)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_a_festival_sees_the_pictures_of_what_it_received(
    client_of, project, category, programmer, rival, juror
):
    address = media_url(add_picture(project))
    assert get(client_of(programmer), address).status_code == 404
    factories.make_submission(project=project, category=category)
    assert get(client_of(programmer), address).status_code == 200
    for user in (rival, juror):
        assert get(client_of(user), address).status_code == 404


def test_the_drawn_cover_is_kept_under_an_address_that_changes_with_its_words(client, film):
    old = card_poster(film)["src"]
    response = get(client, old)
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "UNDERSTORY" in response.content.decode()
    film.credits.update(person=factories.actions.person_named("Ola Berg", by=film.created_by))
    new = card_poster(actions.changed(project=film))["src"]
    assert new != old
    assert get(client, old)["Location"] == new


@pytest.mark.parametrize("kind", ["film", "script", "music", "photo_design"])
def test_the_page_asks_for_the_same_cover_as_the_card(client, filmmaker, kind):
    work = factories.make_project(by=filmmaker, kind=kind, published=True)
    assert card_poster(work)["src"] in get(client, work.get_absolute_url()).content.decode()


def test_the_cover_of_a_hidden_project_is_not_found(client, client_of, film, filmmaker):
    address = card_poster(film)["src"]
    actions.hide(project=film, by=filmmaker)
    assert get(client, address).status_code == 404
    assert get(client_of(filmmaker), address)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("title", ["مدينة بلا نوافذ", "雪の下の駅", "Kelp / 100 % <b>"])
def test_a_cover_has_an_address_whatever_the_title(client, filmmaker, title):
    work = factories.make_project(by=filmmaker, title=title, published=True)
    assert get(client, card_poster(work)["src"]).status_code == 200


def test_a_document_is_a_download_for_the_team_and_the_festival_that_received_it(
    client, client_of, film, category, filmmaker, programmer, second, rival, juror, staff
):
    address = reverse("document", args=[add_document(film).code])
    assert get(client, address).status_code == 302
    assert get(client_of(programmer), address).status_code == 404
    factories.make_submission(project=film, category=category)
    for user in (filmmaker, programmer, staff):
        response = get(client_of(user), address)
        assert response["Content-Disposition"].startswith("attachment;")
        assert response["Cache-Control"] == "private, no-store"
        assert response.body == b"%PDF"
    for user in (second, rival, juror):
        assert get(client_of(user), address).status_code == 404


def test_a_document_comes_in_parts_and_each_part_is_asked_for(client_of, film, filmmaker, second):
    address = reverse("document", args=[add_document(film).code])
    part = get(client_of(filmmaker), address, headers={"Range": "bytes=1-2"})
    assert (part.status_code, part.body, part["Content-Range"]) == (206, b"PD", "bytes 1-2/4")
    assert part["Cache-Control"] == "private, no-store"
    far = get(client_of(filmmaker), address, headers={"Range": "bytes=99-"})
    assert (far.status_code, far["Content-Range"]) == (416, "bytes */4")
    assert get(client_of(second), address, headers={"Range": "bytes=1-2"}).status_code == 404


def test_a_document_whose_file_is_gone_is_not_found(client_of, film, filmmaker):
    address = reverse("document", args=[add_document(film, stored=False).code])
    assert get(client_of(filmmaker), address).status_code == 404


def test_files_only_answer_reading(client, film):
    for address in (media_url(add_picture(film)), card_poster(film)["src"]):
        assert client.post(address).status_code == 405


def test_a_picture_of_no_project_of_ours_is_not_found(client, db):
    assert get(client, "/media/AAAAAAAAAA-960.webp").status_code == 404
    assert Project.objects.count() == 0
