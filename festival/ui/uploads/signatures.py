"""What a file is by its first bytes, and the refusal that a filmmaker reads."""

from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

MIB = 1024 * 1024

# (kind, offset, bytes): the first match counts, so WebP stands before any other RIFF file.
SIGNATURES = [
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("WebP", 8, b"WEBP"),
    ("PDF", 0, b"%PDF-"),
    ("GIF", 0, b"GIF8"),
    ("TIFF", 0, b"II*\x00"),
    ("TIFF", 0, b"MM\x00*"),
    ("BMP", 0, b"BM"),
    ("HEIC", 4, b"ftyp"),
    ("ZIP", 0, b"PK\x03\x04"),
]
EXTENSIONS = {
    "JPEG": ("jpg", "jpeg", "jpe", "jfif"),
    "PNG": ("png",),
    "WebP": ("webp",),
    "PDF": ("pdf",),
}


class BadUpload(ValidationError):
    """A file that is refused, with one sentence on what the sender can do about it."""

    def __init__(self, message):
        super().__init__(message, code="upload")


def kind_of(start):
    """Return the kind that the first bytes (at least 16, if there are as many) show, or None."""
    for kind, offset, signature in SIGNATURES:
        if start[offset : offset + len(signature)] == signature:
            return kind if kind != "WebP" or start[:4] == b"RIFF" else None
    return None


def extension_of(name):
    """Return the last extension of a file name in lower case, without the dot."""
    return PurePosixPath(str(name or "").replace("\\", "/")).suffix.lower().lstrip(".")


def read_bounded(file, max_bytes):
    """Return all bytes of an uploaded file; raise BadUpload when it is empty or above the cap."""
    size = file.size
    if not size:
        raise BadUpload(_("The file is empty. Choose it again."))
    if size > max_bytes:
        raise BadUpload(
            _("The file has %(size)s; the most we take is %(most)s. Send a smaller one.")
            % {"size": filesizeformat(size), "most": filesizeformat(max_bytes)}
        )
    file.seek(0)
    return file.read(max_bytes + 1)


def require_extension(name, kind):
    """Raise BadUpload unless the file's name ends as its content says (ASVS 5.2.2)."""
    wanted = EXTENSIONS[kind]
    if extension_of(name) not in wanted:
        raise BadUpload(
            _("The content is %(kind)s, but the name does not end in .%(ext)s. Rename the file.")
            % {"kind": kind, "ext": wanted[0]}
        )
