import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from submissions.projects import actions
from submissions.projects.models import Project
from tests import factories

pytestmark = pytest.mark.django_db

DOORS = ("project_publish", "project_hide", "project_archive")


def press(client, door, project):
    return client.post(reverse(door, args=[project.code]))


def told(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_published_hidden_and_published_again(client_of, filmmaker, project):
    client = client_of(filmmaker)
    answer = press(client, "project_publish", project)
    assert answer.url == reverse("project_edit", args=[project.code])
    project.refresh_from_db()
    assert project.is_published
    first = project.published_at
    press(client, "project_hide", project)
    assert Project.objects.get(pk=project.pk).status == "hidden"
    press(client, "project_publish", project)
    project.refresh_from_db()
    assert (project.status, project.published_at) == ("published", first)


class TestPicturesStopIt:
    def test_until_each_is_described_and_credited(self, client_of, filmmaker, project):
        factories.make_media(project=project, kind="poster", credit_line="")
        factories.make_media(project=project)
        factories.make_media(project=project, alt="", credit_line="")
        client = client_of(filmmaker)
        answer = press(client, "project_publish", project)
        assert told(answer) == [
            "Write the credit line of the poster. Say what is on picture 2. "
            "Write the credit line of picture 2"
        ]
        assert answer.url.endswith("#publish")
        project.refresh_from_db()
        assert not project.is_published
        page = client.get(answer.url).content.decode()
        for field in ("poster-credit_line", "pictures-1-alt", "pictures-1-credit_line"):
            assert f'<a href="#id_{field}">' in page
            assert f'id="id_{field}"' in page
        assert 'href="#id_pictures-0-alt"' not in page

    def test_and_one_that_comes_later_stays_with_the_team(self, client_of, filmmaker, project):
        actions.publish(project=project, by=filmmaker)
        shown = factories.make_media(project=project)
        bare = factories.make_media(project=project, credit_line="")
        poster = factories.make_media(project=project, kind="poster", alt="", credit_line="X")
        project = actions.changed(project=project)
        assert project.poster_code == ""
        page = Client().get(project.get_absolute_url()).content.decode()
        own = client_of(filmmaker).get(project.get_absolute_url()).content.decode()
        assert shown.code in page
        for picture in (bare, poster):
            assert picture.code not in page
            assert picture.code in own


def test_it_goes_into_the_archive_and_comes_back(client_of, filmmaker, project):
    client = client_of(filmmaker)
    press(client, "project_archive", project)
    project.refresh_from_db()
    assert project.status == "archived"
    assert told(press(client, "project_publish", project)) != []
    press(client, "project_hide", project)
    project.refresh_from_db()
    assert project.status == "hidden"


def test_what_a_festival_has_is_not_archived(client_of, filmmaker, project, submission):
    answer = press(client_of(filmmaker), "project_archive", project)
    assert "Withdraw it" in told(answer)[0]
    project.refresh_from_db()
    assert project.status != "archived"


class TestWhoMayPass:
    @pytest.mark.parametrize("door", DOORS)
    def test_only_by_a_press(self, client_of, filmmaker, project, door):
        url = reverse(door, args=[project.code])
        assert client_of(filmmaker).get(url).status_code == 405

    @pytest.mark.parametrize("door", DOORS)
    def test_an_editor_of_the_team_may_not(self, client_of, second, project, door):
        factories.make_team_member(project=project, user=second, role="editor")
        assert press(client_of(second), door, project).status_code == 403

    @pytest.mark.parametrize("door", DOORS)
    def test_for_a_stranger_it_does_not_exist(self, client_of, second, project, door):
        assert press(client_of(second), door, project).status_code == 404

    @pytest.mark.parametrize("door", DOORS)
    def test_a_visitor_is_asked_to_sign_in(self, client, project, door):
        assert press(client, door, project).url.startswith("/accounts/login/")


class TestPreview:
    def url(self, project):
        return reverse("project_preview", args=[project.code])

    def test_it_shows_what_a_visitor_would_see(self, client_of, filmmaker, project):
        project.budget.total, project.budget.currency = 240_000, "USD"
        project.budget.save()
        project.school_supervisor_email = "teacher@school.example"
        project.save()
        page = client_of(filmmaker).get(self.url(project))
        text = page.content.decode()
        assert page.status_code == 200
        assert project.logline in text
        for hidden in ("2,400", "teacher@school.example", "filmmaker@demo.example"):
            assert hidden not in text

    def test_a_viewer_of_the_team_may_look(self, client_of, second, project):
        factories.make_team_member(project=project, user=second, role="viewer")
        assert client_of(second).get(self.url(project)).status_code == 200

    def test_for_a_stranger_it_does_not_exist(self, client_of, second, project):
        assert client_of(second).get(self.url(project)).status_code == 404

    def test_a_visitor_is_asked_to_sign_in(self, client, project):
        assert client.get(self.url(project)).url.startswith("/accounts/login/")

    def test_it_changes_nothing(self, client_of, filmmaker, project):
        assert client_of(filmmaker).post(self.url(project)).status_code == 405
