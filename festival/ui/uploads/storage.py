"""Files named by their content. Files are written before the row that names them; whatever no row
names any more is found by `orphans` and `remove_unused`, never by deleting one row.
"""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

FOLDERS = ("pictures", "documents")


def picture_name(sha256, width, ext):
    """Return the storage name of one size of a picture; it is not an address."""
    return f"pictures/{sha256[:2]}/{sha256}/{width}.{ext}"


def document_name(sha256, ext):
    """Return the storage name of a document; it is not an address."""
    return f"documents/{sha256[:2]}/{sha256}/file.{ext}"


def widest_jpeg(sha256):
    """Return the name of the picture with that hash as the press gets it; None when it is gone."""
    folder = f"pictures/{sha256[:2]}/{sha256}"
    widths = [
        int(stem)
        for stem, _dot, ext in (name.rpartition("/")[2].rpartition(".") for name in _files(folder))
        if ext == "jpg" and stem.isdigit()
    ]
    return picture_name(sha256, max(widths), "jpg") if widths else None


def store(variants, sha256):
    """Write all sizes of the picture with that hash and return their names in order."""
    return [_write(picture_name(sha256, v.width, v.ext), v.content) for v in variants]


def store_document(document):
    """Write a document and return its name."""
    document.file.seek(0)
    return _write(document_name(document.sha256, document.ext), document.file.read())


def _write(name, content):
    if default_storage.exists(name):
        if default_storage.size(name) == len(content):
            return name
        # A worker that was killed while writing leaves a shorter file under the final name.
        default_storage.delete(name)
    written = default_storage.save(name, ContentFile(content))
    if written != name:
        # Somebody else wrote the same content in the meantime.
        default_storage.delete(written)
    return name


def remove_unused(hashes, used):
    """Delete the files of those hashes that are not in `used`; return how many files went."""
    removed = 0
    for sha256 in set(hashes) - set(used):
        for folder in FOLDERS:
            for name in _files(f"{folder}/{sha256[:2]}/{sha256}"):
                default_storage.delete(name)
                removed += 1
    return removed


def orphans(used, *, older_than=timedelta(hours=1)):
    """Yield names of stored files whose hash is not in `used`.

    Files younger than `older_than` are left: their row may not be committed yet.
    """
    used, before = set(used), timezone.now() - older_than
    for folder in FOLDERS:
        for start in _folders(folder):
            for sha256 in _folders(f"{folder}/{start}"):
                if sha256 in used:
                    continue
                for name in _files(f"{folder}/{start}/{sha256}"):
                    if default_storage.get_modified_time(name) < before:
                        yield name


def _folders(name):
    try:
        return sorted(default_storage.listdir(name)[0])
    except FileNotFoundError:
        return []


def _files(name):
    try:
        return [f"{name}/{file}" for file in sorted(default_storage.listdir(name)[1])]
    except FileNotFoundError:
        return []
