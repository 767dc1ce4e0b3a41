"""Screenings with their results, and the laurels that they give."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from festival.world import territories
from submissions.projects.display import choice, joined, text_of
from submissions.projects.presentation.player import web_address
from submissions.projects.vocabulary import PremiereKind, ScreeningKind, ScreeningResult

MOST = 3
_AWARDS = frozenset(
    {
        ScreeningResult.WINNER, ScreeningResult.JURY_AWARD, ScreeningResult.AUDIENCE_AWARD,
        ScreeningResult.HONOURABLE_MENTION,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Laurel:
    text: str
    name: str
    year: str
    award: bool


@dataclass(frozen=True)
class ScreeningRow:
    event: str
    notes: str
    place: str
    date: str
    iso: str
    premiere: str
    result: str
    is_award: bool
    proof: str
    verified: str


def is_award(row: dict) -> bool:
    return bool(row.get("award")) or row.get("result") in _AWARDS


def laurels_of(record: dict) -> list[Laurel]:
    """Return at most three laurels, awards first, else in the filmmaker's order."""
    rows = [row for row in record.get("screenings", []) if row.get("result") or row.get("award")]
    rows.sort(key=lambda row: not is_award(row))
    return [Laurel(result_of(row), row["event"], _year(row), is_award(row)) for row in rows[:MOST]]


def _year(row) -> str:
    return (row.get("date") or "")[:4] or row.get("edition", "")


def result_of(row: dict) -> str:
    """Return the award or the result in the words of a laurel."""
    if row.get("award"):
        return row["award"]
    if row.get("result") == ScreeningResult.SELECTION:
        return _("Official selection")
    return choice(ScreeningResult, row["result"]) if row.get("result") else ""


def screenings_of(record: dict) -> list[ScreeningRow]:
    return [_screening(row) for row in record.get("screenings", [])]


def _screening(row) -> ScreeningRow:
    return ScreeningRow(
        event=row["event"],
        notes=joined(_notes(row)),
        place=joined([row.get("city"), text_of("screenings", "country", row.get("country"))]),
        date=text_of("screenings", "date", row.get("date")),
        iso=row.get("date", ""),
        premiere=_premiere(row),
        result=result_of(row),
        is_award=is_award(row),
        proof=web_address(row.get("proof")),
        verified=text_of("screenings", "verified_at", row.get("verified_at")),
    )


def _notes(row):
    yield row.get("edition")
    yield row.get("section")
    if row.get("kind") not in ("", None, ScreeningKind.FESTIVAL):
        yield choice(ScreeningKind, row["kind"])
    if row.get("is_public") is False:
        yield _("not open to the public")
    if row.get("geo_limits"):
        places = text_of("screenings", "geo_limits", row["geo_limits"])
        yield _("online only in %(places)s") % {"places": places}


def _premiere(row) -> str:
    kind = row.get("premiere")
    if not kind or kind == PremiereKind.NONE:
        return ""
    region = row.get("premiere_region")
    return joined([choice(PremiereKind, kind), territories.name(region) if region else ""])
