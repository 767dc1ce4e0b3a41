"""What a call wants of a project, category by category, for its editor."""

from django.utils import timezone

from festival.calls.models import Edition
from festival.calls.querysets import call_of
from submissions.entries.offers import candidate
from submissions.projects.calling import Gap, Wanted


def wanted(project, festival: str, edition: str, person) -> Wanted | None:
    """Return what stands between `project` and the categories of a call that `person` may see."""
    editions = Edition.objects.visible_to(person).at(festival, edition).with_place()
    place = editions.first()
    call = call_of(place) if place else None
    if call is None:
        return None
    asked = candidate(project, call, timezone.now())
    return Wanted(
        title=str(place),
        href=call.get_absolute_url(),
        gaps=_gaps(asked.gaps),
        categories=tuple(
            (offer.category.name, _gaps(offer.own_problems)) for offer in asked.offers
        ),
    )


def _gaps(problems) -> tuple[Gap, ...]:
    return tuple(Gap(str(problem.message), problem.section) for problem in problems)
