"""The people of one line of an end roll: who, as whom, and known for what."""

import re
from dataclasses import dataclass

from festival.world.reading import words
from submissions.projects.reading.roles import Role

_DASH = r"\s+[-–—―]+\s+"
_COMMAS = ",;、،\uff0c\uff1b"
_AND = re.compile(r"\s+(?:&|\+|and|und|et|и)\s+", re.I)
_AS = re.compile(r"\s+(?:as|als|comme|como)\s+", re.I)
_YEAR = re.compile(r"(?:18|19|20)[0-9]{2}")
_BARE_YEAR = re.compile(r"(?:18|19|20)[0-9]{2}(?:\s*[-–/]\s*(?:18|19|20)?[0-9]{2})?")
_ENDINGS = words("inc ltd llc llp gmbh ag co corp plc sa sas sarl srl bv ab oy jr sr ii iii")
_EDGES = " \t.,;:、،\uff0c\uff1b–—―*•·|/_\"“”'"
_OPEN, _CLOSE = "([\uff08【", ")]\uff09】"


@dataclass(frozen=True)
class Named:
    """One person or company of a line; `prior` and `character` may be empty."""

    name: str
    character: str = ""
    prior: str = ""


def names_in(text: str, role: Role) -> list[Named]:
    """Return who is named in `text`, in order; what stands behind a name belongs to that name."""
    found: list[Named] = []
    for piece in _pieces(text, role):
        if found and _is_more_work(piece) and found[-1].prior:
            last = found[-1]
            found[-1] = Named(last.name, last.character, f"{last.prior}, {piece.strip()}")
        else:
            found.append(_named(piece, role))
    return found


def is_title(text: str) -> bool:
    """Return whether `text` is an earlier work, "Gulag Barashevo (2015)", and nobody's name."""
    rest, inside = _last_bracket(text.strip())
    return bool(rest.strip() and inside is not None and _BARE_YEAR.fullmatch(inside.strip()))


def clean_name(text: str) -> str:
    """Return `text` on one line without the signs that lists put around names."""
    return " ".join(text.split()).lstrip(_EDGES + "-").rstrip(_EDGES.replace(".", "") + "-")


def _pieces(text: str, role: Role) -> list[str]:
    pieces = [piece for piece in _outside_brackets(text, _COMMAS) if piece.strip()]
    joined: list[str] = []
    for piece in pieces:
        if joined and piece.strip().strip(".").casefold() in _ENDINGS:
            joined[-1] += f", {piece.strip()}"
        else:
            joined.append(piece)
    if role.is_company:
        return joined
    return [each for piece in joined for each in _between_and(clean_name(piece), role)]


def _between_and(piece: str, role: Role) -> list[str]:
    """Cut at "and" in the name itself, not in a title or a character behind it."""
    head = re.split(rf"{_DASH}|[{re.escape(_OPEN)}]", piece, maxsplit=1)[0]
    head = _AS.split(head)[0] if role.is_cast else head
    parts = _AND.split(head)
    return [*parts[:-1], parts[-1] + piece[len(head) :]] if len(parts) > 1 else [piece]


def _outside_brackets(text: str, signs: str) -> list[str]:
    pieces, depth = [""], 0
    for sign in text:
        depth = max(0, depth + (sign in _OPEN) - (sign in _CLOSE))
        if sign in signs and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
    return pieces if not depth else re.split(f"[{signs}]", text)


def _named(piece: str, role: Role) -> Named:
    name, *tail = re.split(_DASH, piece, maxsplit=1)
    said = list(tail)
    while (cut := _last_bracket(clean_name(name)))[1] is not None:
        name = cut[0]
        said.insert(0, cut[1])
    characters, priors = [], []
    if role.is_cast:
        name, *character = _AS.split(name, maxsplit=1)
        characters += character
    for each in said:
        is_character = role.is_cast and not _YEAR.search(each)
        (characters if is_character else priors).append(clean_title(each))
    texts = (", ".join(filter(None, each)) for each in (map(clean_title, characters), priors))
    return Named(clean_name(name), *texts)


def clean_title(text: str) -> str:
    """Return a title or a character on one line, without commas and bars at its ends."""
    return " ".join(text.split()).strip(" \t,;:–—―|-")


def _last_bracket(text: str) -> tuple[str, str | None]:
    """Return what stands before the last bracket, and what is in it; None when none ends it."""
    if not text or text[-1] not in _CLOSE:
        return text, None
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in _CLOSE) - (text[place] in _OPEN)
        if not depth:
            return text[:place], text[place + 1 : -1]
    return text, None


def _is_more_work(piece: str) -> bool:
    return is_title(piece) and not re.search(_DASH, piece)
