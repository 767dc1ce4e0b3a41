"""The names that typed fields suggest, by the word that stands in the address of the list."""

from collections.abc import Callable, Iterable, Iterator

from festival.world import countries, languages, territories

_SOURCES: dict[str, Callable[[], Iterable]] = {
    "countries": countries.choices,
    "languages": languages.choices,
    "territories": territories.choices,
}


def offer(source: str, choices: Callable[[], Iterable]) -> None:
    """Add a list of pairs of code and name, of which some may be groups of such pairs."""
    _SOURCES[source] = choices


def names_of(source: str) -> list[str]:
    """Return the names of a list in its order, each once; KeyError when there is no such list."""
    return list(dict.fromkeys(str(name) for _code, name in flat(_SOURCES[source]())))


def flat(choices: Iterable) -> Iterator[tuple[str, object]]:
    """Return the pairs of code and name without their groups."""
    for code, name in choices:
        yield from name if isinstance(name, (list, tuple)) else [(code, name)]
