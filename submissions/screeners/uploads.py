"""Taking in a film piece by piece: each piece is on the disk before it counts.

The row says how many bytes are there; a piece is taken only at that place, by one request at a
time. So an upload goes on after a reload, a lost connection, or a restart of the server.
"""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from submissions.projects.actions import changed
from submissions.projects.models import Project, Screener
from submissions.projects.vocabulary import ScreenerKind
from submissions.screeners import films
from submissions.screeners.models import FilmFile

MOST_PIECE = 8 * films.MIB
MOST_AT_ONCE = 5
MOST_SCREENERS = 20
LEASE = timedelta(seconds=30)


class NotTaken(NotAllowed):
    """A refusal with the HTTP status that a script understands; the text is for the person."""

    def __init__(self, text, status):
        super().__init__(text)
        self.status = status


def begin(*, project: Project, by, name: str, size: int) -> FilmFile:
    """Return the row of a film to come; the one begun before when name and size are the same."""
    _require_editor(project, by)
    name = _shown_name(name)
    if known := FilmFile.objects.same(project, by, name, size).first():
        return known
    most = settings.SCREENER_FILE_GB * films.GIB
    if not 0 < size <= most:
        raise NotTaken(
            _("The film must have between one byte and %(most)s") % {"most": filesizeformat(most)},
            413,
        )
    if project.film_files.arriving().count() >= MOST_AT_ONCE:
        raise NotTaken(_("Finish or discard the uploads that have begun first"), 409)
    if project.screeners.count() >= MOST_SCREENERS:
        raise NotTaken(_("Remove a screener first: a project holds twenty"), 409)
    _require_room(by, size, size)
    return FilmFile.objects.create(project=project, by=by, name=name, size=size)


def append(*, film: FilmFile, by, offset: int, content: bytes, sha256: str) -> FilmFile:
    """Write one piece at `offset`; the last one makes the film a screener of its project.

    A piece in the wrong place, twice at once, damaged on the way or without room is NotTaken.
    """
    _require_editor(film.project, by)
    if film.finished_at:
        return film
    _check_piece(film, offset, content, sha256)
    lease = timezone.now() + LEASE
    mine = FilmFile.objects.free(timezone.now()).filter(
        pk=film.pk, received=offset, finished_at=None
    )
    if not mine.update(leased_until=lease):
        raise NotTaken(_("Another piece of this film is being written. Go on from there"), 409)
    try:
        _write(film, by, offset, content)
    except BaseException:
        FilmFile.objects.filter(pk=film.pk, leased_until=lease).update(leased_until=None)
        raise
    there = offset + len(content)
    columns = {"received": there, "touched_at": timezone.now(), "leased_until": None}
    if offset == 0:
        columns["media_type"] = films.type_of(content[: films.HEAD])
    FilmFile.objects.filter(pk=film.pk, leased_until=lease).update(**columns)
    film.refresh_from_db()
    return finish(film=film, by=by) if film.received == film.size else film


def _check_piece(film, offset, content, sha256) -> None:
    if len(content) > MOST_PIECE or offset + len(content) > film.size:
        raise NotTaken(_("The piece is larger than what is left of the film"), 413)
    if hashlib.sha256(content).hexdigest() != sha256.lower():
        raise NotTaken(_("The piece was damaged on its way. It is sent again"), 422)
    if not content and offset != film.size:
        raise NotTaken(_("The piece is empty"), 422)
    if offset == 0 and not films.type_of(content[: films.HEAD]):
        discard(film=film, by=None)
        raise NotTaken(
            _("This file is not a film that we know. Send MP4, MOV, WebM or Matroska"), 415
        )


def _write(film, by, offset, content) -> None:
    there = films.size_of(film.path)
    if there < offset:
        # The disk was put back to an earlier day; what it has not, must come again.
        FilmFile.objects.filter(pk=film.pk).update(received=there)
        raise NotTaken(_("A part of the film is missing on our disk. Go on from there"), 409)
    _require_room(by, len(content), 0)
    try:
        films.write(film.path, offset, content)
    except films.DiskFull as error:
        raise NotTaken(_no_room(), 507) from error


@transaction.atomic
def finish(*, film: FilmFile, by) -> FilmFile:
    """Make a whole film a screener of its project; a second call does nothing."""
    project = film.project
    screener = Screener.objects.create(
        project=project,
        kind=ScreenerKind.UPLOAD,
        version_label=Truncator(film.name.rpartition(".")[0] or film.name).chars(80),
        position=project.screeners.count() + 1,
    )
    whole = FilmFile.objects.arriving().filter(pk=film.pk, received=film.size)
    if not whole.update(screener=screener, finished_at=timezone.now(), leased_until=None):
        screener.delete()
    else:
        changed(project=project)
    film.refresh_from_db()
    return film


def take_whole(*, project: Project, by, file) -> FilmFile:
    """Take a film that came in one form, as browsers without script send it."""
    if not file.size or file.size != len(content := file.read()):
        raise NotTaken(
            _("Without script a film may have up to 20 MB. Send a larger one as a link"), 413
        )
    film = begin(project=project, by=by, name=file.name, size=file.size)
    for start in range(film.received, film.size, MOST_PIECE):
        piece = content[start : start + MOST_PIECE]
        digest = hashlib.sha256(piece).hexdigest()
        film = append(film=film, by=by, offset=start, content=piece, sha256=digest)
    return film


def discard(*, film: FilmFile, by) -> None:
    """Give up an upload; a film that is a screener already stays. `by` None is the house."""
    if by is not None:
        _require_editor(film.project, by)
    if FilmFile.objects.arriving().filter(pk=film.pk).delete()[0]:
        films.delete(film.path)


def tidy() -> int:
    """Delete uploads that nobody went on with for a week, and films that no row names any more."""
    given_up = list(FilmFile.objects.abandoned())
    for film in given_up:
        discard(film=film, by=None)
    used = set(FilmFile.objects.values_list("path", flat=True))
    lost = list(films.orphans(used))
    for path in lost:
        films.delete(path)
    return len(given_up) + len(lost)


def _require_editor(project, by) -> None:
    if not Project.objects.editable_by(by).filter(pk=project.pk).exists():
        raise NotTaken(_("Only those who edit the project may do this"), 403)


def _require_room(by, wanted: int, more: int) -> None:
    """Refuse `wanted` bytes without room on the disk, and `more` beyond the room of the person."""
    if films.free_bytes() < wanted:
        raise NotTaken(_no_room(), 507)
    most = settings.SCREENER_PERSON_GB * films.GIB
    if FilmFile.objects.filter(by=by).total_size() + more > most:
        raise NotTaken(
            _("Your films take up all of your %(most)s. Remove one first")
            % {"most": filesizeformat(most)},
            413,
        )


def _no_room() -> str:
    return _("There is no room for more on this site now. Nothing is lost: try again tomorrow")


def _shown_name(name: str) -> str:
    plain = "".join(c for c in name if c.isprintable()).replace("\\", "/").rpartition("/")[2]
    return plain.strip()[:200] or "film"
