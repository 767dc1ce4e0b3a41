"""The whole record of a project as one canonical JSON-ready dict.

The page, the preview, the frozen version, the diff and the export all read this shape:
`schema`, `code`, `slug`, `kind`, `visibility`, then one key for each block of
`visibility.FIELDS`: a dict for `identity`, `specs`, `budget`, `budget_band` and `trailer`, a
list of dicts for all others. Dates are ISO text, decimals text, money minor units, durations
seconds. The submitter is kept apart and is never part of it.
"""

import datetime
import decimal
import hashlib
import json

from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.visibility import FIELDS

SCHEMA = 1

ROWS = {
    "references": "references",
    "budget_lines": "budget_lines",
    "screenings": "screenings",
    "rights": "distribution_rights",
    "press": "press",
    "screeners": "screeners",
    "copies": "copies",
    "documents": "documents",
}
PUBLIC_BLOCKS = frozenset(FIELDS) - {"screeners", "copies", "documents", "budget_lines"}
ALL_BLOCKS = frozenset(FIELDS)


def build(project, blocks=ALL_BLOCKS) -> dict:
    """Return the record of `project`, with one query for each block of rows in `blocks`."""
    record = {
        "schema": SCHEMA,
        "code": project.code,
        "slug": project.slug,
        "kind": project.kind,
        "visibility": dict(project.visibility),
        "identity": _fields(project, FIELDS["identity"]),
        "specs": _specs(project),
        "budget": _one(project, "budget", FIELDS["budget"]),
        "budget_band": _one(project, "budget", FIELDS["budget_band"]),
        "trailer": _one(project, "trailer", FIELDS["trailer"]),
        "credits": _credits(project),
        "media": _media(project),
    }
    for block, related in ROWS.items():
        if block in blocks:
            rows = getattr(project, related).all()
            record[block] = [_fields(row, FIELDS[block]) for row in rows]
    return record


def row_of(block: str, row) -> dict:
    """Return one row of a block as it stands in a record."""
    return _fields(row, FIELDS[block])


def canonical(record: dict) -> bytes:
    """Return the one spelling of `record`: sorted keys, no spaces, UTF-8."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(record: dict) -> str:
    """Return the SHA-256 of the canonical spelling, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(record)).hexdigest()


def _fields(row, names) -> dict:
    return {name: _plain(getattr(row, name)) for name in names}


def _one(project, related: str, names) -> dict:
    row = getattr(project, related, None)
    return _fields(row, names) if row else {}


def _specs(project) -> dict:
    row = getattr(project, "specs", None)
    return _fields(row, SPECS_OF_KIND[project.kind]) if row else {}


def _credits(project) -> list[dict]:
    own = [name for name in FIELDS["credits"] if name not in _OF_PERSON]
    rows = project.credits.select_related("person", "organisation").all()
    return [_fields(row, own) | _who(row) for row in rows]


_OF_PERSON = {"name", "person", "slug", "native_name", "organisation"}


def _who(credit) -> dict:
    if credit.organisation:
        return {"name": credit.organisation.name, "organisation": credit.organisation.code}
    person = credit.person
    return {
        "name": person.name,
        "person": person.code,
        "slug": person.slug,
        "native_name": person.native_name,
    }


def _media(project) -> list[dict]:
    own = [name for name in FIELDS["media"] if name != "person"]
    rows = project.media.select_related("credit__person").all()
    return [_fields(row, own) | {"person": _portrayed(row)} for row in rows]


def _portrayed(picture) -> str:
    credit = picture.credit
    return credit.person.code if credit and credit.person else ""


def _plain(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return format(value.normalize(), "f")
    return value
