"""Rights, press, links, screeners, copies and documents as rows for the page."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from festival.world import countries
from submissions.projects.display import joined, label_of, text_of
from submissions.projects.presentation.player import web_address
from submissions.projects.vocabulary import Answer, DealStatus, IdScheme, links


@dataclass(frozen=True)
class RightRow:
    where: str
    except_for: str
    is_world: bool
    rights: str
    terms: str
    holder: str
    holder_kind: str
    starts: str
    ends: str
    status: str
    private: tuple[str, ...]


@dataclass(frozen=True)
class PressRow:
    title: str
    url: str
    quote: str
    source: str
    date: str
    iso: str
    language: str
    code: str


@dataclass(frozen=True)
class Link:
    label: str
    text: str
    url: str


@dataclass(frozen=True)
class File:
    """A document, a screener or a copy: its name, where it leads, and what else is known."""

    name: str
    url: str
    notes: str
    is_ours: bool = False


def _texts(block, row, *names) -> list[str]:
    return [text_of(block, name, row.get(name), row) for name in names]


def rights_of(record: dict) -> list[RightRow]:
    return [_right(row) for row in record.get("rights", [])]


def _right(row) -> RightRow:
    block = "rights"
    exclusive = {Answer.YES: _("exclusive"), Answer.NO: _("not exclusive")}
    where, out, rights, languages, kind = _texts(
        block, row, "territories", "territories_excluded", "rights", "languages", "party_kind"
    )
    signed = row.get("status") in ("", None, DealStatus.SIGNED)
    return RightRow(
        where=where,
        except_for=out,
        is_world=countries.WORLD in row.get("territories", []),
        rights=rights,
        terms=joined([exclusive.get(row.get("exclusive")), languages]),
        holder=row["party"],
        holder_kind=kind,
        starts=text_of(block, "starts_on", row.get("starts_on")),
        ends=text_of(block, "ends_on", row.get("ends_on")),
        status="" if signed else text_of(block, "status", row["status"]),
        private=tuple(_private(row)),
    )


def _private(row):
    """What festivals and the team read below the holder."""
    yield joined([row.get("contact_name"), row.get("contact_email")])
    for name in ("allows_festivals", "screening_fee"):
        if text := text_of("rights", name, row.get(name), row):
            yield f"{label_of('rights', name)}: {text}"


def press_of(record: dict) -> list[PressRow]:
    return [_press(row) for row in record.get("press", [])]


def _press(row) -> PressRow:
    kind, language, date = _texts("press", row, "kind", "language", "published_on")
    return PressRow(
        title=row["title"],
        url=web_address(row.get("url")),
        quote=row.get("quote", ""),
        source=joined([row.get("outlet"), row.get("author"), kind]),
        date=date,
        iso=row.get("published_on", ""),
        language=language,
        code=row.get("language", ""),
    )


def links_of(record: dict) -> list[Link]:
    """Return the website, the pages elsewhere, and the numbers in the catalogues of the world."""
    found = []
    if url := web_address(record["identity"].get("website")):
        found.append(Link(label_of("identity", "website"), _host(url), url))
    return found + [_link(row) for row in record.get("references", [])]


def _link(row) -> Link:
    label, value = text_of("references", "scheme", row["scheme"]), row["value"]
    url = web_address(value)
    if not url and row["scheme"] in IdScheme.values:
        url = web_address(links.address_of(row["scheme"], value))
    return Link(label, _host(value) if url == value else value, url)


def _host(url) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}"[:60]


def screeners_of(record: dict) -> list[File]:
    names = (
        "kind", "duration", "subtitle_languages", "valid_until", "geo_limits", "download_allowed",
    )  # fmt: skip
    return [
        File(
            name=row.get("version_label") or text_of("screeners", "kind", row["kind"]),
            url=web_address(row.get("url")),
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
    kind, language, size = _texts("documents", row, "kind", "language", "size")
    return joined([kind if row.get("label") else "", language, row["extension"].upper(), size])


def _labelled(block, row, names) -> str:
    texts = ((name, text_of(block, name, row.get(name), row)) for name in names)
    return joined(
        f"{label_of(block, name)}: {text}"
        for name, text in texts
        if text and row.get(name) is not False
    )
