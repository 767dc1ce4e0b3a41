"""A name typed into a credit, and the person whom somebody chose from those offered for it."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from submissions.projects.models import Person


class PersonName(str):
    """A name as typed; `code` is that of the person chosen for it, or empty."""

    code = ""


class PersonInput(forms.TextInput):
    """A line for the name; script offers people and keeps the code of the chosen one beside it."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return attrs | {"data-people": reverse("people_known")}

    def value_from_datadict(self, data, files, name):
        typed = super().value_from_datadict(data, files, name)
        return typed and _named(typed, data.get(f"{name}_person", ""))

    def render(self, name, value, attrs=None, renderer=None):
        line = super().render(name, value, attrs, renderer)
        code = getattr(value, "code", "")
        if not code:
            return line
        hidden = format_html('<input type="hidden" name="{}_person" value="{}">', name, code)
        return line + hidden


class PersonField(forms.CharField):
    """A PersonName without spaces around it; the code is not looked at here."""

    widget = PersonInput

    def to_python(self, value):
        return _named(super().to_python(value), getattr(value, "code", ""))

    def clean(self, value):
        return _named(super().clean(value), getattr(value, "code", ""))

    def has_changed(self, initial, data):
        return bool(getattr(data, "code", "")) or super().has_changed(initial, data)


def _named(text, code: str) -> PersonName:
    named = PersonName(text or "")
    named.code = code if code.isascii() and code.isalnum() and len(code) <= 10 else ""
    return named


def chosen_people(names, *, by) -> dict[str, Person]:
    """Return by code the people chosen for `names` whom `by` may name; one query, none for none."""
    codes = {name.code for name in names if name.code}
    rows = Person.objects.nameable_by(by).filter(code__in=codes) if codes else ()
    return {person.code: person for person in rows}
