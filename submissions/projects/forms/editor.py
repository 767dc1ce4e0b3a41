"""The editor of one project: all of its forms and rows as one, read and saved together."""

from functools import cached_property

from django.forms.utils import ErrorDict, ErrorList
from django.http import QueryDict
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

_PICTURES = {MediaKind.POSTER: POSTER_HELP, MediaKind.BANNER: BANNER_HELP}

# What a button of the page may add to, shorten, sort or open.
PRESSED = (*ROWS, "specs")


class Editor:
    """The forms of `project` by name in `parts`; bound when `data` is given.

    `project` comes with its specs, budget, trailer and submitter; each kind of row is one query.
    With `only`, the key of a section, it holds the parts of that one. `drafts` are the Drafts of
    sections, by key: where nothing was sent, these sections are bound to them.
    """

    def __init__(self, project, *, data=None, files=None, only=None, drafts=None):
        self.project, self.files, self.only = project, files, only
        # Rows write into what was sent, where a press made fields appear.
        self.data = None if data is None else data.copy()
        self.kept = {} if data is not None else drafts or {}
        self.drafts = {key: posted(draft) for key, draft in self.kept.items()}
        self.shown_title = project.title
        self.clashes = []
        self.kept_currency = _one(project, "budget", Budget).currency
        self.section_of = {name: key for key in self.keys for name in PARTS[key]}
        self._count_from_nought()
        self.parts = self._forms() | self._rows()

    def _count_from_nought(self):
        """Say for each set of rows what Django asks for, and what is the same for all."""
        for name, key in self.section_of.items():
            sent = self.drafts.get(key) if self.data is None else self.data
            if name in ROWS and sent is not None:
                sent.setdefault(f"{name}-INITIAL_FORMS", "0")

    @property
    def keys(self):
        """The sections whose parts are here."""
        return (self.only,) if self.only else tuple(PARTS)

    @cached_property
    def media(self):
        return list(self.project.media.all())

    def _sent(self, name):
        """Return what was sent of a part, or what was kept of it, or None."""
        draft = self.drafts.get(self.section_of[name])
        return (self.data, self.files) if draft is None else (draft, None)

    def _forms(self):
        return {name: self._form(name) for name in _FORMS if name in self.section_of}

    def _form(self, name):
        form, prefix, row = _FORMS[name]
        kwargs = {"instance": row(self.project)} if row else {}
        if name == "visibility":
            kwargs["chosen"] = self.project.visibility
        elif name == "specs":
            kwargs["kind"] = self.project.kind
        elif name in _PICTURES:
            there = next((row for row in self.media if row.kind == name), None)
            kwargs |= {"instance": there, "kind": MediaKind(name), "help_text": _PICTURES[name]}
        return form(*self._sent(name), prefix=prefix, **kwargs)

    def _rows(self):
        here = [name for name in ROWS if name in self.section_of]
        if "subtitles" not in SPECS_OF_KIND[self.project.kind]:
            here = [name for name in here if name != "subtitles"]
        return {name: self._formset(name) for name in here}

    def _formset(self, name):
        formset, kept = _ROWS[name]
        kwargs = {"prefix": name, "kept": kept(self)}
        if name == "credits":
            kwargs["options"] = {"kind": self.project.kind}
        elif name in ("costs", "sources"):
            kwargs["options"] = {"currency": "", "kept_currency": self.kept_currency}
        return formset(*self._sent(name), **kwargs)

    @cached_property
    def budget_lines(self):
        return list(self.project.budget_lines.all())

    def is_valid(self) -> bool:
        """Check every part, so that all problems are told at once."""
        self._tell_currency()
        verdicts = [part.is_valid() for part in self.parts.values()]
        return all(verdicts)

    def _tell_currency(self):
        if "budget" not in self.parts:
            return
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
        return self.project.revision if self.data is None else revision_in(self.data)

    def claimed(self, name) -> set[int]:
        """Return the ids that the sent rows of `name` carry."""
        rows = self.rows.get(name)
        if rows is None or not rows.is_bound:
            return set()
        texts = (rows.data.get(f"{form.prefix}-id", "") for form in rows.forms)
        return {int(text) for text in texts if text.isascii() and text.isdigit()}

    def name_of(self, part):
        return next(name for name, each in self.parts.items() if each is part)

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

    def refuse(self, sentence):
        """Say at the first new file why there is no room for it."""
        for form in self.every_form:
            for name, field in form.fields.items():
                if isinstance(field, KeptFile) and form.cleaned_data.get(name):
                    return form.add_error(name, sentence)
        return None

    @property
    def revisions(self):
        """The revisions of sections that stand on older text than the page, for its form."""
        if self.data is not None:
            return self.data.get("revisions", "")
        return " ".join(f"{key}:{draft.revision}" for key, draft in self.kept.items())


def _own(project):
    return project


def _one(project, name, model):
    """Return the row that a project has once, or a new one where it never had it."""
    row = getattr(project, name, None)
    if row is None:
        row = model(project=project)
        setattr(project, name, row)
    return row


def posted(draft) -> QueryDict:
    """Return the text of a draft as it would be sent again."""
    data = QueryDict(mutable=True)
    for name, texts in draft.values.items():
        data.setlist(name, texts)
    return data


def revision_in(data) -> int:
    """Return the revision that the posted form was made from; 0, which none is, when unreadable."""
    text = data.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def revisions_in(data) -> dict[str, int]:
    """Return the revisions of sections that were saved, or kept as drafts, by themselves.

    The script of the editor sends them as "title:12 specs:15".
    """
    pairs = (pair.partition(":") for pair in data.get("revisions", "").split()[: len(PARTS)])
    return {key: revision_in({"revision": text}) for key, _colon, text in pairs if key in PARTS}


def default_alt(kind, title) -> str:
    if kind == MediaKind.POSTER:
        return _("Poster of %(title)s") % {"title": title}
    return ""


def _once(name, model):
    return lambda project: _one(project, name, model)


def _pictures(editor):
    return [row for row in editor.media if row.kind not in _PICTURES]


def _lines(side):
    return lambda editor: [row for row in editor.budget_lines if row.side == side]


def _related(name):
    return lambda editor: getattr(editor.project, name).all()


# Class, prefix and row of each form.
_FORMS = {
    "title": (TitleForm, None, _own),
    "facts": (FactsForm, None, _own),
    "links": (LinksForm, None, _own),
    "downloads": (DownloadsForm, None, _own),
    "visibility": (VisibilityForm, "visibility", None),
    "specs": (SpecsForm, None, _once("specs", Specs)),
    "budget": (BudgetForm, "budget", _once("budget", Budget)),
    "trailer": (TrailerForm, "trailer", _once("trailer", Trailer)),
    "submitter": (SubmitterForm, "submitter", _once("submitter", Submitter)),
    "poster": (PictureForm, "poster", None),
    "banner": (PictureForm, "banner", None),
    "new_pictures": (NewPicturesForm, "new", None),
}
# Class of each set of rows, and those that the project has.
_ROWS = {
    "translations": (TranslationRows, lambda editor: editor.project.translations),
    "ai_use": (AiUseRows, lambda editor: editor.project.ai_use),
    "subtitles": (
        SubtitleRows, lambda editor: _one(editor.project, "specs", Specs).subtitles,
    ),
    "credits": (
        CreditRows,
        lambda editor: editor.project.credits.select_related("person", "organisation"),
    ),
    "pictures": (PictureRows, _pictures),
    "screenings": (ScreeningRows, _related("screenings")),
    "rights": (RightRows, _related("distribution_rights")),
    "costs": (CostRows, _lines(BudgetLine.COST)),
    "sources": (SourceRows, _lines(BudgetLine.SOURCE)),
    "screeners": (ScreenerRows, _related("screeners")),
    "copies": (CopyRows, _related("copies")),
    "documents": (DocumentRows, _related("documents")),
    "references": (ReferenceRows, _related("references")),
    "press": (PressRows, _related("press")),
}  # fmt: skip
