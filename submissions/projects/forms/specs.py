"""Specifications: each kind of project is asked only for its own."""

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.formfields import LanguageField
from festival.ui.forms import layout_of
from festival.ui.widgets import SegRadios
from submissions.projects.forms.base import RecordForm, field_of
from submissions.projects.forms.fields import SharesField
from submissions.projects.forms.folding import Folding
from submissions.projects.forms.ratio import RatioField
from submissions.projects.forms.rows import ListRows, RowForm, rows_of
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.models import Specs
from submissions.projects.vocabulary import SubtitleKind

_BESIDE = [
    ("captions", "captions_languages"),
    ("audio_description", "audio_description_languages"),
    ("sign_language", "sign_languages"),
    ("resolution", "scan"),
    ("frame_rate", "screener_frame_rate", "loudness"),
    ("seasons", "episodes", "episode_submitted"),
    ("page_count", "paper", "draft_number"),
    ("isrc", "performers"),
    ("camera", "lens"),
    ("focal_length", "shutter_speed", "aperture"),
    ("headset_count", "staff_needed", "room_square_metres"),
]


# Subtitles are rows of their own.
_EVERY = [
    name
    for name in dict.fromkeys(name for names in SPECS_OF_KIND.values() for name in names)
    if name != "subtitles"
]


# Asked for by technicians and few others.
_TECHNICAL = {
    "countries_of_filming", "dialogue_shares", "captions", "captions_languages",
    "audio_description", "audio_description_languages", "sign_language", "sign_languages",
    "resolution", "scan", "frame_rate", "frame_rate_varies", "sound", "loudness",
    "screener_frame_rate",
}  # fmt: skip


class SpecsForm(Folding, RecordForm, forms.ModelForm):
    open_key = "specs-open"
    dialogue_shares = SharesField(
        label=_("Share of each language"),
        required=False,
        help_text=_("In percent. Example: Russian 70, English 30."),
    )
    needed = frozenset(
        {"runtime", "completion_date", "countries_of_origin", "page_count", "script_kind",
         "aspect_ratio", "film_color", "dialogue_languages"}
    )  # fmt: skip

    class Meta:
        model = Specs
        fields = _EVERY
        formfield_callback = field_of
        help_texts = {
            "runtime": _("Including credits. Example: 1 h 38 min 20 s, or 98 min."),
            "completion_date": _("The day of picture lock, or only the year. Example: 5 9 2016."),
            "countries_of_origin": _("The first one counts first. Example: Norway, Soviet Union."),
            "dialogue_languages": _("Example: Russian, English. “No dialogue” is an answer too."),
            "shooting_formats": _("Example: Digital 4K, Super 16."),
            "shooting_format_free": _("If the list does not name it."),
            "sound": _("Example: 5.1, Stereo."),
            "frame_rate": _("Example: 24 or 23.976."),
            "loudness": _("Example: -23."),
            "page_count": _("Without the title page."),
            "paper": _("A4 or US Letter."),
            "draft_date": _("Example: 5 9 2026, or only the year."),
            "source_material": _("What it is based on, and who wrote that."),
            "isrc": _("Example: GB-AB1-26-00012."),
            "session_seconds": _("How long one visitor needs. Example: 12 min."),
        }

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(SPECS_OF_KIND[kind]):
            del self.fields[name]
        self.main = tuple(name for name in self.fields if name not in _TECHNICAL)
        self.fold()
        self.layout = _rows_of([name for name in self.fields if name in self.main])

    @property
    def layout_of_folded(self):
        return layout_of(_rows_of([field.name for field in self.folded]))

    def clean(self):
        cleaned = super().clean()
        if "shooting_formats" in cleaned:
            self._sort_formats(cleaned)
        self._check_shares(cleaned)
        for name in ("runtime", "episode_runtime", "session_seconds"):
            if cleaned.get(name) == 0:
                self.add_error(name, _("Enter a length of at least one second"))
        for name in ("frame_rate", "screener_frame_rate"):
            if (rate := cleaned.get(name)) is not None and rate <= 0:
                self.add_error(name, _("Enter the frames per second as a number above 0"))
        return cleaned

    def _check_shares(self, cleaned):
        shares = cleaned.get("dialogue_shares", self.instance.dialogue_shares)
        spoken = cleaned.get("dialogue_languages")
        if not shares or spoken is None or not set(shares) - set(spoken):
            return
        if "dialogue_shares" in cleaned:
            sentence = _("Name only languages that are in the list of the dialogue")
            self.add_error("dialogue_shares", sentence)
        else:
            sentence = _("Keep the languages that have a share under “Technical details”")
            self.add_error("dialogue_languages", sentence)

    def _sort_formats(self, cleaned):
        """Move the words that the list does not have to the field for them."""
        formats, own = self.fields["shooting_formats"].split(cleaned["shooting_formats"])
        cleaned["shooting_formats"] = formats
        if own and "shooting_format_free" in cleaned:
            words = ", ".join(filter(None, [cleaned["shooting_format_free"], *own]))
            try:
                cleaned["shooting_format_free"] = self.fields["shooting_format_free"].clean(words)
            except forms.ValidationError as error:
                self.add_error("shooting_formats", error)


SpecsForm.base_fields["aspect_ratio"] = RatioField(
    label=_("Aspect ratio"),
    required=False,
    help_text=_("Another one goes into the line. Example: 2.20:1, 9:16, variable."),
)
SpecsForm.base_fields["film_color"].widget = SegRadios(
    choices=SpecsForm.base_fields["film_color"].choices
)


class SubtitleForm(RowForm, forms.Form):
    language = LanguageField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("How"), choices=[("", _("Choose")), *SubtitleKind.choices])

    def clean(self):
        cleaned = super().clean()
        is_there = cleaned.get("kind") in (SubtitleKind.BURNT_IN, SubtitleKind.FILE)
        if is_there and cleaned.get("language") == "":
            self.add_error("language", _("Enter the language of the subtitles"))
        return cleaned


SubtitleRows = rows_of(SubtitleForm, ListRows, most=40)


def _rows_of(fields):
    """Return the layout: fields that belong together side by side, all others below each other."""
    together = {name: group for group in _BESIDE for name in group}
    layout = []
    for name in fields:
        group = [each for each in together.get(name, ()) if each in fields]
        if len(group) < 2:
            layout.append(name)
        elif name == group[0]:
            layout.append(Row(*group))
    return layout
