"""Screenings and awards as rows for the page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from festival.world import territories
from submissions.projects.display import choice, joined, text_of
from submissions.projects.presentation.laurels import is_award, result_of
from submissions.projects.presentation.player import web_address
from submissions.projects.vocabulary import PremiereKind, ScreeningKind


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
