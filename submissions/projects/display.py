"""Values of a record as words for people: plain text, in the active language.

A frozen record may hold what no list knows any more, so an unknown code comes back as it is and
nothing here raises. "Not said" is no value: it reads as empty text.
"""

from functools import cache

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festival.ui.fields import CountryField, LanguageField, PartialDateField
from festival.world import countries, durations, languages, partial_dates, territories
from festival.world.money import Money
from submissions.projects import models as tables
from submissions.projects import vocabulary as words

SECTIONS = {
    "identity": gettext_lazy("Title and texts"),
    "references": gettext_lazy("Links and numbers"),
    "credits": gettext_lazy("Credits"),
    "specs": gettext_lazy("Specifications"),
    "budget": gettext_lazy("Budget"),
    "budget_band": gettext_lazy("Budget"),
    "budget_lines": gettext_lazy("Budget"),
    "screenings": gettext_lazy("Screenings and awards"),
    "rights": gettext_lazy("Distribution and rights"),
    "press": gettext_lazy("Press"),
    "media": gettext_lazy("Pictures"),
    "trailer": gettext_lazy("Trailer"),
    "screeners": gettext_lazy("Screeners"),
    "copies": gettext_lazy("Film copies"),
    "documents": gettext_lazy("Documents"),
    "visibility": gettext_lazy("Who can see it"),
}
_TABLES = {
    "identity": tables.Project,
    "references": tables.Reference,
    "credits": tables.Credit,
    "specs": tables.Specs,
    "budget": tables.Budget,
    "budget_band": tables.Budget,
    "budget_lines": tables.BudgetLine,
    "screenings": tables.Screening,
    "rights": tables.DistributionRight,
    "press": tables.PressItem,
    "media": tables.Media,
    "trailer": tables.Trailer,
    "screeners": tables.Screener,
    "copies": tables.FilmCopy,
    "documents": tables.Document,
}
_LABELS = {
    ("credits", "name"): gettext_lazy("Name"),
    ("credits", "native_name"): gettext_lazy("Name in its own script"),
    ("credits", "person"): gettext_lazy("Person"),
    ("credits", "organisation"): gettext_lazy("Organisation"),
    ("media", "person"): gettext_lazy("Person"),
    ("media", "hue"): gettext_lazy("Hue"),
    ("budget_band", "band"): gettext_lazy("Budget band"),
    ("screenings", "verified_at"): gettext_lazy("Verified"),
    ("copies", "size"): gettext_lazy("Size"),
    ("documents", "sha256"): gettext_lazy("SHA-256"),
    ("media", "sha256"): gettext_lazy("SHA-256"),
}
_LISTS = {
    "project_types": words.ProjectType,
    "genres": words.Genre,
    "advisories": words.Advisory,
    "shooting_formats": words.ShootingFormat,
    "sound": words.SoundFormat,
    "aspect_ratio": words.AspectRatio,
    "resolution": words.Resolution,
}
_COUNTRIES = {"countries_of_origin", "countries_of_filming", "school_country"}
_TERRITORIES = {"territories", "territories_excluded", "geo_limits", "premiere_region"}
_LANGUAGES = {
    "dialogue_languages", "captions_languages", "audio_description_languages", "sign_languages",
    "subtitle_languages", "languages",
}  # fmt: skip
_SECONDS = {"runtime", "episode_runtime", "session_seconds", "duration"}
_MONEY = {"total": "currency", "amount": "", "screening_fee": "screening_fee_currency"}


def section_of(block: str) -> str:
    """Return the name of the section that `block` stands in."""
    return str(SECTIONS.get(block, block))


@cache
def field_of(block: str, name: str):
    """Return the column of a field of the record, None where it has none of its own."""
    table = _TABLES.get(block)
    try:
        return table._meta.get_field(name) if table else None
    except FieldDoesNotExist:
        return None


def label_of(block: str, name: str) -> str:
    """Return the label of a field, in sentence case."""
    if (block, name) in _LABELS:
        return str(_LABELS[block, name])
    field = field_of(block, name)
    return capfirst(str(field.verbose_name)) if field else capfirst(name.replace("_", " "))


def text_of(block: str, name: str, value, row: dict | None = None, currency: str = "") -> str:
    """Return `value` as people read it; amounts are minor units of `currency` or of the row's."""
    if value is None or value == "" or value == [] or value == {}:
        return ""
    try:
        if name in _MONEY:
            return _money(name, value, row or {}, currency)
        return str(_text(block, name, value))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return str(value)


def texts_of(block: str, row: dict, *names: str) -> list[str]:
    """Return several values of one row as people read them."""
    return [text_of(block, name, row.get(name), row) for name in names]


def choice(options, value) -> str:
    """Return the label of `value` in a vocabulary, or the value itself if it is not in it."""
    return str(dict(options.choices).get(value, value))


def joined(texts) -> str:
    """Return texts with commas between, without the empty ones."""
    return ", ".join(str(text) for text in texts if text)


def _money(name, value, row, currency) -> str:
    own = row.get(_MONEY[name] or "currency") or currency
    return Money(int(value), own).format(short=True) if own else str(value)


def _text(block, name, value):
    if name in _SPECIAL:
        return _SPECIAL[name](value)
    if name in _SECONDS:
        return durations.long(int(value))
    if isinstance(value, list):
        return joined(_one(name, item) for item in value)
    if name in _LISTS or name in _COUNTRIES or name in _TERRITORIES:
        return _one(name, value)
    return _by_column(field_of(block, name), value)


def _one(name, value):
    if name in _LISTS:
        return choice(_LISTS[name], value)
    if name in _COUNTRIES:
        return countries.name(str(value))
    if name in _TERRITORIES:
        return territories.name(str(value))
    return languages.name(str(value)) if name in _LANGUAGES else value


def _by_column(field, value):
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if field is None:
        return value
    if field.choices:
        return "" if value == words.Answer.NOT_SAID else dict(field.flatchoices).get(value, value)
    if isinstance(field, CountryField):
        return countries.name(value)
    if isinstance(field, LanguageField):
        return languages.name(value)
    if isinstance(field, PartialDateField | models.DateField):
        return partial_dates.format_iso(str(value)[:10])
    return value


def _translations(rows) -> str:
    return joined(f"{languages.name(row.get('language', ''))}: {row.get('title')}" for row in rows)


def _subtitles(rows) -> str:
    return joined(map(_subtitle, rows))


def _subtitle(row) -> str:
    kind = choice(words.SubtitleKind, row.get("kind", ""))
    language = row.get("language")
    return f"{languages.name(language)} ({kind.lower()})" if language else kind


def _ai_use(rows) -> str:
    texts = (
        joined(
            [
                f"{choice(words.AiArea, row.get('area', ''))}: "
                f"{choice(words.AiExtent, row.get('extent', '')).lower()}",
                row.get("note"),
            ]
        )
        for row in rows
    )
    return "; ".join(texts)


def _shares(shares) -> str:
    return joined(f"{languages.name(code)} {share} %" for code, share in shares.items())


def _scheme(value) -> str:
    known = dict(words.IdScheme.choices) | dict(words.LinkService.choices)
    return known.get(value, value)


_SPECIAL = {
    "translations": _translations,
    "subtitles": _subtitles,
    "ai_use": _ai_use,
    "dialogue_shares": _shares,
    "rights": lambda value: joined(words.labels_of(value)),
    "scheme": _scheme,
    "size": filesizeformat,
}
