"""What a call wants of a project, for the editor: who knows it stands in slices above this one."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Gap:
    """One sentence on what stands in the way, and the section where it can be mended, if it can."""

    text: str
    section: str = ""


@dataclass(frozen=True)
class Wanted:
    """A call by name and address; `gaps` is what every category asks for, `categories` are pairs
    of a name and what stands in the way of that one besides.
    """

    title: str
    href: str
    gaps: tuple[Gap, ...]
    categories: tuple[tuple[str, tuple[Gap, ...]], ...]

    @property
    def fits(self) -> bool:
        return not self.gaps and any(not gaps for _name, gaps in self.categories)


# Called with a project that has one of each, the slugs of festival and edition, and the person;
# returns None for a call that this person may not see.
ASKED: list[Callable[..., Wanted | None]] = []


def wanted(project, address: str, person) -> Wanted | None:
    """Return what the call at "festival/edition" wants; None where there is none to see."""
    festival, slash, edition = address.replace("\0", "")[:300].partition("/")
    if not slash:
        return None
    found = (ask(project, festival, edition.strip("/"), person) for ask in ASKED)
    return next((each for each in found if each), None)
