"""Which parts of a project the index reads, all of them public."""

from dataclasses import dataclass

from festival.world import countries, languages
from submissions.catalogue import words
from submissions.catalogue.models import Facet
from submissions.projects.vocabulary import Genre, ProjectKind, ProjectType

_KINDS, _TYPES, _GENRES = dict(ProjectKind.choices), dict(ProjectType.choices), dict(Genre.choices)
LONGEST_KEY = 80
# Between titles, and between titles and people; no query can ask for these two.
BETWEEN, BEFORE_PEOPLE = "|", "||"
MOST_VALUES = 40


@dataclass(frozen=True)
class Texts:
    """What is kept of one project: sort values, tokens, filter values and starts of its titles."""

    title_line: str
    title_key: bytes
    minutes: int | None
    year: int | None
    names: str
    words: str
    values: frozenset[tuple[str, str]]
    titles: tuple[tuple[bytes, bool], ...]


def texts_of(project, specs, credits) -> Texts:
    """Return the texts of `project`; `credits` are its rows with person and organisation loaded."""
    titles = [project.title, project.title_original]
    titles += [_title_of(row) for row in project.translations]
    people = [name for credit in credits for name in _names_of(credit)]
    names = f"{_parts(titles)} {BEFORE_PEOPLE} {_parts(people)}".strip()
    return Texts(
        title_line=words.line(project.title)[:500],
        title_key=words.fold(project.title_sort).encode()[:120],
        minutes=minutes_of(project.runtime),
        year=project.year,
        names=names,
        words=" ".join([names, *words.tokens(*_prose(project, specs, credits))]),
        values=frozenset(_values(project, specs)),
        titles=tuple(dict.fromkeys(key for title in titles for key in keys_of(title))),
    )


def keys_of(name: str) -> list[tuple[bytes, bool]]:
    """Return (bytes, begins inside the name) for each beginning that finds `name`."""
    return [
        (start.encode()[:LONGEST_KEY], place > 0)
        for place, start in enumerate(words.starts(name or ""))
    ]


def minutes_of(seconds: int | None) -> int | None:
    """Return the minutes that a card shows."""
    return None if seconds is None else (seconds + 30) // 60


def _parts(names) -> str:
    found = (" ".join(words.tokens(name)) for name in names if name)
    return f" {BETWEEN} ".join(dict.fromkeys(part for part in found if part))


def _title_of(row) -> str:
    return str(row.get("title") or "") if isinstance(row, dict) else ""


def _names_of(credit) -> list[str]:
    if credit.person:
        return [credit.person.name, credit.person.native_name]
    return [credit.organisation.name]


def _prose(project, specs, credits):
    yield from (project.logline, project.synopsis, project.synopsis_short)
    yield project.synopsis_original
    yield from (str(word) for word in [*project.keywords, *project.genres_free])
    yield from (credit.character for credit in credits)
    yield str(_KINDS.get(project.kind, ""))
    yield from (str(_TYPES.get(value, "")) for value in project.project_types)
    yield from (str(_GENRES.get(value, "")) for value in project.genres)
    yield from (countries.name(code) for code in project.countries)
    yield from (languages.name(code) for code in specs.dialogue_languages)
    yield str(project.year or "")


def _values(project, specs):
    yield Facet.KIND.value, project.kind
    several = (
        (Facet.TYPE, project.project_types),
        (Facet.GENRE, project.genres),
        (Facet.COUNTRY, project.countries),
        (Facet.LANGUAGE, specs.dialogue_languages),
    )
    for facet, values in several:
        yield from ((facet.value, str(value)[:40]) for value in values[:MOST_VALUES])
    if project.year is not None:
        yield Facet.YEAR.value, str(project.year)
    if project.runtime is not None:
        yield Facet.MINUTES.value, str(minutes_of(project.runtime))
