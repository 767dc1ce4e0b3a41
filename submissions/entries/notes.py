"""The festival's own note on an entry."""

from django.db import transaction
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.accounts.roles import Permission, may
from submissions.entries.models import Submission


@transaction.atomic
def write_note(*, submission: Submission, text: str, before: str, by) -> Submission:
    """Put `text` in the place of the note `before`; of two people who write one is refused."""
    if not may(by, Permission.WRITE_NOTES, submission.call.edition.festival):
        raise NotAllowed(_("Your role does not allow this"))
    # Browsers send line ends as CRLF, hidden fields included.
    notes = {before, before.replace("\r\n", "\n")}
    rows = Submission.objects.filter(pk=submission.pk, internal_note__in=notes)
    if not rows.update(internal_note=text.replace("\r\n", "\n")):
        raise NotAllowed(_("Somebody else wrote a note just now. Yours is kept below"))
    submission.refresh_from_db()
    return submission
