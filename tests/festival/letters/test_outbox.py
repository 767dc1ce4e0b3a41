"""What goes into the outbox and what leaves it."""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from festival.accounts.actions import add_person
from festival.letters import actions
from festival.letters.actions import enqueue
from festival.letters.models import Letter, State
from festival.letters.sending import send_due

pytestmark = pytest.mark.django_db
SUBMISSION = {
    "title": "Kelp",
    "festival": "Harbour Lights",
    "edition": "2027",
    "category": "Short competition",
    "tracking_number": "HLF27-0412-7QK",
    "url": "http://127.0.0.1:8000/my/submissions/ABCDEFGHJK/",
    "when": datetime(2026, 11, 14, 9, 30, tzinfo=UTC),
    "decision_line": "Selected. Invited to screen.",
}


def write(key="one", to="mika@demo.example", event="submission_received", **changes):
    context = {"name": "Mika", "submission": SUBMISSION | changes}
    enqueue(key=key, to=to, event=event, context=context)
    return Letter.objects.get(key=key)


@pytest.fixture
def post(settings):
    """A mail server that answers as told: list the errors of the next letters, None for taken."""
    settings.EMAIL_BACKEND = "tests.festival.letters.test_outbox.Moody"
    Moody.answers = []
    return Moody


class Moody(EmailBackend):
    answers: list = []

    def send_messages(self, messages):
        error = self.answers.pop(0) if self.answers else None
        if error is not None:
            raise error
        return super().send_messages(messages)


def test_the_receipt_says_everything_in_text_and_html():
    letter = write()
    assert letter.subject == "Kelp is with Harbour Lights (HLF27-0412-7QK)"
    for body in (letter.text, letter.html):
        for fact in ("Kelp", "Harbour Lights", "2027", "Short competition", "HLF27-0412-7QK"):
            assert fact in body
        assert "14 November 2026, 09:30 UTC" in body
        assert SUBMISSION["url"] in body
        assert "Hello Mika," in body


@pytest.mark.parametrize("event", ["submission_withdrawn", "decision_released"])
def test_the_other_letters_of_a_submission_say_what_happened(event):
    letter = write(event=event)
    line = "Selected. Invited to screen." if event == "decision_released" else "took your project"
    assert line in letter.text
    assert line in letter.html
    assert "HLF27-0412-7QK" in letter.subject


def test_the_same_key_is_the_same_letter():
    first = write()
    second = write(title="Another title")
    assert second.pk == first.pk
    assert Letter.objects.get().subject == first.subject


def test_a_letter_leaves_with_what_a_mail_needs():
    letter = write()
    assert send_due() == 1
    (sent,) = mail.outbox
    assert sent.to == ["mika@demo.example"]
    assert sent.extra_headers["Message-ID"] == letter.message_id
    assert sent.message()["Message-ID"] == letter.message_id
    assert sent.message()["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in sent.message().get_payload()] == [
        "text/plain",
        "text/html",
    ]
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (State.SENT, 1)
    assert letter.sent_at is not None
    assert send_due() == 0


def test_a_letter_for_tomorrow_waits():
    enqueue(
        key="later",
        to="mika@demo.example",
        event="submission_received",
        context={"submission": SUBMISSION},
        not_before=timezone.now() + timedelta(days=1),
    )
    assert send_due() == 0
    assert Letter.objects.get(key="later").state == State.QUEUED


@pytest.mark.parametrize(
    "title",
    [
        "Kelp\r\nBcc: everyone@evil.example",
        "Kelp\nSubject: another",
        "Kelp\u2028Bcc: x@evil.example",
        "Kelp\x00\x07\x1b[31m",
    ],
)
def test_a_title_cannot_break_out_of_the_header(title):
    letter = write(title=title)
    assert letter.subject.replace("\u200b", "").isprintable()
    assert send_due() == 1
    message = mail.outbox[0].message()
    assert message["Bcc"] is None
    assert message.get_all("To") == ["mika@demo.example"]
    assert len(message.get_all("Subject")) == 1


def test_user_text_is_text_and_neither_markup_nor_link():
    hostile = "<a href='https://evil.example'>x</a> {{ SITE_URL }} www.evil.example \u202emoc.live"
    letter = write(title=hostile)
    assert "<a href='https" not in letter.html
    assert "&lt;a href" in letter.html
    for body in (letter.subject, letter.text, letter.html):
        assert "evil.example" not in body
        assert "https://" not in body
        assert "\u202e" not in body
    assert "{{ SITE_URL }}" in letter.text
    assert "&lt;" not in letter.text


def test_dots_that_make_no_address_stay():
    assert "St. Petri, 18.50 EUR, S.O.S." in write(title="St. Petri, 18.50 EUR, S.O.S.").text


def test_a_letter_takes_no_models():
    mika = add_person(email="mika@demo.example", name="Mika")
    with pytest.raises(TypeError, match="user is a User"):
        enqueue(key="x", to="a@demo.example", event="submission_received", context={"user": mika})


def test_a_very_long_title_is_cut_in_the_subject_only():
    letter = write(title="x" * 400)
    assert len(letter.subject) == 200
    assert "x" * 400 in letter.text


def test_a_refused_address_is_given_up_and_says_why(post):
    post.answers = [smtplib.SMTPRecipientsRefused({"mika@demo.example": (550, b"no such box")})]
    letter = write()
    other = write(key="two", to="jo@demo.example")
    assert send_due() == 1
    letter.refresh_from_db()
    other.refresh_from_db()
    assert letter.state == State.FAILED
    assert "no such box" in letter.last_error
    assert other.state == State.SENT


def test_a_letter_that_cannot_be_built_does_not_stop_the_others(post):
    broken, other = write(), write(key="two", to="jo@demo.example")
    Letter.objects.filter(pk=broken.pk).update(to_address="mika@\ndemo.example")
    assert send_due() == 1
    broken.refresh_from_db()
    other.refresh_from_db()
    assert (broken.state, other.state) == (State.FAILED, State.SENT)


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError("down"),
        TimeoutError("slow"),
        smtplib.SMTPServerDisconnected("cut"),
        smtplib.SMTPRecipientsRefused({"mika@demo.example": (451, b"try later")}),
        smtplib.SMTPDataError(452, b"full"),
        smtplib.SMTPAuthenticationError(535, b"who are you"),
    ],
)
def test_a_server_in_trouble_is_tried_again_later_with_the_same_message_id(
    post, error, time_machine
):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    post.answers = [error]
    letter = write()
    assert send_due() == 0
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (State.QUEUED, 1)
    assert letter.last_error
    assert send_due() == 0
    time_machine.shift(31)
    assert send_due() == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == letter.message_id


def test_a_day_without_mail_server_loses_nothing(post, time_machine):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    letter = write()
    post.answers = [ConnectionRefusedError("down")] * 10_000
    for _quarter in range(24 * 4):
        send_due()
        time_machine.shift(15 * 60)
    post.answers = []
    letter.refresh_from_db()
    assert letter.state == State.QUEUED
    time_machine.shift(3600)
    assert send_due() == 1


def test_after_three_days_a_letter_is_given_up_and_can_be_tried_again(post, time_machine):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    letter = write()
    time_machine.shift(3 * 86_400 + 1)
    post.answers = [ConnectionRefusedError("down")]
    send_due()
    letter.refresh_from_db()
    assert letter.state == State.FAILED
    assert actions.retry(letter, by=None) is True
    assert actions.retry(letter, by=None) is False
    assert send_due() == 1


def test_a_letter_whose_sender_died_is_sent_when_the_lease_is_over(time_machine):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    write()
    now = timezone.now()
    Letter.objects.update(state=State.SENDING, attempts=1, leased_until=now + timedelta(minutes=5))
    assert send_due() == 0
    time_machine.shift(301)
    assert send_due() == 1
    assert Letter.objects.get().attempts == 2


def test_who_wakes_up_after_the_lease_changes_nothing(post, time_machine):
    from festival.letters import sending

    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    slow = sending._claim(write().pk)
    time_machine.shift(301)
    assert send_due() == 1
    sending._put_back(slow, ConnectionResetError("late"))
    assert Letter.objects.get().state == State.SENT


def test_what_opens_an_account_does_not_stay_in_the_outbox(client, db):
    client.post("/accounts/password/reset/", {"email": "jo@demo.example"})
    assert send_due() == 1
    assert "No account" in mail.outbox[0].body
    letter = Letter.objects.get()
    assert (letter.text, letter.html) == ("", "")


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_once_when_told_so():
    write()
    call_command("run_worker", "--once")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"state": State.SENT}, "only_a_sent_letter_has_its_instant"),
        ({"sent_at": timezone.now()}, "only_a_sent_letter_has_its_instant"),
        ({"state": State.SENDING}, "only_a_letter_being_sent_is_leased"),
        ({"leased_until": timezone.now()}, "only_a_letter_being_sent_is_leased"),
        ({"state": State.FAILED}, "a_letter_that_failed_says_why"),
        ({"state": "lost"}, "a_letter_has_a_known_state"),
    ],
)
def test_the_database_knows_the_rules_of_a_letter(values, rule):
    write()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Letter.objects.update(**values)
