"""How a file leaves: as a download or a typed picture, never as a page."""

from urllib.parse import unquote

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.test import RequestFactory

from festival.ui.uploads import attachment, picture_response

pytestmark = pytest.mark.django_db


def sent(content=b"x", name="x.pdf", **headers):
    request = RequestFactory().get("/", headers=headers)
    return attachment(request, ContentFile(content), name, "application/pdf", etag="abc")


def disposition(name):
    return sent(name=name)["Content-Disposition"]


def test_a_document_is_a_download_that_nobody_renders_or_keeps():
    response = sent(b"%PDF-", "Drehbuch Ü.pdf")
    assert response["Content-Disposition"] == (
        "attachment; filename=\"Drehbuch U.pdf\"; filename*=UTF-8''Drehbuch%20%C3%9C.pdf"
    )
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"
    assert b"".join(response.streaming_content) == b"%PDF-"


@pytest.mark.parametrize(
    "name",
    [
        'a"b.pdf',
        "a\r\nSet-Cookie: x=1.pdf",
        "../../etc/passwd",
        "a\\b\0.pdf",
        "a%0d;.pdf",
        "",
        "…",
    ],
)
def test_no_name_breaks_out_of_the_header(name):
    header = disposition(name)
    plain = header.split('filename="')[1].split('"')[0]
    coded = header.split("filename*=UTF-8''")[1]
    assert "\r" not in header
    assert "\n" not in header
    assert header.count('"') == 2
    assert plain
    assert not set("/\\\0;%") & set(plain)
    assert not set('/\\\0\r\n"') & set(unquote(coded))


def test_direction_marks_cannot_turn_an_extension_round():
    assert "\u202e" not in unquote(disposition("invoice\u202efdp.exe"))


@pytest.mark.parametrize("name", ["雪.pdf", "مدينة.pdf", "x" * 500 + ".pdf"])
def test_names_of_any_script_and_length_are_downloads_with_their_extension(name):
    header = disposition(name)
    assert unquote(header).endswith(".pdf")
    assert len(header) < 1_500


@pytest.mark.parametrize(
    ("asked", "span", "part"),
    [
        ("bytes=0-3", "bytes 0-3/10", b"0123"),
        ("bytes=4-", "bytes 4-9/10", b"456789"),
        ("bytes=-3", "bytes 7-9/10", b"789"),
        ("bytes=-99", "bytes 0-9/10", b"0123456789"),
        ("bytes=9-99", "bytes 9-9/10", b"9"),
    ],
)
def test_a_part_is_sent_to_who_asks_for_a_part(asked, span, part):
    response = sent(b"0123456789", range=asked)
    assert response.status_code == 206
    assert response["Content-Range"] == span
    assert response["Content-Length"] == str(len(part))
    assert response.getvalue() == part
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(asked):
    response = sent(b"0123456789", range=asked)
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */10"
    assert response.content == b""


@pytest.mark.parametrize(
    "asked", ["bytes=-", "bytes=3-1", "bytes=0-1,4-5", "lines=0-1", "bytes=a-b", "bytes=٣-٤", ""]
)
def test_what_is_no_single_range_gets_the_whole_file(asked):
    response = sent(b"0123456789", range=asked)
    assert response.status_code == 200
    assert response["Accept-Ranges"] == "bytes"
    assert response.getvalue() == b"0123456789"


def test_a_part_of_another_content_is_not_joined_to_what_the_reader_has():
    assert sent(b"0123456789", range="bytes=4-", if_range='"abc"').status_code == 206
    assert sent(b"0123456789", range="bytes=4-", if_range='"old"').status_code == 200


def test_a_stored_picture_has_its_type_and_a_sandbox(rf):
    name = default_storage.save("pictures/aa/x/240.webp", ContentFile(b"RIFF"))
    response = picture_response(rf.get("/"), name, etag="x-240", is_public=True)
    assert response["Content-Type"] == "image/webp"
    assert response["ETag"] == '"x-240"'
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert b"".join(response.streaming_content) == b"RIFF"
    response.close()


def test_a_private_picture_is_asked_for_again_each_time(rf):
    name = default_storage.save("pictures/aa/x/400.jpg", ContentFile(b"\xff\xd8"))
    response = picture_response(rf.get("/"), name, etag="x-400")
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Content-Type"] == "image/jpeg"
    response.close()


@pytest.mark.parametrize("header", ['"x-240"', 'W/"y", "x-240"'])
def test_a_browser_that_has_the_picture_gets_no_bytes(rf, header):
    request = rf.get("/", HTTP_IF_NONE_MATCH=header)
    response = picture_response(request, "pictures/none.webp", etag="x-240", is_public=True)
    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == '"x-240"'


def test_a_picture_that_is_gone_is_not_found(rf):
    with pytest.raises(Http404):
        picture_response(rf.get("/"), "pictures/none.webp", etag="z")
