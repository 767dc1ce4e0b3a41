"""Deleting an account: what stands in the way, what goes, and what stays without its name."""

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count, ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.accounts.models import User
from festival.accounts.roles import Role
from festival.calls.models import Festival
from festival.letters.models import Letter
from festival.ui.fields import new_code
from submissions.privacy.archiving import throw_away
from submissions.privacy.deletion import forget_names, remove_project
from submissions.projects.models import Change, Invitation, Organisation, Person, Project
from submissions.screeners.models import Grant
from submissions.screeners.vocabulary import Closing

NOWHERE = "deleted.invalid"


def festivals_left_alone(user):
    """Return the festivals whose only owner is `user`; they must be handed over first."""
    owned = Festival.objects.filter(memberships__user=user, memberships__role=Role.OWNER)
    others = Count(
        "memberships", filter=Q(memberships__role=Role.OWNER) & ~Q(memberships__user=user)
    )
    counted = Festival.objects.filter(pk__in=owned.values("pk")).annotate(other_owners=others)
    return counted.filter(other_owners=0)


def own_projects(user):
    """Return the projects that go with the account, with the number of live entries of each."""
    return Project.objects.owned_by(user).order_by("pk")


@transaction.atomic
def delete_account(*, user: User) -> None:
    """Delete everything of the account; where a festival keeps an entry, only the name goes.

    NotAllowed while the person is the only owner of a festival.
    """
    User.objects.select_for_update().get(pk=user.pk)
    if festivals_left_alone(user).exists():
        raise NotAllowed(_("Give your festival another owner before you delete the account"))
    for project in own_projects(user):
        remove_project(project)
    for archive in user.archives.all():
        throw_away(archive)
    _forget_address(user)
    for rows in (user.team_memberships, user.memberships, user.emailaddress_set, user.logentry_set):
        rows.all().delete()
    forget_names(user)
    try:
        with transaction.atomic():
            user.delete()
    except ProtectedError:
        _take_away_the_name(User.objects.get(pk=user.pk))


def _forget_address(user) -> None:
    """Delete what is addressed to the person and cut the address out of what stays."""
    Letter.objects.filter(Q(user=user) | Q(to_address=user.email)).delete()
    Invitation.objects.filter(email=user.email).delete()
    for line in Change.objects.filter(detail__contains=user.email):
        line.detail = line.detail.replace(user.email, _("deleted account"))
        line.save(update_fields=["detail"])
    _close_doors(user)
    people = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=people, object_id=str(user.pk)).delete()


def _close_doors(user) -> None:
    """Close the doors that others opened for the person; the viewings stay, without a name."""
    doors = Grant.objects.filter(Q(person=user) | Q(email=user.email), entry=None)
    doors.filter(closed_at=None).update(closed_at=timezone.now(), reason=Closing.ENDED)
    doors.update(person=None, email=f"left@{NOWHERE}")
    user.viewings.update(person=None)


def _take_away_the_name(user) -> None:
    """Keep the row that entries point to, as nobody who could sign in or be written to."""
    for model in (Person, Organisation):
        model.objects.filter(created_by=user).update(created_by=None)
    Person.objects.filter(claimed_by=user).update(claimed_by=None)
    Change.objects.filter(by=user).update(by=None)
    user.email = f"{new_code().lower()}@{NOWHERE}"
    user.name = _("Deleted account")
    user.locale, user.last_login = "", None
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.save()
