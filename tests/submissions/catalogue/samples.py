"""Records for the tests of the page: an empty one, and one other value for every field."""

import copy

from django.db import models

from submissions.projects import display
from submissions.projects.visibility import CHOOSABLE, FIELDS

IN_ONE_ROW = {"identity", "specs", "budget", "budget_band", "trailer"}
_ROWS = {
    "references": {"scheme": "other", "value": "https://first.example/"},
    "credits": {"name": "Ottilie Brandt", "role": "director", "slug": "", "person": "P1"},
    "budget_lines": {"side": "cost", "category": "crew", "amount": 100},
    "screenings": {"event": "Terrace", "kind": "festival"},
    "rights": {"party": "Reel", "status": "signed"},
    "press": {"title": "A notice"},
    "media": {"code": "AAAAAAAAAA", "kind": "still", "width": 1600, "height": 900,
              "widths": [780, 960, 1600], "focal_x": 50, "focal_y": 50, "alt": "Fog",
              "credit_line": "Una Hale"},
    "screeners": {"kind": "link"},
    "copies": {"format": "dcp", "purpose": "archive"},
    "documents": {"code": "BBBBBBBBBB", "kind": "script", "extension": "pdf", "size": 1000},
}  # fmt: skip
_OTHER = {
    "project_types": ["essay"], "genres": ["noir"], "advisories": ["medical"],
    "countries_of_origin": ["IS"], "countries_of_filming": ["IS"], "territories": ["IS"],
    "territories_excluded": ["IS"], "geo_limits": ["IS"], "dialogue_languages": ["is"],
    "captions_languages": ["is"], "audio_description_languages": ["is"], "languages": ["is"],
    "sign_languages": ["sgn-US"], "subtitle_languages": ["is"], "shooting_formats": ["hi8"],
    "sound": ["lcr"], "rights": ["game"], "dialogue_shares": {"is": 61}, "widths": [444],
    "genres_free": ["Zaubernuss"], "keywords": ["Zaubernuss"], "title_language": "is",
    "translations": [{"language": "is", "title": "Z", "logline": "", "synopsis": "Nuss"}],
    "subtitles": [{"language": "is", "kind": "file"}], "completion_date": "1931-07-09",
    "ai_use": [{"area": "voice", "extent": "partly", "note": ""}], "band": "under_50k",
    "school_country": "IS", "aspect_ratio": "4:5", "resolution": "1998x1080", "scheme": "imdb",
    "currency": "ISK", "screening_fee_currency": "ISK", "verified_at": "2031-07-09T10:00:00+00:00",
    "language": "is", "title_original_language": "is", "synopsis_original_language": "is",
    "country": "IS", "nationality": "IS", "hue": 7, "code": "CCCCCCCCCC", "person": "P1",
    "slug": "zaubernuss", "role": "editor", "premiere": "city", "result": "winner",
    "exclusive": "no", "side": "source",
}  # fmt: skip
# What must stand beside a field before it can be seen at all.
BESIDE = {
    ("identity", "title_original_language"): {"title_original": "Nuss"},
    ("identity", "synopsis_original_language"): {"synopsis_original": "Nuss"},
    ("identity", "synopsis_short"): {"synopsis": "Long"},
    ("identity", "press_downloads"): {},
    ("budget", "currency"): {"total": 700, "currency": "EUR"},
    ("budget", "total"): {"currency": "EUR"},
    ("budget", "usd_rate"): {"total": 700, "currency": "EUR"},
    ("budget", "usd_rate_on"): {"total": 700, "currency": "EUR", "usd_rate": "1.1"},
    ("budget", "as_of"): {"total": 700, "currency": "EUR"},
    ("budget_lines", "source_kind"): {"side": "source"},
    ("rights", "screening_fee"): {"screening_fee_currency": "EUR"},
    ("rights", "screening_fee_currency"): {"screening_fee": 700, "screening_fee_currency": "EUR"},
    ("screenings", "premiere_region"): {"premiere": "national"},
    ("screenings", "verified_at"): {"result": "selection"},
    ("screenings", "proof"): {"result": "selection"},
    ("trailer", "language"): {"url": "https://first.example/"},
    ("trailer", "duration"): {"url": "https://first.example/"},
    ("trailer", "captions"): {"url": "https://first.example/"},
    ("press", "language"): {"quote": "Nuss"},
    ("media", "hue"): {"kind": "poster"},
    ("media", "person"): {"kind": "portrait"},
}
IN_TWO_ROWS = {("media", "hue")}


def empty_record(**visibility) -> dict:
    """Return a record of a film with a title and one bare row of everything that has rows."""
    record = {"schema": 1, "code": "AAAAAAAAAA", "slug": "nut", "kind": "film"}
    record["visibility"] = visibility
    for block in FIELDS:
        row = {name: _default(block, name) for name in FIELDS[block]}
        record[block] = row if block in IN_ONE_ROW else [row | _ROWS[block]]
    record["identity"]["title"] = "The Nut"
    return record


def wide_open() -> dict:
    """Return the visibility of a filmmaker who shows everything that can be shown."""
    return dict.fromkeys(CHOOSABLE, "public")


def with_field(record: dict, block: str, name: str) -> tuple[dict, dict]:
    """Return two records that differ in nothing but this field."""
    before = copy.deepcopy(record)
    row_of(before, block).update(BESIDE.get((block, name), {}))
    after = copy.deepcopy(before)
    row = row_of(after, block)
    row[name] = other_value(block, name, row[name])
    return before, after


def row_of(record: dict, block: str) -> dict:
    return record[block] if block in IN_ONE_ROW else record[block][0]


def _default(block, name):
    field = display.field_of(block, name)
    if field is None or not isinstance(field, models.Field) or field.is_relation:
        return ""
    return field.get_default() if field.has_default() else None if field.null else ""


def other_value(block, name, value):
    field = display.field_of(block, name)
    if name in _OTHER:
        return _OTHER[name]
    if isinstance(field, models.BooleanField) or isinstance(value, bool):
        return not value
    if field is not None and field.choices:
        return [code for code, _label in field.flatchoices if code not in (value, "not_said")][-1]
    if isinstance(field, models.DecimalField):
        return "61.5"
    if isinstance(field, models.IntegerField):
        return 6113
    if isinstance(field, models.DateField):
        return "2031-07-09"
    if isinstance(field, models.URLField):
        return "https://zaubernuss.example/"
    return "2031-07-09" if "date" in name or name.endswith(("_on", "_from")) else "Zaubernuss"
