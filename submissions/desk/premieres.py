"""If this festival shows it, what remains? What the page of the simulator shows."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from festival.calls.models import Call
from festival.calls.vocabulary import EditionMode
from festival.world import countries
from festival.world.partial_dates import from_iso
from submissions.desk.forms import ScreeningPlanForm
from submissions.entries.models import Submission
from submissions.projects import premieres
from submissions.projects.display import joined
from submissions.projects.premiere_places import CONTINENTS_OF_PREMIERES
from submissions.projects.premiere_words import DEFINITIONS, RULES, named
from submissions.projects.premieres import INTERNATIONAL, WORLD, Premiere, Remaining, Standing
from submissions.projects.visibility import FIELDS
from submissions.projects.vocabulary import PremiereKind

MOST_CALLS = 100
_LOOKS = {
    Standing.FREE: ("is-ok", "tick"),
    Standing.UNKNOWN: ("is-warn", "info"),
    Standing.TAKEN: ("", "dash"),
}


@dataclass(frozen=True)
class State:
    """What is left of one premiere, in a word and with its reason."""

    look: str
    icon: str
    word: str
    because: str


@dataclass(frozen=True)
class Row:
    name: str
    now: State
    after: State | None
    changes: bool


@dataclass(frozen=True)
class Promise:
    """A premiere that a call asks for and that the planned screening would use up or leave open."""

    edition: str
    url: str
    category: str
    premiere: str
    text: str
    is_lost: bool
    is_entered: bool


def page_of(project, user, query) -> dict:
    """Return the context of the simulator for `project`; `query` is what its form sent."""
    calls = list(Call.objects.visible_to(user).open().with_conditions()[:MOST_CALLS])
    form = ScreeningPlanForm(query, calls=calls)
    plan = _plan(form) if form.is_bound and form.is_valid() else None
    screenings = list(project.screenings.values(*FIELDS["screenings"]))
    origins = project.specs.countries_of_origin
    showings = premieres.showings_of(screenings)
    history = _History(showings, origins, plan)
    return {
        "project": project,
        "form": form,
        "problem": bool(form.errors),
        "plan": plan,
        "would_be": history.would_be() if plan else [],
        "rows": [history.row(each) for each in _premieres(origins, plan)],
        "promises": _promises(project, calls, history) if plan else [],
        "counted": len(showings),
        "ignored": len(screenings) - len(showings),
        "unstated": [] if origins else [_("The project names no country of origin")],
        "definitions": [(str(PremiereKind(kind).label), text) for kind, text in DEFINITIONS],
        "rules": RULES,
    }


@dataclass(frozen=True)
class Plan:
    """The screening that may come: `showing` and the name of where it is."""

    showing: premieres.Showing
    country: str
    call: Call | None = None

    @property
    def name(self) -> str:
        return self.showing.event

    @property
    def when(self) -> str:
        return self.showing.date.format() if self.showing.date else ""


def _plan(form) -> Plan:
    call, date = form.chosen, form.cleaned_data["date"]
    if call is None:
        country = form.cleaned_data["country"]
        name = _("A festival in %(country)s") % {"country": countries.name(country)}
        return Plan(premieres.planned(name, country, date), country)
    edition = call.edition
    showing = premieres.planned(
        str(edition),
        edition.festival.country,
        date or edition.first_date,
        on_site=edition.mode != EditionMode.ONLINE,
        online=edition.mode != EditionMode.ON_SITE,
    )
    return Plan(showing, edition.festival.country, call)


def _premieres(origins, plan) -> list[Premiere]:
    """Return the premieres that the table names, the widest first."""
    found = [WORLD, INTERNATIONAL]
    found += [Premiere(PremiereKind.CONTINENTAL, code) for code in CONTINENTS_OF_PREMIERES]
    here = premieres.premieres_in(plan.country) if plan else []
    found += [each for each in here if each.kind == PremiereKind.REGIONAL]
    places = [*origins, *([plan.country] if plan and plan.country else [])]
    return found + [Premiere(PremiereKind.NATIONAL, code) for code in dict.fromkeys(places)]


class _History:
    """The screenings of a work, with and without the planned one."""

    def __init__(self, showings, origins, plan):
        self.showings, self.origins, self.plan = showings, origins, plan

    def left(self, premiere, *, planned=False, before=None) -> Remaining:
        showings = [*self.showings, self.plan.showing] if planned else self.showings
        return premieres.remaining(premiere, showings, self.origins, before)

    def row(self, premiere) -> Row:
        now = self.left(premiere)
        after = self.left(premiere, planned=True) if self.plan else None
        changes = after is not None and after.standing != now.standing
        return Row(named(premiere), _state(now), _state(after) if after else None, changes)

    def would_be(self) -> list[str]:
        """Return the premieres that the planned screening would be for certain."""
        date, names = self.plan.showing.date, []
        for premiere in premieres.premieres_in(self.plan.country):
            is_free = self.left(premiere, before=date).standing == Standing.FREE
            alone = premieres.remaining(premiere, [self.plan.showing], self.origins)
            if is_free and alone.standing == Standing.TAKEN:
                names.append(named(premiere))
        return names


def _state(found: Remaining) -> State:
    words = {Standing.FREE: _("Free"), Standing.UNKNOWN: _("Unknown"), Standing.TAKEN: _("Used")}
    return State(*_LOOKS[found.standing], words[found.standing], joined(found.because[:3]))


def _promises(project, calls, history) -> list[Promise]:
    """Return what calls ask for that would be lost or no longer certain, own entries first."""
    entries = Submission.objects.in_play(project)
    entered = {entry.category_id: (entry.category, entry.call) for entry in entries}
    asked = entered | {each.pk: (each, call) for call in calls for each in call.categories.all()}
    here = history.plan.call.pk if history.plan.call else None
    found = [
        _promise(call, category, history, category.pk in entered)
        for category, call in asked.values()
        if category.premiere and call.pk != here
    ]
    return sorted(filter(None, found), key=lambda each: (not each.is_entered, not each.is_lost))


def _promise(call, category, history, is_entered) -> Promise | None:
    wanted = premieres.required(category.premiere, call.edition.festival.country)
    if wanted is None:
        return None
    before = from_iso(call.edition.first_date)
    now = history.left(wanted, before=before).standing
    after = history.left(wanted, planned=True, before=before).standing
    if after == now:
        return None
    is_lost = after == Standing.TAKEN
    text = _("would no longer be met") if is_lost else _("would no longer be certain")
    return Promise(
        edition=str(call.edition),
        url=call.get_absolute_url(),
        category=category.name,
        premiere=named(wanted),
        text=text,
        is_lost=is_lost,
        is_entered=is_entered,
    )
