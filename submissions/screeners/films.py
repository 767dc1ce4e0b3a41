"""Uploaded screeners on the disk: what they are by their first bytes, where they lie, what fits."""

import errno
import os
import secrets
import shutil
import time
from pathlib import Path

from django.conf import settings

from festival.errors import STORAGE_IS_AWAY

MIB = 1024 * 1024
GIB = 1024 * MIB
FOLDER = "screeners"
HEAD = 128
_MP4_BRANDS = frozenset(
    {
        b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"avc1",
        b"mp41", b"mp42", b"mp71", b"M4V ", b"M4VP", b"M4VH", b"dash", b"MSNV", b"f4v ", b"cmfc",
    }
)  # fmt: skip
_OLD_QUICKTIME = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_MATROSKA = b"\x1aE\xdf\xa3"
_ADDRESS_LENGTH = 24  # bytes of chance in the name of a file


class DiskFull(Exception):
    """The disk has no room for these bytes now."""


def type_of(start: bytes) -> str:
    """Return the media type that the first bytes of a film show; empty for anything else."""
    if start[4:8] == b"ftyp":
        brand = start[8:12]
        if brand == b"qt  ":
            return "video/quicktime"
        return "video/mp4" if brand in _MP4_BRANDS else ""
    if start[4:8] in _OLD_QUICKTIME and start[:4] != b"\0\0\0\0":
        return "video/quicktime"
    if start.startswith(_MATROSKA):
        head = start[:HEAD]
        if b"webm" in head:
            return "video/webm"
        return "video/x-matroska" if b"matroska" in head else ""
    return ""


def new_path() -> str:
    """Return a name for a new film, below the media folder, that nobody can guess."""
    name = secrets.token_hex(_ADDRESS_LENGTH)
    return f"{FOLDER}/{name[:2]}/{name}"


def place_of(path: str) -> Path:
    return Path(settings.MEDIA_ROOT) / path


def write(path: str, offset: int, content: bytes) -> None:
    """Write the bytes at `offset` so that they outlive a power cut; DiskFull when they do not fit.

    What a killed process left beyond `offset` is overwritten; a film is never longer than told.
    """
    place = place_of(path)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o640)
        try:
            view = memoryview(content)
            while view:
                written = os.pwrite(number, view, offset)
                offset, view = offset + written, view[written:]
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as error:
        if error.errno in STORAGE_IS_AWAY or error.errno == errno.EFBIG:
            raise DiskFull from error
        raise


def size_of(path: str) -> int:
    """Return how many bytes lie on the disk; 0 when the file is not there."""
    try:
        return place_of(path).stat().st_size
    except FileNotFoundError:
        return 0


def delete(path: str) -> None:
    place_of(path).unlink(missing_ok=True)


def free_bytes() -> int:
    """Return what the disk may still take before the reserve of the settings is touched."""
    folder = Path(settings.MEDIA_ROOT)
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free - settings.DISK_RESERVE_GB * GIB


def orphans(used, *, older_than: float = 3600.0):
    """Yield the paths of films that are not in `used`; those younger than an hour are left."""
    root, before = Path(settings.MEDIA_ROOT), time.time() - older_than
    for place in sorted((root / FOLDER).glob("*/*")):
        path = place.relative_to(root).as_posix()
        if path not in used and place.stat().st_mtime < before:
            yield path
