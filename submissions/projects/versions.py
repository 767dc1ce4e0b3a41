"""Versions of a project: kept on demand, set side by side, brought back."""

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.projects import history
from submissions.projects.actions import changed, claim_revision, take_version
from submissions.projects.apply import PARTS, write
from submissions.projects.diff import Change, changes, name_of
from submissions.projects.display import section_of
from submissions.projects.models import Project, ProjectVersion
from submissions.projects.vocabulary import Deed, ScreenerKind

_FILES = ("media", "documents")
_SAID = ("alt", "caption", "credit_line", "licence", "focal_x", "focal_y", "label", "language")


@transaction.atomic
def keep(*, project: Project, by) -> tuple[ProjectVersion, bool]:
    """Return a version of the record as it is now, and whether it is a new one."""
    # One at a time: two would take the same number.
    project = Project.objects.select_for_update().get(pk=project.pk)
    newest = project.versions.for_list().first()
    version = take_version(project=project, by=by)
    is_new = newest is None or version.number > newest.number
    if is_new:
        history.note(project, Deed.KEPT, by=by, detail=version.number)
    return version, is_new


@transaction.atomic
def restore(*, project: Project, version: ProjectVersion, revision: int, by) -> Project:
    """Make the project say what `version` says; what it said until now is kept as a version.

    Raises Stale when somebody saved since `revision`, CannotApply when the forms of today would
    not take what the version holds. Files and entries stay as they are.
    """
    claim_revision(project=project, revision=revision, by=by)
    project = Project.objects.with_one_of_each().get(pk=project.pk)
    take_version(project=project, by=by)
    write(project, version.record, by=by)
    history.note(project, Deed.RESTORED, by=by, detail=version.number)
    return changed(project=project)


def differences(now: dict, old: dict) -> list[Change]:
    """Return what restoring the record `old` changes in the record `now`."""
    then = now | {block: old[block] for block in (*PARTS, "budget_band") if block in old}
    for block in _FILES:
        then[block] = _described(now.get(block) or [], old.get(block) or [])
    then["screeners"] = [*_links(then.get("screeners")), *_uploads(now.get("screeners"))]
    then["screenings"] = [
        row | {"verified_at": _verified(row, now["screenings"])} for row in then["screenings"]
    ]
    return changes(now, then)


def files_gone(now: dict, old: dict) -> list[str]:
    """Return the names of files that `old` shows and the project no longer has."""
    names = []
    for block in _FILES:
        there = {row.get("code") for row in now.get(block) or []}
        gone = [row for row in old.get(block) or [] if row.get("code") not in there]
        words = [name_of(block, row) or _("without a name") for row in gone]
        names += [f"{section_of(block)}: {text}" for text in words]
    return names


def _described(now, old) -> list[dict]:
    """Return the files of now with what `old` says about them, those that it names first."""
    there = {row["code"]: row for row in now}
    named = [row for row in old if row.get("code") in there]
    said = [there[row["code"]] | _said(row, there[row["code"]]) for row in named]
    codes = {row["code"] for row in said}
    return said + [row for row in now if row["code"] not in codes]


def _said(row, file) -> dict:
    return {name: row[name] for name in _SAID if name in row and name in file}


def _links(rows) -> list[dict]:
    return [row for row in rows or [] if row.get("kind") == ScreenerKind.LINK]


def _uploads(rows) -> list[dict]:
    return [row for row in rows or [] if row.get("kind") != ScreenerKind.LINK]


def _verified(row, now) -> str | None:
    """Return when a festival confirmed this very screening, if one did."""
    unverified = row | {"verified_at": None}
    same = (each["verified_at"] for each in now if each | {"verified_at": None} == unverified)
    return next(same, None)
