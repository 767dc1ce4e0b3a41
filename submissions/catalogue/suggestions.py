"""What the search field offers while somebody types: titles, people, festivals."""

from dataclasses import dataclass, field

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festival.calls.models import Festival
from festival.world import countries
from submissions.catalogue import words
from submissions.catalogue.models import ListedName
from submissions.catalogue.querysets import cards_at
from submissions.catalogue.search import MOST_NAMES, Query
from submissions.projects.models import Credit, Project
from submissions.projects.pictures import card_poster
from submissions.projects.vocabulary import CreditRole, ProjectType

MOST, MOST_PEOPLE, MOST_FESTIVALS, FESTIVALS_READ = 8, 3, 2, 500


@dataclass(frozen=True)
class Row:
    """One offer; `parts` are the title before, within and after the letters typed."""

    url: str
    parts: tuple[str, str, str]
    note: str
    label: str
    poster: dict = field(default_factory=dict)


def suggestions(text: str) -> dict[str, list[Row]]:
    """Return rows under "projects", "people" and "festivals", eight in all; each may be empty."""
    query = Query(text)
    if not query.line:
        return {"projects": [], "people": [], "festivals": []}
    names = ListedName.objects.starting_with(query.line).nearest(MOST_NAMES)
    people = _people(query, list(dict.fromkeys(n.person_id for n in names if n.person_id)))
    festivals = _festivals(query)
    places = list(dict.fromkeys(name.listing_id for name in names if name.listing_id))
    left = MOST - len(people) - len(festivals)
    return {
        "projects": _projects(query, places[:left]),
        "people": people,
        "festivals": festivals,
    }


def marked(title: str, line: str) -> tuple[str, str, str]:
    """Cut `title` before, within and after the first words that begin with `line`, folded."""
    for start in range(len(title)):
        inner = start and title[start - 1].isalnum() and not words.is_solid(title[start])
        if inner or not words.line(title[start:]).startswith(line):
            continue
        for end in range(start + 1, len(title) + 1):
            if len(words.line(title[start:end])) >= len(line):
                return title[:start], title[start:end], title[end:]
    return title, "", ""


def _projects(query: Query, places) -> list[Row]:
    return [
        Row(
            url=project.get_absolute_url(),
            parts=marked(project.title, query.line),
            note=" · ".join(_facts(project)),
            label=project.get_kind_display(),
            poster=card_poster(project),
        )
        for project in (cards_at(Project.objects, places) if places else [])
    ]


def _facts(project) -> list[str]:
    types = [ProjectType(t).label for t in project.project_types[:1] if t in ProjectType.values]
    facts = [*types, project.year, project.credit_line]
    return [str(fact) for fact in facts if fact]


def _people(query: Query, ids) -> list[Row]:
    """Return the people of `ids` with a public credit, and their first role."""
    if not ids:
        return []
    rows = (
        Credit.objects.filter(person__in=ids, project__in=Project.objects.published())
        .values("person", "person__name", "person__slug")
        .annotate(n=Count("project", distinct=True), role=Min("role"))
    )
    by_id = {row["person"]: row for row in rows}
    return [_person(query, by_id[pk]) for pk in ids if pk in by_id][:MOST_PEOPLE]


def _person(query: Query, row) -> Row:
    credits = ngettext("{n} project", "{n} projects", row["n"]).format(n=row["n"])
    return Row(
        url=reverse("person", args=[row["person__slug"]]),
        parts=marked(row["person__name"], query.line),
        note=f"{CreditRole(row['role']).label} · {credits}",
        label=_("Person"),
    )


def _festivals(query: Query) -> list[Row]:
    rows = Festival.objects.listed().values_list("name", "slug", "city", "country")
    found = []
    for name, slug, city, country in rows[:FESTIVALS_READ]:
        if any(start.startswith(query.line) for start in words.starts(name)):
            place = ", ".join(part for part in (city, country and countries.name(country)) if part)
            url = reverse("festival", args=[slug])
            found.append(Row(url, marked(name, query.line), place, _("Festival")))
    return found[:MOST_FESTIVALS]
