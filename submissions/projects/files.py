"""Taking in pictures and documents: checked and stored first, named by a row afterwards.

What was stored travels as a small dict of the row's columns. Signed, it can go through the
browser and back, so that nobody has to choose a file twice because of a mistake elsewhere.
"""

from django.core import signing
from django.core.files.storage import default_storage
from django.db.models import Sum

from festival.ui.uploads import (
    picture_name,
    read_document,
    read_picture,
    store,
    store_document,
    variants,
)
from festival.ui.uploads.storage import document_name
from submissions.projects.hues import hue_bucket
from submissions.projects.models import Document, Media
from submissions.projects.vocabulary import DocumentKind

MOST_PICTURES = 40
MOST_DOCUMENTS = 30
ROOM_PER_PERSON = 2 * 1024**3
_ONE_DAY = 24 * 60 * 60


def keep_picture(file, kind: str) -> dict:
    """Check, cut and store an uploaded picture; return its columns or raise BadUpload."""
    picture = read_picture(file)
    cut = variants(picture, kind)
    store(cut, picture.sha256)
    return {
        "sha256": picture.sha256,
        "width": picture.width,
        "height": picture.height,
        "size": picture.size,
        "widths": sorted(each.width for each in cut if each.ext == "webp"),
        "hue": hue_bucket(picture.image),
    }


def keep_document(file, kind: str) -> dict:
    """Check and store an uploaded document; return its columns or raise BadUpload."""
    document = read_document(file, "subtitles" if kind == DocumentKind.SUBTITLES else "pdf")
    store_document(document)
    return {
        "sha256": document.sha256,
        "extension": document.ext,
        "media_type": document.media_type,
        "size": document.size,
    }


def signed(kept: dict, name: str) -> str:
    return signing.dumps({**kept, "name": name[:120]}, salt="kept file", compress=True)


def unsigned(token: str) -> tuple[dict, str] | None:
    """Return the columns and the file's name, or None when it is not ours, too old or gone."""
    try:
        kept = signing.loads(token, salt="kept file", max_age=_ONE_DAY)
    except signing.BadSignature:
        return None
    name = kept.pop("name")
    return (kept, name) if default_storage.exists(_stored_name(kept)) else None


def _stored_name(kept: dict) -> str:
    if "extension" in kept:
        return document_name(kept["sha256"], kept["extension"])
    return picture_name(kept["sha256"], kept["widths"][0], "webp")


def room_left(project) -> int:
    """Return how many bytes the owner of `project` may still upload, over all projects."""
    used = sum(
        model.objects.filter(project__created_by=project.created_by_id).aggregate(all=Sum("size"))[
            "all"
        ]
        or 0
        for model in (Media, Document)
    )
    return ROOM_PER_PERSON - used
