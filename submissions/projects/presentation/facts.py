"""Specifications as facts with labels; what is not stated is named in one line."""

from dataclasses import dataclass

from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from submissions.projects.display import choice, joined, label_of, text_of
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.vocabulary import Advisory, Answer, Genre, ProjectKind

_ORDER = (
    "script_kind", "runtime", "seasons", "episodes", "episode_runtime", "episode_submitted",
    "completion_date", "countries_of_origin", "countries_of_filming", "dialogue_languages",
    "subtitles", "shooting_formats", "aspect_ratio", "film_color", "resolution", "frame_rate",
    "scan", "sound", "loudness", "screener_frame_rate", "page_count", "paper", "draft_number",
    "draft_date", "source_material", "copyright_registration", "performers", "isrc", "camera",
    "lens", "focal_length", "shutter_speed", "aperture", "iso_or_film", "platform",
    "degrees_of_freedom", "posture", "room_square_metres", "interactive", "headset_count",
    "controller", "session_seconds", "staff_needed",
)  # fmt: skip
_OF_IDENTITY = ("first_time_filmmaker", "student_project", "work_in_progress", "ai_use")
_ACCESS = ("captions", "audio_description", "sign_language")

# What stands in small type below a fact.
_BELOW = {
    "captions": ("captions_languages",),
    "audio_description": ("audio_description_languages",),
    "sign_language": ("sign_languages",),
    "dialogue_languages": ("dialogue_shares",),
    "shooting_formats": ("shooting_format_free",),
    "student_project": ("school", "school_country", "school_supervisor_email"),
    "work_in_progress": ("lock_expected_on",),
    "age_advice": ("age_system",),
}
# The questions that a reader misses an answer to.
_EXPECTED = (
    ("identity", "project_types"), ("specs", "runtime"), ("specs", "completion_date"),
    ("specs", "countries_of_origin"), ("specs", "countries_of_filming"),
    ("specs", "dialogue_languages"), ("specs", "shooting_formats"), ("specs", "aspect_ratio"),
    ("specs", "film_color"), ("specs", "script_kind"), ("identity", "first_time_filmmaker"),
    ("identity", "student_project"),
)  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One label with its value; `when` is the value for machines."""

    label: str
    text: str
    below: str = ""
    when: str = ""


@dataclass(frozen=True)
class Tag:
    """A word that leads to the catalogue by `query`."""

    text: str
    query: str


def facts_of(record: dict) -> list[Fact]:
    """Return every specification that is stated."""
    identity, specs = record["identity"], record["specs"]
    types = _fact("identity", "project_types", identity)
    found = [types, *(_fact("specs", name, specs) for name in _ORDER)]
    found += [_fact("identity", name, identity) for name in _OF_IDENTITY]
    return [fact for fact in found if fact]


def access_of(record: dict) -> list[Fact]:
    """Return who can follow the work, and from what age."""
    found = [_fact("specs", name, record["specs"]) for name in _ACCESS]
    return [fact for fact in (*found, _fact("identity", "age_advice", record["identity"])) if fact]


def _fact(block, name, content) -> Fact | None:
    value = _frame_rate(content) if name == "frame_rate" else content.get(name)
    text = "" if value is False else text_of(block, name, value)
    below = joined(text_of(block, each, content.get(each)) for each in _BELOW.get(name, ()))
    if not text and not below:
        return None
    when = value if name in ("completion_date", "draft_date") else ""
    return Fact(label_of(block, name), text or below, below if text else "", when)


def _frame_rate(specs):
    if specs.get("frame_rate"):
        return specs["frame_rate"]
    return _("Variable") if specs.get("frame_rate_varies") else None


def unstated_of(record: dict) -> str:
    """Return the labels of what is usually stated and is not, in small letters."""
    asked = SPECS_OF_KIND[record["kind"]]
    labels = [
        label_of(block, name)
        for block, name in _EXPECTED
        if (block == "identity" or name in asked) and not _is_stated(record[block], name)
    ]
    return joined(label[:1].lower() + label[1:] for label in labels)


def _is_stated(content, name) -> bool:
    texts = [name, *_BELOW.get(name, ())]
    return any(content.get(each) not in (None, "", [], {}, Answer.NOT_SAID) for each in texts)


def tags_of(identity: dict) -> list[Tag]:
    """Return genres, further genres and keywords, each once."""
    tags = {}
    for genre in identity.get("genres", []):
        text = choice(Genre, genre)
        tags.setdefault(text.casefold(), Tag(text, urlencode({"genre": genre})))
    for word in [*identity.get("genres_free", []), *identity.get("keywords", [])]:
        tags.setdefault(str(word).casefold(), Tag(capfirst(str(word)), urlencode({"q": word})))
    return list(tags.values())


def advisories_of(identity: dict) -> list[str]:
    return [choice(Advisory, code) for code in identity.get("advisories", [])]


def kicker_of(record: dict) -> str:
    """Return what kind of work it is in a few words: "Film · Feature"."""
    types = [text_of("identity", "project_types", [code]) for code in _types(record)[:2]]
    return " · ".join([choice(ProjectKind, record["kind"]), *types])


def _types(record):
    return record["identity"].get("project_types", [])
