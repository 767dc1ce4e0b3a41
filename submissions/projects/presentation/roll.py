"""The end roll of a project, and the people behind it with biography and statement."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from submissions.projects.completeness import authors
from submissions.projects.display import choice, joined, text_of
from submissions.projects.vocabulary import KEY_ROLES, CreditRole, ProjectKind

_ORDER = {role.value: place for place, role in enumerate(CreditRole)}
_SHORT_ROLL = 24


@dataclass(frozen=True)
class Name:
    """Somebody in the end roll; `url` is empty for an organisation."""

    name: str
    url: str
    native: str
    character: str
    prior: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Role:
    label: str
    names: tuple[Name, ...]
    is_key: bool


def name_of(row: dict) -> Name:
    """Return one row of `record["credits"]` as it is printed."""
    native = row.get("native_name", "")
    return Name(
        name=row["name"],
        url=reverse("person", args=[row["slug"]]) if row.get("slug") else "",
        native="" if native == row["name"] else native,
        character=row.get("character", ""),
        prior=row.get("prior_credits", ""),
        notes=tuple(_notes(row)),
    )


def _notes(row):
    yield joined(text_of("credits", name, row.get(name)) for name in ("pronouns", "nationality"))
    if row.get("birth_year"):
        yield _("born %(year)s") % {"year": row["birth_year"]}
    if row.get("is_main_contact"):
        yield _("main contact")
    yield row.get("contact_email", "")


def roles_of(record: dict) -> list[Role]:
    """Return the credits grouped by role, roles in the order of the trade, names in their own."""
    groups: dict[tuple, list[dict]] = {}
    for row in record["credits"]:
        groups.setdefault((row["role"], row.get("role_label", "")), []).append(row)
    ordered = sorted(groups, key=lambda key: _ORDER.get(key[0], len(_ORDER)))
    return [_role(*key, groups[key]) for key in ordered]


def folded(roles: list[Role]) -> tuple[list[Role], list[Role]]:
    """Return the roles to show and those to fold away: nothing is folded of a short roll."""
    if sum(len(role.names) for role in roles) <= _SHORT_ROLL:
        return roles, []
    key = [role for role in roles if role.is_key]
    return (key, [role for role in roles if not role.is_key]) if key else (roles, [])


def _role(role, label, rows) -> Role:
    is_key = role in KEY_ROLES or any(row.get("is_key") for row in rows)
    names = tuple(name_of(row) for row in rows)
    return Role(label or choice(CreditRole, role), names, is_key)


def makers_of(record: dict) -> list[Name]:
    """Return those who count as its makers, each once."""
    rows = {row["name"]: row for row in reversed(authors(record))}
    return [name_of(row) for row in reversed(rows.values())]


def made_by(kind: str) -> str:
    """Return the words before the makers' names."""
    return {
        ProjectKind.SCRIPT: _("Written by"),
        ProjectKind.MUSIC: _("Music by"),
        ProjectKind.PHOTO_DESIGN: _("By"),
    }.get(kind, _("Directed by"))
