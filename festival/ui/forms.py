"""What all forms of the portal share: the crispy layout helper, the summary, lists by filter."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.functional import cached_property

from festival.ui.words import speak_plainly


class PortalForm:
    """Mix into a form: no browser validation, no colons, our own words for errors, a layout.

    `is_spoken` says that the fields have their sentences already. `layout` is a list of fields and
    layout objects. Fields in `needed` are asked for later though
    a draft may lack them, so they are not marked as optional.
    """

    use_required_attribute = False
    is_spoken = False
    layout: list = []
    needed: frozenset = frozenset()

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if self.is_bound and not self.is_spoken:
            speak_plainly(self)

    @cached_property
    def helper(self):
        return layout_of(self.layout or self.fields)


def layout_of(fields):
    """Return the crispy helper that writes these fields and layout objects and nothing around."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*fields)
    return helper


def problems(*forms_and_formsets):
    """Return [{"text", "href"}] for every error of the forms and formsets given, in page order."""
    found = []
    for item in forms_and_formsets:
        if item is None or not item.is_bound:
            continue
        if hasattr(item, "management_form"):
            anchor = f"#rows-{item.prefix}"
            found += [{"text": text, "href": anchor} for text in item.non_form_errors()]
            found += problems(*(form for form in item.forms if not _is_gone(form)))
        else:
            found += _of_form(item)
    return found


def field_target(bound_field):
    """Return the id of the control (or of a group's first control) of a field."""
    widget = bound_field.field.widget
    if isinstance(widget, forms.RadioSelect) and not bound_field.id_for_label:
        return f"{bound_field.auto_id}_0"
    return bound_field.id_for_label or f"{bound_field.auto_id}_0"


def _of_form(form):
    found = [{"text": text, "href": ""} for text in form.non_field_errors()]
    for field in form:
        found += [{"text": text, "href": f"#{field_target(field)}"} for text in field.errors]
    return found


def _is_gone(form):
    return form in getattr(form, "deleted_forms", []) or bool(
        form.fields.get("DELETE") and form["DELETE"].value()
    )


class FilterForm(forms.Form):
    """A list by GET: filters, order, page and the addresses of all of these, in one place.

    A subclass declares one field per key, gives `filter_<key>(queryset, value)` for each that
    filters, and `sorts` as {key: order_by fields}, the first being the default. A value that
    does not fit is left out; a list page never answers with an error.
    """

    use_required_attribute = False
    page_size = 24
    sorts: dict = {}

    def __init__(self, data=None, **kwargs):
        super().__init__(data if data is not None else QueryDict(), **kwargs)

    @property
    def chosen(self):
        """Return {key: value} of the filters that fit, without empty ones."""
        self.is_valid()
        cleaned = self.cleaned_data
        return {key: cleaned[key] for key in self.fields if cleaned.get(key) not in (None, "", [])}

    @property
    def sort(self):
        wanted = self.data.get("sort", "")
        return wanted if wanted in self.sorts else next(iter(self.sorts), "")

    def filtered(self, queryset):
        for key, value in self.chosen.items():
            narrow = getattr(self, f"filter_{key}", None)
            if narrow is not None:
                queryset = narrow(queryset, value)
        return queryset

    def ordered(self, queryset):
        return queryset.order_by(*self.sorts[self.sort]) if self.sort else queryset

    def results(self, queryset):
        return self.ordered(self.filtered(queryset))

    def page(self, queryset):
        """Return the page asked for; the first or last one when the number makes no sense."""
        return Paginator(self.results(queryset), self.page_size).get_page(self.data.get("page"))

    def chips(self):
        """Return [{"label", "query"}]: each value in use and the address without it."""
        return [
            {"label": label, "query": self._without(key, raw)}
            for key, value in self.chosen.items()
            if key not in ("q", "sort", "page")
            for raw, label in self._labels(key, value)
        ]

    def _labels(self, key, value):
        names = {str(k): v for k, v in getattr(self.fields[key], "choices", []) or []}
        values = value if isinstance(value, (list, tuple)) else [value]
        if names:
            return [(str(v), names.get(str(v), v)) for v in values]
        return [(str(v), f"{self.fields[key].label}: {v}") for v in values]

    def _without(self, key, raw):
        data = self.data.copy()
        if hasattr(data, "setlist"):
            data.setlist(key, [v for v in data.getlist(key) if v != raw])
            if not isinstance(self.fields[key], forms.MultipleChoiceField):
                data.setlist(key, [])
            data.pop("page", None)
        return f"?{data.urlencode()}"
