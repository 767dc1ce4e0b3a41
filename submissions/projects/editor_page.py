"""What the page of the editor shows around its forms."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from festival.world import countries
from submissions.projects.completeness import Section, kept_sections, left_text
from submissions.projects.conflict import differences
from submissions.projects.editor_figures import figures
from submissions.projects.gaps import gaps
from submissions.projects.pictures import card_poster
from submissions.projects.vocabulary import ProjectKind

_STATES = {"published": "public", "hidden": "hidden", "archived": "hidden", "complete": "complete"}
_LOOKS = {
    "done": ("st-done", "tick", gettext_lazy("complete")),
    "in_progress": ("st-part", "half", gettext_lazy("in progress")),
    "bad": ("st-bad", "warn", gettext_lazy("has errors")),
    "not_started": ("st-none", "ring", gettext_lazy("not started")),
}


@dataclass(frozen=True)
class NavEntry:
    """A section in the list beside the form: look and icon of its state, and a short figure."""

    key: str
    label: str
    look: str
    icon: str
    state: str
    count: str


def context_of(editor) -> dict:
    """Return what the template of the editor needs."""
    project = editor.project
    sections = kept_sections(project.completeness)
    return {
        "editor": editor,
        "project": project,
        "nav": [_entry(section, editor) for section in sections],
        "counts": {section.key: _figure(section) for section in sections},
        "percent": project.completeness.get("percent", 0),
        "left": left_text(project.completeness),
        "problems": editor.problems,
        "problem": bool(editor.problems) or editor.is_conflict,
        "differences": differences(editor) if editor.is_conflict else [],
        **figures(editor),
        "poster": card_poster(project),
        "gaps": gaps(editor.media),
        "director_title": _director_title(project.kind),
        "state": _STATES.get(project.status, "draft"),
        "state_label": project.get_status_display() if project.status == "archived" else "",
        "facts": [
            text for text in (project.year, *map(countries.name, project.countries[:2])) if text
        ],
    }


def _director_title(kind: str) -> str:
    if kind == ProjectKind.SCRIPT:
        return _("Writer")
    if kind in (ProjectKind.MUSIC, ProjectKind.PHOTO_DESIGN):
        return _("Author")
    return _("Director")


def _entry(section: Section, editor) -> NavEntry:
    wrong = editor.problem_count(section.key)
    look, icon, state = _LOOKS["bad" if wrong else section.state]
    count = ngettext("%(count)d error", "%(count)d errors", wrong) % {"count": wrong}
    figure = count if wrong else _figure(section)
    is_makers = section.key == "director"
    label = _director_title(editor.project.kind) if is_makers else str(section.label)
    return NavEntry(section.key, label, look, icon, state, figure)


def _figure(section: Section) -> str:
    if section.key == "visibility":
        return ""
    if not section.done:
        return _("empty")
    return _("%(done)d of %(total)d") % {"done": section.done, "total": section.total}
