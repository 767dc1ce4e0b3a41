"""What the page of a project's screeners shows."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from submissions.entries.models import Submission
from submissions.projects import record, secrets
from submissions.projects.display import joined, text_of
from submissions.projects.models import Project, Screener
from submissions.projects.presentation.player import web_address
from submissions.projects.screener_words import LOOKS, said_of
from submissions.projects.vocabulary import LinkState
from submissions.screeners import doors
from submissions.screeners.models import FilmFile, LinkCheck


@dataclass(frozen=True)
class Shown:
    """One screener: what it is and, for a link, how the last look at it went."""

    screener: Screener
    film: FilmFile | None
    name: str
    url: str
    length: str
    icon: str
    look: str
    label: str
    said: str
    note: str


def screeners_of(project) -> list[Shown]:
    """Return the screeners of `project` in their order, in one query."""
    checks = LinkCheck.objects.filter(screener=OuterRef("pk")).order_by("-at", "-pk")
    rows = project.screeners.annotate(last_note=Subquery(checks.values("note")[:1]))
    rows = rows.select_related("film")
    return [_shown(row) for row in rows]


def _shown(row) -> Shown:
    state = LinkState(row.check_state)
    icon, look = LOOKS[state]
    return Shown(
        screener=row,
        film=getattr(row, "film", None),
        name=str(row),
        url=web_address(row.url),
        length=_measures(row),
        icon=icon,
        look=look,
        label=str(state.label),
        said=said_of(row),
        note=row.last_note or "",
    )


def _measures(row) -> str:
    """Return the length of a screener and, for a film on our disk, its size."""
    film = getattr(row, "film", None)
    size = filesizeformat(film.size) if film else ""
    return joined([text_of("screeners", "duration", row.duration), size])


def may_edit(project, user) -> bool:
    return Project.objects.editable_by(user).filter(pk=project.pk).exists()


def page_of(project, user) -> dict:
    """Return the context of the page of the project's screeners for somebody of its team."""
    return {
        "project": project,
        "screeners": screeners_of(project),
        "may_edit": may_edit(project, user),
        "arriving": project.film_files.arriving(),
        "most": settings.SCREENER_FILE_GB,
        "doors": doors.doors_of(project),
    }


@dataclass(frozen=True)
class Opened:
    """A screener behind a door: what the page tells, and where its script and forms lead."""

    shown: Shown
    notes: str
    open_url: str
    played_url: str
    is_opened: bool
    password: str


def watching(row, opened=None) -> dict:
    """Return the context of the page behind a door, of an entry or of a person's grant.

    `opened` is the link whose button was pressed: it alone comes with its password.
    """
    is_entry = isinstance(row, Submission)
    kind = "entry" if is_entry else "grant"
    return {
        "door": row,
        "is_entry": is_entry,
        "project": row.project,
        "title": row.title if is_entry else row.project.title,
        "counts": not is_entry and row.views_allowed is not None,
        "may_play": is_entry or row.views_allowed is None or row.is_viewing,
        "is_changed": is_entry and _has_changed(row),
        "screeners": [_opened(row, kind, shown, opened) for shown in screeners_of(row.project)],
    }


def _opened(row, kind, shown, opened) -> Opened:
    words = [row.code, shown.screener.code]
    mine = opened is not None and opened.pk == shown.screener.pk
    recorded = record.row_of("screeners", shown.screener)
    names = ("subtitle_languages", "valid_until", "geo_limits")
    return Opened(
        shown=shown,
        notes=joined(text_of("screeners", name, recorded[name]) for name in names),
        open_url=reverse(f"watch_{kind}_open", args=words),
        played_url=reverse(f"watch_{kind}_played", args=words),
        is_opened=mine,
        password=secrets.unseal(shown.screener.password_sealed) if mine else "",
    )


def _has_changed(entry) -> bool:
    """Whether the screeners are others than those in the record as it was sent."""
    now = [record.row_of("screeners", row) for row in entry.project.screeners.all()]
    return now != entry.version.record.get("screeners")


def find(project, code: str) -> Screener | None:
    """Return the screener of `project` with that code."""
    return project.screeners.filter(code=code).first()
