"""What a project is called and what it tells."""

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.formfields import LanguageField
from submissions.projects.forms.base import RecordForm, field_of
from submissions.projects.forms.rows import ListRows, RowForm, rows_of
from submissions.projects.models import Project
from submissions.projects.visibility import CHOOSABLE, level_of
from submissions.projects.vocabulary import (
    TYPES_OF_KIND,
    AiArea,
    AiExtent,
    Answer,
    ProjectType,
    Visibility,
)


class ProjectForm(RecordForm, forms.ModelForm):
    """A part of the project's own columns; the rows of other parts lie beside it."""


class TitleForm(ProjectForm):
    needed = frozenset({"project_types", "logline", "synopsis", "genres"})
    layout = [
        "title",
        "title_language",
        Row("title_original", "title_original_language"),
        "project_types",
        "logline",
        "synopsis",
        "genres",
        "genres_free",
        "keywords",
    ]

    @property
    def unfolded(self):
        """The fields that a page shows apart from the layout."""
        return [
            self[name]
            for name in ("synopsis_short", "synopsis_original", "synopsis_original_language")
        ]

    class Meta:
        model = Project
        fields = [
            "title", "title_language", "title_original", "title_original_language",
            "project_types", "logline", "synopsis", "synopsis_short", "synopsis_original",
            "synopsis_original_language", "genres", "genres_free", "keywords",
        ]  # fmt: skip
        formfield_callback = field_of
        widgets = {"logline": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "title": _("As it stands in the credits."),
            "title_language": _("Example: English."),
            "title_original": _("Only if the title above is a translation."),
            "logline": _("One or two sentences: who wants what, and what stands in the way."),
            "synopsis": _("The story with its end. About 200 words."),
            "synopsis_short": _("For printed catalogues, about 80 words."),
            "genres": _("Example: Drama, Road movie. Words of your own are kept too."),
            "genres_free": _("Words of your own with commas between, at most 12."),
            "keywords": _("Places, times and themes with commas between, at most 30."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = TYPES_OF_KIND[self.instance.kind]
        kept = [ProjectType(each) for each in self.instance.project_types if each not in kinds]
        types = self.fields["project_types"]
        types.choices = [(each.value, each.label) for each in (*kinds, *kept)]
        types.help_text = _("All that apply.")
        for name in ("synopsis", "synopsis_original"):
            self.fields[name].widget.attrs["rows"] = 8
        self.fields["synopsis_short"].widget.attrs["rows"] = 3

    def clean(self):
        cleaned = super().clean()
        genres, own = self.fields["genres"].split(cleaned.get("genres", []))
        if own and "genres_free" in cleaned:
            try:
                words = ", ".join([*cleaned["genres_free"], *own])
                cleaned["genres_free"] = self.fields["genres_free"].clean(words)
            except forms.ValidationError as error:
                self.add_error("genres", error)
        return cleaned | {"genres": genres} if "genres" in cleaned else cleaned


class TranslationForm(RowForm, forms.Form):
    language = LanguageField(label=_("Language"), required=True)
    title = forms.CharField(label=_("Title"), max_length=250, required=False)
    logline = forms.CharField(label=_("Logline"), max_length=300, required=False)
    synopsis = forms.CharField(
        label=_("Synopsis"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AiUseForm(RowForm, forms.Form):
    area = forms.ChoiceField(label=_("Where"), choices=[("", _("Choose")), *AiArea.choices])
    extent = forms.ChoiceField(label=_("How far"), choices=[("", _("Choose")), *AiExtent.choices])
    note = forms.CharField(label=_("What exactly"), max_length=300, required=False)


TranslationRows = rows_of(TranslationForm, ListRows, most=40)
AiUseRows = rows_of(AiUseForm, ListRows, most=10)


class FactsForm(ProjectForm):
    """Who made it under which circumstances, and what a viewer should know before."""

    layout = [
        "first_time_filmmaker",
        "student_project",
        Row("school", "school_country", "school_supervisor_email"),
        "work_in_progress",
        "lock_expected_on",
        "advisories",
        Row("age_advice", "age_system"),
    ]

    class Meta:
        model = Project
        fields = [
            "first_time_filmmaker", "student_project", "school", "school_country",
            "school_supervisor_email", "work_in_progress", "lock_expected_on", "advisories",
            "age_advice", "age_system",
        ]  # fmt: skip
        formfield_callback = field_of
        labels = {"first_time_filmmaker": _("First film of the director?")}
        help_texts = {
            "student_project": _("Made during studies; name the school then."),
            "school_supervisor_email": _("Only your team sees it."),
            "lock_expected_on": _("Only for a work in progress. Example: 5 9 2026."),
            "advisories": _("What some viewers need to know beforehand. None is an answer too."),
            "age_system": _("Example: FSK 12, or the number of the certificate."),
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("school") and cleaned.get("student_project") == Answer.NO:
            self.add_error("student_project", _("Say yes, or leave the school empty"))
        return cleaned


class LinksForm(ProjectForm):
    layout = ["website"]

    class Meta:
        model = Project
        fields = ["website"]
        formfield_callback = field_of
        help_texts = {"website": _("Example: https://understory.example")}


BLOCK_LABELS = {
    "budget": _("Budget figure"),
    "budget_band": _("Budget band, such as “under 50,000 US dollars”"),
    "budget_lines": _("Lines and sources of the budget"),
    "screenings": _("Screenings and awards"),
    "rights": _("Rights and distribution"),
    "press": _("Press"),
    "trailer": _("Trailer"),
    "documents": _("Documents"),
}


_WHO_SEES = {
    Visibility.PUBLIC: _("Everybody sees"),
    Visibility.FESTIVALS: _("Festivals you send it to see also"),
    Visibility.INDUSTRY: _("The verified industry sees also"),
    Visibility.TEAM: _("Only your team sees"),
}


class VisibilityForm(RecordForm, forms.Form):
    """One answer for each block whose audience the filmmaker chooses."""

    def __init__(self, *args, chosen, **kwargs):
        self.chosen = chosen
        initial = {block: level_of(block, chosen) for block in CHOOSABLE}
        super().__init__(*args, initial=initial, **kwargs)

    @property
    def glance(self):
        """Who sees which of these blocks, as (level, words, blocks); each block stands once."""
        chosen = {field.name: field.value() for field in self}
        return [
            (
                level,
                words,
                [label for block, label in BLOCK_LABELS.items() if chosen[block] == level],
            )
            for level, words in _WHO_SEES.items()
        ]

    def values(self):
        """Return what was chosen; a block that was left at its default is not named."""
        return {
            block: str(level)
            for block, level in self.cleaned_data.items()
            if level != CHOOSABLE[block] or block in self.chosen
        }


for _block in CHOOSABLE:
    VisibilityForm.base_fields[_block] = forms.ChoiceField(
        label=BLOCK_LABELS[_block], choices=Visibility.choices
    )
