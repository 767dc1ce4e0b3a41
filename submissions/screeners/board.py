"""What the page of a project's screeners shows."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.template.defaultfilters import filesizeformat

from submissions.projects.display import joined, text_of
from submissions.projects.models import Project, Screener
from submissions.projects.presentation.player import web_address
from submissions.projects.screener_words import LOOKS, said_of
from submissions.projects.vocabulary import LinkState
from submissions.screeners.models import LinkCheck


@dataclass(frozen=True)
class Shown:
    """One screener: what it is and, for a link, how the last look at it went."""

    screener: Screener
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
    }


def find(project, code: str) -> Screener | None:
    """Return the screener of `project` with that code."""
    return project.screeners.filter(code=code).first()
