"""Watching: the pages of a festival's entry and of a person's grant, and the film itself."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from festival.accounts.access import NotAllowed, fetch
from submissions.entries.models import Submission
from submissions.screeners import actions, board, ledger
from submissions.screeners.models import FilmFile, Grant
from submissions.screeners.streaming import film_response

CLOSED = gettext_lazy("This door is closed: by the filmmaker, or because its time is over")
entry_door = fetch(
    Submission, sees="received_by", may="watchable_by", load="for_watching", reason=CLOSED
)
grant_door = fetch(Grant, may="open", load="for_page", reason=CLOSED)


def with_screener(view):
    """Give the view the screener of the door's project that the address names, or answer 404."""

    @wraps(view)
    def door(request, row, *, screener):
        found = board.find(row.project, screener)
        if found is None:
            raise Http404
        return view(request, row, found)

    return door


def _page(request, row, opened=None):
    context = board.watching(row, opened)
    return render(request, "submissions/screeners/watch.html", context)


@require_safe
@entry_door
def entry(request, row):
    return _page(request, row)


@require_safe
@grant_door
def person(request, row):
    return _page(request, row)


@require_POST
@entry_door
@with_screener
def entry_open(request, row, screener):
    ledger.note_opened(screener=screener, by=request.user, entry=row)
    return _page(request, row, opened=screener)


@require_POST
@grant_door
@with_screener
def person_open(request, row, screener):
    if row.views_allowed is not None and not row.is_viewing:
        return redirect("watch_grant", code=row.code)
    ledger.note_opened(screener=screener, by=request.user, grant=row)
    return _page(request, row, opened=screener)


@require_POST
@grant_door
def start(request, row):
    try:
        actions.start_viewing(grant=row, by=request.user)
    except NotAllowed as error:
        messages.error(request, str(error))
    return redirect("watch_grant", code=row.code)


@require_POST
@entry_door
@with_screener
def entry_played(request, row, screener):
    return _note(request, screener, entry=row)


@require_POST
@grant_door
@with_screener
def person_played(request, row, screener):
    return _note(request, screener, grant=row)


def _note(request, screener, **door):
    viewing = ledger.note_played(
        screener=screener,
        by=request.user,
        ranges=ledger.read_ranges(request.POST.get("ranges", "")),
        length=ledger.read_seconds(request.POST.get("length", "")),
        code=request.POST.get("viewing", "")[:10],
        **door,
    )
    return JsonResponse({"viewing": viewing.code})


@require_safe
@fetch(FilmFile, sees="watchable_by", load="for_stream")
def film(request, row):
    """Send the film, or the part that the player asks for, while the right lasts."""

    def may_still():
        return FilmFile.objects.may_be_watched(row, request.user)

    save = row.screener.download_allowed and "save" in request.GET
    return film_response(request, row, may_still=may_still, is_download=save)
