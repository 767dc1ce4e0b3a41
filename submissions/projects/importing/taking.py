"""Writing what was chosen from an import, or from an earlier project, into a project."""

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.projects import apply, history
from submissions.projects.actions import changed, claim_revision
from submissions.projects.display import section_of
from submissions.projects.models import Project
from submissions.projects.vocabulary import Deed

# The parts that a new project may take over; pictures, files and screeners belong to their work.
COPIED = {
    "identity": ("identity",),
    "specs": ("specs",),
    "credits": ("credits",),
    "budget": ("budget", "budget_lines"),
    "screenings": ("screenings",),
    "rights": ("rights",),
    "press": ("press", "references"),
    "trailer": ("trailer",),
    "visibility": ("visibility",),
}


def take(project: Project, record: dict, *, by, revision: int, detail: str = "") -> Project:
    """Write the blocks that `record` names into `project` and note it in the history.

    Raises Stale when the project was saved since `revision`, CannotApply when a value is one that
    the editor would refuse; nothing is written then.
    """
    blocks = [block for block in record if block != "kind"]
    with transaction.atomic():
        claim_revision(project=project, revision=revision, by=by)
        apply.write(project, record, by=by, blocks=blocks)
        said = detail or ", ".join(dict.fromkeys(section_of(block) for block in blocks))
        history.note(project, Deed.IMPORTED, by=by, detail=said)
        return changed(project=project)


def copy(project: Project, *, earlier: Project, parts, by) -> Project:
    """Take the chosen parts of an earlier project of the same kind over into a new one."""
    record = earlier.current_record()
    blocks = [block for part in parts for block in COPIED.get(part, ())]
    wanted = {"kind": record["kind"]} | {block: record[block] for block in blocks}
    if "identity" in wanted:
        wanted["identity"] = {n: v for n, v in wanted["identity"].items() if n != "title"}
    detail = _("From “%(title)s”") % {"title": earlier.title}
    return take(project, wanted, by=by, revision=project.revision, detail=detail)
