"""The public record of a project in the words of schema.org."""

import json

from django.conf import settings
from django.urls import reverse
from django.utils.html import _json_script_escapes

from festival.world import countries, durations
from submissions.projects.completeness import authors
from submissions.projects.display import choice, text_of
from submissions.projects.pictures import jpeg_url, preview_of
from submissions.projects.presentation.laurels import is_award, result_of
from submissions.projects.presentation.player import player_of
from submissions.projects.presentation.press import links_of
from submissions.projects.visibility import Audience, redact
from submissions.projects.vocabulary import (
    CAST_ROLES,
    Answer,
    CreditRole,
    Genre,
    ProjectKind,
)

_TYPES = {
    ProjectKind.FILM: "Movie",
    ProjectKind.SERIES: "TVSeries",
    ProjectKind.MUSIC: "MusicRecording",
    ProjectKind.PHOTO_DESIGN: "VisualArtwork",
}
_ROLES = {
    "director": (CreditRole.DIRECTOR, CreditRole.CO_DIRECTOR),
    "author": (CreditRole.WRITER, CreditRole.CO_WRITER),
    "producer": (CreditRole.PRODUCER, CreditRole.EXECUTIVE_PRODUCER, CreditRole.CO_PRODUCER),
    "productionCompany": (CreditRole.PRODUCTION_COMPANY,),
    "actor": tuple(CAST_ROLES),
    "musicBy": (CreditRole.COMPOSER, CreditRole.SONGWRITER),
    "editor": (CreditRole.EDITOR,),
    "translator": (CreditRole.TRANSLATOR,),
}
_OF_EVERY_WORK = frozenset({"author", "producer", "editor", "translator"})
_OF_A_MOVIE = frozenset(_ROLES)
# An address and a page can be long; a list of 300 names is for the page and not for machines.
_MOST_NAMES = 30


class DataBlock(str):
    """JSON that can stand inside a `<script>` element: no text in it can end the element."""

    def __new__(cls, content: dict):
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return super().__new__(cls, text.translate(_json_script_escapes))

    def __html__(self) -> str:
        return str(self)


def jsonld_of(record: dict, audience: Audience = Audience.VISITOR) -> dict:
    """Return the record as a schema.org object, with what `audience` may read and no more."""
    seen = redact(record, audience)
    kind, identity, specs = seen["kind"], seen["identity"], seen["specs"]
    url = f"{settings.SITE_URL}{reverse('project', args=[seen['slug']])}"
    found = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(kind, "CreativeWork"),
        "@id": url,
        "url": url,
        "identifier": seen["code"],
        "name": identity["title"],
        "alternateName": identity.get("title_original"),
        "abstract": identity.get("logline"),
        "description": identity.get("synopsis") or identity.get("synopsis_short"),
        "genre": [choice(Genre, code) for code in identity.get("genres", [])]
        + identity.get("genres_free", []),
        "keywords": ", ".join(map(str, identity.get("keywords", []))),
        "inLanguage": specs.get("dialogue_languages"),
        "dateCreated": specs.get("completion_date"),
        "duration": durations.isoformat(specs["runtime"]) if specs.get("runtime") else None,
        "countryOfOrigin": _countries(specs),
        "contentRating": text_of("identity", "age_advice", identity.get("age_advice")),
        "accessibilityFeature": _features(specs),
        "numberOfSeasons": specs.get("seasons"),
        "numberOfEpisodes": specs.get("episodes"),
        "sameAs": [link.url for link in links_of(seen) if link.url],
        "award": _awards(seen),
        "image": _image(seen),
        "trailer": _trailer(seen),
    }
    found |= _people(seen, _OF_A_MOVIE if kind in _FILMED else _OF_EVERY_WORK)
    if kind not in _FILMED:
        found["creator"] = [_person(row) for row in authors(seen)[:_MOST_NAMES]]
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


_FILMED = frozenset({ProjectKind.FILM, ProjectKind.SERIES})


def _countries(specs) -> list[dict]:
    codes = specs.get("countries_of_origin", [])
    return [{"@type": "Country", "name": countries.name(code)} for code in codes]


def _features(specs) -> list[str]:
    words = {
        "captions": "captions",
        "audio_description": "audioDescription",
        "sign_language": "signLanguage",
    }
    return [word for name, word in words.items() if specs.get(name) == Answer.YES]


def _awards(record) -> list[str]:
    rows = [row for row in record.get("screenings", []) if is_award(row)]
    return [f"{result_of(row)}, {row['event']}" for row in rows]


def _image(record) -> str:
    row = preview_of(record)
    return f"{settings.SITE_URL}{jpeg_url(row)}" if row else ""


def _trailer(record) -> dict | None:
    trailer = player_of(record["trailer"])
    if trailer is None:
        return None
    video = {"@type": "VideoObject", "name": record["identity"]["title"], "url": trailer.url}
    if trailer.iso:
        video["duration"] = trailer.iso
    return video


def _people(record, properties) -> dict:
    found = {}
    for name in properties:
        rows = [row for row in record["credits"] if row["role"] in _ROLES[name]]
        found[name] = [_person(row) for row in rows[:_MOST_NAMES]]
    return dict(sorted(found.items()))


def _person(row) -> dict:
    if not row.get("slug"):
        return {"@type": "Organization", "name": row["name"]}
    url = f"{settings.SITE_URL}{reverse('person', args=[row['slug']])}"
    return {"@type": "Person", "name": row["name"], "url": url}
