"""The front page, the catalogue, and what the search field offers."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from festival.accounts.access import anyone
from submissions.catalogue import facets, panel, teasers
from submissions.catalogue.caching import NEVER, answer
from submissions.catalogue.choice import Choice
from submissions.catalogue.search import Query
from submissions.catalogue.suggestions import suggestions
from submissions.catalogue.wall import Wall, wall


@dataclass(frozen=True)
class Browse:
    """The wall with tabs, filters and chips, as home and catalogue share them."""

    wall: Wall
    tabs: list
    sections: list
    chips: list
    is_empty_site: bool
    counts_are_capped: bool


def _browse(choice: Choice) -> Browse:
    values = facets.Values.read()
    shown = wall(choice, values)
    query = Query(choice.q) if choice.q else None
    counts = facets.counts(values, choice.groups(values), query)
    return Browse(
        wall=shown,
        tabs=panel.tabs(choice, values, counts),
        sections=panel.sections(choice, values, counts),
        chips=panel.chips(choice),
        is_empty_site=not values.total,
        counts_are_capped=counts.is_capped,
    )


@require_safe
@anyone
def home(request):
    now = timezone.now()
    browse, calls = _browse(Choice()), teasers.closing_next(now)

    def page():
        context = {"browse": browse, "choice": browse.wall.choice, "calls": calls}
        return render(request, "submissions/catalogue/home.html", context)

    return answer(request, ("home", browse, calls), page)


@require_safe
@anyone
def projects(request):
    browse = _browse(Choice.read(request.GET))
    choice = browse.wall.choice
    context = {"browse": browse, "choice": choice, "is_live": True}
    if request.htmx and not request.htmx.history_restore_request:
        response = render(request, "submissions/catalogue/_browse.html", context)
        response["Cache-Control"] = NEVER
        response["HX-Push-Url"] = reverse("projects") + choice.address
    else:
        response = answer(
            request,
            ("projects", browse),
            lambda: render(request, "submissions/catalogue/projects.html", context),
        )
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
@anyone
def suggest(request):
    text = request.GET.get("q", "")
    context = {"text": text, "offers": suggestions(text)}
    response = render(request, "submissions/catalogue/_suggest.html", context)
    response["Cache-Control"] = "public, max-age=60"
    return response
