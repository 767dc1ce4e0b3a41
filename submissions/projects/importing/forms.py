"""What a person fills in to import a listing, a file or parts of an earlier project."""

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.ui.forms import PortalForm
from festival.ui.widgets import Checks
from submissions.projects.forms.new import NewProjectForm
from submissions.projects.importing import given, ours
from submissions.projects.importing.taking import COPIED

LONGEST_FILE = 4 * ours.LONGEST

PARTS = {
    "identity": _("Texts, genres and facts"),
    "specs": _("Specifications"),
    "credits": _("Credits"),
    "budget": _("Budget"),
    "screenings": _("Screenings and awards"),
    "rights": _("Rights and distribution"),
    "press": _("Press and links"),
    "trailer": _("Trailer"),
    "visibility": _("Who can see it"),
}


class Giving(PortalForm):
    """Mix into a form: a text or a file, of which one is enough; `given` is what it holds."""

    given = None

    def clean(self):
        cleaned = super().clean()
        name, text = self._typed(cleaned)
        if len(text) > ours.LONGEST:
            self.add_error(name, _t("The text is too long: at most 400,000 characters"))
        elif text.strip():
            try:
                self.given = given.read(text)
            except ValueError as error:
                self.add_error(name, str(error))
        return cleaned

    def _typed(self, cleaned):
        if file := cleaned.get("file"):
            return "file", self._decoded(file)
        return "text", cleaned.get("text") or ""

    def _decoded(self, file) -> str:
        if file.size > LONGEST_FILE:
            self.add_error(
                "file", _t("The file is too large: a record has at most 400,000 characters")
            )
            return ""
        try:
            return file.read().decode()
        except UnicodeDecodeError:
            self.add_error("file", _t("This is not a file that this site made: it cannot be read"))
            return ""


def _text_field():
    return forms.CharField(
        label=_("Text of the page"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "dir": "auto", "spellcheck": "false"}),
        help_text=_("Select all on the page of your listing, copy, and paste it here."),
    )


def _file_field():
    return forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput({"accept": "application/json,.json,text/plain,.txt"}),
        help_text=_("The JSON of a project from this site, or the page saved as text."),
    )


class GivenForm(Giving, forms.Form):
    """The first step of an import; without a text and a file there is nothing to read."""

    text = _text_field()
    file = _file_field()

    def clean(self):
        cleaned = super().clean()
        if self.given is None and not self.errors:
            self.add_error("text", _t("Paste the text of a page, or choose a file"))
        return cleaned


class BeginForm(Giving, NewProjectForm):
    """A new project: kind and title, and what it may begin with; `projects` are one's own."""

    needed = frozenset({"title"})

    earlier = forms.ChoiceField(label=_("Earlier project"), required=False)
    parts = forms.MultipleChoiceField(
        label=_("Take over"),
        choices=list(PARTS.items()),
        required=False,
        widget=Checks,
        initial=[part for part in COPIED if part not in ("screenings", "press", "trailer")],
    )
    text = _text_field()
    file = _file_field()

    def __init__(self, *args, projects, **kwargs):
        super().__init__(*args, **kwargs)
        self.by_code = {project.code: project for project in projects}
        labels = {
            code: f"{row.title} ({row.get_kind_display()})" for code, row in self.by_code.items()
        }
        self.fields["earlier"].choices = [("", _("None")), *labels.items()]
        self.fields["title"].required = False
        if not labels:
            del self.fields["earlier"], self.fields["parts"]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("title") and "title" not in self.errors:
            cleaned["title"] = (self.given.title if self.given else "")[:250]
            if not cleaned["title"]:
                self.add_error("title", _t("Fill in “Title”"))
        earlier = self.by_code.get(cleaned.get("earlier"))
        if earlier and cleaned.get("kind") and earlier.kind != cleaned["kind"]:
            sentence = _t("Choose “%(kind)s”, the kind of the earlier project, or no earlier one")
            self.add_error("kind", sentence % {"kind": earlier.get_kind_display()})
        return cleaned | {"earlier": earlier}
