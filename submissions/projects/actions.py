"""Everything that changes a project."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.ui.fields import new_code
from submissions.projects import history
from submissions.projects import record as records
from submissions.projects.card import card_of
from submissions.projects.completeness import figures, missing
from submissions.projects.gaps import gaps
from submissions.projects.models import (
    Budget,
    FormerSlug,
    Organisation,
    Person,
    Project,
    ProjectVersion,
    Specs,
    Submitter,
    TeamMember,
    Trailer,
)
from submissions.projects.submitters import submitter_of
from submissions.projects.vocabulary import Deed, ProjectStatus, TeamRole

# Slices above this one add what must follow a change in the same transaction: the search index.
AFTER_CHANGE: list[Callable[[Project], None]] = []


@dataclass(frozen=True)
class Stale(Exception):
    """Somebody else saved the project since it was loaded."""

    theirs: int


@transaction.atomic
def create_project(*, by, kind: str, title: str, key: str | None = None) -> Project:
    """Return a new draft owned by `by`; the same `key` from the same person gives the first one."""
    if key and (first := Project.objects.filter(created_by=by, creation_key=key).first()):
        return first
    try:
        with transaction.atomic():
            project = Project.objects.create(
                kind=kind, title=title, created_by=by, creation_key=key, slug=free_slug(title)
            )
    except IntegrityError:
        first = Project.objects.filter(created_by=by, creation_key=key).first()
        if key and first:
            return first
        raise
    TeamMember.objects.create(project=project, user=by, role=TeamRole.OWNER)
    for part in (Specs, Budget, Trailer):
        part.objects.create(project=project)
    Submitter.objects.create(project=project, email=by.email)
    history.note(project, Deed.CREATED, by=by)
    return changed(project=project)


def free_slug(title: str, *, taken_by: Project | None = None) -> str:
    """Return an address for `title` that no other project has or had."""
    base = slugify(title, allow_unicode=True)[:100].strip("-") or new_code(6).lower()
    mine = Project.objects.filter(pk=taken_by.pk) if taken_by else Project.objects.none()
    for slug in (base, f"{base}-{new_code(4).lower()}", new_code().lower()):
        projects = Project.objects.filter(slug=slug).exclude(pk__in=mine)
        former = FormerSlug.objects.filter(slug=slug).exclude(project__in=mine)
        if not projects.exists() and not former.exists():
            return slug
    raise RuntimeError("ten random characters were taken twice")


@transaction.atomic
def claim_revision(*, project: Project, revision: int, by) -> Project:
    """Mark the project as being saved from `revision`; raise Stale when that is not the newest.

    Call it first inside the transaction that saves the editor's forms.
    """
    mine = Project.objects.filter(pk=project.pk, revision=revision)
    if not mine.update(revision=F("revision") + 1, changed_at=timezone.now()):
        raise Stale(theirs=Project.objects.values_list("revision", flat=True).get(pk=project.pk))
    project.revision = revision + 1
    return project


@transaction.atomic
def changed(*, project: Project) -> Project:
    """Bring card, address and search index of a changed project up to date."""
    project = Project.objects.with_one_of_each().get(pk=project.pk)
    record = project.current_record()
    for name, value in card_of(project, record).items():
        setattr(project, name, value)
    _follow_title(project)
    _follow_figures(project, record)
    project.save()
    for follow in AFTER_CHANGE:
        follow(project)
    return project


def _follow_title(project: Project) -> None:
    wished = slugify(project.title, allow_unicode=True)[:100].strip("-")
    if not wished or project.slug == wished or project.slug.startswith(f"{wished}-"):
        return
    if project.is_published:
        FormerSlug.objects.get_or_create(slug=project.slug, defaults={"project": project})
    project.slug = free_slug(project.title, taken_by=project)
    FormerSlug.objects.filter(slug=project.slug).delete()


def _follow_figures(project: Project, record: dict) -> None:
    submitter = submitter_of(project)
    project.completeness = figures(record, submitter)
    if project.status in (ProjectStatus.DRAFT, ProjectStatus.COMPLETE):
        there = not missing(record, submitter)
        project.status = ProjectStatus.COMPLETE if there else ProjectStatus.DRAFT


@transaction.atomic
def publish(*, project: Project, by) -> Project:
    """Show the project to everybody; refuse while a picture lacks its words or its credit line."""
    _require_owner(project, by)
    if project.status == ProjectStatus.ARCHIVED:
        raise NotAllowed(_("An archived project cannot be published"))
    if found := gaps(project.media.all()):
        raise NotAllowed(". ".join(gap.text for gap in found[:4]))
    project.status = ProjectStatus.PUBLISHED
    project.published_at = project.published_at or timezone.now()
    project.save(update_fields=["status", "published_at"])
    history.note(project, Deed.PUBLISHED, by=by)
    return changed(project=project)


@transaction.atomic
def hide(*, project: Project, by) -> Project:
    """Take the project off the public pages, or out of the archive; entries stay as they are."""
    _require_owner(project, by)
    was_away = project.status == ProjectStatus.ARCHIVED
    deed = Deed.BROUGHT_BACK if was_away else Deed.HIDDEN
    return _put(project, ProjectStatus.HIDDEN, deed, by)


@transaction.atomic
def archive(*, project: Project, by) -> Project:
    """Put the project away; refuse while a festival still has it."""
    _require_owner(project, by)
    if project.submissions.live().exists():
        raise NotAllowed(_("Withdraw it from the festivals that have it before you archive it"))
    return _put(project, ProjectStatus.ARCHIVED, Deed.ARCHIVED, by)


def _put(project: Project, status: str, deed: str, by) -> Project:
    project.status = status
    project.save(update_fields=["status"])
    history.note(project, deed, by=by)
    return changed(project=project)


@transaction.atomic
def take_version(*, project: Project, by, record: dict | None = None) -> ProjectVersion:
    """Return a snapshot of the record as it is now; an unchanged record keeps its snapshot.

    `record` is what `records.build` has just given of this `project`, to a caller who read it
    with_newest_version() and keeps it locked.
    """
    if record is None:
        project = Project.objects.with_one_of_each().with_newest_version().get(pk=project.pk)
        record = records.build(project)
    sha256 = records.digest(record)
    if project.newest_sha256 == sha256:
        return project.versions.get(number=project.newest_number)
    return ProjectVersion.objects.create(
        project=project,
        number=(project.newest_number or 0) + 1,
        canonical=records.canonical(record).decode(),
        sha256=sha256,
        created_by=by,
    )


def person_named(name: str, *, by) -> Person:
    """Return the person of that name among those whom `by` has written down, or a new one.

    Two people of one name who were written down by different users stay two people until one
    of them claims the credits.
    """
    name = " ".join(name.split())
    known = Person.objects.written_down_by(by).filter(name__iexact=name).first()
    if known:
        return known
    slug = slugify(name, allow_unicode=True)[:140].strip("-")
    if not slug or Person.objects.filter(slug=slug).exists():
        slug = f"{slug}-{new_code(5).lower()}".strip("-")
    given, _space, family = name.rpartition(" ")
    return Person.objects.create(
        name=name, slug=slug, given_name=given[:100], family_name=family[:100], created_by=by
    )


def write_native_name(*, person: Person, text: str, by) -> None:
    """Set the name in its own script of a person whom `by` has written down; others keep theirs."""
    if person.created_by_id == by.pk and person.native_name != text:
        person.native_name = text
        person.save(update_fields=["native_name"])


def organisation_named(name: str, *, by) -> Organisation:
    """Return the organisation of that name among those that `by` has written down, or a new one."""
    name = " ".join(name.split())
    known = Organisation.objects.filter(created_by=by, name__iexact=name).first()
    return known or Organisation.objects.create(name=name, created_by=by)


def _require_owner(project: Project, by) -> None:
    if not Project.objects.owned_by(by).filter(pk=project.pk).exists():
        raise NotAllowed(_("Only the owner of the project may do this"))
