"""One odd word in every field of a project, so that each answer shows which fields it gave away.

LEVELS repeats the column "vis" of the product's field tables in its own words, on purpose not
taken from the site's code: P everybody who may see the project, F its team and the festivals that
received it, C the same, as contact of an entry, T its team alone, N the festival alone.
"""

import itertools
import re
from dataclasses import dataclass, field

from submissions.projects import models, secrets

TOKEN = re.compile(r"zq[0-9]{3}q")

LEVELS = {
    "Project": {
        "P": "title title_original logline synopsis synopsis_short synopsis_original translations "
        "genres_free keywords website school age_system",
        "F": "ai_use",
        "T": "school_supervisor_email",
    },
    "Person": {"P": "name native_name"},
    "Organisation": {"P": "name"},
    "Credit": {
        "P": "role_label character prior_credits bio statement",
        "F": "pronouns",
        "T": "contact_email",
    },
    "Specs": {"P": "shooting_format_free", "F": "resolution"},
    "BudgetLine": {"F": "name note"},
    "Screening": {"P": "event edition city section award proof"},
    "DistributionRight": {"P": "party", "F": "contact_name contact_email"},
    "PressItem": {"P": "title outlet author url quote"},
    "Reference": {"P": "value"},
    "Media": {"P": "alt caption credit_line licence"},
    "Document": {"F": "label"},
    "Trailer": {"P": "url"},
    "Screener": {"F": "url version_label"},
    "FilmCopy": {"F": "checksum location"},
    "Change": {"T": "detail"},
    "Invitation": {"T": "email"},
    "Submitter": {
        "C": "first_name last_name email phone address address_2 city state postal_code",
        "T": "guardian_contact gender",
    },
}
# Text that nobody types, or that only other kinds of project have.
NOT_TYPED = {
    "Project": "code slug title_sort credit_line poster_code poster_focus creation_key visibility "
    "completeness title_language title_original_language synopsis_original_language "
    "school_country countries project_types genres advisories lock_expected_on",
    "Person": "code slug given_name middle_name family_name",
    "Organisation": "code country website",
    "Credit": "nationality",
    "Specs": "completion_date countries_of_origin countries_of_filming dialogue_languages "
    "dialogue_shares subtitles captions_languages audio_description_languages sign_languages "
    "shooting_formats aspect_ratio sound paper draft_date source_material copyright_registration "
    "lyrics isrc performers camera lens focal_length shutter_speed aperture iso_or_film platform "
    "controller",
    "Screening": "country date premiere_region geo_limits",
    "DistributionRight": "territories territories_excluded rights languages screening_fee_currency",
    "PressItem": "published_on language",
    "Reference": "scheme",
    "Media": "code sha256 widths",
    "Document": "code language sha256 extension media_type visibility",
    "Trailer": "language",
    "Screener": "code subtitle_languages geo_limits",
    "FilmCopy": "resolution aspect_ratio sound dialogue_languages subtitle_languages "
    "available_from",
    "Submitter": "country",
    "Invitation": "code token_hash",
}
PASSWORD = "password of the screener"


@dataclass
class Planted:
    """What was planted: token -> (project label, level, field)."""

    tokens: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    _numbers: itertools.count = field(default_factory=lambda: itertools.count(100))

    def word(self, label: str, level: str, name: str) -> str:
        token = f"zq{next(self._numbers)}q"
        self.tokens[token] = (label, level, name)
        return token

    def found_in(self, text: str) -> set[tuple[str, str, str]]:
        """Return what `text` gives away; words that were never planted are an error."""
        return {self.tokens[token] for token in TOKEN.findall(text)}


def text_fields(model) -> set[str]:
    """Return the fields of `model` in which a person could have typed words."""
    kinds = {"CharField", "TextField", "URLField", "EmailField", "JSONField", "CodeField"}
    kinds |= {"PartialDateField", "LanguageField", "CountryField", "CurrencyField", "ListField"}
    return {
        each.name
        for each in model._meta.fields
        if type(each).__name__ in kinds and not each.choices
    }


def levels(model) -> dict[str, str]:
    table = LEVELS.get(model.__name__, {})
    return {name: level for level, names in table.items() for name in names.split()}


def fill(row, planted: Planted, label: str, keep=()) -> None:
    """Plant a word in each field of `row` that LEVELS names."""
    for name, level in levels(type(row)).items():
        if name in keep:
            continue
        word = planted.word(label, level, f"{type(row).__name__}.{name}")
        kind = type(row._meta.get_field(name)).__name__
        setattr(row, name, _shaped(name, kind, word))
    row.save()


def _shaped(name: str, kind: str, word: str):
    if name == "translations":
        return [{"language": "fr", "title": word, "logline": word, "synopsis": word}]
    if name == "ai_use":
        return [{"area": "image", "extent": "assisted", "note": word}]
    if kind == "ListField":
        return [word]
    if name == "url" or kind == "URLField":
        return f"https://vimeo.com/{word}"
    return f"{word}@example.org" if kind == "EmailField" else word


def plant(project, planted: Planted, label: str) -> None:
    """Plant words in `project` and in every row that belongs to it; each relation has some."""
    for relation in (
        "specs", "submitter", "trailer", "credits", "budget_lines", "screenings",
        "distribution_rights", "press", "references", "media", "documents", "screeners", "copies",
        "history", "invitations",
    ):  # fmt: skip
        related = getattr(project, relation)
        rows = related.all() if hasattr(related, "all") else [related]
        assert rows, relation
        for row in rows:
            fill(row, planted, label)
    for credit in project.credits.all():
        fill(credit.person or credit.organisation, planted, label)
    for screener in project.screeners.all():
        word = planted.word(label, "-", PASSWORD)
        screener.password_sealed = secrets.seal(word)
        screener.save()
    project.student_project = "yes"
    project.work_in_progress = True
    fill(project, planted, label)


def unplaced() -> list[str]:
    """Return the text fields that neither LEVELS nor NOT_TYPED name."""
    left = []
    for name in models.__all__:
        model = getattr(models, name)
        if name in LEVELS:
            known = set(levels(model)) | set(NOT_TYPED.get(name, "").split())
            left += [f"{name}.{each}" for each in sorted(text_fields(model) - known)]
    return left
