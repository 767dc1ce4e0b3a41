"""Rows of a project: matched by id within the rows that it has, never by what a browser claims."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.formsets import Rows
from submissions.projects.forms.base import RecordForm
from submissions.projects.forms.folding import OF_THE_ROW, Folding
from submissions.projects.forms.quick import QUICK
from submissions.projects.forms.typed import NOTHING, as_kept, as_sent, said

MOST = 100


class RowForm(Folding, RecordForm):
    """One row; what is not in its `main` fields comes once the row is opened."""

    is_foreign = False
    said = ""  # a line about the row that its page shows below its fields

    def has_changed(self):
        return bool(set(self.changed_data) - OF_THE_ROW)

    @property
    def what(self):
        """A few words that tell the row from others."""
        told = [said(field.field, field.value()) for field in self.in_sight[:3]]
        return ", ".join(text for text in told if text != NOTHING)

    @property
    def hidden(self):
        """Name and text of all that was typed into a removed row, but for passwords."""
        for name in self.fields:
            if "password" not in name and name not in OF_THE_ROW:
                for ending, texts in as_sent(self, name).items():
                    yield from ((self.add_prefix(name) + ending, text) for text in texts)

    def clean(self):
        cleaned = super().clean()
        if self.is_foreign:
            raise forms.ValidationError(
                _("This row is no longer part of the project. Add it again if it is needed")
            )
        return cleaned


class ListRows(Rows, forms.BaseFormSet):
    """Rows that a JSON column of the project holds as a list of dicts."""

    def __init__(self, *args, kept=(), **kwargs):
        self.kept = list(kept)
        super().__init__(*args, **kwargs)

    def initial_form_count(self):
        return 0

    def total_form_count(self):
        return super().total_form_count() if self.is_bound else len(self.kept)

    def _construct_form(self, i, **kwargs):
        known = self.kept[i] if not self.is_bound and i < len(self.kept) else None
        return super()._construct_form(i, **kwargs | {"initial": known})

    @property
    def shown(self):
        """The rows, of which only the first with a hint prints it; the others point to it."""
        rows, said = self.rows, {}
        for form in rows:
            for field in [] if form.is_removed else form.in_sight:
                if field.help_text and not field.errors:
                    key = field.name, str(field.help_text)
                    first = said.setdefault(key, f"{field.auto_id}_helptext")
                    if first != f"{field.auto_id}_helptext":
                        field.help_text = ""
                        field.field.widget.attrs["aria-describedby"] = first
        return rows

    @property
    def standing(self):
        """The forms that stand for a row, in their order."""
        return [form for form in self.rows if not form.is_removed and form.has_changed()]

    def kept_texts(self):
        """Return the kept rows as `row_texts` gives those that were typed."""
        return [row_texts(self.form(initial=row), as_kept) for row in self.kept]

    def values(self):
        """Return the list of dicts that the column is to hold."""
        names = [name for name in self.form.base_fields if name not in OF_THE_ROW]
        return [{name: form.cleaned_data[name] for name in names} for form in self.standing]


class ModelRows(ListRows):
    """Rows with a table of their own; `kept` are those of the project, as the caller may see them.

    Each row names itself by a hidden id; an id that is not among `kept`, or that comes twice, is
    refused.
    """

    def __init__(self, *args, kept=(), options=None, **kwargs):
        super().__init__(*args, kept=kept, **kwargs)
        self.by_id = {str(row.pk): row for row in self.kept}
        self.options = options or {}
        self._taken = set()

    def _construct_form(self, i, **kwargs):
        row, claimed = self._row_of(i)
        given = self.options | {"instance": row, "empty_permitted": row is None and not claimed}
        form = forms.BaseFormSet._construct_form(self, i, **given | kwargs)
        form.is_foreign = bool(claimed) and row is None
        form.fold()
        return form

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["id"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=form.instance.pk
        )

    def start_last(self):
        """Write into the posted values what the newest row starts with, such as its kind."""
        form = self.forms[-1]
        for name, field in form.fields.items():
            key, value = form.add_prefix(name), form.get_initial_for_field(field, name)
            if value and key not in self.data:
                self.data[key] = "on" if value is True else str(value)

    def _row_of(self, i):
        if not self.is_bound:
            return (self.kept[i] if i < len(self.kept) else None), ""
        claimed = self.data.get(f"{self.add_prefix(i)}-id", "")
        row = None if claimed in self._taken else self.by_id.get(claimed)
        self._taken.add(claimed)
        return row, claimed

    @property
    def standing(self):
        here = (form for form in self.rows if not form.is_removed)
        return [form for form in here if form.instance.pk or form.has_changed()]

    @property
    def gone(self):
        return [form.instance for form in self.rows if form.is_removed and form.instance.pk]

    def save(self, *, project, by):
        """Write the rows in their order and delete those that were removed.

        The number of queries does not grow with the rows, and a row that says what it said before
        in the place where it was is not written.
        """
        if gone := [row.pk for row in self.gone]:
            self.form._meta.model.objects.filter(pk__in=gone).delete()
        changed, moved = self._place(project)
        self.fill_all(changed, by=by)
        table = self.form._meta.model.objects
        rows = [form.instance for form in changed]
        known, fresh = [row for row in rows if row.pk], [row for row in rows if not row.pk]
        table.bulk_create(fresh)
        if known:
            table.bulk_create(
                known,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=written_columns(table.model),
            )
        table.bulk_update(moved, ["position"], batch_size=300)

    def _place(self, project):
        """Return the forms to be written, and the rows that only change their place."""
        changed, moved = [], []
        for place, form in enumerate(self.standing, start=1):
            row, has_changed = form.instance, not form.instance.pk or form.has_changed()
            if has_changed or row.position != place:
                row.project, row.position = project, place
                (changed.append(form) if has_changed else moved.append(row))
        return changed, moved

    def fill_all(self, forms, *, by):
        """Set on the rows what the forms' own fields do not."""
        for form in forms:
            self.fill(form, form.instance, by=by)

    def fill(self, form, row, *, by):
        """Do the same for one row; a subclass says what."""


def row_texts(form, texts_of) -> dict:
    """Return what `texts_of`, as_kept or as_sent, gives for each field of a row."""
    return {name: texts_of(form, name) for name in form.fields if name not in OF_THE_ROW}


def written_columns(model):
    """Return what of a row may be written again."""
    columns = model._meta.concrete_fields
    kept = (each for each in columns if not getattr(each, "auto_now_add", False))
    return [each.name for each in kept if not each.primary_key]


def rows_of(form, formset=ModelRows, most=MOST):
    """Return a formset class of rows that can be added, removed and moved."""
    return forms.formset_factory(
        form,
        formset=formset,
        extra=0,
        can_order=True,
        can_delete=True,
        max_num=most,
        validate_max=True,
        absolute_max=most + 20,
        renderer=QUICK,
    )
