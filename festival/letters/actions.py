"""Writing letters into the outbox."""

from urllib.parse import urlsplit

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation

from festival.letters.models import Letter, State
from festival.letters.text import one_line, plain
from festival.ui.fields import new_code


def enqueue(*, key, to, event, context, user=None, language=None, not_before=None) -> None:
    """Write the letter `key` unless it stands in the outbox already.

    `event` names the templates letters/<event>.{subject.txt,txt,html}; `context` holds plain values
    (see festival.letters.text). Call it inside the transaction that the letter reports.
    """
    language = language or getattr(user, "locale", "") or settings.LANGUAGE_CODE
    letter = Letter(
        key=key,
        to_address=to,
        user=user,
        event=event,
        language=language,
        not_before=not_before or timezone.now(),
        message_id=f"<{new_code(24)}@{urlsplit(settings.SITE_URL).hostname}>",
        **_render(event, context, language),
    )
    # A key that is there keeps its letter. Ignoring conflicts instead would on SQLite also swallow
    # a letter that breaks another constraint.
    Letter.objects.bulk_create(
        [letter], update_conflicts=True, unique_fields=["key"], update_fields=["key"]
    )


def _render(event, context, language) -> dict:
    values = plain(context) | {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "language": language,
    }
    with translation.override(language):
        subject, text = (
            get_template(f"letters/{event}.{part}").template.render(
                Context(values, autoescape=False)
            )
            for part in ("subject.txt", "txt")
        )
        html = get_template(f"letters/{event}.html").template.render(Context(values))
    return {"subject": one_line(subject), "text": text.strip() + "\n", "html": html.strip() + "\n"}


def retry(letter, *, by) -> bool:
    """Put a letter that failed back into the queue; False when it was not one that failed."""
    changed = Letter.objects.failed().filter(pk=letter.pk)
    return bool(changed.update(state=State.QUEUED, attempts=0, not_before=timezone.now()))
