"""People offered while somebody types a name into a credit: public ones, and one's own."""

from submissions.catalogue import words
from submissions.catalogue.models import ListedName
from submissions.projects.models import Credit, Person, Project

MOST, LEAST_LETTERS, MOST_NAMES, CREDITS_READ = 8, 2, 16, 200


def known_people(text: str, *, by) -> list[dict]:
    """Return at most eight people whose name begins with `text`: code, name and a note.

    The note is the name in its own script and what they are known for, from published projects
    and those of one's own teams alone.
    """
    text = " ".join(text.replace("\0", "").split())[:100]
    line = words.line(text)
    if len(line) < LEAST_LETTERS:
        return []
    own = list(Person.objects.written_down_by(by).named(text)[:MOST])
    listed = ListedName.objects.starting_with(line).nearest(MOST_NAMES)
    ids = {name.person_id for name in listed if name.person_id} - {person.pk for person in own}
    public = Person.objects.nameable_by(by).filter(pk__in=ids).order_by("name", "pk")
    people = [*own, *public[: MOST - len(own)]]
    works = _works_of(people, by)
    return [
        {"code": person.code, "name": person.name, "note": _note(person, works.get(person.pk, ""))}
        for person in people
    ]


def _works_of(people, by) -> dict[int, str]:
    """Return the newest work of each that `by` may know of, "Salt Line (2019)"."""
    seen = Project.objects.published() | Project.objects.in_team_of(by)
    rows = (
        Credit.objects.filter(person__in=[person.pk for person in people], project__in=seen)
        .order_by("-project__year", "-pk")
        .values_list("person", "project__title", "project__year")
    )
    found = {}
    for person, title, year in rows[:CREDITS_READ]:
        found.setdefault(person, f"{title} ({year})" if year else title)
    return found


def _note(person, work: str) -> str:
    return " · ".join(filter(None, (person.native_name, work)))
