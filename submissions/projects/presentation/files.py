"""Screeners, film copies and documents as lists for those who may have them."""

from dataclasses import dataclass

from django.urls import reverse

from submissions.projects.display import joined, label_of, text_of, texts_of


@dataclass(frozen=True)
class File:
    """A document, a screener or a copy: its name, where it leads, and what else is known."""

    name: str
    url: str
    notes: str
    is_ours: bool = False


def screeners_of(record: dict) -> list[File]:
    """Return the screeners by name; the way to each leads through its door, which can close."""
    names = (
        "kind", "duration", "subtitle_languages", "valid_until", "geo_limits", "download_allowed",
    )  # fmt: skip
    return [
        File(
            name=row.get("version_label") or text_of("screeners", "kind", row["kind"]),
            url="",
            notes=_labelled("screeners", row, names),
        )
        for row in record.get("screeners", [])
    ]


def copies_of(record: dict) -> list[File]:
    names = (
        "purpose", "resolution", "frame_rate", "scan", "aspect_ratio", "sound",
        "dialogue_languages", "subtitle_languages", "encrypted", "size", "checksum", "location",
        "available_from",
    )  # fmt: skip
    return [
        File(text_of("copies", "format", row["format"]), "", _labelled("copies", row, names))
        for row in record.get("copies", [])
    ]


def documents_of(record: dict) -> list[File]:
    return [
        File(
            name=row.get("label") or text_of("documents", "kind", row["kind"]),
            url=reverse("document", args=[row["code"]]),
            notes=_document_notes(row),
            is_ours=True,
        )
        for row in record.get("documents", [])
    ]


def _document_notes(row) -> str:
    kind, language, size = texts_of("documents", row, "kind", "language", "size")
    return joined([kind if row.get("label") else "", language, row["extension"].upper(), size])


def _labelled(block, row, names) -> str:
    texts = ((name, text_of(block, name, row.get(name), row)) for name in names)
    return joined(
        f"{label_of(block, name)}: {text}"
        for name, text in texts
        if text and row.get(name) is not False
    )
