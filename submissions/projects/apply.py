"""Writing a record back into the rows of a project: the inverse of record.build.

Each value is judged by the form that the editor has for it. Files stay as they are: of pictures
and documents that the project has, what is said about them is written; others are left out.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from submissions.projects import record as records
from submissions.projects.applying.credits import Credits
from submissions.projects.applying.described import Documents, Pictures
from submissions.projects.applying.rows import TABLES, BudgetLines
from submissions.projects.applying.single import ONE_OF_EACH

# In the order of writing: credits before the portraits that hang on them.
PARTS = ONE_OF_EACH | TABLES
PARTS |= {"budget_lines": BudgetLines, "credits": Credits, "media": Pictures}
PARTS |= {"documents": Documents}


@dataclass
class CannotApply(Exception):
    """The record holds what the editor would not take; `problems` are sentences for people."""

    problems: list[str]

    def __str__(self):
        return " ".join(self.problems)


def write(project, record: dict, *, by, blocks=None) -> None:
    """Make the rows of `project` say what `record` says, in the blocks that it has.

    `blocks` narrows them. A field that a block does not name keeps its value; a row that is not
    named goes. Raises CannotApply before anything is written. Call it in an action that claims
    the revision and ends with `changed`.
    """
    here, parts = records.build(project), []
    for block, value in _chosen(project, record, blocks).items():
        more = {"currency": _currency(here, record, blocks)} if block == "budget_lines" else {}
        parts.append(PARTS[block](project, block, value, here=here, **more))
    if problems := [text for part in parts for text in part.problems]:
        raise CannotApply(problems)
    for part in parts:
        part.save(by)


def _chosen(project, record, blocks) -> dict:
    if not isinstance(record, dict):
        raise CannotApply([_("This is not the record of a project")])
    if record.get("kind", project.kind) != project.kind:
        raise CannotApply([_("This is the record of another kind of project")])
    wanted = PARTS if blocks is None else blocks
    return {block: record[block] for block in PARTS if block in record and block in wanted}


def _currency(here, record, blocks) -> str:
    """Return the currency that the budget is going to have."""
    is_written = "budget" in record and (blocks is None or "budget" in blocks)
    budget = record["budget"] if is_written else here["budget"]
    currency = budget.get("currency") if isinstance(budget, dict) else ""
    return currency if isinstance(currency, str) else ""
