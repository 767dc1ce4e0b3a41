"""Many hands at once: double clicks, two tabs, two programmers."""

import threading

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from festival.accounts.access import NotAllowed
from festival.calls.models import Call
from festival.letters.models import Letter
from submissions.entries import actions
from submissions.entries.models import StatusChange, Submission
from submissions.entries.status import Decision, EntryStatus
from submissions.projects.models import ProjectVersion
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(times, act):
    """Run `act(number)` in that many threads that start together; return results or refusals."""
    gate, results = threading.Barrier(times), []

    def run(number):
        try:
            gate.wait()
            results.append(act(number))
        except NotAllowed as refusal:
            results.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == times
    return results


def winners(results):
    return [result for result in results if not isinstance(result, NotAllowed)]


def test_twenty_identical_posts_are_one_entry_one_letter_and_one_answer(
    project, category, filmmaker, client_of
):
    draft = factories.make_draft(project=project, category=category)
    edition = category.call.edition
    place = [edition.festival.slug, edition.slug, project.code]
    clients = [client_of(filmmaker) for _ in range(20)]
    answers = {"entries": draft.code, "rules_version": 1, "total": 0, "accepted": "on"}

    def press(number):
        response = clients[number].post(reverse("submit_check", args=place), answers)
        return response.status_code, response.headers.get("Location")

    assert set(at_once(20, press)) == {(302, reverse("submit_sent", args=place))}
    entry = Submission.objects.get()
    assert entry.entry_status == EntryStatus.RECEIVED
    assert Letter.objects.filter(event="submission_received").count() == 1
    assert StatusChange.objects.count() == 1
    assert ProjectVersion.objects.count() == 1
    assert Call.objects.get().next_number == 2


def test_eight_tabs_begin_one_draft(project, category, filmmaker):
    drafts = at_once(
        8, lambda _number: actions.begin(project=project, category=category, by=filmmaker)
    )
    assert {draft.pk for draft in drafts} == {Submission.objects.get().pk}


def test_eight_people_get_eight_numbers(category):
    drafts = [factories.make_draft(category=category) for _ in range(8)]

    def send(number):
        return actions.send(
            submission=drafts[number],
            by=drafts[number].submitted_by,
            arrived_at=timezone.now(),
            rules_version=1,
        )

    sent = at_once(8, send)
    numbers = sorted(entry.tracking_number.split("-")[1] for entry in sent)
    assert numbers == [f"{number:04d}" for number in range(1, 9)]
    assert Letter.objects.filter(event="submission_received").count() == 8


def test_two_tabs_with_two_projects_do_not_pass_the_limit_of_one(category, filmmaker):
    Call.objects.update(max_per_filmmaker=1)
    drafts = [
        factories.make_draft(project=factories.make_project(by=filmmaker), category=category)
        for _ in range(4)
    ]

    def send(number):
        return actions.send(
            submission=drafts[number], by=filmmaker, arrived_at=timezone.now(), rules_version=1
        )

    assert len(winners(at_once(4, send))) == 1
    assert Submission.objects.live().count() == 1


def test_one_project_sent_to_two_calls_at_once_has_one_version(project, filmmaker):
    drafts = [
        factories.make_draft(project=project, category=factories.make_category()) for _ in range(4)
    ]

    def send(number):
        return actions.send(
            submission=drafts[number], by=filmmaker, arrived_at=timezone.now(), rules_version=1
        )

    assert len(winners(at_once(4, send))) == 4
    assert ProjectVersion.objects.count() == 1


@pytest.mark.parametrize("to", [[Decision.SELECTED, Decision.NOT_SELECTED], [Decision.SELECTED]])
def test_of_four_programmers_who_decide_at_once_one_wins(to, submission, programmer):
    views = [Submission.objects.get(pk=submission.pk) for _ in range(4)]

    def decide(number):
        return actions.decide(
            submission=views[number], to=to[number % len(to)], by=programmer
        ).decision

    (decision,) = winners(at_once(4, decide))
    submission.refresh_from_db()
    assert submission.decision == decision
    assert submission.changes.filter(axis="decision").count() == 1


def test_four_releases_write_one_letter(submission, programmer):
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    released = at_once(
        4, lambda _number: actions.release(submission=submission, by=programmer).released_decision
    )
    assert released == [Decision.SELECTED] * 4
    assert Letter.objects.filter(event="decision_released").count() == 1


def test_four_withdrawals_write_one_letter_and_all_succeed(submission, filmmaker):
    taken_back = at_once(
        4, lambda _number: actions.withdraw(submission=submission, by=filmmaker).entry_status
    )
    assert taken_back == [EntryStatus.WITHDRAWN] * 4
    assert Letter.objects.filter(event="submission_withdrawn").count() == 1


def test_sending_and_giving_up_at_once_leaves_one_whole_outcome(project, category, filmmaker):
    draft = factories.make_draft(project=project, category=category)

    def act(number):
        if number:
            return actions.discard(submission=draft, by=filmmaker)
        return actions.send(
            submission=draft, by=filmmaker, arrived_at=timezone.now(), rules_version=1
        )

    assert len(winners(at_once(2, act))) == 1
    sent = Submission.objects.filter(entry_status=EntryStatus.RECEIVED).count()
    assert sent == Letter.objects.count() == StatusChange.objects.count()
    assert Submission.objects.count() == sent
