"""What is done to a project leaves a line with name and time, or nothing at all."""

import pytest
from django.db import transaction

from festival.accounts.access import NotAllowed
from submissions.entries import actions as entries
from submissions.projects import actions, history
from submissions.projects.models import Change
from submissions.projects.vocabulary import Deed
from tests import factories

pytestmark = pytest.mark.django_db


def deeds(project):
    return [change.what for change in project.history.all()]


def test_each_deed_of_the_owner_is_a_line(filmmaker):
    project = factories.make_project(by=filmmaker)
    project = actions.publish(project=project, by=filmmaker)
    project = actions.hide(project=project, by=filmmaker)
    project = actions.archive(project=project, by=filmmaker)
    actions.hide(project=project, by=filmmaker)
    assert deeds(project) == [
        Deed.BROUGHT_BACK, Deed.ARCHIVED, Deed.HIDDEN, Deed.PUBLISHED, Deed.CREATED,
    ]  # fmt: skip
    assert {change.by for change in project.history.all()} == {filmmaker}


def test_sending_and_taking_back_are_lines_that_name_the_festival(submission, filmmaker):
    entries.withdraw(submission=submission, by=filmmaker)
    withdrawn, sent = submission.project.history.all()[:2]
    assert (withdrawn.what, sent.what) == (Deed.WITHDRAWN, Deed.SENT)
    assert withdrawn.detail == sent.detail
    assert "Harbour Lights" in sent.detail


def test_what_is_refused_or_rolled_back_leaves_no_line(project, second, filmmaker):
    before = deeds(project)
    with pytest.raises(NotAllowed):
        actions.archive(project=project, by=second)
    with transaction.atomic():
        actions.archive(project=project, by=filmmaker)
        transaction.set_rollback(True)
    assert deeds(project) == before


def test_one_sitting_of_one_person_is_one_line(project, filmmaker, second):
    history.note_saved(project, ["title"], by=filmmaker)
    history.note_saved(project, ["specs", "title"], by=filmmaker)
    history.note_saved(project, ["press"], by=second)
    history.note_saved(project, ["title"], by=filmmaker)
    saved = [(line.by, line.detail) for line in project.history.all() if line.what == Deed.SAVED]
    assert saved == [(filmmaker, "title"), (second, "press"), (filmmaker, "title,specs")]
    Change.objects.update(at="2026-01-01T00:00Z")
    history.note_saved(project, ["title"], by=filmmaker)
    assert len(deeds(project)) == 5


def test_a_long_detail_is_cut(project, filmmaker):
    history.note(project, Deed.IMPORTED, by=filmmaker, detail="x" * 900)
    assert len(project.history.first().detail) == history.LONGEST


def test_the_line_stays_when_the_account_goes(project, second):
    history.note(project, Deed.JOINED, by=second)
    second.delete()
    assert project.history.first().by is None
