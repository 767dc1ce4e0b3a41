"""The laurels that screenings and awards give."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from submissions.projects.display import choice
from submissions.projects.vocabulary import ScreeningResult

MOST = 3
_AWARDS = frozenset(
    {
        ScreeningResult.WINNER, ScreeningResult.JURY_AWARD, ScreeningResult.AUDIENCE_AWARD,
        ScreeningResult.HONOURABLE_MENTION,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Laurel:
    text: str
    name: str
    year: str
    award: bool


def is_award(row: dict) -> bool:
    return bool(row.get("award")) or row.get("result") in _AWARDS


def laurels_of(record: dict) -> list[Laurel]:
    """Return at most three laurels, awards first, else in the filmmaker's order."""
    rows = [row for row in record.get("screenings", []) if row.get("result") or row.get("award")]
    rows.sort(key=lambda row: not is_award(row))
    return [Laurel(result_of(row), row["event"], _year(row), is_award(row)) for row in rows[:MOST]]


def _year(row) -> str:
    return (row.get("date") or "")[:4] or row.get("edition", "")


def result_of(row: dict) -> str:
    """Return the award or the result in the words of a laurel."""
    if row.get("award"):
        return row["award"]
    if row.get("result") == ScreeningResult.SELECTION:
        return _("Official selection")
    return choice(ScreeningResult, row["result"]) if row.get("result") else ""
