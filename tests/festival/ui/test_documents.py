"""Scripts, press kits and subtitles: what is taken and what is left out."""

import hashlib

import pytest
from django.core.files.base import ContentFile

from festival.ui.uploads import BadUpload, read_document

PDF = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\n0000000000 65535 f \n"
    b"trailer<</Size 1/Root 1 0 R>>\nstartxref\n42\n%%EOF\n"
)
SRT = "1\n00:00:01,000 --> 00:00:02,500\nGuten Tag\n\n2\n00:00:03,000 --> 00:00:04,000\nÄpfel\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:02.500 align:start\nGuten Tag\n"


def read(content, name, kind):
    content = content.encode() if isinstance(content, str) else content
    return read_document(ContentFile(content, name=name), kind)


def refusal(content, name, kind):
    with pytest.raises(BadUpload) as caught:
        read(content, name, kind)
    return caught.value.messages[0]


def test_a_pdf_is_kept_as_it_is():
    found = read(PDF, "Script.PDF", "pdf")
    assert (found.ext, found.media_type, found.size) == ("pdf", "application/pdf", len(PDF))
    assert found.file.read() == PDF
    assert found.sha256 == hashlib.sha256(PDF).hexdigest()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"%", "not a PDF"),
        ("a.pdf", b"<html>%PDF-1.4", "not a PDF"),
        ("a.pdf", b"PK\x03\x04" + PDF, "not a PDF"),
        ("a.doc", PDF, ".pdf"),
        ("a.pdf", PDF[:60], "cut off"),
        ("a.pdf", b"%PDF-x" + PDF[8:], "cut off"),
        ("a.pdf", PDF.replace(b"/Root", b"/Encrypt 9 0 R/Root"), "password"),
        ("a.pdf", PDF + bytes(21 * 1024 * 1024), "20.0"),
    ],
)
def test_a_file_that_is_no_whole_open_pdf_is_refused(name, content, words):
    assert words in refusal(content, name, "pdf")


@pytest.mark.parametrize("name", ["a.srt", "A.SRT"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_subtitles_are_stored_as_utf_8_whatever_they_came_in(name, encoding, line_end):
    found = read(SRT.replace("\n", line_end).encode(encoding), name, "subtitles")
    assert found.media_type == "application/x-subrip"
    assert found.file.read().decode() == SRT
    assert found.size == len(SRT.encode())


def test_webvtt_loses_its_header_and_notes_and_keeps_its_cues():
    secret = "Zyxwv-Canary"
    text = (
        f"WEBVTT - {secret}\nKind: captions\n\nNOTE by {secret}\nmore {secret}\n\n"
        "STYLE\n::cue { color: lime }\n\nfirst\n00:01.000 --> 00:02.500 align:start\nGuten Tag\n"
    )
    found = read(text, "a.vtt", "subtitles")
    kept = found.file.read().decode()
    assert found.media_type == "text/vtt"
    assert secret not in kept
    assert kept.startswith("WEBVTT\n\nSTYLE\n")
    assert kept.endswith("first\n00:01.000 --> 00:02.500 align:start\nGuten Tag\n")
    assert read(kept, "a.vtt", "subtitles").file.read().decode() == kept


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.txt", SRT, ".srt"),
        ("a.srt", "", "empty"),
        ("a.srt", "\n\n \n", "no line has"),
        ("a.srt", "<html><script>alert(1)</script>", "Line 1"),
        ("a.srt", "1\n00:00:05,000 --> 00:00:02,000\nBack\n", "Line 2 ends before"),
        ("a.srt", "1\n00:00:05 -> 00:00:09\nNo arrow\n", "Line 1"),
        ("a.srt", SRT + "\n3\n00:xx:05,000 --> 00:00:09,000\nBad\n", "Line 9"),
        ("a.srt", SRT + "x" * 1001, "longer than 1000"),
        ("a.srt", SRT.replace("Tag", "T\0g"), "Line 3"),
        ("a.srt", "\x89PNG\r\n\x1a\n", "not text"),
        ("a.vtt", SRT, "WEBVTT"),
        ("a.vtt", "WEBVTT\n", "no line has"),
        ("a.vtt", "WEBVTT\n\nNOTE nothing else\n", "no line has"),
        ("a.srt", SRT * 30_000, "2.0"),
        ("a.srt", "1\n0:0:01,0 --> 0:0:02,0\n\n" * 20_001, "20000"),
    ],
)
def test_a_file_that_is_no_subtitle_file_is_refused_with_its_line(name, text, words):
    assert words in refusal(text, name, "subtitles").replace("\xa0", " ")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xef\xbb\xbf\xff\xff"])
def test_broken_encodings_are_refused_or_read(content):
    assert refusal(content, "a.srt", "subtitles")


def test_a_blank_line_inside_a_subtitle_is_allowed():
    text = SRT + "\nsecond half\n"
    assert read(text, "a.srt", "subtitles").file.read().decode() == text
