"""Layout objects of our forms beside those of crispy-forms."""

from crispy_forms.layout import LayoutObject, Submit
from django.template.loader import render_to_string


class Part(LayoutObject):
    """A section of a long form: a heading, one sentence of help, its fields.

    `counts` in the template's context may hold a short text per css_id ("6 of 6").
    """

    template = "portal/layout/part.html"

    def __init__(self, title, *fields, css_id, note=""):
        self.title = title
        self.fields = list(fields)
        self.css_id = css_id
        self.note = note

    def render(self, form, context, template_pack=None, **kwargs):
        fields = self.get_rendered_fields(form, context, template_pack or "portal", **kwargs)
        count = (context.get("counts") or {}).get(self.css_id, "")
        return render_to_string(self.template, {"part": self, "fields": fields, "count": count})


class MainButton(Submit):
    """The one dark button of a view."""

    field_classes = "btn--main"


class LampButton(Submit):
    """The button that sends or pays; nothing else is amber."""

    field_classes = "btn--lamp btn--big"
