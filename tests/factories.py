"""One keyword function for each model; every row is valid as it comes."""

from datetime import timedelta
from itertools import count

from django.core.files.base import ContentFile
from django.utils import timezone

from festival.accounts.models import Membership, User
from festival.accounts.roles import Role
from festival.calls.models import Call, Category, Deadline, Edition, Fee, Festival
from festival.calls.vocabulary import CallState, DeadlineKind
from submissions.entries import actions as entry_actions
from submissions.entries.models import Submission
from submissions.projects import actions
from submissions.projects.models import (
    BudgetLine,
    Credit,
    DistributionRight,
    Media,
    PressItem,
    Project,
    Reference,
    Screening,
    TeamMember,
)
from submissions.projects.vocabulary import ProjectKind, TeamRole

_numbers = count(1)


def make_user(*, email=None, name="Ada Lind", **fields) -> User:
    return User.objects.create_user(
        email=email or f"person{next(_numbers)}@example.org", name=name, **fields
    )


def make_festival(*, name=None, is_listed=True, **fields) -> Festival:
    number = next(_numbers)
    name = name or f"Harbour {number}"
    return Festival.objects.create(
        **({"name": name, "slug": f"harbour-{number}", "is_listed": is_listed} | fields)
    )


def make_member(*, user, festival, role=Role.PROGRAMMER) -> Membership:
    return Membership.objects.create(user=user, festival=festival, role=role)


def make_edition(*, festival=None, year=2027, **fields) -> Edition:
    festival = festival or make_festival()
    return Edition.objects.create(festival=festival, **({"slug": str(year), "year": year} | fields))


def make_call(*, edition=None, opens_in=-10, closes_in=20, **fields) -> Call:
    """Return a call that opens and closes so many days from now."""
    now = timezone.now()
    defaults = {
        "state": CallState.SCHEDULED,
        "opens_at": now + timedelta(days=opens_in),
        "closes_at": now + timedelta(days=closes_in),
        "time_zone": "Europe/Oslo",
        "rules": "One screening needs no extra consent.",
        "currency": "EUR",
        "tracking_prefix": "HLF27",
    }
    return Call.objects.create(edition=edition or make_edition(), **(defaults | fields))


def make_category(*, call=None, name=None, **fields) -> Category:
    return Category.objects.create(
        call=call or make_call(), name=name or f"Category {next(_numbers)}", **fields
    )


def make_deadline(*, call, kind=DeadlineKind.REGULAR, ends_in=10) -> Deadline:
    return Deadline.objects.create(
        call=call, kind=kind, ends_at=timezone.now() + timedelta(days=ends_in)
    )


def make_fee(*, category, deadline, amount=1800) -> Fee:
    return Fee.objects.create(category=category, deadline=deadline, amount=amount)


def make_project(
    *, by=None, title=None, kind=ProjectKind.FILM, complete=True, published=False, **fields
) -> Project:
    """Return a project of `by`; a complete one has all that sending it needs."""
    by = by or make_user()
    project = actions.create_project(
        by=by, kind=kind, title=title or f"Signal Box {next(_numbers)}"
    )
    if complete:
        fill_project(project, by=by)
    if fields:
        Project.objects.filter(pk=project.pk).update(**fields)
    if published:
        return actions.publish(project=Project.objects.get(pk=project.pk), by=by)
    return actions.changed(project=project) if complete or fields else project


def fill_project(project, *, by) -> None:
    """Write down the least that an entry needs."""
    Project.objects.filter(pk=project.pk).update(
        logline="A signalman hears a train that left years ago.",
        synopsis="At a closed branch line one man keeps the timetable.",
        project_types=["short"],
        genres=["drama"],
    )
    specs = project.specs
    specs.runtime = 840
    specs.completion_date = "2026-05-04"
    specs.countries_of_origin = ["GB"]
    specs.page_count = 12 if project.kind == ProjectKind.SCRIPT else None
    specs.save()
    submitter = project.submitter
    submitter.first_name, submitter.country = "Rhys", "GB"
    submitter.save()
    roles = {ProjectKind.SCRIPT: "writer", ProjectKind.MUSIC: "composer"}
    make_credit(project=project, name="Rhys Morgan", role=roles.get(project.kind, "director"))


def make_credit(*, project, name="Rhys Morgan", role="director", **fields) -> Credit:
    person = actions.person_named(name, by=project.created_by)
    return Credit.objects.create(project=project, person=person, role=role, **fields)


def make_screening(*, project, event="Terrace Shorts", **fields) -> Screening:
    return Screening.objects.create(
        project=project,
        event=event,
        **({"country": "PT", "date": "2026-02", "result": "selection"} | fields),
    )


def make_right(*, project, party="Northern Reel", **fields) -> DistributionRight:
    defaults = {"territories": ["WORLD"], "rights": ["all_rights"], "exclusive": "yes"}
    return DistributionRight.objects.create(project=project, party=party, **(defaults | fields))


def make_press(*, project, title="A quiet train", **fields) -> PressItem:
    return PressItem.objects.create(project=project, title=title, **fields)


def make_reference(*, project, scheme="imdb", value="tt0000001", **fields) -> Reference:
    return Reference.objects.create(project=project, scheme=scheme, value=value, **fields)


def make_budget_line(*, project, amount=1000, **fields) -> BudgetLine:
    return BudgetLine.objects.create(
        project=project, amount=amount, **({"side": "cost", "category": "crew"} | fields)
    )


def make_media(*, project, kind="still", **fields) -> Media:
    """Return the row of a picture whose files are not there."""
    defaults = {
        "sha256": "0" * 64,
        "width": 1600,
        "height": 900,
        "size": 1000,
        "widths": [780, 960, 1600],
        "alt": "A lamp in the fog",
        "credit_line": "Photo: Una Hale",
    }
    return Media.objects.create(project=project, kind=kind, **(defaults | fields))


def make_team_member(*, project, user, role=TeamRole.EDITOR) -> TeamMember:
    return TeamMember.objects.create(project=project, user=user, role=role)


# The beginning of an MP4 file, and bytes that tell one part from another.
FILM = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41" + bytes(range(256)) * 40


def make_film(*, project, content=FILM, name="film.mp4"):
    """Return a film on the disk that is a screener of `project`."""
    from submissions.screeners import uploads

    file = ContentFile(content, name=name)
    return uploads.take_whole(project=project, by=project.created_by, file=file)


def make_grant(*, project, email, days=3, **fields):
    """Return an open door to the screeners of `project` for the person with this address."""
    from submissions.screeners import actions as screener_actions

    until = timezone.now() + timedelta(days=days)
    return screener_actions.grant(
        project=project, by=project.created_by, email=email, until=until, **fields
    )


def make_draft(*, project=None, category=None) -> Submission:
    """Return an entry that is begun and not sent."""
    project = project or make_project()
    return entry_actions.begin(
        project=project, category=category or make_category(), by=project.created_by
    )


def make_submission(*, project=None, category=None) -> Submission:
    """Return an entry that was sent."""
    draft = make_draft(project=project, category=category)
    return entry_actions.send(
        submission=draft,
        by=draft.submitted_by,
        arrived_at=timezone.now(),
        rules_version=draft.call.rules_version,
    )
