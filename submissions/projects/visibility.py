"""Who may read which part of a record; what the table does not name, nobody outside reads.

A field is never shown more widely than its own level nor than the level of its block. The
filmmaker chooses the level of the blocks in CHOOSABLE.
"""

from enum import Enum

from submissions.projects.vocabulary import Visibility

P, F, IND, T = (
    Visibility.PUBLIC,
    Visibility.FESTIVALS,
    Visibility.INDUSTRY,
    Visibility.TEAM,
)


class Audience(Enum):
    """Who reads, and the levels that they read."""

    VISITOR = frozenset({P})
    FESTIVAL = frozenset({P, F})
    INDUSTRY = frozenset({P, IND})
    TEAM = frozenset({P, F, IND, T})


def _all(level, *names):
    return dict.fromkeys(names, level)


FIELDS: dict[str, dict[str, Visibility]] = {
    "identity": _all(
        P, "title", "title_language", "title_original", "title_original_language", "logline",
        "synopsis", "synopsis_short", "synopsis_original", "synopsis_original_language",
        "translations", "project_types", "genres", "genres_free", "keywords", "website",
        "student_project", "school", "school_country", "first_time_filmmaker", "advisories",
        "age_advice", "age_system", "press_downloads",
    ) | _all(F, "work_in_progress", "lock_expected_on", "ai_use") | _all(
        T, "school_supervisor_email"
    ),
    "references": _all(P, "scheme", "value"),
    "credits": _all(
        P, "name", "person", "slug", "native_name", "organisation", "role", "role_label",
        "character", "prior_credits", "is_key", "bio", "statement",
    ) | _all(F, "pronouns", "nationality", "birth_year") | _all(
        T, "contact_email", "is_main_contact"
    ),
    "specs": _all(
        P, "runtime", "completion_date", "countries_of_origin", "countries_of_filming",
        "dialogue_languages", "dialogue_shares", "captions", "captions_languages",
        "audio_description", "audio_description_languages", "sign_language", "sign_languages",
        "shooting_formats", "shooting_format_free", "aspect_ratio", "film_color", "script_kind",
        "lyrics", "performers", "camera", "lens", "focal_length", "shutter_speed", "aperture",
        "iso_or_film", "seasons", "episodes", "episode_runtime", "episode_submitted",
    ) | _all(
        F, "subtitles", "resolution", "frame_rate", "frame_rate_varies", "scan", "sound",
        "loudness", "screener_frame_rate", "page_count", "paper", "draft_number", "draft_date",
        "source_material", "copyright_registration", "isrc", "platform", "degrees_of_freedom",
        "posture", "room_square_metres", "interactive", "headset_count", "controller",
        "session_seconds", "staff_needed",
    ),
    "budget": _all(P, "total", "currency", "as_of") | _all(F, "usd_rate", "usd_rate_on"),
    "budget_band": _all(P, "band"),
    "budget_lines": _all(
        P, "side", "category", "source_kind", "name", "amount", "payment", "status", "repayable",
        "note",
    ),
    "screenings": _all(
        P, "event", "edition", "city", "country", "date", "kind", "section", "premiere",
        "premiere_region", "is_public", "geo_limits", "result", "award", "proof", "verified_at",
    ),
    "rights": _all(
        P, "party", "party_kind", "territories", "territories_excluded", "rights", "languages",
        "exclusive", "starts_on", "ends_on", "status",
    ) | _all(
        F, "contact_name", "contact_email", "allows_festivals", "screening_fee",
        "screening_fee_currency",
    ),
    "press": _all(
        P, "title", "outlet", "author", "published_on", "url", "quote", "language", "kind",
    ),
    "media": _all(
        P, "code", "kind", "width", "height", "widths", "alt", "caption", "credit_line",
        "licence", "focal_x", "focal_y", "hue", "person",
    ) | _all(T, "sha256"),
    "trailer": _all(P, "url", "language", "duration", "captions"),
    "screeners": _all(
        F, "kind", "url", "version_label", "duration", "subtitle_languages", "valid_until",
        "geo_limits", "download_allowed",
    ),
    "copies": _all(
        F, "format", "purpose", "resolution", "frame_rate", "scan", "aspect_ratio", "sound",
        "dialogue_languages", "subtitle_languages", "encrypted", "size", "checksum", "location",
        "available_from",
    ),
    "documents": _all(
        F, "code", "kind", "label", "language", "extension", "media_type", "size"
    ) | _all(T, "sha256"),
}  # fmt: skip

CHOOSABLE: dict[str, Visibility] = {
    "budget": F,
    "budget_band": F,
    "budget_lines": F,
    "screenings": P,
    "rights": P,
    "press": P,
    "trailer": P,
    "documents": F,
}

ALWAYS_SHOWN = frozenset({"schema", "code", "slug", "kind"})


def level_of(block: str, chosen: dict[str, str]) -> Visibility:
    """Return how widely `block` is shown, by the filmmaker's choice or by default."""
    default = CHOOSABLE.get(block, P)
    if block not in CHOOSABLE:
        return default
    try:
        return Visibility(chosen.get(block, default))
    except ValueError:
        return default


def may_read(audience: Audience, block: str, chosen: dict[str, str]) -> bool:
    """Return whether any field of `block` can be shown to `audience`."""
    return level_of(block, chosen) in audience.value


_SEES_UNDESCRIBED = frozenset({Audience.TEAM, Audience.FESTIVAL})


def is_described(picture: dict) -> bool:
    """Return whether a row of `media` says what is on it and whom to credit."""
    return bool(picture.get("alt") and picture.get("credit_line"))


def redact(record: dict, audience: Audience) -> dict:
    """Return a copy of `record` with only the fields that `audience` may read."""
    chosen = record.get("visibility") or {}
    shown = {key: record[key] for key in ALWAYS_SHOWN if key in record}
    for block, fields in FIELDS.items():
        content = record.get(block)
        if content is None:
            continue
        names = [name for name, level in fields.items() if level in audience.value]
        # Rows without a single field would still tell how many there are.
        if not names or not may_read(audience, block, chosen):
            shown[block] = [] if isinstance(content, list) else {}
            continue
        if block == "media" and audience not in _SEES_UNDESCRIBED:
            content = [row for row in content if is_described(row)]
        shown[block] = (
            [_pick(row, names) for row in content]
            if isinstance(content, list)
            else _pick(content, names)
        )
    if audience is Audience.TEAM:
        shown["visibility"] = chosen
    return shown


def _pick(row: dict, names: list[str]) -> dict:
    return {name: row[name] for name in names if name in row}
