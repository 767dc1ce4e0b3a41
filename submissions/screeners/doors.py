"""All doors to the screeners of a project in one place: who, since when, until when, why closed."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from submissions.entries.models import Submission
from submissions.entries.querysets import AFTER_REFUSAL, GOING_ON
from submissions.entries.status import LIVE_ENTRIES, Decision, EntryStatus
from submissions.screeners.models import Grant
from submissions.screeners.vocabulary import Closing

_TO_BE_OPENED_AGAIN = (Closing.REVOKED, Closing.PASSWORD)


@dataclass(frozen=True)
class Door:
    """A way to the screeners; `code` is that of the entry, or of the grant to a person."""

    code: str
    name: str
    detail: str
    since: datetime
    until: datetime | None
    why: Closing | None
    closed_at: datetime | None
    views_left: int | None = None

    @property
    def is_open(self) -> bool:
        return self.why is None

    @property
    def may_open(self) -> bool:
        """Whether the filmmaker can open it again: nothing but a choice has closed it."""
        return self.why in _TO_BE_OPENED_AGAIN


def doors_of(project, now=None) -> list[Door]:
    """Return every door, the open ones first, those of festivals before those of people."""
    now = now or timezone.now()
    changed = last_change(project)
    entries = project.submissions.sent().with_place().select_related("grant")
    doors = [_of_entry(entry, changed, now) for entry in entries]
    doors += [_of_person(grant, changed, now) for grant in project.grants.for_people()]
    return sorted(doors, key=lambda door: not door.is_open)


def last_change(project) -> datetime | None:
    """Return when a password of the project's screeners was last changed."""
    rows = project.screeners.exclude(password_changed_at=None).order_by("-password_changed_at")
    return rows.values_list("password_changed_at", flat=True).first()


def grant_of(entry) -> Grant | None:
    return getattr(entry, "grant", None)


def why_closed(entry: Submission, changed, now) -> Closing | None:
    """Return why the festival's door is closed; None while Submission.watchable has the entry."""
    grant = grant_of(entry)
    if entry.entry_status == EntryStatus.WITHDRAWN:
        return Closing.WITHDRAWN
    if entry.entry_status not in LIVE_ENTRIES:
        return Closing.OUT
    if grant and grant.closed_at:
        return Closing.REVOKED
    if changed and changed > (grant.since if grant else entry.submitted_at):
        return Closing.PASSWORD
    refused = entry.released_decision == Decision.NOT_SELECTED
    if refused and entry.released_at < now - AFTER_REFUSAL:
        return Closing.NOT_SELECTED
    chosen = entry.released_decision in (Decision.SELECTED, Decision.CONFIRMED)
    state = entry.call.state
    return None if state in GOING_ON or (state == "decided" and chosen) else Closing.ROUND_END


def why_person(grant: Grant, changed, now) -> Closing | None:
    """Return why the door of a person is closed; None while Grant.open has it."""
    if grant.closed_at:
        return Closing(grant.reason)
    if changed and changed > grant.since:
        return Closing.PASSWORD
    if grant.until and grant.until <= now:
        return Closing.ENDED
    watching = grant.viewing_until and grant.viewing_until > now
    if grant.views_allowed is not None and grant.views_used >= grant.views_allowed:
        return None if watching else Closing.USED_UP
    return None


def _of_entry(entry, changed, now) -> Door:
    grant = grant_of(entry)
    why = why_closed(entry, changed, now)
    return Door(
        code=entry.code,
        name=str(entry.call.edition),
        detail=f"{entry.category.name} · {entry.tracking_number}",
        since=grant.since if grant else entry.submitted_at,
        until=None,
        why=why,
        closed_at=_closed_at(why, grant, changed),
    )


def _of_person(grant, changed, now) -> Door:
    why = why_person(grant, changed, now)
    allowed = grant.views_allowed
    return Door(
        code=grant.code,
        name=grant.email,
        detail=grant.note,
        since=grant.since,
        until=grant.until,
        why=why,
        closed_at=grant.until if why == Closing.ENDED else _closed_at(why, grant, changed),
        views_left=None if allowed is None else max(0, allowed - grant.views_used),
    )


def _closed_at(why, grant, changed) -> datetime | None:
    if why == Closing.REVOKED:
        return grant.closed_at
    return changed if why == Closing.PASSWORD else None
