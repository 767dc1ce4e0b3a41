"""Plain widgets without a template each: a long end roll has thousands of options."""

from django.forms.renderers import DjangoTemplates
from django.utils.html import escape
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
        attrs["value"] = widget["value"]
    return SafeString(f"<input{_attrs(attrs | widget['attrs'])}>")


def _textarea(widget) -> SafeString:
    attrs = _attrs({"name": widget["name"]} | widget["attrs"])
    # The parser drops the first line break after the tag, so a typed one needs this one before it.
    return SafeString(f"<textarea{attrs}>\n{escape(widget['value'] or '')}</textarea>")


def _select(widget) -> SafeString:
    attrs = _attrs({"name": widget["name"]} | widget["attrs"])
    groups = "".join(_group(label, options) for label, options, _index in widget["optgroups"])
    return SafeString(f"<select{attrs}>{groups}</select>")


def _group(label, options) -> str:
    rows = "".join(map(_option, options))
    return f'<optgroup label="{escape(label)}">{rows}</optgroup>' if label else rows


def _option(option) -> str:
    chosen = " selected" if option["selected"] else ""
    return f'<option value="{escape(option["value"])}"{chosen}>{escape(option["label"])}</option>'


def _attrs(attrs) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(value)}"'
        for name, value in attrs.items()
        if value is not False and value is not None
    )


_INPUTS = ("text", "number", "email", "url", "password", "hidden", "checkbox")
_WRITERS = {f"django/forms/widgets/{name}.html": _input for name in _INPUTS}
_WRITERS |= {
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}
QUICK = QuickRenderer()
