"""Everything that changes a screener beside the editor of its project, and its doors."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.accounts.models import User
from festival.letters.actions import enqueue
from submissions.entries.models import Submission
from submissions.projects.models import Project, Screener
from submissions.screeners.models import Grant
from submissions.screeners.vocabulary import Closing

MOST_DOORS = 50
# How long one of a counted number of viewings may take, pauses included.
ONE_VIEWING = timedelta(hours=12)


@transaction.atomic
def look_again(*, screener: Screener, by) -> None:
    """Let the worker look at the link next, whatever it found before."""
    Screener.objects.filter(pk=screener.pk).update(checked_at=None)


@transaction.atomic
def grant(*, project: Project, by, email, until, views_allowed=None, note="") -> Grant:
    """Open a door for the person with this address until the instant `until`, with a letter.

    Who has no account yet signs up with that address; nobody learns whether there is one.
    """
    _require_editor(project, by)
    email = email.strip().lower()
    if until <= timezone.now():
        raise NotAllowed(_("Choose a day that is still to come"))
    theirs = project.grants.for_people()
    if theirs.filter(email=email).open().exists():
        raise NotAllowed(_("This address has an open door. Close it first"))
    if theirs.open().count() >= MOST_DOORS:
        raise NotAllowed(_("Close a door first: %(most)d may be open") % {"most": MOST_DOORS})
    person = User.objects.filter(email__iexact=email, is_active=True).first()
    row = Grant.objects.create(
        project=project,
        email=email,
        person=person,
        until=until,
        views_allowed=views_allowed,
        note=note,
        made_by=by,
    )
    _write(row, by)
    return row


def _write(row: Grant, by) -> None:
    enqueue(
        key=f"screener_granted:{row.code}",
        to=row.email,
        user=row.person,
        event="screener_granted",
        context={
            "screener": {
                "title": row.project.title,
                "who": by.name,
                "until": row.until,
                "views": row.views_allowed or "",
                "url": settings.SITE_URL + reverse("watch_grant", args=[row.code]),
            }
        },
    )


@transaction.atomic
def close(*, project: Project, code: str, by) -> bool:
    """Close a door of the project, of a person or an entry; False when there is none of that code.

    It takes effect at the next request; a second click changes nothing.
    """
    _require_editor(project, by)
    now = timezone.now()
    closed = {"closed_at": now, "closed_by": by, "reason": Closing.REVOKED}
    if (entry := _entry(project, code)) is not None:
        made = {"project": project, "made_by": by, "since": entry.submitted_at} | closed
        row, is_new = Grant.objects.get_or_create(entry=entry, defaults=made)
        if not is_new:
            Grant.objects.filter(pk=row.pk, closed_at=None).update(**closed)
        return True
    rows = project.grants.for_people().filter(code=code)
    return bool(rows.filter(closed_at=None).update(**closed)) or rows.exists()


@transaction.atomic
def reopen(*, project: Project, code: str, by) -> bool:
    """Open a door again that the filmmaker or a new password closed; other reasons stand."""
    _require_editor(project, by)
    opened = {"closed_at": None, "closed_by": None, "reason": "", "since": timezone.now()}
    if (entry := _entry(project, code)) is not None:
        made = {"project": project, "made_by": by} | opened
        Grant.objects.update_or_create(entry=entry, defaults=made)
        return True
    return bool(project.grants.for_people().filter(code=code).update(**opened))


@transaction.atomic
def start_viewing(*, grant: Grant, by) -> None:
    """Use one of the counted viewings; it may be watched for twelve hours."""
    rows = Grant.objects.held_by(by).open().filter(pk=grant.pk, views_allowed__isnull=False)
    rows = rows.filter(views_used__lt=F("views_allowed"))
    until = timezone.now() + ONE_VIEWING
    if not rows.update(views_used=F("views_used") + 1, viewing_until=until):
        raise NotAllowed(_("All viewings are used up"))


def _entry(project, code) -> Submission | None:
    return project.submissions.sent().filter(code=code).first()


def _require_editor(project, by) -> None:
    if not Project.objects.editable_by(by).filter(pk=project.pk).exists():
        raise NotAllowed(_("Only those who edit the project may do this"))
