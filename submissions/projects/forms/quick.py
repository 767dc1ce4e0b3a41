"""Plain widgets without a template each: a long end roll has thousands of options."""

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class QuickRenderer(DjangoTemplates):
    """Writes Django's simplest widgets itself and leaves all others to their templates."""

    def render(self, template_name, context, request=None):
        write = _WRITERS.get(template_name)
        if write is None:
            return super().render(template_name, context, request)
        return write(context["widget"])


def _input(widget) -> SafeString:
    attrs = {"type": widget["type"], "name": widget["name"]}
    if widget["value"] is not None:
        attrs["value"] = str(widget["value"])
    return format_html("<input{}>", flatatt(attrs | widget["attrs"]))


def _textarea(widget) -> SafeString:
    attrs = flatatt({"name": widget["name"]} | widget["attrs"])
    # The parser drops the first line break after the tag, so a typed one needs this one before it.
    return format_html("<textarea{}>\n{}</textarea>", attrs, widget["value"] or "")


def _select(widget) -> SafeString:
    groups = format_html_join("", "{}", ((_group(*group),) for group in widget["optgroups"]))
    attrs = flatatt({"name": widget["name"]} | widget["attrs"])
    return format_html("<select{}>{}</select>", attrs, groups)


def _group(label, options, _index) -> SafeString:
    rows = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((each["value"], _MARK[bool(each["selected"])], each["label"]) for each in options),
    )
    return format_html('<optgroup label="{}">{}</optgroup>', label, rows) if label else rows


_MARK = {True: flatatt({"selected": True}), False: flatatt({})}
_INPUTS = ("text", "number", "email", "url", "password", "hidden", "checkbox")
_WRITERS = {f"django/forms/widgets/{name}.html": _input for name in _INPUTS}
_WRITERS |= {
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}
QUICK = QuickRenderer()
