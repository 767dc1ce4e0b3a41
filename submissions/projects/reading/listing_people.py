"""The people of a listing: a name, the role below it where the page says one, earlier work."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from submissions.projects.reading import credits as reading
from submissions.projects.reading.names import is_title, names_in
from submissions.projects.reading.roles import Role, roles_of
from submissions.projects.vocabulary import KEY_ROLES, CreditRole

# Where a copied page has lost the words, its blocks still stand in this order.
_IN_ORDER = (CreditRole.DIRECTOR, CreditRole.WRITER, CreditRole.PRODUCER)
_SIGNS = "•·▪●*‣◦"


@dataclass
class Block:
    """One entry of the list: who, in which roles, and known for what."""

    names: str
    roles: tuple[Role, ...] = ()
    prior: list[str] = field(default_factory=list)


def tell_apart(lines: list[str]) -> list[Block]:
    """Return the entries of the lines; a bullet or an empty line begins a new one."""
    blocks: list[Block] = []
    begins = True
    for line in lines:
        text = line.lstrip(_SIGNS + " ")
        begins = begins or line[:1] in _SIGNS or not text
        if not text:
            continue
        if roles := roles_of(text):
            _give_role(blocks, roles)
        elif begins or not blocks:
            blocks.append(Block(text))
        elif is_title(text) or blocks[-1].roles or len(text) > 100:
            blocks[-1].prior.append(text)
        else:
            blocks.append(Block(text))
        begins = False
    return [block for block in blocks if block.names]


def _give_role(blocks: list[Block], roles) -> None:
    if blocks and not blocks[-1].roles:
        blocks[-1].roles = roles


def credits_of(blocks: list[Block]) -> tuple[list[dict], list[tuple[str, str, str]]]:
    """Return the rows of the record, and (role, words, sentence) where a role is a guess."""
    rows, remarks = [], []
    for place, block in enumerate(blocks):
        roles = block.roles
        if not roles and (split := reading.read(block.names).rows):
            rows += [_row(each.role, each.name, each.character, each.prior_credits, each.role_label)
                     for each in split]  # fmt: skip
            continue
        if not roles:
            roles = (Role(_guess(place, blocks)),)
            shown = str(CreditRole(roles[0].code).label)
            sentence = _("The page names no role. By its place in the list: %(role)s")
            remarks.append((roles[0].code, block.names, sentence % {"role": shown}))
        for role in roles:
            for named in names_in(block.names, role):
                prior = "; ".join(filter(None, [named.prior, *block.prior]))
                rows.append(_row(role.code, named.name, named.character, prior, role.label))
    known = {(row["role"], row["name"]): row for row in rows if row["name"]}
    return list(known.values()), remarks


def _guess(place: int, blocks: list[Block]) -> str:
    taken = {role.code for block in blocks for role in block.roles}
    left = [role for role in _IN_ORDER if role not in taken]
    before = sum(not block.roles for block in blocks[:place])
    return str(left[before]) if before < len(left) else str(CreditRole.OTHER)


def _row(role, name, character="", prior="", label="") -> dict:
    return {
        "role": str(role),
        "name": name[: reading.LONGEST_NAME],
        "role_label": label,
        "character": character[: reading.LONGEST_CHARACTER],
        "prior_credits": prior[: reading.LONGEST_PRIOR],
        "is_key": str(role) in KEY_ROLES,
    }


def with_texts(rows: list[dict], texts) -> list[dict]:
    """Return the rows with biographies and statements at the person whose they are.

    `texts` are parts of the kinds bio and statement; one without a name is that of the director.
    """
    for part in texts:
        if not part.text:
            continue
        row = _whose(rows, part.name)
        if row is None:
            row = _row(CreditRole.DIRECTOR, part.name or "")
            rows = [row, *rows] if row["name"] else rows
        names = {each["name"].casefold() for each in rows}
        row["bio" if part.kind == "bio" else "statement"] = _unsigned(part.text, names)
    return rows


def _whose(rows, name):
    makers = [row for row in rows if row["role"] in (CreditRole.DIRECTOR, CreditRole.WRITER)]
    if name:
        return next((row for row in makers if row["name"].casefold() == name.casefold()), None)
    return makers[0] if makers else None


def _unsigned(text: str, names: set[str]) -> str:
    """Leave out a last line that is only the name of who wrote the text."""
    before, _break, last = text.rpartition("\n")
    return before.rstrip() if last.strip(" -–—").casefold() in names else text
