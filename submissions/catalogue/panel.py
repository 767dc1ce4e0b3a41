"""What stands around the wall: tabs, filters with counts, and chips of the filters in use."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions.catalogue.choice import RANGES, TICKED, Choice, name_of
from submissions.catalogue.facets import Counts, Facet, Values, sum_between
from submissions.projects.vocabulary import ProjectKind, ProjectType

SHOWN = 6
_ORDER = (
    Facet.GENRE, Facet.COUNTRY, Facet.MINUTES, Facet.TYPE, Facet.KIND, Facet.LANGUAGE, Facet.YEAR
)  # fmt: skip
_OPEN = frozenset({Facet.GENRE, Facet.COUNTRY, Facet.MINUTES})
_RUNTIMES = ((None, 15), (16, 40), (41, 75), (76, None))


@dataclass(frozen=True)
class Tab:
    label: str
    count: int
    choice: Choice
    is_current: bool


@dataclass(frozen=True)
class Option:
    """A tick box: its value, words, count, and whether it is ticked or leads nowhere."""

    key: str
    value: str
    label: str
    count: int
    is_ticked: bool

    @property
    def is_dead(self) -> bool:
        return not self.count and not self.is_ticked


@dataclass(frozen=True)
class Section:
    """A foldable filter: tick boxes, or two ends of a range with ready-made links."""

    facet: Facet
    label: str
    is_open: bool
    options: list[Option]
    more: list[Option]
    more_label: str = ""
    ends: tuple = ()
    links: tuple = ()

    @property
    def more_is_open(self) -> bool:
        return any(option.is_ticked for option in self.more)


@dataclass(frozen=True)
class Chip:
    label: str
    choice: Choice


def tabs(choice: Choice, values: Values, counts: Counts) -> list[Tab]:
    """Return the tabs of the kinds that the site has, each with the other filters kept."""
    rows = [(_("All"), None, "", sum(counts.tabs[Facet.KIND].values()))]
    for label, facet, value in (
        (_("Features"), Facet.TYPE, ProjectType.FEATURE),
        (_("Shorts"), Facet.TYPE, ProjectType.SHORT),
        (_("Documentaries"), Facet.TYPE, ProjectType.DOCUMENTARY),
        (_("Animation"), Facet.TYPE, ProjectType.ANIMATION),
        (_("Scripts"), Facet.KIND, ProjectKind.SCRIPT),
    ):
        if values.totals[facet].get(value):
            rows.append((label, facet, value.value, counts.tabs[facet].get(value, 0)))
    here = {f: choice.values[f] for f in (Facet.KIND, Facet.TYPE) if f in choice.values}
    return [_tab(choice, here, *row) for row in rows]


def _tab(choice, here, label, facet, value, count) -> Tab:
    rest = choice.ticking(Facet.KIND).ticking(Facet.TYPE)
    wanted = {facet: (value,)} if facet else {}
    return Tab(label, count, rest.ticking(facet, value) if facet else rest, here == wanted)


def sections(choice: Choice, values: Values, counts: Counts) -> list[Section]:
    """Return the filters in order; one without anything to choose is left out."""
    found = (
        _ticks(choice, facet, values, counts) if facet in TICKED else _range(choice, facet, counts)
        for facet in _ORDER
    )
    return [section for section in found if section]


def chips(choice: Choice) -> list[Chip]:
    """Return one chip for each value and range in use, with the state without it."""
    found = []
    for facet, chosen in choice.values.items():
        for value in chosen:
            rest = choice.ticking(facet, *(v for v in chosen if v != value))
            found.append(Chip(name_of(facet, value), rest))
    for facet, (low, high) in choice.ranges.items():
        found.append(Chip(_words_of_range(facet, low, high), choice.between(facet, None, None)))
    return found


def _ticks(choice: Choice, facet: Facet, values: Values, counts: Counts) -> Section | None:
    ticked = choice.values.get(facet, ())
    totals = dict.fromkeys(ticked, 0) | values.totals[facet]
    if not totals:
        return None
    named = sorted((-n, name_of(facet, value), value) for value, n in totals.items())
    options = [
        Option(facet.value, value, label, counts.facets[facet].get(value, 0), value in ticked)
        for _total, label, value in named
    ]
    shown = len(options) if len(options) <= SHOWN + 1 else SHOWN
    return Section(
        facet=facet,
        label=str(facet.label),
        is_open=facet in _OPEN or bool(ticked),
        options=options[:shown],
        more=options[shown:],
        more_label=_all_of(facet, len(options)) if options[shown:] else "",
    )


def _all_of(facet: Facet, n: int) -> str:
    texts = {
        Facet.KIND: ngettext("All {n} kind", "All {n} kinds", n),
        Facet.TYPE: ngettext("All {n} type", "All {n} types", n),
        Facet.GENRE: ngettext("All {n} genre", "All {n} genres", n),
        Facet.COUNTRY: ngettext("All {n} country", "All {n} countries", n),
        Facet.LANGUAGE: ngettext("All {n} language", "All {n} languages", n),
    }
    return texts[facet].format(n=n)


def _range(choice: Choice, facet: Facet, counts: Counts) -> Section:
    ends = choice.ranges.get(facet, (None, None))
    mine, links = counts.facets[facet], ()
    if facet == Facet.MINUTES:
        links = tuple(
            Tab(
                _words_of_range(facet, low, high),
                sum_between(mine, low, high),
                choice.between(facet, low, high),
                ends == (low, high),
            )
            for low, high in _RUNTIMES
        )
    names = zip(RANGES[facet], (_("From"), _("To")), ends, strict=True)
    return Section(
        facet=facet,
        label=str(facet.label),
        is_open=facet in _OPEN or facet in choice.ranges,
        options=[],
        more=[],
        ends=tuple(names),
        links=links,
    )


def _words_of_range(facet: Facet, low: int | None, high: int | None) -> str:
    if facet == Facet.MINUTES:
        if low is None:
            return _("Up to {high} min").format(high=high)
        if high is None:
            return _("From {low} min").format(low=low)
        return _("{low} to {high} min").format(low=low, high=high)
    if low == high:
        return str(low)
    if low is None:
        return _("Up to {high}").format(high=high)
    if high is None:
        return _("From {low}").format(low=low)
    return f"{low}–{high}"
