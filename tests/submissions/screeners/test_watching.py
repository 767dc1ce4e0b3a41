"""Watching: doors that are asked at each request, and passwords on demand."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from festival.accounts.models import Membership
from festival.calls.models import Call
from submissions.entries import actions as entry_actions
from submissions.entries.models import Submission
from submissions.entries.status import Decision, EntryStatus
from submissions.projects.models import Screener
from submissions.screeners import actions, doors, uploads
from submissions.screeners.models import Grant, Viewing
from submissions.screeners.vocabulary import Closing
from tests import factories
from tests.factories import FILM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


def address(film):
    return reverse("film", args=[film.code])


def sees(client_of, user, film) -> int:
    answer = client_of(user).get(address(film))
    if answer.status_code == 200:
        assert answer.getvalue() == FILM
    return answer.status_code


def test_the_door_of_an_entry_is_for_those_who_read_entries(
    entry, film, client_of, programmer, owner, rival, juror, second, staff, industry
):
    for user in (programmer, owner):
        assert sees(client_of, user, film) == 200
    for user in (rival, juror, second, industry, staff):
        assert sees(client_of, user, film) == 404
    page = reverse("watch_entry", args=[entry.code])
    assert client_of(programmer).get(page).status_code == 200
    assert client_of(staff).get(page).status_code == 403
    assert client_of(second).get(page).status_code == 404
    Membership.objects.filter(user=programmer).delete()
    assert sees(client_of, programmer, film) == 404


def test_a_film_that_is_still_arriving_is_nobodys_to_watch(project, client_of, filmmaker):
    arriving = uploads.begin(project=project, by=filmmaker, name="a.mp4", size=99)
    assert client_of(filmmaker).get(address(arriving)).status_code == 404


def decided(entry, to, days_ago):
    entry_actions.decide(
        submission=entry, to=to, by=entry.call.edition.festival.memberships.get().user
    )
    entry_actions.release(submission=entry, by=entry.decided_by)
    at = timezone.now() - timedelta(days=days_ago)
    Submission.objects.filter(pk=entry.pk).update(released_at=at)


def state_of(entry, state):
    Call.objects.filter(pk=entry.call_id).update(state=state)


def withdrawn(entry):
    entry_actions.withdraw(submission=entry, by=entry.submitted_by)


def status_of(entry, status):
    Submission.objects.filter(pk=entry.pk).update(entry_status=status)


def closed(entry):
    actions.close(project=entry.project, code=entry.code, by=entry.submitted_by)


def password_changed(entry):
    link = Screener.objects.create(project=entry.project, url="https://video.example/1")
    link.take_password("first")
    link.save()
    assert link.password_changed_at is None
    link.take_password("first")
    assert link.password_changed_at is None
    link.take_password("second")
    link.save()


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (lambda entry: None, None),
        (lambda entry: state_of(entry, "judging"), None),
        (lambda entry: decided(entry, Decision.NOT_SELECTED, 6), None),
        (lambda entry: decided(entry, Decision.NOT_SELECTED, 8), Closing.NOT_SELECTED),
        (lambda entry: decided(entry, Decision.SELECTED, 8), None),
        (lambda entry: state_of(entry, "decided"), Closing.ROUND_END),
        (lambda entry: (decided(entry, Decision.SELECTED, 8), state_of(entry, "decided")), None),
        (
            lambda entry: (decided(entry, Decision.SELECTED, 8), state_of(entry, "archived")),
            Closing.ROUND_END,
        ),
        (withdrawn, Closing.WITHDRAWN),
        (lambda entry: status_of(entry, EntryStatus.DISQUALIFIED), Closing.OUT),
        (lambda entry: status_of(entry, EntryStatus.INCOMPLETE), None),
        (closed, Closing.REVOKED),
        (password_changed, Closing.PASSWORD),
    ],
)
def test_the_door_of_an_entry_closes_by_itself(entry, film, client_of, programmer, happens, why):
    """The rule of the rows and the sentence for people agree, and the next request knows."""
    happens(entry)
    row = Submission.objects.with_place().select_related("grant").get(pk=entry.pk)
    assert doors.why_closed(row, doors.last_change(row.project), timezone.now()) == why
    assert Submission.objects.watchable().filter(pk=entry.pk).exists() == (why is None)
    assert sees(client_of, programmer, film) == (404 if why else 200)
    page = client_of(programmer).get(reverse("watch_entry", args=[entry.code]))
    assert page.status_code == (403 if why else 200)
    door = doors.doors_of(row.project)[0]
    assert (door.why, door.may_open) == (why, why in (Closing.REVOKED, Closing.PASSWORD))


@pytest.mark.parametrize("happens", [closed, password_changed])
def test_the_filmmaker_opens_a_door_again(entry, film, client_of, programmer, filmmaker, happens):
    happens(entry)
    path = reverse("screener_reopen", args=[entry.project.code, entry.code])
    assert client_of(filmmaker).post(path).status_code == 302
    assert sees(client_of, programmer, film) == 200
    path = reverse("screener_close", args=[entry.project.code, entry.code])
    for _twice in range(2):
        assert client_of(filmmaker).post(path).status_code == 302
        assert sees(client_of, programmer, film) == 404
    assert Grant.objects.get().closed_by == filmmaker


def test_opening_again_brings_back_no_entry_that_is_out(entry, film, client_of, programmer):
    withdrawn(entry)
    actions.reopen(project=entry.project, code=entry.code, by=entry.submitted_by)
    assert sees(client_of, programmer, film) == 404


def granted(project, **options) -> Grant:
    return factories.make_grant(project=project, **options)


def test_a_person_watches_until_the_door_closes(film, project, client_of, industry, second):
    grant = granted(project, email=industry.email.upper())
    page = reverse("watch_grant", args=[grant.code])
    assert client_of(industry).get(page).status_code == 200
    assert sees(client_of, industry, film) == 200
    assert client_of(second).get(page).status_code == 404
    assert sees(client_of, second, film) == 404
    Grant.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert client_of(industry).get(page).status_code == 403
    assert sees(client_of, industry, film) == 404
    assert doors.doors_of(project)[0].why == Closing.ENDED


def test_who_has_no_account_yet_comes_with_the_address(film, project, client_of):
    grant = granted(project, email="later@example.org")
    assert grant.person is None
    later = factories.make_user(email="later@example.org")
    assert sees(client_of, later, film) == 200


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (lambda grant: actions.close(project=grant.project, code=grant.code,
                                     by=grant.project.created_by), Closing.REVOKED),
        (lambda grant: password_changed(grant), Closing.PASSWORD),
    ],
)  # fmt: skip
def test_the_door_of_a_person_closes_at_once(film, project, client_of, industry, happens, why):
    grant = granted(project, email=industry.email)
    grant.submitted_by = project.created_by
    happens(grant)
    assert sees(client_of, industry, film) == 404
    assert doors.doors_of(project)[0].why == why
    actions.reopen(project=project, code=grant.code, by=project.created_by)
    assert sees(client_of, industry, film) == 200


def test_counted_viewings_are_used_up(film, project, client_of, industry):
    grant = granted(project, email=industry.email, views_allowed=1)
    client = client_of(industry)
    page = reverse("watch_grant", args=[grant.code])
    assert "You have 1 viewing left" in client.get(page).content.decode()
    assert sees(client_of, industry, film) == 404
    start = reverse("watch_grant_start", args=[grant.code])
    assert client.post(start).status_code == 302
    assert sees(client_of, industry, film) == 200
    answer = client.post(start, follow=True)
    assert "All viewings are used up" in answer.content.decode()
    Grant.objects.update(viewing_until=timezone.now() - timedelta(seconds=1))
    assert sees(client_of, industry, film) == 404
    assert client.get(page).status_code == 403
    assert client.post(start).status_code == 403
    assert doors.doors_of(project)[0].why == Closing.USED_UP


@pytest.fixture
def link(project):
    row = Screener.objects.create(project=project, url="https://video.example/77")
    row.take_password("open sesame 77")
    row.save()
    return row


def test_a_link_and_its_password_come_on_the_press_of_a_button(
    link, submission, client_of, programmer
):
    client = client_of(programmer)
    page = reverse("watch_entry", args=[submission.code])
    before = client.get(page).content.decode()
    assert "https://video.example/77" in before
    assert 'href="https://video.example/77"' not in before
    assert "sesame" not in before
    assert not Viewing.objects.exists()
    answer = client.post(reverse("watch_entry_open", args=[submission.code, link.code]))
    text = answer.content.decode()
    assert "open sesame 77" in text
    assert 'rel="noopener noreferrer nofollow"' in text
    assert answer.headers["Cache-Control"] == "private, no-store"
    viewing = Viewing.objects.get()
    assert (viewing.person, viewing.entry, viewing.is_link) == (programmer, submission, True)
    assert "sesame" not in client.get(page).content.decode()


def test_nobody_else_opens_a_link(
    link, submission, client_of, programmer, filmmaker, rival, juror, staff, second
):
    path = reverse("watch_entry_open", args=[submission.code, link.code])
    for user, status in ((filmmaker, 404), (rival, 404), (juror, 404), (second, 404), (staff, 403)):
        answer = client_of(user).post(path)
        assert answer.status_code == status
        assert b"sesame" not in answer.content
    closed(submission)
    answer = client_of(programmer).post(path)
    assert answer.status_code == 403
    assert b"sesame" not in answer.content
    assert not Viewing.objects.exists()


def test_a_door_leads_only_to_the_screeners_of_its_project(submission, client_of, programmer):
    other = Screener.objects.create(project=factories.make_project(), url="https://video.example/1")
    path = reverse("watch_entry_open", args=[submission.code, other.code])
    assert client_of(programmer).post(path).status_code == 404


def test_the_password_of_a_person_comes_only_through_an_open_door(
    link, project, client_of, industry
):
    grant = granted(project, email=industry.email, views_allowed=1)
    path = reverse("watch_grant_open", args=[grant.code, link.code])
    client = client_of(industry)
    assert client.post(path).status_code == 302
    client.post(reverse("watch_grant_start", args=[grant.code]))
    assert b"open sesame 77" in client.post(path).content
    actions.close(project=project, code=grant.code, by=project.created_by)
    assert client.post(path).status_code == 403


def test_the_entry_on_the_desk_leads_to_its_screener(submission, link, client_of, programmer):
    page = reverse("admin:submissions_submission_change", args=[submission.pk])
    text = client_of(programmer).get(page).content.decode()
    assert reverse("watch_entry", args=[submission.code]) in text
    assert "video.example" not in text
    assert "Nobody of the festival has opened it yet." in text


def test_a_screener_that_changed_after_sending_is_called_so(
    link, project, category, client_of, programmer
):
    entry = factories.make_submission(project=project, category=category)
    page = reverse("watch_entry", args=[entry.code])
    said = "The screeners were changed after the entry was sent."
    assert said not in client_of(programmer).get(page).content.decode()
    Screener.objects.update(url="https://video.example/2")
    assert said in client_of(programmer).get(page).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_however_many_screeners(
    submission, number, client_of, programmer, django_assert_num_queries
):
    for each in range(number):
        Screener.objects.create(project=submission.project, url=f"https://video.example/{each}")
    client = client_of(programmer)
    page = reverse("watch_entry", args=[submission.code])
    client.get(page)
    with django_assert_num_queries(6):
        client.get(page)
