"""The work of one person across the published projects."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from festival.world import durations
from submissions.projects.display import choice, joined
from submissions.projects.models import Credit, Media, Project
from submissions.projects.pictures import Image, card_poster, image_of
from submissions.projects.visibility import FIELDS
from submissions.projects.vocabulary import CreditRole, MediaKind, ProjectKind


def work_of(person):
    """Return the published projects of `person`, newest first, each with `their_credits`."""
    credits = Credit.objects.filter(person=person)
    return (
        Project.objects.published()
        .crediting(person)
        .for_cards()
        .prefetch_related(Prefetch("credits", queryset=credits, to_attr="their_credits"))
    )


def card_of(project) -> dict:
    """Return the card of one of their projects: what they did stands in place of the makers."""
    facts = [project.year, choice(ProjectKind, project.kind)]
    facts += [durations.short(project.runtime)] if project.runtime else []
    return {
        "url": project.get_absolute_url(),
        "title": project.title,
        "lang": project.title_language,
        "people": joined(dict.fromkeys(_role(credit) for credit in project.their_credits)),
        "facts": [str(fact) for fact in facts if fact],
        "poster": card_poster(project),
    }


def _role(credit) -> str:
    role = credit.role_label or choice(CreditRole, credit.role)
    if not credit.character:
        return role
    return _("%(role)s as %(character)s") % {"role": role, "character": credit.character}


def biography_of(projects) -> str:
    """Return the newest biography among the credits that these projects carry."""
    bios = (credit.bio for project in projects for credit in project.their_credits)
    return next(filter(None, bios), "")


def portrait_of(person) -> Image | None:
    """Return the newest published portrait of `person`."""
    rows = Media.objects.published().filter(kind=MediaKind.PORTRAIT, credit__person=person)
    row = rows.order_by("-id").values(*(set(FIELDS["media"]) - {"person", "sha256"})).first()
    return image_of(row, width=480) if row else None
