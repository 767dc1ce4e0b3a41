"""The page of one entry: who reads it, what it says, what its owner may do."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from festival.calls.models import Call, Edition
from festival.letters.models import Letter
from submissions.entries import actions, tracker
from submissions.entries.models import Submission
from submissions.entries.status import Consideration, Decision, EntryStatus
from submissions.projects.actions import changed
from tests import factories


def text_of(response):
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


def address(entry, name="submission"):
    return reverse(name, args=[entry.code])


@pytest.fixture
def read(submission, filmmaker, client_of):
    client = client_of(filmmaker)
    return lambda: text_of(client.get(address(submission)))


# ---------- who ----------

READ = ["submission", "submission_version"]
ACT = ["submission_withdraw", "submission_answer", "submission_discard"]


@pytest.mark.parametrize("name", READ + ACT)
def test_for_a_stranger_the_entry_does_not_exist(name, submission, second, rival, client_of):
    for person in (second, rival):
        for ask in (client_of(person).get, client_of(person).post):
            found = ask(address(submission, name))
            made_up = ask(reverse(name, args=["NOSUCHCODE"]))
            assert found.status_code == made_up.status_code
            assert found.status_code in (404, 405)


@pytest.mark.parametrize("name", READ + ACT)
def test_without_signing_in_nothing_is_looked_up(name, submission, django_assert_num_queries):
    for code in (submission.code, "NOSUCHCODE"):
        wanted = reverse(name, args=[code])
        with django_assert_num_queries(0):
            response = Client().get(wanted)
        assert response.headers["Location"] == f"{reverse('account_login')}?next={wanted}"


@pytest.mark.parametrize("role", ["editor", "viewer"])
def test_a_collaborator_reads_and_does_not_act(role, submission, second, client_of):
    factories.make_team_member(project=submission.project, user=second, role=role)
    client = client_of(second)
    for name in READ:
        assert client.get(address(submission, name)).status_code == 200
    assert "Withdraw this entry" not in text_of(client.get(address(submission)))
    for name in ACT:
        assert client.post(address(submission, name)).status_code == 403
    submission.refresh_from_db()
    assert submission.entry_status == EntryStatus.RECEIVED


def test_a_programmer_is_sent_to_the_desk_and_does_not_act(submission, programmer, client_of):
    client = client_of(programmer)
    for name in READ:
        assert client.get(address(submission, name)).status_code == 403
    for name in ACT:
        assert client.post(address(submission, name)).status_code == 403


# ---------- what ----------


def test_the_page_says_what_was_sent_and_where_it_stands(read, submission):
    shown = read()
    assert submission.tracking_number in shown
    assert "Delivered. The festival has not opened it yet" in shown
    assert "Version 1, frozen on" in shown
    assert submission.version.sha256[:12] in shown


def test_the_history_names_the_filmmaker_and_never_the_people_of_the_festival(
    read, submission, programmer
):
    actions.start_review(submission=submission, by=programmer)
    actions.ask(submission=submission, wanted="English subtitles", wanted_by=None, by=programmer)
    actions.decide(submission=submission, to=EntryStatus.RECEIVED, by=programmer)
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer, reason="Our secret")
    actions.release(submission=submission, by=programmer)
    shown = read()
    for word in ("Sent", "Opened", "In review", "English subtitles", "Complete", "Selected"):
        assert word in shown
    assert "Harbour Lights Film Festival" in shown
    assert programmer.name not in shown
    assert "Our secret" not in shown


def test_what_is_needed_stands_with_its_day(read, submission, programmer):
    actions.ask(
        submission=submission,
        wanted="English subtitles",
        wanted_by=date(2027, 1, 9),
        by=programmer,
    )
    assert "Needs something from you" in read()
    assert "English subtitles, by 9 January 2027" in read()


def test_a_disqualified_entry_says_why(read, submission, programmer):
    actions.decide(
        submission=submission, to=EntryStatus.DISQUALIFIED, by=programmer, reason="It was shown"
    )
    assert "The festival took it out of the selection: It was shown" in read()
    assert "Withdraw this entry" not in read()


def test_an_award_shows_from_its_instant_on(read, submission, programmer):
    later = timezone.now() + timedelta(days=1)
    for name, instant in (("Secret light", later), ("Open light", timezone.now())):
        actions.give_award(
            submission=submission, result="winner", name=name, by=programmer, public_from=instant
        )
    assert "Open light" in read()
    assert "Secret light" not in read()


def test_a_draft_leads_on_and_can_be_deleted(project, category, filmmaker, client_of):
    draft = factories.make_draft(project=project, category=category)
    client, edition = client_of(filmmaker), category.call.edition
    shown = text_of(client.get(address(draft)))
    on = reverse("submit_check", args=[edition.festival.slug, edition.slug, project.code])
    assert f'href="{on}"' in shown
    assert "Not sent. Only your team sees it" in shown
    assert client.get(address(draft, "submission_version")).headers["Location"] == address(draft)
    response = client.post(address(draft, "submission_discard"))
    assert response.headers["Location"] == reverse("my")
    assert not Submission.objects.exists()


def test_what_was_sent_cannot_be_deleted(submission, filmmaker, client_of):
    client = client_of(filmmaker)
    response = client.post(address(submission, "submission_discard"), follow=True)
    assert "This entry was sent. Withdraw it instead" in text_of(response)
    assert Submission.objects.count() == 1


def test_the_frozen_version_shows_what_was_sent_and_not_what_came_after(
    submission, project, filmmaker, client_of
):
    project.title, project.logline = "Overstory", "Quite another story."
    project.save()
    changed(project=project)
    shown = text_of(client_of(filmmaker).get(address(submission, "submission_version")))
    assert "A signalman hears a train" in shown
    assert "Overstory" not in shown
    assert submission.version.sha256 in shown.replace("<wbr>", "")


# ---------- withdraw ----------


def test_withdrawing_says_whether_it_can_be_sent_again(submission, filmmaker, client_of):
    client, page = client_of(filmmaker), address(submission, "submission_withdraw")
    assert "You can send it again" in text_of(client.get(page))
    Call.objects.update(state="judging")
    assert "it cannot be sent again" in text_of(client.get(page))


def test_withdrawing_asks_first_and_then_tells_both(submission, filmmaker, client_of, read):
    client = client_of(filmmaker)
    asked = client.get(address(submission, "submission_withdraw"))
    assert "Withdraw this entry?" in text_of(asked)
    submission.refresh_from_db()
    assert submission.is_live
    answer = {"reason": "Not finished in time"}
    for _press in range(2):
        response = client.post(address(submission, "submission_withdraw"), answer)
        assert response.headers["Location"] == address(submission)
    shown = read()
    assert "You took it back on" in shown
    assert "Not finished in time" in shown
    assert Letter.objects.filter(event="submission_withdrawn").count() == 1


@pytest.mark.parametrize("reason", ["x" * 501, "\ud83d\ude00" * 300], ids=["long", "emoji"])
def test_an_unusable_reason_is_asked_again(reason, submission, filmmaker, client_of):
    text = reason.encode("utf-16", "surrogatepass").decode("utf-16")
    client = client_of(filmmaker)
    response = client.post(address(submission, "submission_withdraw"), {"reason": text})
    assert response.status_code in (200, 302)
    if len(text) > 500:
        assert response.context["form"].errors


def test_after_a_released_selection_the_reason_is_needed(
    submission, programmer, filmmaker, client_of
):
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    actions.release(submission=submission, by=programmer)
    client = client_of(filmmaker)
    response = client.post(address(submission, "submission_withdraw"), {})
    assert response.context["form"].errors
    submission.refresh_from_db()
    assert submission.is_live


# ---------- answer ----------


def test_the_owner_confirms_on_the_page(read, submission, programmer, filmmaker, client_of):
    assert "Your answer" not in read()
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    assert "Your answer" not in read()
    actions.release(submission=submission, by=programmer)
    assert "Confirm the screening" in read()
    client_of(filmmaker).post(address(submission, "submission_answer"), {"to": "confirmed"})
    assert "Selected and confirmed" in read()
    assert "Confirm the screening" not in read()


@pytest.mark.parametrize("answer", [{}, {"to": "selected"}, {"to": "revoked"}, {"to": "confirmed"}])
def test_an_answer_to_no_invitation_changes_nothing(answer, submission, filmmaker, client_of):
    response = client_of(filmmaker).post(address(submission, "submission_answer"), answer)
    assert response.headers["Location"] == address(submission)
    submission.refresh_from_db()
    assert submission.decision == Decision.UNDECIDED


# ---------- nothing depends on what is pending ----------


def masked(response, entry):
    """Return everything that a browser sees of the answer, without what names the entry."""
    headers = sorted((name, value) for name, value in response.headers.items())
    text = f"{response.status_code}{headers}{response.content.decode(errors='replace')}"
    text = re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1·", text)
    text = text.replace("<wbr>", "")
    names = [entry.code, entry.tracking_number, entry.version.sha256, entry.version.sha256[:12]]
    for name in [*names, entry.project.code, entry.project.slug, entry.version.code]:
        text = text.replace(name, "·")
    return text


def twins(call, filmmaker):
    """Return two entries that are alike in everything that a filmmaker can see."""
    category = factories.make_category(call=call, name="Short film")
    found = []
    for number in range(2):
        project = factories.make_project(by=filmmaker, title="Twin", slug=f"twin-{number}")
        found.append(factories.make_submission(project=project, category=category))
    Submission.objects.update(submitted_at=timezone.now(), opened_at=None)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Decision.SELECTED, Decision.NOT_SELECTED),
        (Decision.WAITLISTED, Decision.UNDECIDED),
        (Decision.SHORTLISTED, Decision.NOT_SELECTED),
    ],
)
@pytest.mark.parametrize("released", [None, Decision.SELECTED])
def test_twins_with_opposite_pending_decisions_have_the_same_pages(
    one, other, released, call, filmmaker, programmer, client_of
):
    pair = twins(call, filmmaker)
    for entry, decision in zip(pair, (one, other), strict=True):
        if released:
            actions.decide(submission=entry, to=released, by=programmer)
            entry = actions.release(submission=entry, by=programmer)
        if decision != entry.decision:
            actions.decide(submission=entry, to=decision, by=programmer, reason="Because")
        if decision is one:
            actions.give_award(submission=entry, result="winner", name="Gold", by=programmer)
    at = timezone.now()
    for entry in pair:
        entry.changes.model._base_manager.filter(submission=entry).order_by().update(at=at)
    Submission.objects.filter(released_at__isnull=False).update(released_at=at)
    client = client_of(filmmaker)
    edition = call.edition
    for name in [*READ, *ACT]:
        answers = []
        for entry in pair:
            with CaptureQueriesContext(connection) as queries:
                response = client.get(address(entry, name))
            answers.append((masked(response, entry), len(queries)))
        assert answers[0] == answers[1], name
    for step in ("submit_categories", "submit_check", "submit_sent"):
        answers = []
        for entry in pair:
            place = [edition.festival.slug, edition.slug, entry.project.code]
            answers.append(masked(client.get(reverse(step, args=place)), entry))
        assert answers[0] == answers[1], step


def test_a_letter_is_written_at_release_and_not_at_the_decision(call, filmmaker, programmer):
    selected, refused = twins(call, filmmaker)
    before = Letter.objects.count()
    actions.decide(submission=selected, to=Decision.SELECTED, by=programmer)
    actions.decide(submission=refused, to=Decision.NOT_SELECTED, by=programmer)
    assert Letter.objects.count() == before


# ---------- what it costs ----------


def test_the_page_asks_as_much_for_a_long_history_as_for_a_short_one(
    submission, filmmaker, programmer, client_of
):
    client = client_of(filmmaker)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(address(submission))
        return len(queries)

    first = cost()
    actions.start_review(submission=submission, by=programmer)
    submission.refresh_from_db()
    actions.decide(submission=submission, to=Consideration.DISCUSSED, by=programmer)
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    actions.release(submission=submission, by=programmer)
    for name in ("One", "Two", "Three"):
        actions.give_award(
            submission=submission, result="winner", name=name, by=programmer,
            public_from=timezone.now(),
        )  # fmt: skip
    assert cost() == first <= 8


def test_a_list_of_entries_needs_no_query_for_each_standing(
    project, call, filmmaker, django_assert_num_queries
):
    from submissions.entries.standing import standing
    from submissions.entries.tracker import steps

    for _ in range(3):
        factories.make_submission(project=project, category=factories.make_category(call=call))
    with django_assert_num_queries(2):
        rows = Submission.objects.of_team(filmmaker).with_place().for_standing()
        assert {standing(row).key for row in rows} == {"sent"}
        assert [len(steps(row)) for row in rows] == [5, 5, 5]


def test_the_tracker_carries_the_dates_of_the_call(read, call):
    Call.objects.update(notification_on=date(2027, 3, 1))
    Edition.objects.update(starts_on=date(2027, 4, 16))
    shown = read()
    assert "by 1 Mar" in shown
    assert "16 Apr" in shown


def states(entry):
    entry = Submission.objects.for_page().get(pk=entry.pk)
    return [step.state for step in tracker.steps(entry)]


def test_the_tracker_shows_only_steps_that_were_taken(submission, programmer, filmmaker):
    assert states(submission) == ["now", "", "", "", ""]
    actions.open_entry(submission=submission, by=programmer)
    assert states(submission) == ["done", "now", "", "", ""]
    submission.refresh_from_db()
    actions.decide(submission=submission, to=Consideration.IN_REVIEW, by=programmer)
    assert states(submission) == ["done", "done", "now", "", ""]
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    assert states(submission) == ["done", "done", "now", "", ""]
    actions.release(submission=submission, by=programmer)
    assert states(submission) == ["done", "done", "done", "good", ""]
    actions.withdraw(submission=submission, by=filmmaker, reason="The rights are gone")
    assert states(submission) == ["done", "done", "done", "now", ""]


def test_what_was_never_opened_is_not_shown_as_opened(submission, programmer):
    actions.decide(submission=submission, to=EntryStatus.DISQUALIFIED, by=programmer)
    assert states(submission) == ["done", "", "", "now", ""]


def test_a_draft_has_no_tracker(draft):
    assert states(draft) == []
