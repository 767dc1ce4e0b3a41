"""Credit lists as people paste them: what each line says, and which lines say nothing clear."""

import re
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festival.world.reading import words
from submissions.projects.reading.lines import lines_of
from submissions.projects.reading.names import clean_title, is_title, names_in
from submissions.projects.reading.roles import (
    LONGEST_LABEL,
    Role,
    is_department,
    key_of,
    other,
    roles_of,
)
from submissions.projects.reading.splitting import SPLITS, is_cast_row, named_roles
from submissions.projects.vocabulary import CreditRole

MOST_ROWS = 250
LONGEST_LINE = 1_000
LONGEST_NAME, LONGEST_CHARACTER, LONGEST_PRIOR = 200, 120, 300

_BULLET = re.compile(r"^(?:[-–—*•·▪◦●‣]\s+|[•·▪◦●‣]|[0-9]{1,3}[.)]\s+)+")
_HEADS = words(
    "role job position department name person character earlier work prior credits credit "
    "prior credit title first name last name"
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
    for number, line in enumerate(lines_of(text), start=1):
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


def _read_line(line: str, found: CreditList) -> str:
    """Add what the line says to `found`; return why it cannot be read, or nothing."""
    if len(line) > LONGEST_LINE:
        return _("The line is too long")
    if "\t" in line.strip():
        return _read_cells(line, found)
    line = _BULLET.sub("", line.strip())
    if is_title(line) and found.newest:
        return _add_work(line, found)
    for split in SPLITS:
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
        return _add(found, named_roles(roles), name, character, prior)
    cells = [cell for cell in cells if cell]
    if len(cells) < 2:
        return _read_line(cells[0], found) if cells else ""
    if is_cast_row(cells, found.heading):
        return _add(found, found.heading, cells[1], cells[0], " ".join(cells[2:]))
    place = next((i for i, cell in enumerate(cells[:3]) if roles_of(cell)), 0)
    name, *more = [cell for i, cell in enumerate(cells) if i != place]
    roles = named_roles(cells[place])
    if more and roles and roles[0].is_cast and not is_title(more[0]):
        return _add(found, roles, name, more[0], " ".join(more[1:]))
    return _add(found, roles, name, "", " ".join(more))


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
