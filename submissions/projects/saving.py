"""Saving what the editor holds: one transaction, from the revisions that the person saw."""

from contextlib import suppress
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.projects import conflict, drafts, files, history, journal, undo
from submissions.projects.actions import Stale, changed, claim_revision
from submissions.projects.forms.editor import Editor, default_alt
from submissions.projects.models import Media, Project
from submissions.projects.vocabulary import MediaKind

_OWN_COLUMNS = ("title", "facts", "links", "downloads")
_ONE_EACH = ("specs", "budget", "trailer", "submitter")
_TURNS = 3


@dataclass(frozen=True)
class Outcome:
    """What became of a save: nothing is written unless `is_saved`.

    `editor` holds what was typed, brought together with what others have saved; its clashes and
    problems say why it was not saved. `adopted` are texts that were taken from others, by name.
    """

    editor: Editor
    is_saved: bool = False
    project: Project | None = None
    adopted: dict = field(default_factory=dict)


def save(editor: Editor, *, by) -> Outcome:
    """Write the editor, or the one section that it holds, or say what stands against it.

    Raises Stale when others save so fast that there is no moment for it.
    """
    for _turn in range(_TURNS - 1):
        with suppress(Stale):
            return _try(editor, by)
        editor = conflict.again(editor)
    return _try(editor, by)


def _try(editor: Editor, by) -> Outcome:
    editor, adopted = conflict.meet(editor)
    is_valid = editor.is_valid() and _has_room(editor)
    if editor.clashes or not is_valid:
        return Outcome(editor, adopted=adopted)
    return Outcome(editor, True, _write(editor, by), adopted)


def keep_unsaved(editor: Editor, *, by, sent) -> None:
    """Keep as drafts what was typed into sections with problems, or changed beside them.

    `sent` is the form as it came, before it was brought together with what others saved.
    """
    for key in editor.keys:
        if editor.problem_count(key) or any(map(_is_changed, editor.of_section(key))):
            drafts.keep(editor, key, by=by, sent=sent)


def _is_changed(part) -> bool:
    return part.has_changed() if hasattr(part, "has_changed") else False


@transaction.atomic
def _write(editor: Editor, by) -> Project:
    project = editor.project
    claim_revision(project=project, revision=project.revision, by=by)
    journal.write(project, journal.before(editor), by=by)
    _save_project(editor)
    _save_rows(editor, by=by)
    _save_pictures(editor)
    history.note_saved(project, editor.keys, by=by)
    drafts.forget(project, editor.keys, by=by)
    return changed(project=project)


def _has_room(editor: Editor) -> bool:
    wanted = editor.new_bytes()
    if not wanted:
        return True
    new = editor.parts.get("new_pictures")
    there = len(editor.media) + len(new.cleaned_data["files"] or [] if new else [])
    if there > files.MOST_PICTURES:
        sentence = _("A project holds at most %(most)d pictures") % {"most": files.MOST_PICTURES}
    elif wanted > files.room_left(editor.project):
        sentence = _("Your files take up all the room there is. Remove some of them first")
    else:
        return True
    editor.refuse(sentence)
    return False


def _save_project(editor: Editor) -> None:
    project, parts = editor.project, editor.parts
    columns = [name for part in _OWN_COLUMNS if part in parts for name in parts[part].fields]
    for name in ("visibility", "translations", "ai_use"):
        if name in parts:
            setattr(project, name, parts[name].values())
            columns.append(name)
    if columns:
        project.save(update_fields=[*columns, "changed_at"])
    if "subtitles" in parts:
        parts["specs"].instance.subtitles = parts["subtitles"].values()
    for name in _ONE_EACH:
        if name in parts:
            parts[name].save()


def _save_rows(editor: Editor, *, by) -> None:
    for rows in editor.rows.values():
        if hasattr(rows, "save"):
            undo.remember(editor.project, rows)
            rows.save(project=editor.project, by=by)


def _save_pictures(editor: Editor) -> None:
    project, parts = editor.project, editor.parts
    for kind in (MediaKind.POSTER, MediaKind.BANNER):
        if kind in parts:
            parts[kind].save_for(project, default_alt=default_alt(kind, project.title))
    if "new_pictures" in parts:
        parts["new_pictures"].save_for(project, after=len(editor.media))
    for form in parts["credits"].standing if "credits" in parts else ():
        if kept := form.cleaned_data.get("portrait"):
            _portray(form.instance, kept)


def _portray(credit, kept: dict) -> None:
    Media.objects.filter(credit=credit, kind=MediaKind.PORTRAIT).delete()
    name = (credit.person or credit.organisation).name
    Media.objects.create(
        project=credit.project,
        credit=credit,
        kind=MediaKind.PORTRAIT,
        alt=_("Portrait of %(name)s") % {"name": name},
        **kept,
    )
