"""Many hands at once on one team and on its versions."""

import pytest

from submissions.projects import actions, team, versions
from submissions.projects.actions import Stale
from submissions.projects.models import Invitation, Project
from submissions.projects.vocabulary import Deed, TeamRole
from tests import factories
from tests.submissions.entries.test_races import at_once, winners

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_link_lets_one_person_in_once(project, filmmaker, second):
    invitation = team.invite(project=project, email=second.email, role="viewer", by=filmmaker)
    row = Invitation.objects.get(pk=invitation.pk)
    results = at_once(8, lambda number: team.accept(invitation=row, by=second))
    assert len(winners(results)) == 1
    assert project.team.filter(user=second).count() == 1
    assert project.history.filter(what=Deed.JOINED).count() == 1


def test_one_address_gets_one_invitation(project, filmmaker):
    results = at_once(
        8,
        lambda number: team.invite(
            project=project, email="friend@demo.example", role="viewer", by=filmmaker
        ),
    )
    assert len(winners(results)) == 1
    assert Invitation.objects.open().count() == 1


def test_a_project_has_one_owner_whatever_is_pressed_at_once(project, filmmaker, second):
    member = factories.make_team_member(project=project, user=second)
    offer = Invitation.objects.get(pk=team.offer(member=member, by=filmmaker).pk)

    def press(number):
        if number % 2:
            return team.accept(invitation=offer, by=second)
        return team.remove(member=member, by=filmmaker)

    at_once(6, press)
    assert project.team.filter(role=TeamRole.OWNER).count() == 1


def test_one_state_is_one_version(project, filmmaker):
    results = at_once(8, lambda number: versions.keep(project=project, by=filmmaker))
    assert [is_new for _version, is_new in results].count(True) == 1
    assert project.versions.count() == 1


def test_of_two_who_restore_the_second_is_told(project, filmmaker):
    first = actions.take_version(project=project, by=filmmaker)
    Project.objects.filter(pk=project.pk).update(title="Second title")
    project = actions.changed(project=Project.objects.get(pk=project.pk))

    def press(number):
        try:
            return versions.restore(
                project=Project.objects.get(pk=project.pk),
                version=first,
                revision=project.revision,
                by=filmmaker,
            )
        except Stale as stale:
            return stale

    results = at_once(4, press)
    assert sum(isinstance(each, Stale) for each in results) == 3
    assert project.history.filter(what=Deed.RESTORED).count() == 1
