"""Saving what the editor holds: one transaction, from the revision that the person saw."""

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.projects import files
from submissions.projects.actions import Stale, changed, claim_revision
from submissions.projects.forms.editor import Editor, default_alt
from submissions.projects.models import Media, Project
from submissions.projects.vocabulary import MediaKind

_IN_TITLE = ("title", "facts", "links", "downloads")


def save(editor: Editor, *, by, revision: int) -> bool:
    """Write the whole editor and return True, or False when something in it is wrong.

    Raises Stale, and writes nothing, when the project was saved since `revision`.
    """
    valid = editor.is_valid() and _has_room(editor)
    if revision != editor.project.revision:
        raise Stale(theirs=editor.project.revision)
    if not valid:
        return False
    with transaction.atomic():
        claim_revision(project=editor.project, revision=revision, by=by)
        _save_project(editor)
        _save_rows(editor, by=by)
        _save_pictures(editor)
        changed(project=editor.project)
    return True


def beside(editor: Editor) -> Editor:
    """Return an editor of the project as it is now that holds everything typed into `editor`.

    A row that somebody else removed in the meantime is kept as a new one.
    """
    project = Project.objects.with_one_of_each().get(pk=editor.project.pk)
    data = editor.data.copy()
    Editor(project).forget_strange_ids(data)
    newest = Editor(project, data=data, files=editor.files)
    newest.is_valid()
    newest.is_conflict = True
    return newest


def _has_room(editor: Editor) -> bool:
    wanted = editor.new_bytes()
    if not wanted:
        return True
    there = len(editor.media) + len(editor.parts["new_pictures"].cleaned_data["files"] or [])
    if there > files.MOST_PICTURES:
        sentence = _("A project holds at most %(most)d pictures") % {"most": files.MOST_PICTURES}
    elif wanted > files.room_left(editor.project):
        sentence = _("Your files take up all the room there is. Remove some of them first")
    else:
        return True
    editor.refuse("new_pictures", "files", sentence)
    return False


def _save_project(editor: Editor) -> None:
    project, parts = editor.project, editor.parts
    project.visibility = parts["visibility"].values()
    project.translations = parts["translations"].values()
    project.ai_use = parts["ai_use"].values()
    columns = [name for part in _IN_TITLE for name in parts[part].fields]
    project.save(update_fields=[*columns, "visibility", "translations", "ai_use", "changed_at"])
    if "subtitles" in parts:
        parts["specs"].instance.subtitles = parts["subtitles"].values()
    for name in ("specs", "budget", "trailer", "submitter"):
        parts[name].save()


def _save_rows(editor: Editor, *, by) -> None:
    for rows in editor.rows.values():
        if hasattr(rows, "save"):
            rows.save(project=editor.project, by=by)


def _save_pictures(editor: Editor) -> None:
    project, parts = editor.project, editor.parts
    for kind in (MediaKind.POSTER, MediaKind.BANNER):
        parts[kind].save_for(project, default_alt=default_alt(kind, project.title))
    parts["new_pictures"].save_for(project, after=len(editor.media))
    for form in parts["credits"].standing:
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
