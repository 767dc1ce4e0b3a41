"""Scripts, press kits and subtitles: checked for structure, never rendered by us."""

import hashlib
import re
from dataclasses import dataclass

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _

from .signatures import MIB, BadUpload, extension_of, kind_of, read_bounded, require_extension
from .subtitles import cues_of

MAX_BYTES = {"pdf": 20 * MIB, "subtitles": 2 * MIB}
PDF_START = re.compile(rb"%PDF-[12]\.\d")
PDF_LOCKED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")


@dataclass(frozen=True)
class Document:
    """An accepted document: `sha256` and `size` (bytes) are those of `file`, which is stored."""

    file: File
    ext: str
    media_type: str
    sha256: str
    size: int


def read_document(file, kind):
    """Return the Document in an upload; `kind` is "pdf" or "subtitles"; BadUpload otherwise."""
    content = read_bounded(file, MAX_BYTES[kind])
    return _pdf(file, content) if kind == "pdf" else _subtitles(file, content)


def _pdf(file, content):
    if kind_of(content[:32]) != "PDF":
        raise BadUpload(_("This file is not a PDF. Export the document as PDF and send that."))
    require_extension(file.name, "PDF")
    tail = content[-2048:]
    if not PDF_START.match(content) or b"%%EOF" not in tail or b"startxref" not in tail:
        raise BadUpload(_("The PDF is damaged or cut off. Export it again and send the new file."))
    if PDF_LOCKED.search(content):
        raise BadUpload(_("The PDF asks for a password or limits its use. Send it unlocked."))
    return _document(content, "pdf", "application/pdf")


def _subtitles(file, content):
    ext = extension_of(file.name)
    if ext not in ("srt", "vtt"):
        raise BadUpload(_("Send subtitles as SRT or WebVTT, in a file named .srt or .vtt."))
    text = cues_of(content, ext)
    media_type = "text/vtt" if ext == "vtt" else "application/x-subrip"
    return _document(text.encode(), ext, media_type)


def _document(content, ext, media_type):
    digest = hashlib.sha256(content).hexdigest()
    file = ContentFile(content, name=f"{digest}.{ext}")
    return Document(file, ext, media_type, digest, len(content))
