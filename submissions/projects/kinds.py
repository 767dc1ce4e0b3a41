"""Which specifications belong to which kind of project."""

from submissions.projects.vocabulary import ProjectKind

_ALWAYS = ("completion_date", "countries_of_origin")
_MOVING = (
    "runtime", *_ALWAYS, "countries_of_filming", "dialogue_languages", "dialogue_shares",
    "subtitles", "captions", "captions_languages", "audio_description",
    "audio_description_languages", "sign_language", "sign_languages", "shooting_formats",
    "shooting_format_free", "aspect_ratio", "resolution", "frame_rate", "frame_rate_varies",
    "scan", "film_color", "sound", "loudness", "screener_frame_rate",
)  # fmt: skip

SPECS_OF_KIND: dict[str, tuple[str, ...]] = {
    ProjectKind.FILM: _MOVING,
    ProjectKind.SERIES: (
        *_MOVING, "seasons", "episodes", "episode_runtime", "episode_submitted",
    ),
    ProjectKind.SCRIPT: (
        *_ALWAYS, "dialogue_languages", "script_kind", "page_count", "paper", "draft_number",
        "draft_date", "source_material", "copyright_registration",
    ),
    ProjectKind.MUSIC: (
        "runtime", *_ALWAYS, "dialogue_languages", "lyrics", "isrc", "performers",
    ),
    ProjectKind.PHOTO_DESIGN: (
        *_ALWAYS, "camera", "lens", "focal_length", "shutter_speed", "aperture", "iso_or_film",
    ),
    ProjectKind.IMMERSIVE: (
        *_MOVING, "platform", "degrees_of_freedom", "posture", "room_square_metres",
        "interactive", "headset_count", "controller", "session_seconds", "staff_needed",
    ),
}  # fmt: skip
