"""The team of a project: who is asked in, joins, leaves, and who owns it."""

import secrets

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.accounts.models import User
from festival.letters.actions import enqueue
from festival.ui.fields import new_code
from submissions.projects.history import note
from submissions.projects.models import Invitation, Project, TeamMember
from submissions.projects.models.invitation import LASTS, hash_of
from submissions.projects.vocabulary import Deed, TeamRole

MOST_OPEN = 30
ASKED_IN = (TeamRole.EDITOR, TeamRole.VIEWER)


class NotForYou(NotAllowed):
    """The link was sent to another address."""


class Over(NotAllowed):
    """The link was used, taken back, or is too old."""


@transaction.atomic
def invite(*, project: Project, email: str, role: str, by) -> Invitation:
    """Ask whoever has `email` into the team by letter; the result has its `token` this once."""
    project, email = _locked(project, by), User.objects.normalize_email(email)
    if role not in ASKED_IN:
        raise NotAllowed(_("Choose whether the person edits or only reads"))
    if project.team.filter(user__email=email).exists():
        raise NotAllowed(_("This person is in the team already"))
    invitation = _ask(project, email, role, by)
    note(project, Deed.INVITED, by=by, detail=f"{role} {email}")
    return invitation


@transaction.atomic
def offer(*, member: TeamMember, by) -> Invitation:
    """Offer the project to a member; it changes hands when that person accepts."""
    project = _locked(member.project, by)
    member = _still(member, project)
    if member.role == TeamRole.OWNER:
        raise NotAllowed(_("This person owns the project already"))
    invitation = _ask(project, member.user.email, TeamRole.OWNER, by)
    note(project, Deed.OFFERED, by=by, detail=member.user.email)
    return invitation


@transaction.atomic
def resend(*, invitation: Invitation, by) -> Invitation:
    """Send the letter again with a new link that lasts anew; the link before stops to count."""
    _locked(invitation.project, by)
    now, token = timezone.now(), secrets.token_urlsafe(32)
    columns = {"token_hash": hash_of(token), "invited_at": now, "expires_at": now + LASTS}
    if not Invitation.objects.open().filter(pk=invitation.pk).update(**columns):
        raise NotAllowed(_("This invitation is over. Write a new one"))
    invitation.refresh_from_db()
    return _post(invitation, token, by)


@transaction.atomic
def revoke(*, invitation: Invitation, by) -> None:
    """Take an open invitation back; its link stops to count at once."""
    project = _locked(invitation.project, by)
    if not _close(project.invitations.filter(pk=invitation.pk)):
        raise NotAllowed(_("This invitation is over already"))
    note(project, Deed.REVOKED, by=by, detail=invitation.email)


def opened_with(token: str) -> Invitation | None:
    """Return the invitation of a link, whatever became of it."""
    rows = Invitation.objects.select_related("project", "invited_by")
    return rows.filter(token_hash=hash_of(token)).first()


def check(invitation: Invitation, *, by) -> None:
    """Raise NotForYou or Over where `by` cannot accept the invitation."""
    if invitation.email != by.email:
        raise NotForYou(_("This invitation was sent to another address than yours"))
    if invitation.is_over:
        raise Over(_("This invitation was used or taken back, or it is older than 14 days"))


@transaction.atomic
def accept(*, invitation: Invitation, by) -> Project:
    """Take `by` into the team, or let the project change hands, once."""
    check(invitation, by=by)
    project = Project.objects.select_for_update().get(pk=invitation.project_id)
    now = timezone.now()
    rows = Invitation.objects.lasting(now).filter(pk=invitation.pk, role=invitation.role)
    if not rows.update(accepted_at=now):
        raise Over(_("This invitation was used or taken back, or it is older than 14 days"))
    if invitation.role == TeamRole.OWNER:
        _hand_over(project, by)
    else:
        project.team.get_or_create(user=by, defaults={"role": invitation.role})
        note(project, Deed.JOINED, by=by, detail=invitation.role)
    return project


@transaction.atomic
def change_role(*, member: TeamMember, role: str, by) -> TeamMember:
    """Make a member an editor or a viewer; it counts from the next request."""
    project = _locked(member.project, by)
    member = _still(member, project)
    if role not in ASKED_IN or member.role == TeamRole.OWNER:
        raise NotAllowed(_("Hand the project over to change its owner"))
    if member.role != role:
        member.role = role
        member.save(update_fields=["role"])
        note(project, Deed.ROLE_CHANGED, by=by, detail=f"{role} {member.user.email}")
    return member


@transaction.atomic
def remove(*, member: TeamMember, by) -> None:
    """Take a member out of the team; it counts from the next request."""
    project = _locked(member.project, by)
    member = _still(member, project)
    if member.role == TeamRole.OWNER:
        raise NotAllowed(_("The owner stays. Hand the project over first"))
    _take_out(project, member)
    note(project, Deed.REMOVED, by=by, detail=member.user.email)


@transaction.atomic
def leave(*, project: Project, by) -> None:
    """Leave the team of one's own will; the owner hands the project over first."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    member = project.team.filter(user=by).first()
    if member is None or member.role == TeamRole.OWNER:
        raise NotAllowed(_("Hand the project over before you leave"))
    _take_out(project, member)
    note(project, Deed.LEFT, by=by)


def _locked(project: Project, by) -> Project:
    """Return the project with its row locked, so that changes of a team come one by one."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    # Asked once the lock is held: what it waited for may have been a hand-over.
    if not Project.objects.owned_by(by).filter(pk=project.pk).exists():
        raise NotAllowed(_("Only the owner of the project may do this"))
    return project


def _still(member: TeamMember, project: Project) -> TeamMember:
    """Return the member as it is now."""
    found = project.team.numbered(member.pk) if member.pk else None
    if found is None:
        raise NotAllowed(_("This person is not in the team any more"))
    return found


def _ask(project, email, role, by) -> Invitation:
    now, token = timezone.now(), secrets.token_urlsafe(32)
    rows = project.invitations.open()
    _close(rows.filter(expires_at__lte=now))
    if rows.filter(email=email).exists():
        raise NotAllowed(_("An invitation to this address is open. Send it again from the list"))
    if role == TeamRole.OWNER and rows.filter(role=role).exists():
        raise NotAllowed(_("The project is offered to somebody already. Take that back first"))
    if rows.count() >= MOST_OPEN:
        raise NotAllowed(_("%(most)d invitations are open. Take some of them back first")
                         % {"most": MOST_OPEN})  # fmt: skip
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                project=project,
                email=email,
                role=role,
                token_hash=hash_of(token),
                invited_by=by,
                invited_at=now,
                expires_at=now + LASTS,
            )
    except IntegrityError as error:
        raise NotAllowed(_("An invitation to this address is open")) from error
    return _post(invitation, token, by)


def _post(invitation, token, by) -> Invitation:
    path = reverse("project_invitation", args=[token])
    enqueue(
        key=f"project_invitation:{invitation.code}:{new_code()}",
        to=invitation.email,
        event="project_offer" if invitation.role == TeamRole.OWNER else "project_invitation",
        user=User.objects.filter(email=invitation.email).first(),
        context={
            "inviter": by.name,
            "title": invitation.project.title,
            "role": invitation.role,
            "accept_url": settings.SITE_URL + path,
            "until": invitation.expires_at,
        },
    )
    invitation.token = token
    return invitation


def _hand_over(project, by) -> None:
    if not project.team.filter(user=by).exists():
        raise Over(_("Only a member of the team can take the project over"))
    project.team.filter(role=TeamRole.OWNER).update(role=TeamRole.EDITOR)
    project.team.filter(user=by).update(role=TeamRole.OWNER)
    note(project, Deed.HANDED_OVER, by=by)


def _take_out(project, member) -> None:
    _close(project.invitations.filter(email=member.user.email))
    member.delete()


def _close(rows) -> int:
    return rows.open().update(revoked_at=timezone.now())
