"""Sending a film to a player: by ranges, in small blocks, only as long as the right lasts."""

import time
from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from festival.ui.uploads.ranges import Span, asked_span
from festival.ui.uploads.responses import SANDBOX
from submissions.screeners import films

BLOCK = 256 * 1024
# A player asks for "the rest" and then reads as slowly as the film plays. It gets this much at a
# time and asks again, so that each part is a request of its own with its own look at the right.
MOST_AT_ONCE = 16 * films.MIB
LOOK_EVERY = 30.0  # seconds


def film_response(request, film, *, may_still: Callable[[], bool], is_download: bool = False):
    """Return the film, or the part that the request asks for: 200, 206 or 416.

    `may_still` is asked again and again while the film is sent.
    Where the proxy sends files itself (ACCEL_PREFIX) it also sees to the ranges.
    """
    if settings.ACCEL_PREFIX:
        response = HttpResponse(headers={"X-Accel-Redirect": settings.ACCEL_PREFIX + film.path})
    else:
        response = _own_answer(request, film, may_still)
    if response.status_code != 416:
        response["Content-Type"] = film.media_type
    response["Content-Disposition"] = "inline"
    if is_download:
        response["Content-Disposition"] = content_disposition_header(True, film.name)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = _tag(film)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _own_answer(request, film, may_still):
    size = films.size_of(film.path)
    if size != film.size:
        raise Http404
    span = asked_span(request.headers, size, _tag(film))
    if span is not None and not span.length:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    part = _capped(span, size) if span else Span(0, size)
    if request.method == "HEAD":
        response = HttpResponse(status=206 if span else 200)
    else:
        body = _blocks(film, part, may_still)
        response = StreamingHttpResponse(body, status=206 if span else 200)
    if span:
        response["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    response["Content-Length"] = str(part.length)
    return response


def _capped(span, size) -> Span:
    """Return less of a part that runs to the end of the film; a part with an end is kept whole."""
    if span.stop < size:
        return span
    return Span(span.start, min(span.stop, span.start + MOST_AT_ONCE))


def _blocks(film, part, may_still) -> Iterator[bytes]:
    looked = time.monotonic()
    with films.place_of(film.path).open("rb") as file:
        file.seek(part.start)
        left = part.length
        while left > 0:
            block = file.read(min(BLOCK, left))
            if not block:
                return
            left -= len(block)
            yield block
            if time.monotonic() - looked > LOOK_EVERY:
                if not may_still():
                    return
                looked = time.monotonic()


def _tag(film) -> str:
    return f'"{film.code}-{film.size}"'
