"""What a card, a filter and a sort need of a project, derived from its rows."""

import re

from submissions.projects.visibility import is_described
from submissions.projects.vocabulary import CreditRole, MediaKind, ProjectKind

_ARTICLES = re.compile(r"^(the|a|an|der|die|das|le|la|les|l’|l'|el|los|las|il|lo|gli)\s+", re.I)
_MAKERS = {
    ProjectKind.SCRIPT: [CreditRole.WRITER, CreditRole.CO_WRITER],
    ProjectKind.MUSIC: [CreditRole.COMPOSER, CreditRole.SONGWRITER, CreditRole.PERFORMER],
}
_DIRECTORS = [CreditRole.DIRECTOR, CreditRole.CO_DIRECTOR]
_LONGEST_LINE = 300


def card_of(project, record: dict) -> dict:
    """Return the values of the card columns of `project`, by field name; `record` is its own."""
    specs = project.specs
    posters = (row for row in record["media"] if row["kind"] == MediaKind.POSTER)
    poster = next(filter(is_described, posters), {}) if project.is_published else next(posters, {})
    return {
        "title_sort": sort_title(project.title),
        "credit_line": _credit_line(project.kind, record["credits"]),
        "year": int(specs.completion_date[:4]) if specs.completion_date else None,
        "runtime": specs.runtime,
        "countries": list(specs.countries_of_origin),
        "poster_code": poster.get("code", ""),
        "poster_focus": focus_of(poster) if poster else "",
        "hue": poster.get("hue"),
        "laurel_count": sum(bool(row["result"]) for row in record["screenings"]),
    }


def focus_of(picture: dict) -> str:
    """Return the classes that keep the focal point of a row of `media` in sight where it is cut."""
    return f"fx-{round(picture['focal_x'] / 10)} fy-{round(picture['focal_y'] / 10)}"


def sort_title(title: str) -> str:
    """Return the title as it is sorted: small letters, without a leading article."""
    return _ARTICLES.sub("", title.casefold()).strip()[:250] or title[:250]


def _credit_line(kind, credits) -> str:
    roles = _MAKERS.get(kind, _DIRECTORS)
    names = [row["name"] for row in credits if row["role"] in roles]
    return ", ".join(dict.fromkeys(names))[:_LONGEST_LINE]
