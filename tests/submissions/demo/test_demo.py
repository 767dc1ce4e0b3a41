import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from festival.accounts.models import User
from festival.calls.models import Call
from festival.letters.models import Letter
from submissions.catalogue.models import Listing
from submissions.demo.build import DECISIONS_OF_THE_DEMO, all_projects
from submissions.entries.models import StatusChange, Submission
from submissions.entries.status import Decision, EntryStatus
from submissions.projects.models import Project
from tests import factories

pytestmark = pytest.mark.django_db


def demo(**options):
    call_command("demo", verbosity=0, **options)


def counts():
    return [
        model.objects.count() for model in (User, Project, Submission, StatusChange, Letter, Call)
    ]


def test_the_demo_made_twice_is_made_once():
    demo(stage="public")
    before = counts()

    demo(stage="public")

    assert counts() == before
    assert Project.objects.count() == len(all_projects())
    assert not Letter.objects.due().exists()


def test_the_open_stage_has_one_call_that_takes_entries_and_nothing_decided():
    demo(stage="open")

    assert [str(call) for call in Call.objects.open()] == ["Harbour Lights Film Festival 2027"]
    assert not Submission.objects.exclude(decision=Decision.UNDECIDED).exists()
    assert Submission.objects.filter(entry_status=EntryStatus.PENDING_PAYMENT).count() == 1


def test_decisions_wait_until_the_public_stage():
    demo(stage="decided")
    decided = Submission.objects.exclude(decision=Decision.UNDECIDED)

    assert decided.count() == len(DECISIONS_OF_THE_DEMO) - 1
    assert not decided.exclude(released_decision="").exists()

    demo(stage="public")

    assert decided.exclude(released_decision="").count() == decided.count()
    assert Letter.objects.filter(event="decision_released").count() == decided.count()


def test_the_demo_keeps_off_a_site_with_real_people():
    factories.make_user(email="somebody@example.org")

    with pytest.raises(CommandError, match="real accounts"):
        demo(stage="open")

    assert Project.objects.count() == 0


def test_generated_projects_are_counted_and_listed():
    demo(stage="open", projects=30)
    Project.objects.filter(creation_key="made-0").update(title="Two Winters")
    demo(stage="open", projects=40)

    made = Project.objects.filter(creation_key__startswith="made-")
    assert made.count() == 40
    assert Listing.objects.filter(project__in=made).count() == 40
    assert not made.filter(credit_line="").exists()
