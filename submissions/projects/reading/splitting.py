"""Where a line of a credit list ends its role and begins its names.

Each function takes the line and the roles of the heading above, and returns None where the line
is not of its sort, or (roles, names, character, earlier work), of which the last two may lack.
"""

import re

from submissions.projects.reading.roles import Role, other, roles_of

_LEADERS = re.compile(r"\s*(?:\.\s?){3,}\s*|\s*…+\s*|\s*_{3,}\s*")
_COLUMNS = re.compile(r"[ \u00a0\u2000-\u200a\u3000]{2,}")
_COLON = re.compile(r"\s*[:\uff1a]\s*")
_DASH = re.compile(r"\s+[-–—―]+\s+")
_BAR = re.compile(r"\s*\|\s*")
_BY = re.compile(r"(.{2,60}?\bby)\s+(\S.*)", re.I)


def is_cast_row(cells: list[str], heading: tuple[Role, ...]) -> bool:
    """Return whether a line in columns under a heading of the cast is a character and a name."""
    return bool(heading) and heading[0].is_cast and not any(map(roles_of, cells[:2]))


def named_roles(text: str) -> tuple[Role, ...]:
    """Return the roles of the vocabulary, or the words themselves as one that no list knows."""
    known = roles_of(text)
    unknown = None if known else other(text)
    return known or ((unknown,) if unknown else ())


def _at_colon(line, heading):
    parts = _COLON.split(line, maxsplit=1)
    if len(parts) < 2 or not all(parts) or parts[1].startswith("//"):
        return None
    left, right = parts
    if roles := roles_of(left):
        return roles, right
    if heading and (_DASH.search(left) or "(" in left):
        return None
    if is_cast_row(parts, heading):
        return heading, right, left
    if roles := roles_of(right):
        return roles, left
    return ((role,), right) if (role := other(left)) else None


def _at_columns(line, heading):
    parts = [part for part in _LEADERS.split(line) if part]
    if len(parts) < 2:
        parts = [part for part in _COLUMNS.split(line) if part]
    if len(parts) < 2:
        return None
    if is_cast_row(parts, heading):
        return heading, " ".join(parts[1:]), parts[0]
    place = next((i for i, part in enumerate(parts[:3]) if roles_of(part)), 0)
    name, *more = [part for i, part in enumerate(parts) if i != place]
    return named_roles(parts[place]), name, "", " ".join(more)


def _at_bar(line, heading):
    parts = [part for part in _BAR.split(line) if part]
    place = next((i for i, part in enumerate(parts) if roles_of(part)), None)
    if len(parts) < 2 or place is None:
        return None
    name, *more = [part for i, part in enumerate(parts) if i != place]
    return roles_of(parts[place]), name, "", " ".join(more)


def _at_dash(line, heading):
    parts = _DASH.split(line)
    if len(parts) < 2:
        return None
    for place in (0, 1):
        if roles := roles_of(parts[place]):
            rest = [part for i, part in enumerate(parts) if i != place]
            return roles, rest[0], "", " – ".join(rest[1:])
    if heading:
        return heading, line
    return ((role,), parts[0]) if len(parts) == 2 and (role := other(parts[1])) else None


def _at_by(line, heading):
    match = _BY.fullmatch(line)
    roles = roles_of(match[1]) if match else ()
    return (roles, match[2]) if roles else None


def _at_comma(line, heading):
    first, comma, rest = line.partition(",")
    if comma and rest.strip() and (roles := roles_of(first)):
        return roles, rest
    before, comma, last = line.rpartition(",")
    if comma and before.strip() and (roles := roles_of(last)):
        return roles, before
    return None


SPLITS = (_at_colon, _at_columns, _at_bar, _at_dash, _at_by, _at_comma)
