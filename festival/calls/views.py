"""The public pages of festivals and their editions."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from festival.accounts.access import anyone, fetch_public
from festival.calls import banners, listing, presentation
from festival.calls.clock import arrival
from festival.calls.doors import fetch_public_edition
from festival.calls.models import Festival
from festival.calls.querysets import call_of

PAGE_SIZE = 24


@require_safe
@anyone
def festivals(request):
    now = arrival(request)
    rows = Festival.objects.listed().open_calls_first(now)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "cards": listing.cards_of(page.object_list, now)}
    return render(request, "festival/calls/festivals.html", context)


@require_safe
@fetch_public(Festival, by="slug")
def festival(request, festival):
    context = {
        "festival": festival,
        "where": listing.place_line(festival),
        "editions": listing.editions_of(festival, request.user, arrival(request)),
        "hue": banners.hue_of(festival),
    }
    return render(request, "festival/calls/festival.html", context)


@require_safe
@fetch_public_edition
def edition(request, edition):
    call = call_of(edition)
    context = {
        "edition": edition,
        "name": listing.edition_name(edition),
        "days": listing.days_of(edition),
        "where": listing.place_line(edition.festival),
        "festival": edition.festival,
        "page": presentation.page_of(call, arrival(request)) if call else None,
        "awards": presentation.awards_of(edition),
        "hue": banners.hue_of(edition.festival),
    }
    return render(request, "festival/calls/edition.html", context)


@require_safe
@fetch_public(Festival, by="slug")
def banner(request, festival):
    response = HttpResponse(banners.banner_svg(festival), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
