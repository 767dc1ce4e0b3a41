"""What others wrote about a project, and where else it can be found."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from submissions.projects.display import joined, label_of, text_of, texts_of
from submissions.projects.presentation.player import web_address
from submissions.projects.vocabulary import IdScheme, links


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


def press_of(record: dict) -> list[PressRow]:
    return [_press(row) for row in record.get("press", [])]


def _press(row) -> PressRow:
    kind, language, date = texts_of("press", row, "kind", "language", "published_on")
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
