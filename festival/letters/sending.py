"""From the outbox to the mail server."""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F
from django.utils import timezone

from festival.letters.models import LEASE, Letter, State

GIVE_UP_AFTER = timedelta(days=3)
LONGEST_PAUSE = timedelta(hours=1)
logger = logging.getLogger(__name__)


def send_due(limit: int = 50) -> int:
    """Send up to `limit` letters that are due and return how many the mail server took."""
    sent = 0
    due = list(Letter.objects.due().values_list("pk", flat=True)[:limit])
    if not due:
        return sent
    with _Post() as post:
        for pk in due:
            letter = _claim(pk)
            if letter is None:
                continue
            sent += _deliver(letter, post)
            if post.is_closed:
                break
    return sent


class _Post:
    """The connection to the mail server: opened at the first letter, given up when it breaks."""

    def __enter__(self):
        self.connection = get_connection()
        self.is_closed = False
        return self

    def __exit__(self, *_error):
        if not self.is_closed:
            self.connection.close()


def _claim(pk):
    """Return the letter if it is ours to send now: of two workers one finds nothing to update."""
    now = timezone.now()
    ours = Letter.objects.due(now).filter(pk=pk)
    claimed = ours.update(state=State.SENDING, leased_until=now + LEASE, attempts=F("attempts") + 1)
    return Letter.objects.get(pk=pk) if claimed else None


def _deliver(letter, post) -> bool:
    try:
        _message(letter, post.connection).send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _reason in error.recipients.values()]
        _put_back(letter, error, for_good=all(code >= 500 for code in codes))
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        _put_back(letter, error, for_good=error.smtp_code >= 500)
    except (smtplib.SMTPException, OSError) as error:
        post.is_closed = True
        _put_back(letter, error)
    except Exception as error:  # A letter that cannot be built must not stop the others.
        _put_back(letter, error, for_good=True)
    else:
        return _mark_sent(letter)
    return False


def _message(letter, connection):
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.to_address],
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
        connection=connection,
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message


def _ours(letter):
    return Letter.objects.filter(pk=letter.pk, state=State.SENDING, attempts=letter.attempts)


def _mark_sent(letter) -> bool:
    """Note the delivery; what opens an account does not stay in the outbox."""
    contents = {"text": "", "html": ""} if letter.opens_an_account else {}
    _ours(letter).update(
        state=State.SENT, sent_at=timezone.now(), leased_until=None, last_error="", **contents
    )
    return True


def _put_back(letter, error, *, for_good=False):
    """Queue the letter again after a pause that doubles up to an hour, or give up and say why."""
    now = timezone.now()
    reason = f"{type(error).__name__}: {error}"[:500]
    over = for_good or now - letter.created_at > GIVE_UP_AFTER
    pause = min(timedelta(seconds=30) * 2 ** min(letter.attempts - 1, 10), LONGEST_PAUSE)
    _ours(letter).update(
        state=State.FAILED if over else State.QUEUED,
        not_before=now if over else now + pause,
        leased_until=None,
        last_error=reason,
    )
    logger.warning("Letter %s was not sent: %s", letter.pk, type(error).__name__)
