"""Credit lists as people paste them: what each line says, and which lines say nothing clear."""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festival.world.reading import words
from submissions.projects.reading.names import clean_title, is_title, names_in
from submissions.projects.reading.roles import (
    LONGEST_LABEL,
    Role,
    is_department,
    key_of,
    other,
    roles_of,
)
from submissions.projects.vocabulary import CreditRole

MOST_ROWS = 250
LONGEST_TEXT = 60_000
LONGEST_LINE = 1_000
LONGEST_NAME, LONGEST_CHARACTER, LONGEST_PRIOR = 200, 120, 300

_LEADERS = re.compile(r"\s*(?:\.\s?){3,}\s*|\s*…+\s*|\s*_{3,}\s*")
_COLUMNS = re.compile(r"[ \u00a0\u2000-\u200a\u3000]{2,}")
_COLON = re.compile(r"\s*[:\uff1a]\s*")
_DASH = re.compile(r"\s+[-–—―]+\s+")
_BAR = re.compile(r"\s*\|\s*")
_BY = re.compile(r"(.{2,60}?\bby)\s+(\S.*)", re.I)
_BULLET = re.compile(r"^(?:[-–—*•·▪◦●‣]\s+|[•·▪◦●‣]|[0-9]{1,3}[.)]\s+)+")
_HEADS = words(
    "role job position department name person character earlier work prior credits credit "
    "prior credit title first name last name"
)
_MARKS = dict.fromkeys(
    map(ord, "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)


@dataclass(frozen=True)
class CreditLine:
    """One credit: `role` is a code of the vocabulary, the rest is text as it was written."""

    role: str
    name: str
    role_label: str = ""
    character: str = ""
    prior_credits: str = ""

    @property
    def role_shown(self) -> str:
        return self.role_label or str(CreditRole(self.role).label)


@dataclass(frozen=True)
class Unread:
    """A line that could not be read: its number in the text from 1, the line and the reason."""

    number: int
    text: str
    reason: str


@dataclass
class CreditList:
    """What a pasted text holds: the rows in its order, and the lines that were left out."""

    rows: list[CreditLine] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    # The roles of the last heading, and how many rows the line before gave.
    heading: tuple[Role, ...] = ()
    newest: int = 0


def read(text: str) -> CreditList:
    """Return the credits of a pasted list, at most 250; never fails, whatever the text is."""
    found = CreditList()
    for number, line in enumerate(_lines(text), start=1):
        if not line.strip():
            found.newest = 0
            continue
        before = len(found.rows)
        reason = _read_line(line, found)
        found.newest = len(found.rows) - before or found.newest
        if len(found.rows) > MOST_ROWS:
            del found.rows[MOST_ROWS:]
            reason = _too_many()
        if reason:
            found.unread.append(Unread(number, line.strip()[:200], reason))
    return found


def write(rows) -> str:
    """Return the rows as text that `read` gives back: role, name, character, earlier work."""
    return "\n".join(
        "\t".join((row.role_shown, row.name, row.character, row.prior_credits)) for row in rows
    )


def _too_many() -> str:
    sentence = ngettext("Only the first %(most)d row goes in", "Only the first %(most)d rows go in",
                     MOST_ROWS)  # fmt: skip
    return sentence % {"most": MOST_ROWS}


def _lines(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text[:LONGEST_TEXT]).translate(_MARKS)
    lines = re.split(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", text)
    return ["".join(map(_printable, line)).strip(" \u00a0\u3000") for line in lines]


def _printable(sign: str) -> str:
    is_kept = sign == "\t" or unicodedata.category(sign)[0] != "C" or sign in "\u200c\u200d"
    return sign if is_kept else " "


def _read_line(line: str, found: CreditList) -> str:
    """Add what the line says to `found`; return why it cannot be read, or nothing."""
    if len(line) > LONGEST_LINE:
        return _("The line is too long")
    if "\t" in line.strip():
        return _read_cells(line, found)
    line = _BULLET.sub("", line.strip())
    if is_title(line) and found.newest:
        return _add_work(line, found)
    for split in (_at_colon, _at_columns, _at_bar, _at_dash, _at_by, _at_comma):
        if (parts := split(line, found.heading)) is not None:
            roles, names, *more = parts
            return _add(found, roles, names, *more)
    return _read_alone(line, found)


def _read_alone(line: str, found: CreditList) -> str:
    if roles := roles_of(line):
        found.heading = roles
    elif is_department(line):
        found.heading = ()
    elif line.endswith((":", "\uff1a")) and (role := other(line[:-1])):
        found.heading = (role,)
    elif found.heading:
        return _add(found, found.heading, line)
    else:
        return _("Write the role before the name, for example “Director: Ana Ruiz”")
    return ""


def _read_cells(line: str, found: CreditList) -> str:
    """Read a line of a table: role, name, character, earlier work, or the name before the role."""
    cells = [cell.strip() for cell in line.split("\t")]
    if all(key_of(cell) in _HEADS or not cell for cell in cells):
        return ""
    if len(cells) == 4 and cells[0] and cells[1]:
        roles, name, character, prior = cells
        swapped = not roles_of(roles) and roles_of(name)
        if swapped:
            roles, name = name, roles
        return _add(found, _roles(roles), name, character, prior)
    cells = [cell for cell in cells if cell]
    if len(cells) < 2:
        return _read_line(cells[0], found) if cells else ""
    if is_cast_row(cells, found.heading):
        return _add(found, found.heading, cells[1], cells[0], " ".join(cells[2:]))
    place = next((i for i, cell in enumerate(cells[:3]) if roles_of(cell)), 0)
    name, *more = [cell for i, cell in enumerate(cells) if i != place]
    roles = _roles(cells[place])
    if more and roles and roles[0].is_cast and not is_title(more[0]):
        return _add(found, roles, name, more[0], " ".join(more[1:]))
    return _add(found, roles, name, "", " ".join(more))


def is_cast_row(cells: list[str], heading: tuple[Role, ...]) -> bool:
    """Return whether a line in columns under a heading of the cast is a character and a name."""
    return bool(heading) and heading[0].is_cast and not any(map(roles_of, cells[:2]))


def _roles(text: str) -> tuple[Role, ...]:
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
    return _roles(parts[place]), name, "", " ".join(more)


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


def _add_work(line: str, found: CreditList) -> str:
    """Put an earlier work on a line of its own to those whom the line before named."""
    for place in range(len(found.rows) - found.newest, len(found.rows)):
        row = found.rows[place]
        prior = "; ".join(filter(None, (row.prior_credits, clean_title(line))))
        if len(prior) > LONGEST_PRIOR:
            return _too_long(_("The earlier work"), LONGEST_PRIOR)
        found.rows[place] = replace(row, prior_credits=prior)
    return ""


def _add(found, roles, names, character="", prior="") -> str:
    """Add a row for each role and name; return why the line cannot be read, or nothing."""
    if not roles:
        return _("Write the role before the name, for example “Director: Ana Ruiz”")
    rows = [
        CreditLine(
            role=role.code,
            name=named.name,
            role_label=role.label,
            character=clean_title(character) or named.character,
            prior_credits=clean_title(prior) or named.prior,
        )
        for role in roles
        for named in names_in(names, role)
    ]
    reason = next(filter(None, map(_problem, rows)), "")
    if not rows:
        reason = _("There is no name on this line")
    if not reason:
        found.rows += rows
    return reason


def _problem(row: CreditLine) -> str:
    if not any(sign.isalnum() for sign in row.name):
        return _("There is no name on this line")
    if roles_of(row.name):
        return _("“%(name)s” is a role: write one role on each line") % {"name": row.name}
    if "@" in row.name or "//" in row.name:
        return _("An address is not a name")
    for value, most, label in (
        (row.name, LONGEST_NAME, _("The name")),
        (row.role_label, LONGEST_LABEL, _("The role")),
        (row.character, LONGEST_CHARACTER, _("The character")),
        (row.prior_credits, LONGEST_PRIOR, _("The earlier work")),
    ):
        if len(value) > most:
            return _too_long(label, most)
    return ""


def _too_long(label: str, most: int) -> str:
    return _("%(what)s is longer than %(most)d characters") % {"what": label, "most": most}
