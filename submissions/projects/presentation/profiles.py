"""The people behind a project, with biography, statement and portrait."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions.projects.completeness import authors
from submissions.projects.display import choice
from submissions.projects.pictures import Image, all_of, image_of
from submissions.projects.presentation.roll import name_of
from submissions.projects.vocabulary import CreditRole, MediaKind

_PORTRAIT_WIDTH = 480


@dataclass(frozen=True)
class Profile:
    """Biography, statement and portrait of one person."""

    name: str
    url: str
    role: str
    bio: str
    statement: str
    portrait: Image | None


def profiles_of(record: dict) -> list[Profile]:
    """Return everybody of whom there is a biography, a statement or a portrait, makers first."""
    portraits = all_of(record, MediaKind.PORTRAIT)
    people: dict[str, list[dict]] = {}
    for row in [*authors(record), *record["credits"]]:
        people.setdefault(row.get("person") or row["name"], []).append(row)
    found = [_profile(key, rows, portraits) for key, rows in people.items()]
    told = [each for each in found if each.bio or each.statement or each.portrait]
    loose = [row for row in portraits if not row.get("person")]
    if loose and told and not told[0].portrait:
        told[0] = Profile(**(vars(told[0]) | {"portrait": _portrait(loose[0])}))
    return told


def _profile(key, rows, portraits) -> Profile:
    first = rows[0]
    own = next((row for row in portraits if row.get("person") == key), None)
    return Profile(
        name=first["name"],
        url=name_of(first).url,
        role=first.get("role_label") or choice(CreditRole, first["role"]),
        bio=_first(rows, "bio"),
        statement=_first(rows, "statement"),
        portrait=_portrait(own) if own else None,
    )


def _first(rows, name) -> str:
    return next((row[name] for row in rows if row.get(name)), "")


def _portrait(row) -> Image:
    return image_of(row, width=_PORTRAIT_WIDTH)


def profiles_title(profiles) -> str:
    """Return the head of that section: the director, the writer, or the people."""
    number = len(profiles)
    director, writer = CreditRole.DIRECTOR.label, CreditRole.WRITER.label
    roles = {profile.role for profile in profiles}
    if roles == {str(director)}:
        return ngettext("The director", "The directors", number)
    if roles == {str(writer)}:
        return ngettext("The writer", "The writers", number)
    return _("The people")
