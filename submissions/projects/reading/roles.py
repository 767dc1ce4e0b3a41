"""What end rolls and listings call the roles of the vocabulary."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from festival.world.folding import fold
from submissions.projects.reading.role_words import DEPARTMENTS, GRADES, SYNONYMS
from submissions.projects.vocabulary import CAST_ROLES, ORGANISATION_ROLES, CreditRole, Department

LONGEST_LABEL = 80


@dataclass(frozen=True)
class Role:
    """A role of the vocabulary; `label` is what the list calls it where that says more."""

    code: str
    label: str = ""

    @property
    def is_cast(self) -> bool:
        return self.code in CAST_ROLES

    @property
    def is_company(self) -> bool:
        return self.code in ORGANISATION_ROLES


_BETWEEN = re.compile(r"\s*(?:[/+&,、]|\band\b|\bund\b|\bet\b)\s*", re.I)


def key_of(text: str) -> str:
    """Return the words of `text` in small letters without accents, with one space between."""
    spelt = text[:200].replace("(s)", "s").replace("&", " and ")
    found = re.findall(r"[^\W_]+", fold(spelt))
    is_initials = len(found) > 1 and all(len(word) == 1 for word in found)
    return ("" if is_initials else " ").join(found)


def roles_of(text: str) -> tuple[Role, ...]:
    """Return the roles that `text` names ("Writer/Director" names two), none if it is no role."""
    text = " ".join(text.split()).strip(" :.-–—*•")
    if not text or len(text) > LONGEST_LABEL:
        return ()
    if role := _one(text):
        return (role,)
    by = " by" if key_of(text).endswith(" by") else ""
    parts = [part for part in _BETWEEN.split(text) if part]
    found = [_one(part) or _one(part + by) for part in parts]
    return tuple(dict.fromkeys(found)) if len(parts) > 1 and all(found) else ()


def is_department(text: str) -> bool:
    """Return whether the line is the heading of a part of the roll that names no role."""
    key = key_of(text)
    return key in _departments(get_language()) and key not in _names(get_language())


def other(label: str) -> Role | None:
    """Return the role for words that no list knows, or None where they cannot be such."""
    label = " ".join(label.split()).strip(" :.-–—*•")
    is_label = any(sign.isalpha() for sign in label) and len(label) <= LONGEST_LABEL
    return Role(CreditRole.OTHER.value, label) if is_label and "//" not in label else None


def _one(text: str) -> Role | None:
    key = key_of(text)
    if code := _code(key):
        return Role(code)
    first, _space, rest = key.partition(" ")
    while rest and first in GRADES:
        if code := _code(rest):
            return Role(code, " ".join(text.split()))
        first, _space, rest = rest.partition(" ")
    return None


def _code(key: str) -> str | None:
    names = _names(get_language())
    if key in names:
        return names[key]
    singular = (key[:-1] if key.endswith("s") else "", key[:-3] + "y" if key[-3:] == "ies" else "")
    return next((names[each] for each in singular if each in names), None)


@lru_cache(maxsize=64)
def _names(_language) -> dict[str, str]:
    own = {key_of(str(role.label)): role.value for role in CreditRole}
    plain = {role.value.replace("_", " "): role.value for role in CreditRole}
    trade = {
        key_of(name): role.value for role, names in SYNONYMS.items() for name in names.split("|")
    }
    return trade | plain | own


@lru_cache(maxsize=64)
def _departments(_language) -> frozenset[str]:
    own = {key_of(str(each.label)) for each in Department}
    return frozenset(own | {key_of(name) for name in DEPARTMENTS.split("|")})
