"""What the page of the editor shows around its forms."""

from dataclasses import dataclass

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from festival.world import countries, durations
from submissions.projects import calling, undo
from submissions.projects.completeness import Section, kept_sections, left_text
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
    if editor.drafts:
        editor.is_valid()
    return beside(editor, project) | {
        "editor": editor,
        "counts": {each.key: _figure(each) for each in kept_sections(project.completeness)},
        "problems": editor.problems,
        "problem": bool(editor.problems or editor.clashes),
        "is_unsaved": bool(editor.problems or editor.clashes or editor.drafts),
        **figures(editor),
        "gaps": gaps(editor.media),
        "lately": undo.offered(editor),
        "director_title": _director_title(project.kind),
        "state": _STATES.get(project.status, "draft"),
        "state_label": project.get_status_display() if project.status == "archived" else "",
    }


def of_person(request, project) -> dict:
    """Return what the page shows to this person alone.

    `device` is the name under which the browser keeps what they typed; `wanted` is what a call
    lacks, asked for by `?for=festival/edition`.
    """
    person = request.user
    return {
        "device": salted_hmac("editor", f"{person.pk}:{project.code}").hexdigest()[:16],
        "wanted": wanted_by(request, project),
    }


def wanted_by(request, project):
    address = request.GET.get("for", "")
    return calling.wanted(project, address, request.user) if address else None


def beside(editor, project, drafts=()) -> dict:
    """Return what stands beside the form: the sections with their states, and the card.

    `drafts` are the unfinished texts of sections that are not in `editor`.
    """
    wrong = {draft.section: draft.wrong for draft in drafts}
    wrong |= {key: editor.problem_count(key) for key in editor.keys}
    sections = kept_sections(project.completeness)
    places = (project.year, *map(countries.name, project.countries[:2]))
    runtime = durations.short(project.runtime) if project.runtime else ""
    return {
        "project": project,
        "nav": [_entry(each, project, wrong.get(each.key, 0)) for each in sections],
        "percent": project.completeness.get("percent", 0),
        "left": left_text(project.completeness),
        "poster": card_poster(project),
        "card_title": editor.shown_title if editor.project is project else project.title,
        "facts": [text for text in (*places, runtime) if text],
    }


def _director_title(kind: str) -> str:
    if kind == ProjectKind.SCRIPT:
        return _("Writer")
    if kind in (ProjectKind.MUSIC, ProjectKind.PHOTO_DESIGN):
        return _("Author")
    return _("Director")


def _entry(section: Section, project, wrong: int) -> NavEntry:
    look, icon, state = _LOOKS["bad" if wrong else section.state]
    count = ngettext("%(count)d error", "%(count)d errors", wrong) % {"count": wrong}
    figure = count if wrong else _figure(section)
    is_makers = section.key == "director"
    label = _director_title(project.kind) if is_makers else str(section.label)
    return NavEntry(section.key, label, look, icon, state, figure)


def _figure(section: Section) -> str:
    if section.key == "visibility":
        return ""
    if not section.done:
        return _("empty")
    return _("%(done)d of %(total)d") % {"done": section.done, "total": section.total}
