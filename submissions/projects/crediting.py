"""People and organisations by their names, as many as a long end roll has, in a few queries."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.text import slugify

from festival.ui.fields import new_code
from submissions.projects.models import Organisation, Person

_AT_ONCE = 100


def key(name: str) -> str:
    """Return what two spellings of one name share."""
    return " ".join(name.split()).casefold()


def people_named(names, *, by) -> dict[str, Person]:
    """Return people by the `key` of their names: those whom `by` has written down, or new ones.

    Two people of one name who were written down by different users stay two people until one
    of them claims the credits.
    """
    wanted = {key(name): " ".join(name.split()) for name in reversed(list(names))}
    found = _known(Person.objects.written_down_by(by), wanted.values())
    fresh = {each: name for each, name in wanted.items() if each not in found}
    slugs = _free_slugs(fresh.values())
    made = [_person(name, slugs[name], by) for name in fresh.values()]
    Person.objects.bulk_create(made)
    return found | {key(person.name): person for person in made}


def organisations_named(names, *, by) -> dict[str, Organisation]:
    """Return organisations by the `key` of their names, as `people_named` does."""
    wanted = {key(name): " ".join(name.split()) for name in reversed(list(names))}
    found = _known(Organisation.objects.filter(created_by=by), wanted.values())
    fresh = [name for each, name in wanted.items() if each not in found]
    made = [Organisation(name=name, created_by=by) for name in fresh]
    Organisation.objects.bulk_create(made)
    return found | {key(each.name): each for each in made}


def _known(rows, names) -> dict:
    """Return the oldest of `rows` for each name; case does not matter."""
    names, found = list(names), {}
    for start in range(0, len(names), _AT_ONCE):
        some = [Q(name__iexact=name) for name in names[start : start + _AT_ONCE]]
        for row in rows.filter(reduce(or_, some)).order_by("-pk"):
            found[key(row.name)] = row
    return found


def _free_slugs(names) -> dict[str, str]:
    """Return an address for each name that nobody has; two names may wish for the same one."""
    wished = {name: slugify(name, allow_unicode=True)[:140].strip("-") for name in names}
    taken = set(Person.objects.filter(slug__in=wished.values()).values_list("slug", flat=True))
    free = {}
    for name, slug in wished.items():
        if not slug or slug in taken:
            slug = f"{slug}-{new_code(5).lower()}".strip("-")
        taken.add(slug)
        free[name] = slug
    return free


def _person(name: str, slug: str, by) -> Person:
    given, _space, family = name.rpartition(" ")
    return Person(
        name=name, slug=slug, given_name=given[:100], family_name=family[:100], created_by=by
    )
