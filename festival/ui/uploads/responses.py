"""Answers that carry a person's file: typed by us, never sniffed, never run."""

import re
import unicodedata
from urllib.parse import quote

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from .ranges import asked_span
from .signatures import extension_of

PICTURE_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
SANDBOX = "default-src 'none'; sandbox"
MAX_NAME = 120


def attachment(request, file, name, media_type, *, etag):
    """Return the open file as a download under that name, whatever characters it has.

    A request for a range gets that part (206), or 416 when the file is shorter; `etag` is any
    short text that names the content. The caller has checked the right to have it.
    """
    tag, size = f'"{etag}"', file.size
    span = asked_span(request.headers, size, tag)
    if span is not None and not span.length:
        file.close()
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    else:
        response = _download(file, span, media_type)
    response["Content-Disposition"] = _disposition(name)
    response["Accept-Ranges"], response["ETag"] = "bytes", tag
    response["Cache-Control"] = "private, no-store"
    return _sealed(response)


def _download(file, span, media_type):
    if span is None:
        return FileResponse(file, content_type=media_type)
    response = FileResponse(_Part(file, span), status=206, content_type=media_type)
    response["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{file.size}"
    response["Content-Length"] = span.length
    return response


class _Part:
    """The bytes of an open file that a span names, to be read once."""

    def __init__(self, file, span):
        file.seek(span.start)
        self.file, self.left, self.close = file, span.length, file.close

    def read(self, size):
        block = self.file.read(min(self.left, size))
        self.left -= len(block)
        return block


def picture_response(request, name, *, etag, is_public=False):
    """Return a stored picture or 304 when the browser has it; raise Http404 when it is gone.

    The caller has checked the right to see it; `etag` is any short text that names the content.
    """
    tag = f'"{etag}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return _cached(HttpResponseNotModified(), tag, is_public)
    try:
        file = default_storage.open(name)
    except FileNotFoundError as error:
        raise Http404("no such file") from error
    response = FileResponse(file, content_type=PICTURE_TYPES[extension_of(name)])
    response["Content-Disposition"] = "inline"
    return _cached(_sealed(response), tag, is_public)


def _sealed(response):
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _cached(response, tag, is_public):
    year = "public, max-age=31536000, immutable"
    response["Cache-Control"] = year if is_public else "private, no-cache"
    response["ETag"] = tag
    return response


def _disposition(name):
    # Control and direction characters can make "exe.fdp" read as a PDF.
    shown = "".join(ch for ch in str(name) if unicodedata.category(ch)[0] != "C")
    shown = re.sub(r'[\\/:*?"<>|]+', "-", shown).strip(" .") or "file"
    stem, dot, ext = shown.rpartition(".")
    shown = f"{stem[:MAX_NAME]}{dot}{ext[:10]}" if dot else shown[:MAX_NAME]
    plain = unicodedata.normalize("NFKD", shown).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._ -]", "", plain).strip(" .") or "file"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(shown, safe='')}"
