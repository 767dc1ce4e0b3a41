"""What the page of one entry shows beside the frozen record."""

from dataclasses import dataclass
from datetime import datetime

from festival.accounts.roles import Permission, permissions_at
from festival.calls.clock import wall
from submissions.entries.status import EntryStatus
from submissions.entries.workplace import choices
from submissions.entries.workplace.deeds import DEEDS, MoveForm
from submissions.entries.workplace.reading import label_of, reading
from submissions.entries.workplace.rows import others
from submissions.projects.submitters import submitter_of

_STEPS = ("decision", "consideration", "entry_status")


@dataclass(frozen=True)
class Past:
    """One line of the history, in the words of people and the time of the festival."""

    at: datetime
    by: str
    axis: str
    before: str
    after: str
    reason: str


def context_of(submission, user, bound=None) -> dict:
    """Return what the templates of the page read; `bound` is a form that was refused."""
    festival = submission.call.edition.festival
    held = permissions_at(user, festival)
    zone = submission.call.time_zone
    return {
        "entry": submission,
        "festival": festival,
        "zone": zone,
        "sent_at": wall(submission.submitted_at, zone),
        "opened_at": submission.opened_at and wall(submission.opened_at, zone),
        "state": reading(submission),
        "is_live": submission.entry_status in (EntryStatus.RECEIVED, EntryStatus.INCOMPLETE),
        "contact": contact_of(submission) if Permission.SEE_CONTACTS in held else None,
        "note": submission.internal_note if Permission.SEE_NOTES in held else "",
        "history": history_of(submission, zone),
        "others": [(row, reading(row)) for row in others(submission, user)],
        "awards": list(submission.awards.all()),
        "has_changed": submission.project.changed_at > submission.version.created_at,
        "forms": forms_of(submission, user, held, bound),
        "steps": _steps(submission, held),
        "may_release": Permission.RELEASE in held and not choices.release_refusal(submission),
        "may_ask": Permission.DECIDE in held and submission.entry_status == EntryStatus.RECEIVED,
        "refused": bound,
        "problem": bool(bound and bound.errors),
    }


def forms_of(submission, user, held, bound=None) -> dict:
    """Return {name: form} of all that the person may do, the refused one as it was typed.

    The steps on the three axes are three forms of one kind, named move_<axis>.
    """
    asked = {"submission": submission, "by": user}
    found = {
        name: form(**asked, prefix=None, auto_id=f"id_{name}_%s")
        for name, form in DEEDS.items()
        if form.may in held and form is not MoveForm
    }
    if MoveForm.may in held:
        for axis in _STEPS:
            found[f"move_{axis}"] = MoveForm(**asked, auto_id=f"id_{axis}_%s")
    if bound is not None:
        found[bound.place] = bound
    return found


def _steps(submission, held) -> dict:
    if Permission.DECIDE not in held:
        return {}
    return {axis: choices.steps(submission, axis) for axis in _STEPS}


def history_of(submission, zone) -> list[Past]:
    """Return the steps of an entry on all axes, the last first."""
    steps = submission.changes.select_related("by").order_by("-at", "-pk")
    return [
        Past(
            at=wall(step.at, zone),
            by=step.by.name if step.by else "",
            axis=step.axis,
            before=label_of(step.axis, step.before),
            after=label_of(step.axis, step.after),
            reason=step.reason,
        )
        for step in steps
    ]


def contact_of(submission) -> dict:
    """Return how to reach the submitter; the account's address where the record has none."""
    contact = submitter_of(submission.project)
    person = submission.submitted_by
    name = f"{contact.get('first_name', '')} {contact.get('last_name', '')}".strip()
    place = [
        contact.get(key, "") for key in ("address", "address_2", "postal_code", "city", "state")
    ]
    return {
        "name": name or person.name,
        "email": contact.get("email") or person.email,
        "phone": contact.get("phone", ""),
        "address": ", ".join(filter(None, place)),
        "country": contact.get("country", ""),
        "is_minor": contact.get("is_adult") == "no",
        "guardian": contact.get("guardian_contact", ""),
    }
