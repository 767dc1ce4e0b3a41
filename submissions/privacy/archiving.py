"""Asking for an archive, packing it beside the site's other work, and throwing it away."""

import json
import tempfile
import zipfile
from pathlib import PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.ui.uploads.storage import document_name, widest_jpeg
from submissions.privacy import contents
from submissions.privacy.models import LEASE, MOST_A_DAY, Archive, ArchiveState
from submissions.projects import record as records

MOST_ATTEMPTS = 3
_READ_ME = """What this archive holds

account.json      your account and what you are to festivals and projects
projects/         one folder for each project in whose team you are: project.json can be read back
                  by the editor; versions/ are what festivals received; pictures/ and documents/
                  are your files
entries.json      what was sent where, and its history as you can read it on the site
letters.json      the letters to you

Not in it: films that you uploaded, because of their size; passwords; what festivals note for
themselves, and answers that they have not released.
"""


@transaction.atomic
def ask(*, by) -> Archive:
    """Return an archive that the worker is going to pack; one that waits already is that one."""
    now = timezone.now()
    waiting = by.archives.waiting().first()
    if waiting:
        return waiting
    if by.archives.of_last_day(now).count() >= MOST_A_DAY:
        raise NotAllowed(_("You have asked three times today. Come back tomorrow"))
    try:
        with transaction.atomic():
            return Archive.objects.create(user=by)
    except IntegrityError:
        return by.archives.waiting().get()


def pack_next() -> int:
    """Pack the archive that has waited longest; return how many were packed."""
    now = timezone.now()
    archive = Archive.objects.due(now).select_related("user").first()
    if archive is None:
        return 0
    mine = Archive.objects.due(now).filter(pk=archive.pk)
    attempts = archive.attempts + 1
    if not mine.update(leased_until=now + LEASE, attempts=attempts):
        return 0
    if attempts > MOST_ATTEMPTS:
        Archive.objects.filter(pk=archive.pk).update(state=ArchiveState.FAILED)
        return 0
    with tempfile.TemporaryFile() as whole:
        write(whole, archive.user)
        size = whole.tell()
        whole.seek(0)
        default_storage.delete(archive.file_name)
        default_storage.save(archive.file_name, File(whole))
    done = {"state": ArchiveState.READY, "ready_at": timezone.now(), "size": size}
    if not Archive.objects.waiting().filter(pk=archive.pk).update(**done):
        # The account was deleted while its archive was packed.
        default_storage.delete(archive.file_name)
    return 1


def tidy() -> int:
    """Delete archives that are over, and files whose row is gone."""
    for archive in Archive.objects.too_old(timezone.now()):
        throw_away(archive)
    try:
        names = default_storage.listdir("archives")[1]
    except FileNotFoundError:
        names = []
    codes = {PurePosixPath(name).stem: name for name in names}
    known = set(Archive.objects.filter(code__in=codes).values_list("code", flat=True))
    for code in codes.keys() - known:
        default_storage.delete(f"archives/{codes[code]}")
    return 0


def throw_away(archive) -> None:
    default_storage.delete(archive.file_name)
    archive.delete()


def write(target, user) -> None:
    """Write the archive of `user` as ZIP into the open file `target`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("READ ME.txt", _READ_ME)
        _put(archive, "account.json", contents.account_of(user))
        for project in contents.projects_of(user):
            _put_project(archive, project)
        _put(archive, "entries.json", contents.entries_of(user))
        _put(archive, "letters.json", contents.letters_to(user))


def _put_project(archive, project) -> None:
    folder = f"projects/{project.code}"
    _put(archive, f"{folder}/project.json", records.build(project))
    _put(archive, f"{folder}/contact.json", contents.contact_of(project))
    _put(archive, f"{folder}/history.json", contents.history_of(project))
    for version in project.versions.order_by("number"):
        archive.writestr(f"{folder}/versions/{version.number}.json", version.canonical)
    for row in project.media.all():
        if name := widest_jpeg(row.sha256):
            _put_file(archive, f"{folder}/pictures/{row.kind}-{row.code}.jpg", name)
    for row in project.documents.all():
        name = document_name(row.sha256, row.extension)
        _put_file(archive, f"{folder}/documents/{row.kind}-{row.code}.{row.extension}", name)


def _put(archive, name, content) -> None:
    archive.writestr(name, json.dumps(content, ensure_ascii=False, indent=1, default=str))


def _put_file(archive, name, stored) -> None:
    if not default_storage.exists(stored):
        return
    entry = zipfile.ZipInfo(name, date_time=timezone.now().timetuple()[:6])
    with default_storage.open(stored) as source, archive.open(entry, "w", force_zip64=True) as into:
        while block := source.read(1 << 20):
            into.write(block)
