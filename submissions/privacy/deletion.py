"""Deleting a project. What a festival received stays with it as long as its entry does."""

from django.db import transaction
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.ui.uploads import remove_unused
from submissions.entries.models import StatusChange
from submissions.projects.actions import changed
from submissions.projects.models import (
    Document,
    Media,
    Organisation,
    Person,
    Project,
    ProjectVersion,
)
from submissions.projects.visibility import FIELDS
from submissions.projects.vocabulary import ProjectStatus

_ROWS = (
    "references", "credits", "budget_lines", "screenings", "distribution_rights", "press",
    "film_files", "screeners", "copies", "history", "invitations", "drafts",
    "saved_edits", "removed_rows", "former_slugs", "team",
)  # fmt: skip
_ONE_OF_EACH = ("specs", "budget", "trailer", "submitter")


def live_entries(project):
    """Return the entries because of which the project cannot be deleted."""
    return project.submissions.live().with_place()


def kept_versions(project):
    """Return the versions that a festival received; they outlive the project."""
    steps = StatusChange.objects.filter(submission__project=project).exclude(version=None)
    sent = project.submissions.exclude(version=None)
    numbers = {*sent.values_list("version", flat=True), *steps.values_list("version", flat=True)}
    return project.versions.filter(pk__in=numbers)


@transaction.atomic
def delete_project(*, project: Project, by) -> None:
    """Delete a project that no festival has at the moment; NotAllowed while one has."""
    if not Project.objects.owned_by(by).filter(pk=project.pk).exists():
        raise NotAllowed(_("Only the owner of the project may do this"))
    Project.objects.select_for_update().get(pk=project.pk)
    if live_entries(project).exists():
        raise NotAllowed(_("Withdraw it from the festivals that have it before you delete it"))
    remove_project(project)


def remove_project(project: Project) -> None:
    """Delete the project, or empty it where a festival keeps what it received.

    Call it inside the transaction of an action that has checked who asks.
    """
    project.submissions.give_up()
    hashes, owner = _hashes_of(project), project.created_by
    project.status = ProjectStatus.ARCHIVED
    project.save(update_fields=["status"])
    changed(project=project)
    kept = list(kept_versions(project))
    project.versions.exclude(pk__in=[version.pk for version in kept]).delete()
    if project.submissions.exists():
        _empty(project, kept)
    else:
        project.delete()
    forget_names(owner)
    transaction.on_commit(lambda: remove_unused(hashes, _used(hashes)))


def _empty(project, kept) -> None:
    shown = {
        row["code"] for version in kept for block in ("media", "documents")
        for row in version.record.get(block, ())
    }  # fmt: skip
    for rows in (project.media, project.documents):
        rows.exclude(code__in=shown).delete()
    for name in _ROWS:
        getattr(project, name).all().delete()
    # The doors of entries stay as they are: what was closed must not open again.
    project.grants.filter(entry=None).delete()
    for name in _ONE_OF_EACH:
        row = getattr(project, name, None)
        if row is not None:
            type(row).objects.filter(pk=row.pk).delete()
            type(row).objects.create(project=project)
    project = Project.objects.get(pk=project.pk)
    for name in (*FIELDS["identity"], "visibility"):
        if name != "title":
            setattr(project, name, Project._meta.get_field(name).get_default())
    project.creation_key = None
    project.save()
    changed(project=project)


def forget_names(owner) -> None:
    """Delete people and organisations whom `owner` wrote down and no project credits any more."""
    for model in (Person, Organisation):
        model.objects.filter(created_by=owner, credits=None).delete()


def _hashes_of(project) -> set[str]:
    return {
        *project.media.values_list("sha256", flat=True),
        *project.documents.values_list("sha256", flat=True),
    }


def _used(hashes) -> set[str]:
    named = {
        sha256
        for model in (Media, Document)
        for sha256 in model.objects.filter(sha256__in=hashes).values_list("sha256", flat=True)
    }
    left = hashes - named
    frozen = {
        each for each in left if ProjectVersion.objects.filter(canonical__contains=each).exists()
    }
    return named | frozen
