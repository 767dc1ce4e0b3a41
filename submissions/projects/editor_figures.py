"""What the saved rights and the saved money come to, below their rows in the editor."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.world.money import Money
from submissions.projects.overlaps import overlaps
from submissions.projects.presentation.money_lines import Side, sides_of
from submissions.projects.presentation.rights_grid import free_of, grid_of
from submissions.projects.visibility import FIELDS

_MOST_OVERLAPS = 6


def figures(editor) -> dict:
    """Return the part of the editor's context that is worked out from its rows."""
    rights = [_row(row, "rights") for row in _kept(editor, "rights")]
    found = overlaps(rights)
    free, more = free_of(rights, timezone.now().date()) if rights else ([], 0)
    return {
        "overlaps": found[:_MOST_OVERLAPS],
        "more_overlaps": max(0, len(found) - _MOST_OVERLAPS),
        "grid": grid_of(rights, timezone.now().date()),
        "free": free,
        "more_free": more,
        "money_left": _money_left(editor),
        "sides": _sides(editor),
    }


def _sides(editor) -> list[Side]:
    rows = [*_kept(editor, "costs"), *_kept(editor, "sources")]
    budget = editor.project.budget
    lines = [_row(row, "budget_lines") for row in rows]
    return [side for side in sides_of(lines, budget.total, budget.currency) if side.has_parts]


def _kept(editor, name) -> list:
    return editor.parts[name].kept if name in editor.parts else []


def _row(row, block) -> dict:
    return {name: getattr(row, name) for name in FIELDS[block]}


def _money_left(editor) -> list[str]:
    """Return sentences on what the lines leave of the saved total, for either side."""
    budget = editor.project.budget
    if budget.total is None:
        return []
    sentences = []
    for name, words in (("costs", _COSTS_LEFT), ("sources", _SOURCES_LEFT)):
        kept = _kept(editor, name)
        rest = budget.total - sum(row.amount for row in kept)
        if kept and rest:
            money = Money(abs(rest), budget.currency).format()
            sentences.append(words[rest < 0] % {"money": money})
    return sentences


_COSTS_LEFT = (
    _("%(money)s of the total are unallocated"),
    _("The lines come to %(money)s more than the total"),
)
_SOURCES_LEFT = (
    _("%(money)s of the total have no source yet"),
    _("The sources come to %(money)s more than the total"),
)
