"""The record of a project as a file of our own; whoever wrote the file, it does no harm."""

import json

from django.db import models
from django.utils.translation import gettext as _

from submissions.projects.display import field_of, label_of
from submissions.projects.record import SCHEMA
from submissions.projects.visibility import FIELDS
from submissions.projects.vocabulary import ProjectKind

LONGEST = 400_000
MOST_ROWS = 300
# Files, and what only a festival's word makes true, never come from a file.
_CLOSED = frozenset({"media", "documents", "screeners", "copies", "budget_band"})
BLOCKS = tuple(block for block in FIELDS if block not in _CLOSED)
_DEEPEST = 6


def is_ours(text: str) -> bool:
    """Return whether the text looks like a record rather than like a listing."""
    return text.lstrip("\ufeff \r\n\t").startswith("{")


def read(text: str) -> tuple[dict, list[tuple[str, str, str, str]]]:
    """Return (record, remarks) with only known blocks and fields of the right shape.

    A remark is (block, field, words, sentence). ValueError with a sentence when the text is not
    a record at all.
    """
    found = _loaded(text)
    record, remarks = {"kind": _kind(found)}, []
    for block in BLOCKS:
        content = found.get(block)
        if isinstance(content, dict) and not _is_rows(block):
            record[block] = _fields(block, content, remarks)
        elif isinstance(content, list) and _is_rows(block):
            rows = [row for row in content[:MOST_ROWS] if isinstance(row, dict)]
            record[block] = [_fields(block, row, remarks) for row in rows]
        elif content is not None:
            remarks.append((block, "", "", _("This part holds something of another kind")))
    return record, remarks


def _loaded(text: str) -> dict:
    if len(text) > LONGEST:
        raise ValueError(_("The file is too large: a record has at most 400,000 characters"))
    try:
        found = json.loads(text.lstrip("\ufeff"), parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise ValueError(_("This is not a file that this site made: it cannot be read")) from None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise ValueError(_("This is not the record of a project that this site made"))
    if _depth(found) > _DEEPEST or "\\u0000" in text:
        raise ValueError(_("This is not the record of a project that this site made"))
    return found


def _refuse(constant: str):
    raise ValueError(constant)


def _depth(value, depth: int = 1) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max((_depth(each, depth + 1) for each in inner if depth <= _DEEPEST), default=depth)


def _kind(found: dict) -> str:
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in ProjectKind.values:
        raise ValueError(_("The file does not say what kind of project it holds"))
    return kind


def _is_rows(block: str) -> bool:
    return block not in ("identity", "specs", "budget", "trailer")


def _fields(block: str, values: dict, remarks: list) -> dict:
    kept = {}
    for name in FIELDS[block]:
        if values.get(name) is None:
            continue
        if _fits(block, name, values[name]):
            kept[name] = values[name]
        else:
            sentence = _("“%(label)s” holds something of another kind")
            remarks.append((block, name, "", sentence % {"label": label_of(block, name)}))
    return kept


def _fits(block: str, name: str, value) -> bool:
    column = field_of(block, name)
    if isinstance(column, models.JSONField):
        return isinstance(value, dict if name == "dialogue_shares" else list)
    if isinstance(column, models.BooleanField):
        return isinstance(value, bool)
    if isinstance(column, models.IntegerField):
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= 10**15
    return isinstance(value, str)
