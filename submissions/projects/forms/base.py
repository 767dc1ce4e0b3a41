"""Which form field each field of the record gets, and what all of its forms share."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import construct_instance
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from festival.ui import fields as stored
from festival.ui import formfields, suggestions
from festival.ui.forms import PortalForm
from festival.ui.widgets import SegRadios
from submissions.projects.forms import fields as typed
from submissions.projects.forms.quick import QUICK
from submissions.projects.vocabulary import (
    RIGHT_CHOICES,
    Advisory,
    Answer,
    Genre,
    Resolution,
    ShootingFormat,
    SoundFormat,
)

_COUNTRIES = {"countries_of_origin", "countries_of_filming", "geo_limits"}
_LANGUAGES = {
    "dialogue_languages", "captions_languages", "audio_description_languages", "sign_languages",
    "subtitle_languages", "languages",
}  # fmt: skip
_DURATIONS = {"runtime", "episode_runtime", "session_seconds", "duration"}
_VOCABULARIES = {
    "genres": Genre.choices,
    "shooting_formats": ShootingFormat.choices,
    "sound": SoundFormat.choices,
    "rights": RIGHT_CHOICES,
}
_WITH_OWN_WORDS = {"genres", "shooting_formats"}
_TICKED = {"project_types": [], "advisories": Advisory.choices}
# Days that few are asked for: one line each.
_IN_LINE = {"lock_expected_on", "as_of", "usd_rate_on", "draft_date"}
_WORDS = {"genres_free": 12, "keywords": 30}
_LIMITS = {
    models.PositiveSmallIntegerField: typed.SMALL,
    models.PositiveIntegerField: typed.WHOLE,
}

for _name, _choices in _VOCABULARIES.items():
    suggestions.offer(_name, lambda choices=_choices: choices)


class RecordForm(PortalForm):
    """A form of one part of the record; what a draft may lack is not asked for."""

    default_renderer = QUICK

    def _post_clean(self):
        """Write the row as a ModelForm does, and leave its constraints to the fields: to ask the
        database about each would cost queries for every row.
        """
        if not isinstance(self, forms.ModelForm):
            return
        kept = self._get_validation_exclusions()
        try:
            construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)
            self.instance.clean_fields(exclude=kept)
            self.instance.clean()
        except ValidationError as error:
            self._update_errors(error)


def field_of(db_field, **kwargs):
    """Return the form field of a model field in the wide form: parts, radio buttons, lists."""
    return _made(db_field, kwargs, in_row=False)


def row_field_of(db_field, **kwargs):
    """Return the form field of a model field in a row: one line each, short lists."""
    return _made(db_field, kwargs, in_row=True)


def _made(db_field, kwargs, *, in_row):
    words = {"label": capfirst(db_field.verbose_name), "required": not db_field.blank} | kwargs
    made = _by_name(db_field, words, in_row) or _by_type(db_field, words, in_row)
    return made or db_field.formfield(**kwargs)


def _by_name(db_field, words, in_row):
    name = db_field.name
    if name in _COUNTRIES:
        return formfields.CountriesField(**words)
    if name in _LANGUAGES:
        return formfields.LanguagesField(**words)
    if name in ("territories", "territories_excluded"):
        return typed.TerritoriesField(**words)
    if name in _VOCABULARIES:
        return _typed_choices(name, words, in_row)
    if name in _TICKED:
        return typed.ListOfChoices(choices=_TICKED[name], **words)
    if name in _WORDS:
        return typed.WordsField(most=_WORDS[name], **words)
    if name in _DURATIONS:
        return (typed.OneLineDuration if in_row else formfields.DurationField)(**words)
    if name == "school_country":
        return formfields.CountryField(**words)
    if name == "resolution":
        return forms.ChoiceField(choices=[("", _("Not stated")), *Resolution.choices], **words)
    return typed.SizeField(**words) if name == "size" else None


def _typed_choices(name, words, in_row):
    return typed.TypedChoices(
        choices=_VOCABULARIES[name],
        source=name,
        own=name in _WITH_OWN_WORDS,
        # Formats may be named in words of one's own, and the page has no room for their list.
        listed=not in_row and name != "shooting_formats",
        **words,
    )


def _by_type(db_field, words, in_row):
    kind = type(db_field)
    if kind is stored.PartialDateField:
        in_line = in_row or db_field.name in _IN_LINE
        return (typed.OneLineDate if in_line else formfields.PartialDateField)(**words)
    if kind is models.DateField:
        in_line = in_row or db_field.name in _IN_LINE
        return (typed.OneLineDay if in_line else typed.DayField)(**words)
    if kind is stored.CountryField:
        return formfields.CountryField(**words)
    if kind is stored.LanguageField:
        return formfields.LanguageField(**words)
    if kind is models.URLField:
        return typed.WebField(**({"max_length": db_field.max_length} | words))
    if kind is models.DecimalField:
        digits = {"max_digits": db_field.max_digits, "decimal_places": db_field.decimal_places}
        return typed.NumberField(**digits, **words)
    if kind in _LIMITS:
        return typed.WholeField(max_value=_LIMITS[kind], **words)
    return _choice(db_field, words, in_row) if db_field.choices else None


def _choice(db_field, words, in_row):
    choices = list(db_field.choices)
    if choices == Answer.choices:
        look = {} if in_row else {"widget": SegRadios}
        asked = {"required": False, "empty_value": Answer.NOT_SAID, "initial": Answer.NOT_SAID}
        return forms.TypedChoiceField(choices=choices, **(words | asked | look))
    if db_field.blank:
        choices = [("", _("Not stated")), *choices]
    elif not db_field.has_default():
        choices = [("", _("Choose")), *choices]
    else:
        words = words | {"initial": db_field.default}
    return forms.ChoiceField(choices=choices, **words)
