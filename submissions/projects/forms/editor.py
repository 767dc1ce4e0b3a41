"""The editor of one project: all of its forms and rows as one, read and saved together."""

from functools import cached_property

from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festival.ui.forms import problems
from festival.ui.suggestions import flat
from submissions.projects.forms.budget import BudgetForm, CostRows, SourceRows
from submissions.projects.forms.copies import CopyRows, ScreenerRows, TrailerForm
from submissions.projects.forms.credits import CreditRows
from submissions.projects.forms.identity import (
    AiUseRows,
    FactsForm,
    LinksForm,
    TitleForm,
    TranslationRows,
    VisibilityForm,
)
from submissions.projects.forms.pictures import (
    DocumentRows,
    DownloadsForm,
    KeptFile,
    NewPicturesForm,
    PictureForm,
    PictureRows,
)
from submissions.projects.forms.showing import PressRows, ReferenceRows, RightRows, ScreeningRows
from submissions.projects.forms.specs import SpecsForm, SubtitleRows
from submissions.projects.forms.submitter import SubmitterForm
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.models import Budget, BudgetLine, Specs, Submitter, Trailer
from submissions.projects.vocabulary import RIGHT_CHOICES, CreditRole, MediaKind

POSTER_HELP = gettext_lazy(
    "Upright, 2:3, at least 1,200 × 1,800 pixels, JPEG, PNG or WebP, up to 20 MB."
)
BANNER_HELP = gettext_lazy("Wide, 16:9, JPEG, PNG or WebP, up to 20 MB.")

# Which forms and rows stand in which section of the page.
PARTS = {
    "title": ("title", "translations"),
    "pictures": ("poster", "banner", "new_pictures", "pictures", "downloads"),
    "specs": ("specs", "subtitles", "facts", "ai_use"),
    "credits": ("credits",),
    "screenings": ("screenings",),
    "rights": ("rights",),
    "budget": ("budget", "costs", "sources"),
    "screener": ("screeners", "trailer", "copies", "documents"),
    "press": ("links", "references", "press"),
    "submitter": ("submitter",),
    "visibility": ("visibility",),
}
ROWS = (
    "translations", "pictures", "subtitles", "ai_use", "credits", "screenings", "rights", "costs",
    "sources", "screeners", "copies", "documents", "references", "press",
)  # fmt: skip

# What a button of the page may add to, shorten, sort or open.
PRESSED = (*ROWS, "specs")


class Editor:
    """The forms of `project` by name in `parts`; bound when `data` is given.

    `project` comes with its specs, budget, trailer and submitter; each kind of row is one query.
    """

    is_conflict = False

    def __init__(self, project, *, data=None, files=None):
        # Rows write into what was sent, where a press made fields appear.
        self.project, self.files = project, files
        self.data = None if data is None else data.copy()
        self.shown_title = project.title
        self.media = list(project.media.all())
        self.parts = self._forms() | self._rows()

    def _form(self, form, prefix=None, **kwargs):
        return form(self.data, self.files, prefix=prefix, **kwargs)

    def _forms(self):
        project, budget = self.project, _one(self.project, "budget", Budget)
        self.kept_currency = budget.currency
        return {
            "title": self._form(TitleForm, instance=project),
            "facts": self._form(FactsForm, instance=project),
            "links": self._form(LinksForm, instance=project),
            "visibility": self._form(VisibilityForm, "visibility", chosen=project.visibility),
            "specs": self._form(
                SpecsForm, instance=_one(project, "specs", Specs), kind=project.kind
            ),
            "budget": self._form(BudgetForm, "budget", instance=budget),
            "trailer": self._form(
                TrailerForm, "trailer", instance=_one(project, "trailer", Trailer)
            ),
            "submitter": self._form(
                SubmitterForm, "submitter", instance=_one(project, "submitter", Submitter)
            ),
            "poster": self._picture(MediaKind.POSTER, POSTER_HELP),
            "banner": self._picture(MediaKind.BANNER, BANNER_HELP),
            "new_pictures": self._form(NewPicturesForm, "new"),
            "downloads": self._form(DownloadsForm, instance=project),
        }

    def _picture(self, kind, help_text):
        there = next((row for row in self.media if row.kind == kind), None)
        return self._form(PictureForm, kind, instance=there, kind=kind, help_text=help_text)

    def _rows(self):
        project = self.project
        lines = list(project.budget_lines.all())
        single = (MediaKind.POSTER, MediaKind.BANNER)
        kept = {
            "translations": (TranslationRows, project.translations),
            "ai_use": (AiUseRows, project.ai_use),
            "subtitles": (SubtitleRows, _one(project, "specs", Specs).subtitles),
            "credits": (CreditRows, project.credits.select_related("person", "organisation")),
            "pictures": (PictureRows, [row for row in self.media if row.kind not in single]),
            "screenings": (ScreeningRows, project.screenings.all()),
            "rights": (RightRows, project.distribution_rights.all()),
            "costs": (CostRows, [row for row in lines if row.side == BudgetLine.COST]),
            "sources": (SourceRows, [row for row in lines if row.side == BudgetLine.SOURCE]),
            "screeners": (ScreenerRows, project.screeners.all()),
            "copies": (CopyRows, project.copies.all()),
            "documents": (DocumentRows, project.documents.all()),
            "references": (ReferenceRows, project.references.all()),
            "press": (PressRows, project.press.all()),
        }
        return {
            name: formset(self.data, self.files, prefix=name, kept=rows, **self._options(name))
            for name, (formset, rows) in kept.items()
            if name != "subtitles" or "subtitles" in SPECS_OF_KIND[project.kind]
        }

    def _options(self, name):
        if name == "credits":
            return {"options": {"kind": self.project.kind}}
        if name in ("costs", "sources"):
            return {"options": {"currency": "", "kept_currency": self.kept_currency}}
        return {}

    def is_valid(self) -> bool:
        """Check every part, so that all problems are told at once."""
        self._tell_currency()
        verdicts = [part.is_valid() for part in self.parts.values()]
        return all(verdicts)

    def _tell_currency(self):
        for name in ("costs", "sources"):
            self.parts[name].options["currency"] = self.parts["budget"].currency

    def begin_row(self, name):
        """Make the newest row of `name` ready to be filled in."""
        if (rows := self.rows.get(name)) is None:
            return
        rows.added = True
        if rows.forms:
            rows.forms[-1].in_sight[0].field.widget.attrs["autofocus"] = True
            if hasattr(rows, "start_last"):
                rows.start_last()

    def keep_quiet(self):
        """Take in what was typed and the files, without telling problems yet."""
        self.is_valid()
        for form in self.every_form:
            told = {
                name: errors
                for name, errors in form.errors.items()
                if isinstance(form.fields.get(name), KeptFile)
            }
            form._errors = ErrorDict(told)
        for rows in self.rows.values():
            rows._non_form_errors = ErrorList()

    def forget_strange_ids(self, data):
        """Clear in `data` the ids of rows that the project does not have."""
        for prefix, rows in self.rows.items():
            ids = {str(row.pk) for row in rows.kept if hasattr(row, "pk")}
            own = [key for key in data if key.startswith(f"{prefix}-") and key.endswith("-id")]
            for key in own:
                if data[key] not in ids:
                    data[key] = ""

    @cached_property
    def rows(self):
        return {name: self.parts[name] for name in ROWS if name in self.parts}

    @property
    def every_form(self):
        plain = [part for name, part in self.parts.items() if name not in ROWS]
        return plain + [form for rows in self.rows.values() for form in rows.forms]

    @property
    def role_names(self):
        return CreditRole.labels

    @property
    def right_names(self):
        return [label for _code, label in flat(RIGHT_CHOICES)]

    @property
    def revision(self):
        """The revision that the typed text was made from, which a press of a button keeps."""
        if self.data is None or self.is_conflict:
            return self.project.revision
        return revision_in(self.data)

    def of_section(self, key):
        """Return the parts of one section; the director's fields are those of the credits."""
        return [self.parts[name] for name in PARTS.get(key, ()) if name in self.parts]

    @cached_property
    def problems(self):
        """Every problem as {"text", "href"}, in the order of the page."""
        return [found for key in PARTS for found in problems(*self.of_section(key))]

    def problem_count(self, key) -> int:
        return len(problems(*self.of_section(key)))

    @property
    def portraits(self):
        """The newest portrait of each credit, by the credit's id."""
        return {row.credit_id: row for row in self.media if row.kind == MediaKind.PORTRAIT}

    def new_bytes(self) -> int:
        """Return how many bytes of new files the forms hold."""
        kept = []
        for form in self.every_form:
            for name, field in form.fields.items():
                if isinstance(field, KeptFile):
                    value = form.cleaned_data.get(name)
                    kept += value if isinstance(value, list) else [value]
        return sum(each["size"] for each in kept if each)

    def refuse(self, part, field, sentence):
        self.parts[part].add_error(field, sentence)


def _one(project, name, model):
    """Return the row that a project has once, or a new one where it never had it."""
    row = getattr(project, name, None)
    if row is None:
        row = model(project=project)
        setattr(project, name, row)
    return row


def revision_in(data) -> int:
    """Return the revision that the posted form was made from; 0, which none is, when unreadable."""
    text = data.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def default_alt(kind, title) -> str:
    if kind == MediaKind.POSTER:
        return _("Poster of %(title)s") % {"title": title}
    return ""
