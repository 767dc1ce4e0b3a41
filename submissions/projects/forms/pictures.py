"""Pictures and documents of a project: one file each, with what is to be said about it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import new_code
from festival.ui.widgets import PictureInput, SegRadios
from submissions.projects import files
from submissions.projects.forms.base import RecordForm, field_of, row_field_of
from submissions.projects.forms.fields import WholeField
from submissions.projects.forms.rows import ModelRows, RowForm, rows_of
from submissions.projects.models import Document, Media, Project
from submissions.projects.vocabulary import DocumentKind, MediaKind

PDF_HELP = _(
    "PDF; for subtitles SRT or VTT. We leave a PDF as it is: the names of its author and program "
    "stay in it, so remove them before if nobody is to read them."
)
PICTURE_HELP = _("JPEG, PNG or WebP, up to 20 MB.")


class KeptInput(PictureInput):
    """A file input that remembers files which were already taken in, by signed tokens."""

    template_name = "submissions/projects/widgets/file.html"

    def __init__(self, attrs=None, *, is_wide=False):
        super().__init__(attrs)
        self.is_wide = is_wide

    def value_from_datadict(self, data, files, name):
        return super().value_from_datadict(data, files, name) or data.get(f"{name}_kept") or None

    def value_omitted_from_data(self, data, files, name):
        return name not in files and f"{name}_kept" not in data

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["is_wide"] = self.is_wide
        context["widget"]["kept"] = [
            {"token": token, "name": found[1]}
            for token in map(_token, value if isinstance(value, list) else [value])
            if token and (found := files.unsigned(token))
        ]
        return context


class KeptFile(forms.FileField):
    """The columns of a stored file as a dict, or None; `take(file)` checks and stores it."""

    widget = KeptInput

    def take(self, file):
        raise NotImplementedError

    def clean(self, data, initial=None):
        if isinstance(data, str):
            if (found := files.unsigned(data)) is None:
                raise ValidationError(_t("Choose the file again"))
            return found[0]
        file = super().clean(data, None)
        if not file:
            return None
        kept = self.take(file)
        file.kept_token = files.signed(kept, file.name)
        return kept

    def bound_data(self, data, initial):
        return data

    def has_changed(self, initial, data):
        return bool(data)


class PictureFile(KeptFile):
    def __init__(self, kind, **kwargs):
        super().__init__(**kwargs)
        self.kind = kind

    def take(self, file):
        return files.keep_picture(file, self.kind)


class ManyInput(KeptInput):
    allow_multiple_selected = True

    def __init__(self, attrs=None):
        super().__init__({"multiple": True} | (attrs or {}), is_wide=True)

    def value_from_datadict(self, data, files, name):
        sent = files.getlist(name) if hasattr(files, "getlist") else []
        return [*sent, *(data.getlist(f"{name}_kept") if hasattr(data, "getlist") else [])]


class ManyPictures(PictureFile):
    """Several pictures at once: a list of columns; each error names its file."""

    widget = ManyInput

    def clean(self, data, initial=None):
        kept, wrong = [], []
        for file in data or []:
            try:
                kept.append(super().clean(file))
            except ValidationError as error:
                name = "" if isinstance(file, str) else f"{file.name[:80]}: "
                wrong += [f"{name}{text}" for text in error.messages]
        if wrong:
            raise ValidationError(wrong)
        return kept


_SAID = ["alt", "credit_line", "caption", "licence", "focal_x", "focal_y"]
_WORDS = {
    "alt": _("For people who cannot see it. Example: A woman on a pier in fog."),
    "credit_line": _("Example: Photo: Eero Lind."),
    "licence": _("Example: free for the press."),
}


class FocalPoint(forms.Form):
    """Where the eye rests, in percent; an empty one is the middle."""

    focal_x = WholeField(
        max_value=100, required=False, initial=50, label=_("Focal point from the left, in percent")
    )
    focal_y = WholeField(
        max_value=100, required=False, initial=50, label=_("Focal point from the top, in percent")
    )

    def _clean_fields(self):
        super()._clean_fields()
        for name in ("focal_x", "focal_y"):
            if self.cleaned_data.get(name, 0) is None:
                self.cleaned_data[name] = 50


class PictureForm(RecordForm, FocalPoint, forms.ModelForm):
    """The one poster or banner of a project."""

    remove = forms.BooleanField(label=_("Remove it"), required=False)

    class Meta:
        model = Media
        fields = _SAID
        formfield_callback = row_field_of
        help_texts = _WORDS

    def __init__(self, *args, kind, help_text, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"] = PictureFile(
            kind,
            label=kind.label,
            required=False,
            help_text=help_text,
            widget=KeptInput(is_wide=True),
        )
        self.kind = kind
        if not self.instance.pk:
            del self.fields["remove"]

    @property
    def said(self):
        return [self[name] for name in [*_SAID, *(["remove"] if self.instance.pk else [])]]

    @property
    def focal_prefix(self):
        return f"id_{self.prefix}"

    @property
    def has_said_problems(self):
        return self.is_bound and any(field.errors for field in self.said)

    @property
    def thumb(self):
        return _thumb(self.instance)

    def save_for(self, project, *, default_alt):
        """Write, replace or remove the picture; a new file gets a new address."""
        row, kept = self.instance, self.cleaned_data["file"]
        if row.pk and (kept or self.cleaned_data.get("remove")):
            Media.objects.filter(pk=row.pk).delete()
            row.pk = None
        if kept:
            _become(row, kept)
        if kept or (row.pk and self.has_changed()):
            row.project, row.kind, row.alt = project, self.kind, row.alt or default_alt
            row.save()


class PictureRow(RowForm, FocalPoint, forms.ModelForm):
    """A still, laurel or portrait that is there."""

    main = ("alt", "credit_line", "kind")
    elsewhere = ("focal_x", "focal_y")
    file = PictureFile(MediaKind.STILL, label=_("Another file for it"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    class Meta:
        model = Media
        fields = _SAID
        formfield_callback = row_field_of
        help_texts = _WORDS

    field_order = ["alt", "credit_line", "kind", "caption", "licence", "focal_x", "focal_y", "file"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["kind"] = kind = self.instance.kind or MediaKind.STILL
        kinds = [kind] if kind == MediaKind.PORTRAIT else [MediaKind.STILL, MediaKind.LAUREL]
        self.fields["kind"].choices = [(each, MediaKind(each).label) for each in kinds]

    @property
    def thumb(self):
        return _thumb(self.instance)

    @property
    def focal_prefix(self):
        return f"id_{self.prefix}"

    @property
    def focal(self):
        return [self["focal_x"], self["focal_y"]]

    def clean_kind(self):
        return self.cleaned_data["kind"] or self.initial["kind"]


class PicturesFormSet(ModelRows):
    """Pictures are added by choosing files, so a row without a picture is refused."""

    def fill(self, form, row, *, by):
        row.kind = form.cleaned_data["kind"]
        if form.cleaned_data.get("file"):
            Media.objects.filter(pk=row.pk).delete()
            row.pk = None
            _become(row, form.cleaned_data["file"])

    @property
    def standing(self):
        return [form for form in super().standing if form.instance.sha256]


class NewPicturesForm(RecordForm, forms.Form):
    files = ManyPictures(
        MediaKind.STILL,
        label=_("Add stills"),
        required=False,
        help_text=_("At least 1,920 pixels wide. JPEG, PNG or WebP, up to 20 MB each."),
    )
    kind = forms.ChoiceField(
        label=_("They are"),
        choices=[(MediaKind.STILL, _("Stills")), (MediaKind.LAUREL, _("Laurels"))],
        initial=MediaKind.STILL,
        required=False,
        widget=SegRadios,
    )

    def save_for(self, project, *, after):
        kind = self.cleaned_data["kind"] or MediaKind.STILL
        for place, kept in enumerate(self.cleaned_data["files"] or [], start=after + 1):
            Media.objects.create(project=project, kind=kind, position=place, **kept)


class OnePictureForm(forms.Form):
    """One file that the script sends by itself; `number` is the place of its row on the page."""

    file = PictureFile(MediaKind.STILL, label=_("File"))
    kind = forms.ChoiceField(choices=NewPicturesForm.base_fields["kind"].choices)
    number = forms.IntegerField(min_value=0, max_value=files.MOST_PICTURES + 20)

    @property
    def sentence(self):
        """The first thing that is wrong, in words for the line of the file."""
        errors = self.errors.get("file")
        return errors[0] if errors else _t("The page is too old for this. Load it again")


def row_of(picture, number):
    """Return the row of a picture that was just taken in, as the last one of its page."""
    form = PictureRows(prefix="pictures", kept=[picture]).rows[0]
    form.prefix = f"pictures-{number}"
    form.number, form.is_last, form.is_first, form.is_new = number + 1, True, not number, True
    return form


class DownloadsForm(RecordForm, forms.ModelForm):
    """Whether the press may have the pictures; nobody has to."""

    class Meta:
        model = Project
        fields = ["press_downloads"]
        formfield_callback = field_of
        labels = {"press_downloads": _("The press may download poster, banner and stills")}
        help_texts = {
            "press_downloads": _("In full size, with the credit line in the name of the file."),
        }


class DocumentForm(RowForm, forms.ModelForm):
    main = ("kind", "file", "language", "label")
    needed = frozenset({"file"})
    file = KeptFile(label=_("File"), required=False)

    class Meta:
        model = Document
        fields = ["kind", "label", "language"]
        formfield_callback = row_field_of
        help_texts = {"label": _("Example: English subtitles, version 2.")}

    field_order = ["kind", "file", "language", "label"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].take = self._take
        self["file"].help_text = self._there() if self.instance.pk else PDF_HELP
        self.fields["file"].widget.attrs["accept"] = ".pdf,.srt,.vtt"

    def _there(self):
        return _t("%(name)s is there. Another file replaces it.") % {
            "name": f"{self.instance}.{self.instance.extension}"
        }

    def _take(self, file):
        kind = self.data.get(self.add_prefix("kind"), "")
        if kind not in DocumentKind.values:
            raise ValidationError(_t("Choose what the document is, then the file again"))
        return files.keep_document(file, kind)

    def clean(self):
        cleaned = super().clean()
        if not self.instance.sha256 and "file" in cleaned and not cleaned["file"]:
            self.add_error("file", _("Choose the file of the document"))
        return cleaned


class DocumentsFormSet(ModelRows):
    def fill(self, form, row, *, by):
        if kept := form.cleaned_data["file"]:
            Document.objects.filter(pk=row.pk).delete()
            row.pk, row.code = None, new_code()
            for name, value in kept.items():
                setattr(row, name, value)


PictureRows = rows_of(PictureRow, PicturesFormSet, most=files.MOST_PICTURES)
DocumentRows = rows_of(DocumentForm, DocumentsFormSet, most=files.MOST_DOCUMENTS)


def _become(row, kept):
    """Give the row another picture under a new address: the old one may be cached for a year."""
    row.code = new_code()
    for name, value in kept.items():
        setattr(row, name, value)


def _thumb(row):
    """The width of the smallest stored size, or None where there is no picture yet."""
    return min(row.widths) if row.pk and row.widths else None


def _token(value):
    return value if isinstance(value, str) else getattr(value, "kept_token", "")
