"""One scene for the tests that walk through every door: people, festivals, projects and entries.

`work` is published and was sent to two festivals, `quiet` is not published and was sent to the
first one alone, `draft` was sent nowhere; all three are filled with canaries. A module that uses
`scene` builds it once, in a transaction that is rolled back after its last test.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from festival.accounts.models import User
from festival.accounts.roles import Role
from festival.calls.models import Call, Category, Edition, Festival
from festival.calls.vocabulary import CallState
from submissions.entries.models import Submission
from submissions.privacy.models import Archive
from submissions.projects import actions, files, team
from submissions.projects.models import (
    BudgetLine,
    Document,
    FilmCopy,
    Invitation,
    Media,
    Organisation,
    Project,
    Screener,
    TeamMember,
)
from submissions.projects.vocabulary import TeamRole
from submissions.screeners import uploads
from submissions.screeners.models import FilmFile, Grant
from tests import factories
from tests.canaries import Planted, plant

ART = settings.BASE_DIR / "submissions/demo/art"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>"
PDF += (
    b"endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n99\n%%EOF\n"
)
BUDGET = 918_273_00
WITHDRAWN_LATER = "Lantern Row"


@dataclass
class Scene:
    """Everything by name; `people` maps a role of the access matrix to its user."""

    media: Path
    planted: Planted
    people: dict[str, User | None]
    festival: Festival
    other_festival: Festival
    edition: Edition
    hidden_edition: Edition
    call: Call
    category: Category
    work: Project
    quiet: Project
    draft: Project
    spare: Project
    entry: Submission
    other_entry: Submission
    quiet_entry: Submission
    cart: Submission
    member: TeamMember
    invitation: Invitation
    archive: Archive

    def client(self, role: str) -> Client:
        """Return a client of that role, signed in unless it is the anonymous one."""
        client = Client()
        if self.people[role] is not None:
            client.force_login(self.people[role])
        return client

    def picture(self, project: Project) -> Media:
        return project.media.get(kind="poster")

    def film(self, project: Project) -> FilmFile:
        return project.film_files.exclude(finished_at=None).get()

    def grant(self, project: Project) -> Grant:
        return project.grants.get(entry=None)

    def screener(self, project: Project) -> Screener:
        return project.screeners.get(kind="link")

    def document(self, project: Project) -> Document:
        return project.documents.get()


def make_people(festival, other_festival) -> dict[str, User | None]:
    """Return one person for each role; `newcomer` has an account and nothing else."""
    people = {"anonymous": None}
    for role in (
        "owner", "editor", "viewer", "filmmaker", "programmer", "chief", "rival", "juror",
        "industry", "newcomer",
    ):  # fmt: skip
        people[role] = factories.make_user(
            email=f"{role}@demo.example", name=role.title(), password="demo"
        )
    people["staff"] = factories.make_user(
        email="admin@demo.example", name="Staff", password="demo", is_staff=True, is_superuser=True
    )
    for role, home, rank in (
        ("programmer", festival, Role.PROGRAMMER),
        ("chief", festival, Role.OWNER),
        ("juror", festival, Role.JUROR),
        ("rival", other_festival, Role.PROGRAMMER),
    ):
        factories.make_member(user=people[role], festival=home, role=rank)
    return people


def make_whole_project(*, people, title) -> Project:
    """Return a complete project with at least one row and file of each sort, and its team."""
    project = factories.make_project(by=people["owner"], title=title)
    company = Organisation.objects.create(name="Northern Reel", created_by=people["owner"])
    project.credits.create(organisation=company, role="production_company")
    project.credits.update(birth_year=1931, nationality="GB")
    factories.make_screening(project=project)
    factories.make_right(project=project, contact_name="x", screening_fee=1)
    factories.make_press(project=project)
    factories.make_reference(project=project, scheme="other", value="https://example.org/x")
    project.budget.total, project.budget.currency = BUDGET, "USD"
    project.budget.save()
    factories.make_budget_line(project=project)
    BudgetLine.objects.create(project=project, side="source", source_kind="grant", amount=100)
    for kind, name in (("poster", "vorkuta"), ("still", "still-v2"), ("portrait", "portrait")):
        picture = ContentFile((ART / f"{name}.webp").read_bytes(), name=f"{name}.webp")
        Media.objects.create(
            project=project, kind=kind, alt="x", **files.keep_picture(picture, kind)
        )
    kept = files.keep_document(ContentFile(PDF, name="kit.pdf"), "press_kit")
    Document.objects.create(project=project, kind="press_kit", **kept)
    Screener.objects.create(project=project, kind="link")
    factories.make_film(project=project)
    uploads.begin(project=project, by=people["owner"], name="longer.mp4", size=99)
    FilmCopy.objects.create(project=project, format="dcp")
    team.invite(project=project, email="asked@demo.example", role="viewer", by=people["owner"])
    project.press_downloads = True
    factories.make_team_member(project=project, user=people["editor"])
    factories.make_team_member(project=project, user=people["viewer"], role=TeamRole.VIEWER)
    return project


def make_archive(user) -> Archive:
    """Return the row of an archive that was packed a moment ago, without its file."""
    return Archive.objects.create(user=user, state="ready", ready_at=timezone.now(), size=1)


def build(media: Path) -> Scene:
    """Write the scene to the database and its files to `media`."""
    planted = Planted()
    festival = factories.make_festival(name="Harbour Lights", slug="harbour-lights")
    other_festival = factories.make_festival(name="Terrace Shorts", slug="terrace-shorts")
    people = make_people(festival, other_festival)
    edition = factories.make_edition(festival=festival)
    call = factories.make_call(edition=edition)
    category = factories.make_category(call=call, name="Any film")
    other_call = factories.make_call(edition=factories.make_edition(festival=other_festival))
    other_category = factories.make_category(call=other_call, name="Any short")
    hidden_edition = factories.make_edition(festival=festival, year=2031)
    factories.make_call(edition=hidden_edition, state=CallState.DRAFT)
    projects = {}
    for label in ("work", "quiet", "draft"):
        project = make_whole_project(people=people, title=f"Signal {label}")
        plant(project, planted, label)
        projects[label] = actions.changed(project=project)
    projects["work"] = actions.publish(project=projects["work"], by=people["owner"])
    spare = factories.make_project(by=people["owner"], title=WITHDRAWN_LATER)
    factories.make_team_member(project=spare, user=people["viewer"], role=TeamRole.VIEWER)
    entries = {
        "entry": factories.make_submission(project=projects["work"], category=category),
        "other_entry": factories.make_submission(project=projects["work"], category=other_category),
        "quiet_entry": factories.make_submission(project=projects["quiet"], category=category),
        "cart": factories.make_draft(project=spare, category=category),
    }
    factories.make_grant(project=projects["quiet"], email=people["industry"].email)
    for name in ("entry", "other_entry", "quiet_entry"):
        note = planted.word(name, "N", "Submission.internal_note")
        Submission.objects.filter(pk=entries[name].pk).update(internal_note=note)
    member = projects["draft"].team.get(user=people["viewer"])
    invitation = team.invite(
        project=projects["draft"], email=people["newcomer"].email, role="editor",
        by=people["owner"],
    )  # fmt: skip
    return Scene(
        media=media, planted=planted, people=people, festival=festival,
        other_festival=other_festival, edition=edition, hidden_edition=hidden_edition, call=call,
        category=category, spare=spare, member=member, invitation=invitation,
        archive=make_archive(people["owner"]), **projects, **entries,
    )  # fmt: skip


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker, tmp_path_factory):
    """The scene, built once for the module; what a test changes is taken back after it."""
    media = tmp_path_factory.mktemp("scene")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=media):
        yield build(media)
        transaction.set_rollback(True)
