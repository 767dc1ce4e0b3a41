"""What is still to be said about the pictures before visitors may see them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from submissions.projects.vocabulary import MediaKind

_SINGLE = (MediaKind.POSTER, MediaKind.BANNER)


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, in a sentence, and the address of its field in the editor."""

    text: str
    href: str


def gaps(pictures) -> list[Gap]:
    """Return what the `pictures` of a project lack, in the order of the editor."""
    pictures = list(pictures)
    single = [(row, row.kind) for row in pictures if row.kind in _SINGLE]
    rows = [row for row in pictures if row.kind not in _SINGLE]
    numbered = [(row, f"pictures-{place}") for place, row in enumerate(rows)]
    found = []
    for row, prefix in single + numbered:
        name = _name(row, rows)
        if not row.alt:
            text = _("Say what is on %(picture)s") % {"picture": name}
            found.append(Gap(text, f"#id_{prefix}-alt"))
        if not row.credit_line:
            text = _("Write the credit line of %(picture)s") % {"picture": name}
            found.append(Gap(text, f"#id_{prefix}-credit_line"))
    return found


def _name(row, rows) -> str:
    if row.kind == MediaKind.POSTER:
        return _("the poster")
    if row.kind == MediaKind.BANNER:
        return _("the banner")
    return _("picture %(number)d") % {"number": rows.index(row) + 1}
