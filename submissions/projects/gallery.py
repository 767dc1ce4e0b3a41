"""Pictures that come one at a time, while the editor is open."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from submissions.projects import files
from submissions.projects.actions import changed
from submissions.projects.history import note_saved
from submissions.projects.models import Media, Project
from submissions.projects.vocabulary import MediaKind

_MANY = frozenset({MediaKind.STILL, MediaKind.LAUREL})


@transaction.atomic
def add_picture(*, project: Project, kept: dict, kind: str, by) -> Media:
    """Return a new last picture of `project` from what `files.keep_picture` has stored.

    The revision stays: whoever has the editor open loses nothing by another picture.
    """
    if kind not in _MANY:
        raise NotAllowed(_("Only stills and laurels can be added here"))
    # The row of the project is the lock: two uploads must not both take the last free place.
    project = Project.objects.select_for_update().get(pk=project.pk)
    if project.media.count() >= files.MOST_PICTURES:
        most = {"most": files.MOST_PICTURES}
        raise NotAllowed(_("A project holds at most %(most)d pictures") % most)
    if kept["size"] > files.room_left(project):
        raise NotAllowed(_("Your files take up all the room there is. Remove some of them first"))
    last = project.media.aggregate(last=Max("position"))["last"] or 0
    picture = Media.objects.create(project=project, kind=kind, position=last + 1, **kept)
    changed(project=project)
    note_saved(project, ["pictures"], by=by)
    return picture
