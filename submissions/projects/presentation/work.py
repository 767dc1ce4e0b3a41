"""What the templates of a project read, and nothing else."""

from dataclasses import dataclass

from submissions.projects.pictures import Image
from submissions.projects.presentation.facts import Fact, Tag
from submissions.projects.presentation.files import File
from submissions.projects.presentation.laurels import Laurel
from submissions.projects.presentation.money import BudgetView
from submissions.projects.presentation.player import Player
from submissions.projects.presentation.press import Link, PressRow
from submissions.projects.presentation.profiles import Profile
from submissions.projects.presentation.rights import RightRow
from submissions.projects.presentation.rights_grid import Free, GridView
from submissions.projects.presentation.roll import Name, Role
from submissions.projects.presentation.screenings import ScreeningRow


@dataclass(frozen=True)
class Text:
    """A text with its language: `lang` for the page, `language` for people."""

    text: str
    lang: str = ""
    language: str = ""
    title: str = ""
    logline: str = ""


@dataclass(frozen=True)
class Work:
    """Everything the templates of a project read; what may not be seen or is empty is falsy."""

    code: str
    slug: str
    kind: str
    is_script: bool
    kicker: str
    title: str
    lang: str
    original: Text
    hue: int | None
    year: str
    completed: str
    runtime: int | None
    countries: str
    made_by: str
    makers: tuple[Name, ...]
    genres: str
    logline: str
    synopsis: str
    synopsis_short: str
    synopsis_original: Text
    translations: tuple[Text, ...]
    lyrics: str
    hero: Image | None
    poster: Image
    laurels: tuple[Laurel, ...]
    laurel_pictures: tuple[Image, ...]
    roles: tuple[Role, ...]
    folded_roles: tuple[Role, ...]
    folded_count: int
    facts: tuple[Fact, ...]
    unstated: str
    tags: tuple[Tag, ...]
    advisories: tuple[str, ...]
    access: tuple[Fact, ...]
    budget: BudgetView | None
    screenings: tuple[ScreeningRow, ...]
    has_premieres: bool
    has_results: bool
    rights: tuple[RightRow, ...]
    grid: GridView | None
    free: tuple[Free, ...]
    more_free: int
    trailer: Player | None
    trailer_image: Image | None
    profiles: tuple[Profile, ...]
    profiles_title: str
    stills: tuple[Image, ...]
    stills_credit: str
    stills_noted: bool
    may_download: bool
    press: tuple[PressRow, ...]
    links: tuple[Link, ...]
    screeners: tuple[File, ...]
    copies: tuple[File, ...]
    documents: tuple[File, ...]
