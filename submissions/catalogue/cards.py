"""A project as a card of the wall: from the columns of its own row, without a further query."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import ngettext

from festival.world import countries, durations
from submissions.projects.pictures import card_poster
from submissions.projects.vocabulary import Genre, ProjectKind

NEW_FOR = timedelta(days=7)


def card(project, *, now=None) -> dict:
    """Return what components/_card.html shows of a row of `Project.objects.for_cards()`."""
    now = now or timezone.now()
    return {
        "url": project.get_absolute_url(),
        "title": project.title,
        "lang": project.title_language,
        "people": project.credit_line,
        "facts": facts(project),
        "poster": card_poster(project),
        "is_new": bool(project.published_at and now - project.published_at < NEW_FOR),
    } | _note(project)


def facts(project) -> list[str]:
    """Return year, first country and runtime; of a script its kind and first genre."""
    if project.kind == ProjectKind.SCRIPT:
        genres = [str(Genre(value).label) for value in project.genres[:1] if value in Genre.values]
        return [project.get_kind_display(), *genres]
    found = [str(project.year)] if project.year else []
    found += [countries.name(code) for code in project.countries[:1]]
    found += [durations.short(project.runtime)] if project.runtime else []
    return found or [project.get_kind_display()]


def _note(project) -> dict:
    if not project.laurel_count:
        return {}
    text = ngettext("{n} laurel", "{n} laurels", project.laurel_count)
    return {"note": text.format(n=project.laurel_count), "note_icon": "laurel"}
