"""What changed between two records of a project, as words for people."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from submissions.projects.display import choice, label_of, section_of, text_of
from submissions.projects.visibility import FIELDS
from submissions.projects.vocabulary import CreditRole, Visibility

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

# What makes two rows the same row, first strictly and then, for those left over, loosely.
_SAME = {
    "references": (("scheme", "value"), ("scheme",)),
    "credits": (("name", "role", "role_label"), ("name",), ("role", "role_label")),
    "budget_lines": (("side", "category", "source_kind", "name"), ("side", "category", "name")),
    "screenings": (("event", "edition", "date"), ("event",)),
    "rights": (("party", "rights", "territories"), ("party",)),
    "press": (("url", "title"), ("title",)),
    "media": (("code",),),
    "screeners": (("url",), ("version_label",)),
    "copies": (("format", "purpose", "location"), ("format", "purpose")),
    "documents": (("code",),),
}
# Codes, addresses and hashes say nothing to people; what they stand for has its own line.
_UNSPOKEN = frozenset({"slug", "person", "organisation", "sha256", "code", "hue", "widths", "size"})


@dataclass(frozen=True)
class Change:
    """One field or row: `kind` is added, removed or changed, an absent side is empty text."""

    section: str
    label: str
    before: str
    after: str
    kind: str


def changes(old: dict, new: dict) -> list[Change]:
    """Return every readable difference between two records, in the order of the page."""
    found = []
    for block in FIELDS:
        before, after = old.get(block), new.get(block)
        if isinstance(before or after, list):
            found += _rows(block, before or [], after or [], old, new)
        else:
            found += _fields(block, before or {}, after or {})
    return found + _visibility(old.get("visibility") or {}, new.get("visibility") or {})


def _fields(block, before, after, *, prefix="", currencies=("", "")) -> list[Change]:
    found = []
    for name in FIELDS[block]:
        if name in _UNSPOKEN or before.get(name) == after.get(name):
            continue
        texts = (
            text_of(block, name, before.get(name), before, currencies[0]),
            text_of(block, name, after.get(name), after, currencies[1]),
        )
        label = f"{prefix}: {label_of(block, name)}" if prefix else label_of(block, name)
        found += _change(block, label, *texts)
    return found


def _change(block, label, before, after) -> list[Change]:
    if before == after:
        return []
    kind = CHANGED if before and after else ADDED if after else REMOVED
    return [Change(section_of(block), label, before, after, kind)]


def _rows(block, before, after, old, new) -> list[Change]:
    currencies = tuple((record.get("budget") or {}).get("currency", "") for record in (old, new))
    pairs = matched(block, before, after)
    found = []
    for one, other in pairs:
        if one is not None and other is not None:
            name = name_of(block, other)
            found += _fields(block, one, other, prefix=name, currencies=currencies)
        else:
            texts = (whole(block, one, currencies[0]), whole(block, other, currencies[1]))
            found += _change(block, name_of(block, one or other), *texts)
    order = [(one, other) for one, other in pairs if one is not None and other is not None]
    places = [next(i for i, row in enumerate(before) if row is one) for one, _other in order]
    if places != sorted(places):
        texts = [", ".join(name_of(block, row) for row in rows) for rows in (before, after)]
        found += _change(block, _("Order"), *texts)
    return found


def matched(block, before, after) -> list[tuple[dict | None, dict | None]]:
    """Pair the rows of both sides: new order first, then the rows that went away."""
    partner: dict[int, dict] = {}
    left = list(before)
    for names in _SAME[block]:
        waiting = defaultdict(list)
        for row in left:
            waiting[_key(row, names)].append(row)
        for i, row in enumerate(after):
            if i not in partner and waiting[_key(row, names)]:
                partner[i] = waiting[_key(row, names)].pop(0)
        left = [row for rows in waiting.values() for row in rows]
    gone = [row for row in before if any(row is other for other in left)]
    return [(partner.get(i), row) for i, row in enumerate(after)] + [(row, None) for row in gone]


def _key(row, names) -> tuple[str, ...]:
    return tuple(str(row.get(name) or "") for name in names)


def name_of(block: str, row: dict) -> str:
    """Return the words by which people know a row: "Director Michael Kingsbury"."""
    if block == "credits":
        role = row.get("role_label") or choice(CreditRole, row.get("role", ""))
        return f"{role} {row.get('name', '')}".strip()
    names = {
        "references": ("scheme",),
        "budget_lines": ("category", "source_kind", "name"),
        "screenings": ("event",),
        "rights": ("party",),
        "press": ("title",),
        "media": ("kind", "alt"),
        "screeners": ("kind", "version_label"),
        "copies": ("format", "purpose"),
        "documents": ("kind", "label"),
    }[block]
    return " ".join(filter(None, (text_of(block, name, row.get(name)) for name in names)))


def whole(block, row, currency) -> str:
    """Return a whole row in one text, each value with its label."""
    if row is None:
        return ""
    texts = (
        (label_of(block, name), text_of(block, name, row.get(name), row, currency))
        for name in FIELDS[block]
        if name not in _UNSPOKEN
    )
    return "; ".join(f"{label}: {text}" for label, text in texts if text) or name_of(block, row)


def _visibility(before, after) -> list[Change]:
    found = []
    for block, was, now in _pairs(before, after):
        texts = [choice(Visibility, level) if level else "" for level in (was, now)]
        if was != now:
            kind = CHANGED if all(texts) else ADDED if texts[1] else REMOVED
            label = section_of(block)
            found.append(Change(section_of("visibility"), label, texts[0], texts[1], kind))
    return found


def _pairs(before, after):
    return [(name, before.get(name), after.get(name)) for name in sorted({*before, *after})]
