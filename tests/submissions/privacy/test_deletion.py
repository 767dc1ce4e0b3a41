"""What goes with a project and an account, what stays, and that no page breaks afterwards."""

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from festival.accounts.models import User
from festival.accounts.roles import Role
from festival.letters.models import Letter
from festival.ui.uploads import picture_name
from submissions.entries import actions as entry_actions
from submissions.privacy import archiving, leaving
from submissions.projects import files, team
from submissions.projects.history import note
from submissions.projects.models import Media, Person, Project, ProjectVersion
from submissions.projects.vocabulary import Deed
from submissions.screeners.models import Grant, Viewing
from tests import factories
from tests.scene import ART
from tests.submissions.privacy.test_archive import PASSWORD, sign_in

DELETE = "/accounts/delete/"


def add_still(project, name="still-v2") -> Media:
    picture = ContentFile((ART / f"{name}.webp").read_bytes(), name=f"{name}.webp")
    kept = files.keep_picture(picture, "still")
    return Media.objects.create(
        project=project, kind="still", alt="A pier", credit_line="Una", **kept
    )


def stored(picture) -> bool:
    return default_storage.exists(picture_name(picture.sha256, 960, "webp"))


@pytest.fixture
def deletion_page(client_of, filmmaker):
    """Open or send the deletion page of a project."""

    def at(project, user=filmmaker, **typed):
        client, address = client_of(user), reverse("project_delete", args=[project.code])
        return client.post(address, typed) if typed else client.get(address)

    return at


@pytest.mark.django_db
class TestProject:
    def test_it_goes_with_its_files_once_the_title_is_typed(
        self, deletion_page, project, django_capture_on_commit_callbacks
    ):
        picture = add_still(project)
        factories.make_press(project=project)
        assert "Delete the project" in deletion_page(project).content.decode()
        assert deletion_page(project, typed="Overstory").status_code == 200
        assert Project.objects.filter(pk=project.pk).exists()
        with django_capture_on_commit_callbacks(execute=True):
            assert deletion_page(project, typed=" understory ").url == reverse("my")
        assert not Project.objects.filter(pk=project.pk).exists()
        assert not Media.objects.exists()
        assert not stored(picture)
        assert not Person.objects.filter(name="Rhys Morgan").exists()

    def test_files_and_people_of_other_projects_stay(
        self, deletion_page, project, filmmaker, second, django_capture_on_commit_callbacks
    ):
        picture = add_still(project)
        other = factories.make_project(by=second, title="Tern")
        add_still(other)
        mine = factories.make_project(by=filmmaker, title="Gull")
        with django_capture_on_commit_callbacks(execute=True):
            deletion_page(project, typed="Understory")
        assert stored(picture)
        assert mine.credits.get().person.name == "Rhys Morgan"

    def test_while_a_festival_has_it_it_stays_and_the_page_says_what_to_do(
        self, deletion_page, project, submission
    ):
        text = deletion_page(project).content.decode()
        assert submission.tracking_number in text
        assert submission.get_absolute_url() in text
        assert 'name="typed"' not in text
        answer = deletion_page(project, typed="Understory")
        assert answer.status_code == 200
        assert "Withdraw it from the festivals" in answer.content.decode()
        assert Project.objects.filter(pk=project.pk).exists()

    def test_what_a_festival_received_stays_with_it(
        self, deletion_page, project, category, filmmaker, programmer, client_of,
        django_capture_on_commit_callbacks,
    ):  # fmt: skip
        sent, later = add_still(project), None
        entry = factories.make_submission(project=project, category=category)
        later = add_still(project, "still-v3")
        factories.make_draft(project=project, category=factories.make_category(call=category.call))
        entry_actions.withdraw(submission=entry, by=filmmaker, reason="")
        text = deletion_page(project).content.decode()
        assert "Version 1 of" in text
        record = entry.version.record
        with django_capture_on_commit_callbacks(execute=True):
            deletion_page(project, typed="Understory")
        entry.refresh_from_db()
        assert entry.version.record == record
        assert ProjectVersion.objects.count() == 1
        assert stored(sent)
        assert not stored(later)
        project.refresh_from_db()
        assert (project.logline, project.status) == ("", "archived")
        assert not project.team.exists()
        assert not project.credits.exists()
        desk = client_of(programmer)
        change = reverse("admin:submissions_submission_change", args=[entry.pk])
        assert desk.get(change).status_code == 200
        shown = desk.get(reverse("media", args=[sent.code, 960, "webp"]))
        assert shown.status_code == 200
        assert shown.getvalue()[:4] == b"RIFF"
        assert client_of(filmmaker).get(reverse("submission", args=[entry.code])).status_code == 404
        assert client_of(filmmaker).get(project.get_absolute_url()).status_code == 404

    def test_a_published_one_leaves_the_catalogue(self, deletion_page, filmmaker):
        film = factories.make_project(by=filmmaker, title="Understory", published=True)
        assert "Understory" in Client().get("/projects/").content.decode()
        deletion_page(film, typed="Understory")
        assert "Understory" not in Client().get("/projects/").content.decode()
        assert Client().get(film.get_absolute_url()).status_code == 404

    def test_the_page_costs_the_same_whatever_there_is(
        self, client_of, filmmaker, category, project, django_assert_num_queries
    ):
        client, address = client_of(filmmaker), reverse("project_delete", args=[project.code])
        for _number in range(2):
            entry = factories.make_submission(
                project=project, category=factories.make_category(call=category.call)
            )
            entry_actions.withdraw(submission=entry, by=filmmaker, reason="")
            with django_assert_num_queries(8):
                assert client.get(address).status_code == 200

    @pytest.mark.parametrize(("role", "status"), [("editor", 403), ("viewer", 403), (None, 404)])
    def test_only_its_owner_may(self, deletion_page, project, second, role, status):
        if role:
            factories.make_team_member(project=project, user=second, role=role)
        assert deletion_page(project, user=second).status_code == status
        assert deletion_page(project, user=second, typed="Understory").status_code == status
        assert Project.objects.filter(pk=project.pk).exists()


@pytest.mark.django_db
class TestAccount:
    @pytest.fixture(autouse=True)
    def password(self, filmmaker):
        filmmaker.set_password(PASSWORD)
        filmmaker.save()

    @pytest.fixture
    def client(self, client_of, filmmaker):
        return sign_in(client_of, filmmaker)

    def test_it_needs_a_recent_sign_in_and_the_typed_address(self, client, client_of, filmmaker):
        answer = client_of(filmmaker).post(DELETE, {"typed": filmmaker.email})
        assert "/reauthenticate/" in answer.url
        assert client.post(DELETE, {"typed": "other@example.org"}).status_code == 200
        assert User.objects.filter(pk=filmmaker.pk).exists()
        assert client.post(DELETE, {"typed": filmmaker.email.upper()}).url == "/"
        assert not User.objects.filter(pk=filmmaker.pk).exists()
        assert client.get("/my/").status_code == 302, "signed out"

    def test_an_account_that_nothing_points_to_goes_whole(self, client, filmmaker, project):
        archiving.ask(by=filmmaker)
        archiving.pack_next()
        name = filmmaker.archives.get().file_name
        client.post(DELETE, {"typed": filmmaker.email})
        assert not User.objects.filter(pk=filmmaker.pk).exists()
        assert not Project.objects.exists()
        assert not default_storage.exists(name)

    def test_what_a_festival_has_stays_under_no_name_and_no_address(
        self, client, client_of, filmmaker, project, submission, second, programmer
    ):
        factories.make_team_member(project=project, user=second)
        other = client_of(filmmaker)
        assert other.get("/my/").status_code == 200
        record, email = submission.version.record, filmmaker.email
        client.post(DELETE, {"typed": email})
        ghost = User.objects.get(pk=filmmaker.pk)
        assert ghost.name == "Deleted account"
        assert ghost.email.endswith("@deleted.invalid")
        assert not ghost.is_active
        assert not ghost.has_usable_password()
        assert other.get("/my/").status_code == 302, "signed out everywhere"
        submission.refresh_from_db()
        assert submission.version.record == record
        assert submission.is_live
        assert not Letter.objects.filter(to_address=email).exists()
        page = client_of(programmer).get(
            reverse("admin:submissions_submission_change", args=[submission.pk])
        )
        text = page.content.decode()
        assert page.status_code == 200
        assert "Rhys Morgan" in text
        assert email not in text
        assert filmmaker.name not in text

    def test_no_table_holds_the_address_any_more(
        self, filmmaker, second, project, submission, staff
    ):
        email = filmmaker.email
        theirs = factories.make_project(by=second, title="Tern")
        note(theirs, Deed.INVITED, by=second, detail=email)
        team.invite(project=theirs, email=email, role="editor", by=second)
        factories.make_team_member(project=theirs, user=filmmaker)
        door = Grant.objects.create(project=theirs, email=email, person=filmmaker)
        Viewing.objects.create(grant=door, person=filmmaker)
        archiving.ask(by=filmmaker)
        leaving.delete_account(user=filmmaker)
        for model in apps.get_models():
            for row in model._default_manager.values():
                assert email not in str(row), model
        door.refresh_from_db()
        assert door.closed_at
        assert door.viewings.get().person is None

    def test_the_only_owner_of_a_festival_hands_it_over_first(self, client, filmmaker, festival):
        factories.make_member(user=filmmaker, festival=festival, role=Role.OWNER)
        text = client.get(DELETE).content.decode()
        assert festival.name in text
        assert 'name="typed"' not in text
        client.post(DELETE, {"typed": filmmaker.email})
        assert User.objects.filter(pk=filmmaker.pk).exists()
        factories.make_member(user=factories.make_user(), festival=festival, role=Role.OWNER)
        client.post(DELETE, {"typed": filmmaker.email})
        assert not User.objects.filter(pk=filmmaker.pk).exists()

    def test_the_page_lists_what_goes(self, client, project, second, filmmaker):
        theirs = factories.make_project(by=second, title="Tern")
        factories.make_team_member(project=theirs, user=filmmaker)
        text = client.get(DELETE).content.decode()
        assert "Understory" in text
        assert "Tern" not in text
        client.post(DELETE, {"typed": filmmaker.email})
        assert Project.objects.get() == theirs
        assert theirs.team.get().user == second
