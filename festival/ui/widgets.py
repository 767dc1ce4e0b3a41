"""Form widgets that one name in Django's own set does not cover; each works without script."""

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from festival.ui.suggestions import flat


class PortalWidget:
    """Mix into a widget: render its template from the site's own templates, in the admin too."""

    def render(self, name, value, attrs=None, renderer=None):
        return render_to_string(self.template_name, self.get_context(name, value, attrs))


class PartsWidget(PortalWidget, forms.MultiWidget):
    """Some short labelled inputs under one legend; its value is the list of typed texts.

    A single text under the bare name (from an import or the API) counts as typed in the first part.
    """

    template_name = "portal/widgets/parts.html"
    use_fieldset = True
    parts: dict = {}

    def __init__(self, attrs=None):
        super().__init__({key: self.part(key) for key in self.parts}, attrs)

    def part(self, key):
        return forms.TextInput(
            {"class": "input w-s", "inputmode": "numeric", "size": 4, "autocomplete": "off"}
        )

    def value_from_datadict(self, data, files, name):
        values = super().value_from_datadict(data, files, name)
        if not any(values) and data.get(name):
            values[0] = data[name]
        return values

    def value_omitted_from_data(self, data, files, name):
        return name not in data and super().value_omitted_from_data(data, files, name)

    def id_for_label(self, id_):
        return f"{id_}_{next(iter(self.parts))}" if id_ else id_

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        id_ = context["widget"]["attrs"].get("id")
        for (key, label), part in zip(
            self.parts.items(), context["widget"]["subwidgets"], strict=True
        ):
            part["label"] = label
            part["attrs"]["id"] = f"{id_ or name}_{key}"
            part["attrs"].pop("required", None)
        return context


class DurationWidget(PartsWidget):
    """Hours, minutes and seconds; "1:38:20" or "98 min" in any one of them is understood."""

    parts = {"h": _("Hours"), "m": _("Minutes"), "s": _("Seconds")}

    def decompress(self, value):
        if value in (None, ""):
            return ["", "", ""]
        minutes, seconds = divmod(int(value), 60)
        return [minutes // 60, minutes % 60, seconds]


class PartialDateWidget(PartsWidget):
    """Day, month and year, of which only the year is needed; ISO 8601 text in one is understood."""

    parts = {"d": _("Day"), "m": _("Month"), "y": _("Year")}

    def decompress(self, value):
        year, _dash, rest = str(value or "").partition("-")
        month, _dash, day = rest.partition("-")
        return [day.lstrip("0"), month.lstrip("0"), year]

    def value_from_datadict(self, data, files, name):
        values = super().value_from_datadict(data, files, name)
        if not any(values[1:]) and values[0] and len(values[0].strip()) >= 4:
            return ["", "", values[0]]
        return values


class MoneyWidget(PartsWidget):
    """An amount joined to its currency."""

    template_name = "portal/widgets/money.html"
    parts = {"amount": _("Amount"), "currency": _("Currency")}

    def part(self, key):
        if key == "currency":
            return forms.Select({"class": "select"})
        return forms.TextInput({"class": "input", "inputmode": "decimal", "autocomplete": "off"})

    def set_currencies(self, choices):
        """Offer these pairs of code and name; a callable is asked at each rendering."""
        self.widgets[1].choices = choices

    def decompress(self, value):
        return list(value) if value else ["", ""]


class ChoiceParts(PortalWidget):
    """Mix into a choice widget: each option may carry a shape or a note for the template."""

    def __init__(self, attrs=None, choices=(), *, shapes=None, notes=None):
        super().__init__(attrs, choices)
        self.shapes, self.notes = shapes or {}, notes or {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"].pop("aria-invalid", None)
        option["shape"] = self.shapes.get(str(value), "")
        option["note"] = self.notes.get(str(value), "")
        return option


class SegRadios(ChoiceParts, forms.RadioSelect):
    """A few short choices side by side; `shapes` maps a value to the class of its ratio glyph."""

    template_name = "portal/widgets/seg.html"


class CardRadios(ChoiceParts, forms.RadioSelect):
    """A few choices that need a sentence each; `notes` maps a value to that sentence."""

    template_name = "portal/widgets/cards.html"


class Checks(ChoiceParts, forms.CheckboxSelectMultiple):
    """Up to about a dozen tick boxes, all in sight."""

    template_name = "portal/widgets/checks.html"


class PickMany(ChoiceParts, forms.CheckboxSelectMultiple):
    """A long list of tick boxes (countries, languages, genres) that folds to the names ticked."""

    template_name = "portal/widgets/pickmany.html"
    narrow_from = 15

    def id_for_label(self, id_, index=None):
        return id_

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        options = [option for _group, group, _index in widget["optgroups"] for option in group]
        widget["picked"] = [option["label"] for option in options if option["selected"]]
        widget["is_long"] = len(options) >= self.narrow_from
        widget["title"] = self.attrs.get("data-title", "")
        return context


class NamesInput(forms.TextInput):
    """Names typed with commas between; script suggests from the list at `choices/<source>/`.

    A list of all languages has 700 rows: as boxes or options it would outweigh the whole page. A
    short one may be `listed` below the line, as pairs of code and name.
    """

    def __init__(self, attrs=None, *, source="", many=True, listed=()):
        super().__init__({"autocomplete": "off", "spellcheck": "false"} | (attrs or {}))
        self.source, self.many, self.listed = source, many, listed

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return attrs | {
            "data-names": reverse("choices", args=[self.source]),
            "data-many": self.many,
        }

    def render(self, name, value, attrs=None, renderer=None):
        line = super().render(name, value, attrs, renderer)
        if not self.listed:
            return line
        names = [str(label) for _code, label in flat(self.listed)]
        return render_to_string("portal/widgets/names.html", {"line": line, "names": names})


class PictureInput(PortalWidget, forms.FileInput):
    """A file field for one picture, on a wide target."""

    template_name = "portal/widgets/picture.html"

    def __init__(self, attrs=None):
        super().__init__({"accept": "image/jpeg,image/png,image/webp"} | (attrs or {}))
