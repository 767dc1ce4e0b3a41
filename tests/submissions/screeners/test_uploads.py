"""Films that arrive in pieces: resumed, refused, full disks, and what is left behind."""

import hashlib
import os
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from submissions.projects.models import Screener
from submissions.screeners import films, uploads
from submissions.screeners.models import FilmFile
from tests import factories

pytestmark = pytest.mark.django_db
MP4 = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41" + b"\0\0\0\x08free" + bytes(range(256)) * 40


@pytest.fixture(autouse=True)
def roomy(settings):
    settings.DISK_RESERVE_GB = 0


@pytest.fixture
def mine(client_of, filmmaker):
    return client_of(filmmaker)


def begin(client, project, size=None, name="kelp.mp4"):
    path = reverse("film_begin", args=[project.code])
    sent = {"name": name, "size": len(MP4) if size is None else size}
    return client.post(path, sent, headers={"accept": "application/json"})


def send(client, url, content, offset=0, sha256=None):
    return client.patch(
        url,
        content,
        content_type="application/offset+octet-stream",
        headers={
            "upload-offset": str(offset),
            "upload-sha256": sha256 or hashlib.sha256(content).hexdigest(),
        },
    )


def on_disk(film) -> bytes:
    return films.place_of(film.path).read_bytes()


def test_a_film_comes_in_pieces_and_becomes_a_screener(mine, project):
    told = begin(mine, project)
    assert told.status_code == 201
    url = told.json()["url"]
    for start in range(0, len(MP4), 1000):
        answer = send(mine, url, MP4[start : start + 1000], start)
        assert answer.status_code == 200
        assert answer["Upload-Offset"] == str(min(start + 1000, len(MP4)))
    assert answer.json()["done"]
    film = FilmFile.objects.get()
    assert on_disk(film) == MP4
    assert film.media_type == "video/mp4"
    screener = project.screeners.get()
    assert (screener.kind, screener.version_label, screener.url) == ("upload", "kelp", "")
    assert film.screener == screener
    assert send(mine, url, b"", len(MP4)).json()["done"]
    assert project.screeners.count() == 1


def test_after_a_reload_the_same_file_goes_on_where_it_was(mine, project):
    url = begin(mine, project).json()["url"]
    send(mine, url, MP4[:4000])
    assert begin(mine, project).json()["offset"] == 4000
    answer = mine.head(url)
    assert answer["Upload-Offset"] == "4000"
    assert begin(mine, project, name="other.mp4").json()["offset"] == 0
    assert send(mine, url, MP4[4000:], 4000).json()["done"]


def test_the_whole_way_also_when_the_server_died_inside_a_piece(mine, project):
    """A killed process leaves bytes that the row does not count, and a lease that runs out."""
    url = begin(mine, project).json()["url"]
    send(mine, url, MP4[:4000])
    film = FilmFile.objects.get()
    films.write(film.path, 4000, b"half a piece")
    FilmFile.objects.update(leased_until=timezone.now() + timedelta(seconds=30))
    assert send(mine, url, MP4[4000:], 4000).status_code == 409
    FilmFile.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert send(mine, url, MP4[4000:], 4000).json()["done"]
    assert on_disk(film) == MP4


def test_a_server_that_died_before_the_last_word_finishes_at_the_next(mine, project):
    url = begin(mine, project).json()["url"]
    film = FilmFile.objects.get()
    films.write(film.path, 0, MP4)
    FilmFile.objects.update(received=len(MP4), media_type="video/mp4")
    assert not mine.get(url).json()["done"]
    assert send(mine, url, b"", len(MP4)).json()["done"]
    assert project.screeners.count() == 1


def test_what_the_disk_has_lost_must_come_again(mine, project):
    url = begin(mine, project).json()["url"]
    send(mine, url, MP4[:4000])
    film = FilmFile.objects.get()
    os.truncate(films.place_of(film.path), 1500)
    answer = send(mine, url, MP4[4000:], 4000)
    assert (answer.status_code, answer.json()["offset"]) == (409, 1500)
    assert send(mine, url, MP4[1500:], 1500).json()["done"]
    assert on_disk(film) == MP4


@pytest.mark.parametrize(
    ("content", "offset", "sha256", "status"),
    [
        (MP4[:100], 1, None, 409),
        (MP4[:100], 99_999, None, 413),
        (MP4 + b"x", 0, None, 413),
        (MP4[:100], 0, "0" * 64, 422),
        (MP4[:100], 0, "", 422),
        (MP4[:100], 0, "ü", 422),
        (b"", 0, None, 422),
        (b"", "", None, 409),
        (MP4[:100], "-1", None, 409),
        (MP4[:100], "1e3", None, 409),
        (b"%PDF-1.7" + b" " * 100, 0, None, 415),
        (b"<html><script>alert(1)</script>", 0, None, 415),
    ],
)
def test_a_piece_that_does_not_fit_is_refused_with_a_sentence(
    mine, project, content, offset, sha256, status
):
    url = begin(mine, project).json()["url"]
    digest = hashlib.sha256(content).hexdigest() if sha256 is None else sha256 or "x"
    answer = send(mine, url, content, offset, digest)
    assert answer.status_code in {status, 422}
    assert answer.json()["error"]
    assert not project.screeners.exists()
    assert FilmFile.objects.filter(received__gt=0).count() == 0
    if status == 415:
        assert not FilmFile.objects.exists()


def test_a_piece_above_8_mib_is_refused_before_it_is_read(mine, project):
    url = begin(mine, project, size=films.GIB).json()["url"]
    answer = send(mine, url, bytes(uploads.MOST_PIECE + 1))
    assert answer.status_code == 413


def test_a_piece_of_8_mib_is_taken_although_no_form_may_be_so_large(mine, project):
    content = MP4 + bytes(uploads.MOST_PIECE - len(MP4))
    url = begin(mine, project, size=len(content) + 1).json()["url"]
    assert send(mine, url, content).json()["offset"] == uploads.MOST_PIECE


@pytest.mark.parametrize("size", [0, -1, "", "many", 10 * films.GIB + 1, "9" * 30])
def test_only_sizes_that_fit_are_begun(mine, project, size):
    answer = begin(mine, project, size=size)
    assert answer.status_code == 413
    assert answer.json()["error"] == "The film must have between one byte and 10.0\xa0GB"


def test_ten_gigabytes_may_come(mine, project):
    assert begin(mine, project, size=10 * films.GIB).status_code == 201


def test_a_person_has_so_much_room_over_all_projects(mine, project, filmmaker, settings):
    settings.SCREENER_PERSON_GB = 1
    other = factories.make_project(by=filmmaker)
    assert begin(mine, project, size=films.GIB - 10).status_code == 201
    answer = begin(mine, other, size=11)
    assert answer.status_code == 413
    assert "Your films take up all of your 1.0\xa0GB" in answer.json()["error"]
    assert begin(mine, other, size=10).status_code == 201


def test_what_must_stay_free_on_the_disk_stays_free(mine, project, settings):
    url = begin(mine, project).json()["url"]
    settings.DISK_RESERVE_GB = 10_000
    answer = begin(mine, project, name="another.mp4")
    assert answer.status_code == 507
    assert answer.json()["error"].startswith("There is no room for more on this site now")
    assert send(mine, url, MP4[:100]).status_code == 507
    settings.DISK_RESERVE_GB = 0
    assert send(mine, url, MP4).json()["done"]


def test_a_full_disk_is_a_sentence(mine, project, media_root):
    """/dev/full is the kernel's own full disk."""
    url = begin(mine, project).json()["url"]
    media_root.mkdir(exist_ok=True)
    FilmFile.objects.update(path="../" * 20 + "dev/full")
    answer = send(mine, url, MP4[:100])
    assert answer.status_code == 507
    film = FilmFile.objects.get()
    assert (film.received, film.leased_until) == (0, None)
    FilmFile.objects.update(path=films.new_path())
    assert send(mine, url, MP4).json()["done"]


@pytest.mark.django_db(transaction=True)
def test_of_two_pieces_at_once_one_is_taken(client_of, filmmaker, project):
    url = begin(client_of(filmmaker), project).json()["url"]
    clients = [client_of(filmmaker) for _each in range(4)]
    start, statuses = Barrier(4), []

    def push(client):
        try:
            start.wait()
            statuses.append(send(client, url, MP4[:4000]).status_code)
        finally:
            connection.close()

    threads = [Thread(target=push, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 409, 409, 409]
    assert FilmFile.objects.get().received == 4000


def test_only_editors_of_the_project_may(mine, project, client_of, second, media_root):
    url = begin(mine, project).json()["url"]
    stranger = client_of(second)
    assert begin(stranger, project).status_code == 404
    for answer in (stranger.get(url), send(stranger, url, MP4)):
        assert answer.status_code == 404
    viewer = factories.make_user()
    factories.make_team_member(project=project, user=viewer, role="viewer")
    assert begin(client_of(viewer), project).status_code == 403
    assert send(client_of(viewer), url, MP4).status_code == 403
    project.team.filter(user=project.created_by).update(role="viewer")
    assert send(mine, url, MP4).status_code == 403
    assert not (media_root / films.FOLDER).exists()


def test_an_upload_can_be_given_up(mine, project):
    url = begin(mine, project).json()["url"]
    send(mine, url, MP4[:4000])
    film = FilmFile.objects.get()
    assert mine.post(url + "discard/").status_code == 302
    assert not FilmFile.objects.exists()
    assert not films.place_of(film.path).exists()
    assert mine.get(url).status_code == 404


def test_giving_up_never_takes_a_film_that_is_whole(mine, project):
    url = begin(mine, project).json()["url"]
    send(mine, url, MP4)
    mine.post(url + "discard/")
    assert FilmFile.objects.exists()


def test_what_nobody_goes_on_with_is_cleaned_after_a_week(mine, project):
    url = begin(mine, project).json()["url"]
    send(mine, url, MP4[:4000])
    film = FilmFile.objects.get()
    FilmFile.objects.update(touched_at=timezone.now() - timedelta(days=6, hours=23))
    assert uploads.tidy() == 0
    FilmFile.objects.update(touched_at=timezone.now() - timedelta(days=7, seconds=1))
    assert uploads.tidy() == 1
    assert not films.place_of(film.path).exists()


def test_a_film_whose_row_was_removed_leaves_the_disk(mine, project):
    url = begin(mine, project).json()["url"]
    send(mine, url, MP4)
    place = films.place_of(FilmFile.objects.get().path)
    Screener.objects.all().delete()
    assert uploads.tidy() == 0
    hour_ago = timezone.now().timestamp() - 3601
    os.utime(place, (hour_ago, hour_ago))
    assert uploads.tidy() == 1
    assert not place.exists()


def test_without_script_a_small_film_comes_in_one_form(mine, project):
    path = reverse("film_begin", args=[project.code])
    answer = mine.post(path, {"film": SimpleUploadedFile("kelp.mov", MP4)}, follow=True)
    assert "The film is here" in answer.content.decode()
    assert on_disk(FilmFile.objects.get()) == MP4


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose the film first"),
        ({"film": SimpleUploadedFile("a.mp4", b"")}, "Choose the film first|up to 20 MB"),
        ({"film": SimpleUploadedFile("a.mp4", b"MZ" * 40)}, "not a film that we know"),
    ],
)
def test_without_script_a_refusal_is_a_sentence(mine, project, sent, sentence):
    path = reverse("film_begin", args=[project.code])
    answer = mine.post(path, sent, follow=True)
    assert any(each in answer.content.decode() for each in sentence.split("|"))
    assert not FilmFile.objects.exists()


def test_without_script_a_large_film_is_refused_with_a_sentence(project, filmmaker):
    """What CappedUpload hands over in place of a file above its cap."""
    large = UploadedFile(ContentFile(b""), "a.mp4", "video/mp4", 21 * films.MIB)
    with pytest.raises(uploads.NotTaken, match="up to 20 MB"):
        uploads.take_whole(project=project, by=filmmaker, file=large)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (MP4, "video/mp4"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0", "video/quicktime"),
        (b"\0\0\x01\0moov", "video/quicktime"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm", "video/webm"),
        (b"\x1aE\xdf\xa3\xa3B\x86\x81\x01B\x82\x88matroska", "video/x-matroska"),
        (b"\0\0\0\x18ftypheic", ""), (b"\0\0\0\x18ftypavif", ""), (b"\x1aE\xdf\xa3" * 9, ""),
        (b"", ""), (b"ftyp", ""), (b"GIF89a", ""), (b"PK\x03\x04", ""), (b"\0\0\0\0moov", ""),
        (b"#!/bin/sh", ""), (b"RIFF\0\0\0\0AVI ", ""),
    ],
)  # fmt: skip
def test_what_a_film_is_shows_its_first_bytes(start, kind):
    assert films.type_of(start) == kind


def test_no_name_of_a_sender_reaches_the_disk(mine, project):
    begin(mine, project, name="../../etc/passwd\r\n\u202e<b>.mp4")
    film = FilmFile.objects.get()
    assert film.name == "passwd<b>.mp4"
    assert set(film.path) <= set("screeners/0123456789abcdef")
