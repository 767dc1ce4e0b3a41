"""How much of a record a reader of the public pages sees."""

from submissions.projects.models import Project
from submissions.projects.visibility import FIELDS, Audience, may_read


def audience_of(user, project) -> Audience:
    """Return TEAM for its team and site staff, FESTIVAL where it was sent, else VISITOR."""
    if not user.is_authenticated:
        return Audience.VISITOR
    if user.is_staff or Project.objects.in_team_of(user).contains(project):
        return Audience.TEAM
    if Project.objects.received_by(user).contains(project):
        return Audience.FESTIVAL
    return Audience.VISITOR


def blocks_for(audience: Audience, chosen: dict) -> frozenset[str]:
    """Return the blocks of which `audience` may read at least one field."""
    return frozenset(
        block
        for block, fields in FIELDS.items()
        if may_read(audience, block, chosen) and audience.value.intersection(fields.values())
    )
