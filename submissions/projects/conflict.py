"""What differs between the typed editor and what somebody else has saved in the meantime."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festival.ui.forms import field_target
from submissions.projects.forms.pictures import KeptFile
from submissions.projects.forms.rows import OF_THE_ROW

_NOTHING = "–"
_LISTS = {
    "translations": gettext_lazy("Translations"),
    "subtitles": gettext_lazy("Subtitles"),
    "ai_use": gettext_lazy("Use of AI"),
}


@dataclass(frozen=True)
class Difference:
    """One field: what stands in the project, what is typed here, and where it is on the page."""

    label: str
    saved: str
    typed: str
    href: str = ""


def differences(editor) -> list[Difference]:
    """Return every field and row in which the bound `editor` differs from its project."""
    found = []
    for name, part in editor.parts.items():
        if name not in editor.rows:
            found += _of_form(part, "")
        elif hasattr(part, "by_id"):
            found += _of_rows(part)
        else:
            found += _of_list(name, part)
    return found


def _of_form(form, where) -> Iterator[Difference]:
    for name in form.changed_data:
        field = form.fields[name]
        if name in OF_THE_ROW or isinstance(field, KeptFile):
            continue
        bound = form[name]
        yield Difference(
            label=f"{where}{bound.label}",
            saved=said(field, form.get_initial_for_field(field, name)),
            typed=_NOTHING if "password" in name else said(field, bound.value()),
            href=f"#{field_target(bound)}",
        )


def _of_list(name, rows) -> Iterator[Difference]:
    kept, typed = [_line(row) for row in rows.kept], [_line_of(form) for form in rows.standing]
    if kept != typed:
        yield Difference(
            label=_LISTS[name],
            saved="; ".join(kept) or _NOTHING,
            typed="; ".join(typed) or _NOTHING,
            href=f"#rows-{rows.prefix}",
        )


def _line(row: dict) -> str:
    return ", ".join(str(value) for value in row.values() if value)


def _line_of(form) -> str:
    return _line({name: form[name].value() for name in form.fields if name not in OF_THE_ROW})


def _of_rows(rows) -> Iterator[Difference]:
    there = {form.instance.pk for form in rows.forms if hasattr(form, "instance")}
    for row in rows.kept:
        if hasattr(row, "pk") and row.pk not in there:
            yield Difference(label=str(row), saved=_("Added, and stays"), typed=_NOTHING)
    for form in rows.rows:
        if form.is_removed:
            if getattr(form, "instance", None) and form.instance.pk:
                yield Difference(label=str(form.instance), saved=_("There"), typed=_("Removed"))
        elif form.has_changed():
            yield from _of_form(form, f"{form.number}. ")


def said(field, value) -> str:
    """Return a value as the page shows it, whether it was kept or typed."""
    value = field.prepare_value(value)
    labels = _labels(field)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(labels.get(str(each), each)) for each in value if each)
    return str(labels.get(str(value), value) or _NOTHING) if value is not None else _NOTHING


def _labels(field) -> dict:
    flat = {}
    for code, label in getattr(field, "choices", ()):
        pairs = label if isinstance(label, (list, tuple)) else [(code, label)]
        flat |= {str(each): text for each, text in pairs}
    return flat
