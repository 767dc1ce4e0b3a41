"""The aspect ratio: the usual ones by their shape, any other typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.widgets import PortalWidget, SegRadios
from submissions.projects.forms.fields import RatioText

OWN = "own"
USUAL = [
    ("1.33:1", "1.33"),
    ("1.66:1", "1.66"),
    ("1.78:1", "16:9"),
    ("1.85:1", "1.85"),
    ("2.39:1", "2.39"),
    (OWN, _("Other")),
]
SHAPES = {"1.33:1": "r133", "1.66:1": "r166", "1.78:1": "r178", "1.85:1": "r185", "2.39:1": "r239"}


class RatioWidget(PortalWidget, forms.MultiWidget):
    """Radio buttons and a line beside them; its value is the one text of both."""

    template_name = "submissions/projects/widgets/ratio.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        line = forms.TextInput({"class": "input w-s", "autocomplete": "off"})
        super().__init__({"usual": SegRadios(choices=USUAL, shapes=SHAPES), "own": line}, attrs)

    def decompress(self, value):
        if not value:
            return ["", ""]
        return [value, ""] if value in SHAPES else [OWN, value]

    def value_from_datadict(self, data, files, name):
        usual, own = super().value_from_datadict(data, files, name)
        if usual and usual != OWN:
            return usual
        return own or data.get(name, "")

    def value_omitted_from_data(self, data, files, name):
        return name not in data and super().value_omitted_from_data(data, files, name)

    def id_for_label(self, id_):
        return f"{id_}_0_0" if id_ else id_


class RatioField(RatioText):
    widget = RatioWidget
