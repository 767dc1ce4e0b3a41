"""The readers as whom a team can look at its own page, and what each of them does not see."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from submissions.projects.display import SECTIONS, label_of
from submissions.projects.forms.identity import BLOCK_LABELS
from submissions.projects.visibility import FIELDS, Audience, redact

# What joins rows to files and to each other is never printed for anybody.
_NEVER_PRINTED = frozenset({"sha256", "code", "person", "organisation", "is_main_contact"})


@dataclass(frozen=True)
class Reader:
    """Somebody outside the team: `key` stands in the address of the preview."""

    key: str
    label: str
    audience: Audience


READERS = (
    Reader("visitor", _("A visitor"), Audience.VISITOR),
    Reader("festival", _("A festival you sent it to"), Audience.FESTIVAL),
    Reader("industry", _("The verified industry"), Audience.INDUSTRY),
)


def reader_of(key: str) -> Reader:
    """Return the reader of that key, the visitor for any other text."""
    return next((each for each in READERS if each.key == key), READERS[0])


def hidden_from(reader: Reader, record: dict) -> list[str]:
    """Return in words what the team has filled in and `reader` does not see, block by block."""
    whole, seen = redact(record, Audience.TEAM), redact(record, reader.audience)
    blocks = whole.keys() & FIELDS
    found = [_missing(block, _rows(whole[block]), _rows(seen[block])) for block in blocks]
    return sorted(filter(None, found))


def _rows(content) -> list[dict]:
    return content if isinstance(content, list) else [content]


def _missing(block, whole, seen) -> str:
    names = _filled(whole) - _filled(seen) - _NEVER_PRINTED
    title = str(BLOCK_LABELS.get(block, SECTIONS[block]))
    if not _filled(seen):
        return title if names else ""
    if len(seen) < len(whole) and not names:
        return str(_("Pictures without a description or credit line"))
    words = dict.fromkeys(str(label_of(block, name)) for name in sorted(names))
    return f"{title}: {', '.join(words)}" if words else ""


def _filled(rows) -> set[str]:
    empty = (None, "", False, "not_said")
    return {
        name
        for row in rows
        for name, value in row.items()
        if value not in empty and value != [] and value != {}
    }
