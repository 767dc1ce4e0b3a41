"""Lists for machines: the sitemap for search engines, and Atom feeds of what is new."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from festival.accounts.access import anyone
from festival.calls.models import Call, Edition
from submissions.catalogue.caching import answer
from submissions.catalogue.models import Listing
from submissions.catalogue.querysets import listed_after
from submissions.projects.models import Project

PER_FILE = 5_000
PER_FEED = 30
XML, ATOM = "application/xml", "application/atom+xml"


def _file_of(place: int | None):
    """Return the next places after `place` in rising order, one more than a file holds."""
    rows = Listing.objects.order_by("place")
    rows = rows.newer_than(place) if place is not None else rows
    return list(rows.values_list("place", flat=True)[: PER_FILE + 1])


@require_safe
@anyone
def sitemap(request):
    """The index of sitemaps: one of the fixed pages, and one for each 5,000 projects."""
    starts, place = [0], None
    while len(places := _file_of(place)) > PER_FILE:
        place = places[PER_FILE - 1]
        starts.append(place)
    addresses = [settings.SITE_URL + reverse("sitemap_pages")]
    addresses += [settings.SITE_URL + reverse("sitemap_projects", args=[n]) for n in starts]
    return _xml(request, "sitemap_index", XML, {"addresses": addresses})


@require_safe
@anyone
def sitemap_pages(request):
    paths = [reverse(name) for name in ("home", "projects", "festivals")]
    editions = Edition.objects.visible_to(request.user).select_related("festival")
    paths += [edition.get_absolute_url() for edition in editions[:PER_FILE]]
    rows = [{"address": settings.SITE_URL + path} for path in paths]
    return _xml(request, "sitemap", XML, {"rows": rows})


@require_safe
@anyone
def sitemap_projects(request, after):
    """Up to 5,000 projects published after the place given, each with its last change."""
    if after >= 1 << 62:
        raise Http404
    listed = listed_after(Project.objects, after)[:PER_FILE]
    rows = [
        {"address": settings.SITE_URL + reverse("project", args=[slug]), "changed_at": changed_at}
        for slug, changed_at in listed.values_list("slug", "changed_at")
    ]
    return _xml(request, "sitemap", XML, {"rows": rows})


@require_safe
@anyone
def feed_projects(request):
    """The newest projects as an Atom feed."""
    rows = Project.objects.published().order_by("-published_at", "-pk")[:PER_FEED]
    entries = [
        {
            "title": project.title,
            "address": settings.SITE_URL + project.get_absolute_url(),
            "at": project.published_at,
            "changed_at": project.changed_at,
            "text": project.logline,
            "authors": project.credit_line,
        }
        for project in rows
    ]
    return _feed(request, entries, calls=False)


@require_safe
@anyone
def feed_calls(request):
    """The open calls as an Atom feed, the next to close first."""
    entries = [
        {
            "title": str(call),
            "address": settings.SITE_URL + call.get_absolute_url(),
            "at": call.opens_at,
            "changed_at": call.opens_at,
            "closes_at": call.closes_at,
            "authors": call.edition.festival.name,
        }
        for call in Call.objects.closing_soon(timezone.now())[:PER_FEED]
    ]
    return _feed(request, entries, calls=True)


def _feed(request, entries, *, calls: bool) -> HttpResponse:
    changed_at = max((entry["changed_at"] for entry in entries), default=None)
    context = {
        "entries": entries,
        "calls": calls,
        "changed_at": changed_at,
        "address": settings.SITE_URL + request.path,
    }
    return _xml(request, "feed", ATOM, context)


def _xml(request, name: str, media_type: str, context) -> HttpResponse:
    def page():
        template = f"submissions/catalogue/{name}.xml"
        return render(request, template, context, content_type=f"{media_type}; charset=utf-8")

    return answer(request, (name, context), page)
