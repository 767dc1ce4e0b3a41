"""Bringing together what was typed with what somebody else has saved in the meantime.

What only one side changed is taken; where both changed a field, or one removed a row that the
other changed, the person chooses. Rows that both added stay.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from festival.ui.forms import field_target
from submissions.projects import journal, undo
from submissions.projects.forms.editor import Editor, revision_in, revisions_in
from submissions.projects.forms.rows import row_texts
from submissions.projects.forms.typed import NOTHING, as_kept, as_sent, said, write
from submissions.projects.models import Project

THEIRS = "theirs"


@dataclass(frozen=True)
class Clash:
    """One field, or row, to be chosen by radio buttons of this name; `by` and `at` if known."""

    name: str
    label: str
    mine: str
    theirs: str
    href: str
    by: object = None
    at: datetime | None = None


def meet(editor) -> tuple[Editor, dict[str, list[str]]]:
    """Return an editor on what is saved now, and the texts it took from there, by their names.

    Its `clashes` are what is left to choose. Choices that came with the form are followed.
    """
    meeting = _Meeting(editor)
    for key in editor.keys:
        meeting.of_section(key)
    if meeting.is_moved or meeting.adopted:
        editor = meeting.editor_now()
    editor.clashes = meeting.clashes
    return editor, meeting.adopted


def again(editor) -> Editor:
    """Return the same text on the project as it is now."""
    project = Project.objects.for_editor().get(pk=editor.project.pk)
    return Editor(project, data=editor.data, files=editor.files, only=editor.only)


class _Meeting:
    def __init__(self, editor):
        self.editor, self.data = editor, editor.data.copy()
        self.clashes, self.adopted, self.is_moved = [], {}, False
        self.given, self._known = revisions_in(editor.data), {}

    def of_section(self, key):
        revision = self.given.get(key, revision_in(self.editor.data))
        self.has_moved = revision != self.editor.project.revision
        self.is_moved |= self.has_moved
        self.changes = self._since(revision) if self.has_moved else {}
        if not self.has_moved and not any(name.startswith("choose-") for name in self.data):
            return
        for part in self.editor.of_section(key):
            name = self.editor.name_of(part)
            if name not in self.editor.rows:
                self._form(part, name)
            elif hasattr(part, "by_id"):
                self._rows(part, name)
            elif self.has_moved:
                self._list(part, name)

    def editor_now(self):
        self.data["revision"] = str(self.editor.project.revision)
        self.data.pop("revisions", None)
        editor = self.editor
        return Editor(editor.project, data=self.data, files=editor.files, only=editor.only)

    def _since(self, revision):
        if revision not in self._known:
            self._known[revision] = journal.since(self.editor.project, revision)
        return self._known[revision]

    def _form(self, form, key, where=""):
        for name in journal.compared(form):
            kept, typed = as_kept(form, name), as_sent(form, name)
            if kept == typed:
                continue
            html = form.add_prefix(name)
            theirs = self.changes.get(f"{key}.{name}") if self.changes is not None else None
            if theirs is not None and theirs.typed == typed:
                self._adopt(form, name, kept)
            elif theirs is not None or self.changes is None:
                self.clashes.append(_of_field(form, name, where, theirs))
            elif self.data.get(f"choose-{html}") == THEIRS:
                self._adopt(form, name, kept)

    def _adopt(self, form, name, kept):
        write(self.data, form, name, kept)
        key = form.add_prefix(name)
        self.adopted |= {key + ending: texts for ending, texts in kept.items()}

    def _rows(self, rows, part):
        claimed = set()
        for form in rows.rows:
            claimed.add(self.editor.data.get(f"{form.prefix}-id", ""))
            if form.is_removed:
                continue
            if form.is_foreign:
                self._gone(rows, form, part)
            elif form.instance.pk:
                self._form(form, f"{part}#{form.instance.pk}", f"{form.number}. ")
        if self.has_moved:
            for place, row in enumerate(rows.kept):
                if str(row.pk) not in claimed:
                    before = rows.kept[place - 1].pk if place else None
                    self._append(rows, {"id": [str(row.pk)], "whole": ["1"]}, after=before)

    def _gone(self, rows, form, part):
        """Judge a row that is no longer there: nobody misses one that was only read."""
        choice, lost = self.data.get(f"choose-{form.prefix}"), None
        if self.has_moved or not choice:
            lost = undo.remembered(self.editor.project, part, form)
        if choice == THEIRS or (lost and not _differs(rows, form, lost)):
            self.data[f"{form.prefix}-DELETE"] = "on"
            self.adopted[f"{form.prefix}-DELETE"] = ["on"]
        elif choice:
            self.data[f"{form.prefix}-id"], self.is_moved = "", True
        elif self.has_moved:
            self.clashes.append(_of_row(form))

    def _append(self, rows, texts, after=None):
        total = len(rows.forms) + getattr(rows, "appended", 0)
        rows.appended = getattr(rows, "appended", 0) + 1
        prefix = rows.add_prefix(total)
        self.data[f"{rows.prefix}-TOTAL_FORMS"] = str(total + 1)
        self.data[f"{prefix}-ORDER"] = str(_order_after(rows, after))
        for name, values in texts.items():
            self.data.setlist(f"{prefix}-{name}", values)
        self.adopted[f"{prefix}-id"] = texts.get("id", [])

    def _list(self, rows, part):
        """Bring together rows without ids: each side adds and removes whole ones."""
        before = self.changes.get(part) if self.changes is not None else None
        kept = rows.kept_texts()
        base = before.typed if before else kept if self.changes is not None else []
        mine = [row_texts(form, as_sent) for form in rows.standing]
        for form, texts in zip(rows.standing, mine, strict=True):
            if texts in base and texts not in kept:
                self.data[f"{form.prefix}-DELETE"] = "on"
                self.adopted[f"{form.prefix}-DELETE"] = ["on"]
        for texts in kept:
            if texts not in base and texts not in mine:
                flat = {
                    name + ending: values
                    for name, typed in texts.items()
                    for ending, values in typed.items()
                }
                self._append(rows, flat)


def _order_after(rows, pk) -> int:
    """Return the ORDER that puts a new last form behind the row with this id."""
    if pk is None:
        return len(rows.forms) + 1
    numbers = [form.number for form in rows.rows if form.instance.pk == pk and not form.is_removed]
    return numbers[0] if numbers else len(rows.forms) + 1


def _differs(rows, form, instance) -> bool:
    """Return whether the fields in sight say something else than the row said when it went."""
    was = rows.form(instance=instance, prefix=form.prefix, **rows.options)
    was.fold()
    return any(
        as_kept(was, name) != as_sent(form, name)
        for name in journal.compared(form)
        if name in was.fields
    )


def _of_field(form, name, where, theirs) -> Clash:
    bound, field = form[name], form.fields[name]
    return Clash(
        name=f"choose-{form.add_prefix(name)}",
        label=f"{where}{bound.label}",
        mine=said(field, bound.value()),
        theirs=said(field, form.get_initial_for_field(field, name)),
        href=f"#{field_target(bound)}",
        by=theirs.by if theirs else None,
        at=theirs.at if theirs else None,
    )


def _of_row(form) -> Clash:
    first = form.in_sight[0]
    return Clash(
        name=f"choose-{form.prefix}",
        label=_("Row %(number)d") % {"number": form.number},
        mine=form.what or NOTHING,
        theirs=_("Removed"),
        href=f"#{field_target(first)}",
    )
