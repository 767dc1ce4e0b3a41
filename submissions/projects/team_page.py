"""What the page of a team shows."""

from dataclasses import dataclass

from django.utils import timezone

from submissions.projects.models import Invitation, TeamMember
from submissions.projects.vocabulary import TeamRole


@dataclass(frozen=True)
class Member:
    """One person of the team, as whoever looks may change it."""

    row: TeamMember
    is_me: bool
    other_role: str


@dataclass(frozen=True)
class Asked:
    """An open invitation, and whether its link is too old."""

    row: Invitation
    is_late: bool


def context_of(project, user) -> dict:
    """Return the members, the owner first, and the invitations that nobody has answered."""
    rows, now = list(project.team.for_page()), timezone.now()
    role = next((row.role for row in rows if row.user_id == user.pk), "")
    invitations = project.invitations.open().select_related("invited_by")
    return {
        "project": project,
        "members": [Member(row, row.user_id == user.pk, _other(row.role)) for row in rows],
        "invitations": [Asked(row, row.expires_at <= now) for row in invitations],
        "is_owner": role == TeamRole.OWNER,
        "here": "team",
    }


def _other(role: str) -> str:
    """Return the role that one press gives a member; the owner has none."""
    if role == TeamRole.OWNER:
        return ""
    return TeamRole.VIEWER if role == TeamRole.EDITOR else TeamRole.EDITOR
