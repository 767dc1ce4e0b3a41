"""The labelled fields of a listing, read into values of the record."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from festival.world import countries, durations, languages, money, partial_dates
from festival.world.reading import name_key, read_list
from submissions.projects.vocabulary import (
    Answer,
    FilmColor,
    Genre,
    ProjectType,
    ShootingFormat,
    parse_aspect_ratio,
)

LABELS = {
    "project type": ("identity", "project_types"),
    "project types": ("identity", "project_types"),
    "genre": ("identity", "genres"),
    "genres": ("identity", "genres"),
    "keywords": ("identity", "keywords"),
    "tags": ("identity", "keywords"),
    "project title": ("identity", "title"),
    "title": ("identity", "title"),
    "project title original language": ("identity", "title_original"),
    "original title": ("identity", "title_original"),
    "logline": ("identity", "logline"),
    "synopsis": ("identity", "synopsis"),
    "synopsis original language": ("identity", "synopsis_original"),
    "project website": ("identity", "website"),
    "website": ("identity", "website"),
    "student project": ("identity", "student_project"),
    "first time filmmaker": ("identity", "first_time_filmmaker"),
    "runtime": ("specs", "runtime"),
    "duration": ("specs", "runtime"),
    "running time": ("specs", "runtime"),
    "completion date": ("specs", "completion_date"),
    "country of origin": ("specs", "countries_of_origin"),
    "countries of origin": ("specs", "countries_of_origin"),
    "country of filming": ("specs", "countries_of_filming"),
    "countries of filming": ("specs", "countries_of_filming"),
    "language": ("specs", "dialogue_languages"),
    "languages": ("specs", "dialogue_languages"),
    "shooting format": ("specs", "shooting_formats"),
    "shooting formats": ("specs", "shooting_formats"),
    "aspect ratio": ("specs", "aspect_ratio"),
    "film color": ("specs", "film_color"),
    "film colour": ("specs", "film_color"),
    "number of pages": ("specs", "page_count"),
    "production budget": ("budget", "total"),
    "budget": ("budget", "total"),
}
_COLOURS = {
    "color": FilmColor.COLOUR,
    "black white": FilmColor.BLACK_AND_WHITE,
    "black white color": FilmColor.BOTH,
    "black colour white": FilmColor.BOTH,
    "black color white": FilmColor.BOTH,
}
_MOST_WORDS, _LONGEST_WORD = 12, 40


def read(label: str, text: str) -> Iterable[tuple[str, str, object]]:
    """Return (block, field, value) for each field that `text` under a label of LABELS fills.

    ValueError when the text does not say what the label asks for.
    """
    block, name = LABELS[label]
    if name in _READERS:
        return [(block, name, _READERS[name](text))]
    if name == "total":
        total = money.parse(text)
        return [(block, "total", total.amount), (block, "currency", total.currency)]
    if name == "genres":
        return _with_free(block, name, Genre, "genres_free", text)
    if name == "shooting_formats":
        return _formats(block, name, text)
    return [(block, name, text)]


def _with_free(block, name, vocabulary, free, text):
    found = _known(vocabulary, text)
    own = [word for word in found if word not in vocabulary.values]
    if len(own) > _MOST_WORDS or any(len(word) > _LONGEST_WORD for word in own):
        raise ValueError(_("Name at most %(most)d") % {"most": _MOST_WORDS})
    known = [word for word in found if word in vocabulary.values]
    filled = [(block, name, [each for each in vocabulary.values if each in known])]
    return filled + ([(block, free, own)] if own else [])


def _formats(block, name, text):
    found = _known(ShootingFormat, text)
    own = ", ".join(word for word in found if word not in ShootingFormat.values)[:60]
    known = [each for each in ShootingFormat.values if each in found]
    filled = [(block, name, known)] if known else []
    return filled + ([(block, "shooting_format_free", own)] if own else [])


def _known(vocabulary, text: str) -> list[str]:
    """Return codes for the words that the vocabulary has, and the other words as they are."""
    codes = {name_key(str(each.label)): each.value for each in vocabulary}
    return read_list(text, lambda word: codes.get(name_key(word)) or _single(word))


def _single(word: str) -> str:
    if "," in word:
        raise ValueError(word)
    return word


def _types(text: str) -> list[str]:
    found = _known(ProjectType, text)
    strange = [word for word in found if word not in ProjectType.values]
    if strange:
        raise ValueError(_("The list of project types has no “%(name)s”") % {"name": strange[0]})
    return found


def _words(text: str) -> list[str]:
    words = dict.fromkeys(word.strip() for word in re.split(r"[,;]", text))
    return [word[:_LONGEST_WORD] for word in words if word][:30]


def _answer(text: str) -> str:
    answers = {"yes": Answer.YES, "no": Answer.NO}
    if text.strip().lower() not in answers:
        raise ValueError(_("Answer with yes or no"))
    return answers[text.strip().lower()].value


def _colour(text: str) -> str:
    key = " ".join(name_key(text))
    labels = {" ".join(name_key(str(each.label))): each for each in FilmColor}
    if found := labels.get(key) or _COLOURS.get(key):
        return found.value
    raise ValueError(_("Choose the film colour from the list"))


def _pages(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise ValueError(_("Enter the number of pages"))
    return int(text)


def _address(text: str) -> str:
    return text if "://" in text else f"https://{text}"


_READERS = {
    "runtime": durations.parse,
    "completion_date": lambda text: partial_dates.parse(text).isoformat(),
    "countries_of_origin": countries.parse_list,
    "countries_of_filming": countries.parse_list,
    "dialogue_languages": languages.parse_list,
    "aspect_ratio": parse_aspect_ratio,
    "film_color": _colour,
    "project_types": _types,
    "keywords": _words,
    "student_project": _answer,
    "first_time_filmmaker": _answer,
    "page_count": _pages,
    "website": _address,
}
