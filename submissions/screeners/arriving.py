"""Pages of an upload: beginning it, its pieces, giving it up. Scripts get JSON, forms a page."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from festival.accounts.access import NotAllowed, fetch
from submissions.projects.models import Project
from submissions.screeners import uploads
from submissions.screeners.models import FilmFile

PAGE = "project_screeners"


@require_POST
@fetch(Project, may="editable_by")
def begin(request, project):
    """Begin an upload for the script, or take the whole film of a plain form."""
    if request.headers.get("Accept", "") != "application/json":
        return _whole(request, project)
    try:
        film = uploads.begin(
            project=project,
            by=request.user,
            name=request.POST.get("name", ""),
            size=_number(request.POST.get("size", "")),
        )
    except uploads.NotTaken as error:
        return JsonResponse({"error": str(error)}, status=error.status)
    return _standing(film, status=201)


def _whole(request, project):
    file = request.FILES.get("film")
    try:
        if file is None:
            raise NotAllowed(_("Choose the film first"))
        uploads.take_whole(project=project, by=request.user, file=file)
        messages.success(request, _("The film is here"))
    except NotAllowed as error:
        messages.error(request, str(error))
    return redirect(PAGE, code=project.code)


@require_http_methods(["GET", "HEAD", "PATCH"])
@fetch(FilmFile, sees="of_team", may="editable_by")
def piece(request, film):
    """Say how much is there; PATCH adds the piece at Upload-Offset, checked by its SHA-256."""
    if request.method != "PATCH":
        return _standing(film)
    length = _number(request.META.get("CONTENT_LENGTH") or "0")
    try:
        if not 0 <= length <= uploads.MOST_PIECE:
            raise uploads.NotTaken(_("The piece is larger than what is left of the film"), 413)
        film = uploads.append(
            film=film,
            by=request.user,
            offset=_number(request.headers.get("Upload-Offset", "")),
            content=request.read(length) if length else b"",
            sha256=request.headers.get("Upload-Sha256", ""),
        )
    except uploads.NotTaken as error:
        return _standing(film, status=error.status, error=str(error))
    return _standing(film)


@require_POST
@fetch(FilmFile, sees="of_team", may="editable_by")
def discard(request, film):
    uploads.discard(film=film, by=request.user)
    messages.success(request, _("The upload is given up"))
    return redirect(PAGE, code=film.project.code)


def _standing(film, *, status=200, error=""):
    there = FilmFile.objects.as_it_is_now(film)
    told = {
        "url": reverse("film_piece", args=[film.code]),
        "offset": there.received,
        "size": there.size,
        "piece": uploads.MOST_PIECE,
        "done": there.finished_at is not None,
    }
    response = JsonResponse(told | ({"error": error} if error else {}), status=status)
    response["Upload-Offset"] = str(there.received)
    response["Cache-Control"] = "no-store"
    return response


def _number(text: str) -> int:
    """Return the whole number, or -1 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else -1
