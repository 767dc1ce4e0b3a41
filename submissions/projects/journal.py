"""What each save of the editor changed, so that two people who write at once can be told apart."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from submissions.projects.forms.pictures import KeptFile
from submissions.projects.forms.rows import OF_THE_ROW, row_texts
from submissions.projects.forms.typed import as_kept, as_sent
from submissions.projects.models import SavedEdit

_KEPT_FOR = timedelta(days=30)
_TIDY_EVERY = 20


@dataclass(frozen=True)
class Before:
    """What a field said before it was changed, and who changed it last."""

    typed: object
    by: object
    at: datetime


def compared(form) -> list[str]:
    """Return the fields of a form that the page has sent as text; never a password or a file."""
    return [
        name
        for name, field in form.fields.items()
        if name not in OF_THE_ROW
        and "password" not in name
        and not isinstance(field, KeptFile)
        and not field.widget.value_omitted_from_data(form.data, form.files, form.add_prefix(name))
    ]


def before(editor) -> dict:
    """Return what the fields that the bound `editor` changes say until now, by their keys."""
    found = {}
    for name, part in editor.parts.items():
        if name not in editor.rows:
            found |= _of_form(part, name)
        elif hasattr(part, "by_id"):
            for form in part.forms:
                if form.instance.pk:
                    found |= _of_form(form, f"{name}#{form.instance.pk}")
        elif (kept := part.kept_texts()) != [row_texts(form, as_sent) for form in part.standing]:
            found[name] = kept
    return found


def _of_form(form, key) -> dict:
    found = {}
    for name in compared(form):
        kept = as_kept(form, name)
        if kept != as_sent(form, name):
            found[f"{key}.{name}"] = kept
    return found


def write(project, before: dict, *, by) -> None:
    """Note what the save of the newest revision of `project` changed."""
    SavedEdit.objects.create(project=project, revision=project.revision, by=by, before=before)
    if project.revision % _TIDY_EVERY == 0:
        old = timezone.now() - _KEPT_FOR
        SavedEdit.objects.filter(project=project, at__lt=old).delete()


def since(project, revision: int) -> dict[str, Before] | None:
    """Return what was changed after `revision` by field, with what it said then.

    None when one of the saves is not known: then nobody can tell who changed what.
    """
    edits = SavedEdit.objects.filter(project=project, revision__gt=revision)
    edits = list(edits.select_related("by").order_by("revision"))
    if len(edits) != project.revision - revision:
        return None
    found: dict[str, Before] = {}
    for edit in edits:
        for key, typed in edit.before.items():
            first = found[key].typed if key in found else typed
            found[key] = Before(typed=first, by=edit.by, at=edit.at)
    return found
