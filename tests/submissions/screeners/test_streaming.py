"""The film itself on its way to a player: parts, headers, and an end when the right ends."""

import pytest
from django.urls import reverse

from submissions.projects.models import Screener
from submissions.screeners import actions, films, streaming
from submissions.screeners.models import FilmFile
from tests import factories
from tests.factories import FILM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


def address(film):
    return reverse("film", args=[film.code])


def body(answer) -> bytes:
    return answer.getvalue()


def test_the_whole_film_comes_inline_and_armed(film, client_of, filmmaker):
    answer = client_of(filmmaker).get(address(film))
    assert answer.status_code == 200
    assert body(answer) == FILM
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Content-Length"] == str(len(FILM))
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Disposition"] == "inline"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-0", 0, 1), ("bytes=0-99", 0, 100), ("bytes=100-", 100, None),
        ("bytes=-10", -10, None), ("bytes=10-999999", 10, None), ("bytes=0-", 0, None),
        (f"bytes={len(FILM) - 1}-", -1, None),
    ],
)  # fmt: skip
def test_a_part_comes_as_it_is_asked_for(film, client_of, filmmaker, asked, start, stop):
    answer = client_of(filmmaker).get(address(film), headers={"range": asked})
    part = FILM[start:stop]
    first = start % len(FILM)
    assert answer.status_code == 206
    assert body(answer) == part
    said = f"bytes {first}-{first + len(part) - 1}/{len(FILM)}"
    assert answer.headers["Content-Range"] == said
    assert answer.headers["Content-Length"] == str(len(part))


@pytest.mark.parametrize("asked", ["bytes=99999-", f"bytes={len(FILM)}-99999", "bytes=-0"])
def test_a_part_that_is_not_there_is_416(film, client_of, filmmaker, asked):
    answer = client_of(filmmaker).get(address(film), headers={"range": asked})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(FILM)}"
    assert body(answer) == b""


@pytest.mark.parametrize("asked", ["bytes=9-1", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "x"])
def test_a_range_that_cannot_be_read_is_the_whole_film(film, client_of, filmmaker, asked):
    answer = client_of(filmmaker).get(address(film), headers={"range": asked})
    assert (answer.status_code, body(answer)) == (200, FILM)


def test_if_range_keeps_parts_of_two_films_apart(film, client_of, filmmaker):
    client = client_of(filmmaker)
    tag = client.head(address(film)).headers["ETag"]
    same = client.get(address(film), headers={"range": "bytes=5-9", "if-range": tag})
    other = client.get(address(film), headers={"range": "bytes=5-9", "if-range": '"other"'})
    assert (same.status_code, other.status_code) == (206, 200)
    body(same), body(other)


def test_head_says_the_same_without_the_film(film, client_of, filmmaker):
    client = client_of(filmmaker)
    answer = client.head(address(film), headers={"range": "bytes=5-9"})
    assert (answer.status_code, body(answer)) == (206, b"")
    assert answer.headers["Content-Length"] == "5"
    assert client.head(address(film)).headers["Content-Length"] == str(len(FILM))


def test_an_open_end_comes_in_pieces(project, client_of, filmmaker, monkeypatch):
    """So a player that reads as slowly as the film plays does not keep a thread of the server."""
    monkeypatch.setattr(streaming, "MOST_AT_ONCE", 1000)
    film = factories.make_film(project=project)
    answer = client_of(filmmaker).get(address(film), headers={"range": "bytes=100-"})
    assert body(answer) == FILM[100:1100]
    assert answer.headers["Content-Range"] == f"bytes 100-1099/{len(FILM)}"


def test_a_running_film_stops_when_the_right_is_lost(
    entry, film, client_of, programmer, monkeypatch
):
    monkeypatch.setattr(streaming, "BLOCK", 1000)
    monkeypatch.setattr(streaming, "LOOK_EVERY", -1.0)
    answer = client_of(programmer).get(address(film))
    blocks = iter(answer.streaming_content)
    assert next(blocks) == FILM[:1000]
    assert next(blocks) == FILM[1000:2000]
    actions.close(project=entry.project, code=entry.code, by=entry.submitted_by)
    assert list(blocks) == []
    answer.close()


def test_memory_stays_flat(film, client_of, filmmaker):
    place = films.place_of(film.path)
    size = 64 * films.MIB
    with place.open("r+b") as file:
        file.truncate(size)
    FilmFile.objects.update(size=size, received=size)
    answer = client_of(filmmaker).get(address(film))
    lengths = {len(block) for block in answer.streaming_content}
    assert max(lengths) <= streaming.BLOCK
    answer.close()


def test_a_film_that_the_disk_has_lost_is_not_there(film, client_of, filmmaker):
    films.delete(film.path)
    assert client_of(filmmaker).get(address(film)).status_code == 404


def test_a_proxy_may_send_the_film(film, client_of, filmmaker, settings):
    settings.ACCEL_PREFIX = "/inner/"
    answer = client_of(filmmaker).get(address(film), headers={"range": "bytes=5-9"})
    assert answer.headers["X-Accel-Redirect"] == f"/inner/{film.path}"
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.content == b""
    assert film.path not in client_of(filmmaker).get(address(film)).content.decode()


def test_a_download_only_where_the_filmmaker_allows_it(film, client_of, filmmaker):
    client = client_of(filmmaker)
    answer = client.get(address(film) + "?save")
    assert answer.headers["Content-Disposition"] == "inline"
    body(answer)
    Screener.objects.update(download_allowed=True)
    answer = client.get(address(film) + "?save")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="film.mp4"'
    body(answer)
