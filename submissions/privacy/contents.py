"""Everything that the site holds of one person, as values ready for JSON.

What others wrote about their work stays out: notes, scores and decisions that no festival has
released, the people of festivals, and the password of every screener.
"""

from django.db.models import Q

from festival.letters.models import Letter
from submissions.entries import tracker
from submissions.entries.models import Submission
from submissions.projects.models import Organisation, Person, Project
from submissions.projects.submitters import submitter_of
from submissions.projects.vocabulary import TeamRole


def account_of(user) -> dict:
    """Return the account, its addresses, and what the person is to festivals and projects."""
    return {
        "email": user.email,
        "name": user.name,
        "locale": user.locale,
        "joined": _iso(user.date_joined),
        "last_sign_in": _iso(user.last_login),
        "addresses": [
            {"email": row.email, "confirmed": row.verified} for row in user.emailaddress_set.all()
        ],
        "festivals": [
            {"festival": row.festival.name, "role": row.role, "since": _iso(row.since)}
            for row in user.memberships.select_related("festival")
        ],
        "teams": [
            {"project": row.project.code, "title": row.project.title, "role": row.role,
             "since": _iso(row.since)}
            for row in user.team_memberships.select_related("project")
        ],
        "people_written_down": _named(Person, user, "native_name"),
        "organisations_written_down": _named(Organisation, user),
    }  # fmt: skip


def _named(model, user, *more) -> list[dict]:
    return list(model.objects.filter(created_by=user).order_by("pk").values("code", "name", *more))


def projects_of(user):
    """Return the projects in whose team the person is, each with its `role`."""
    return Project.objects.in_team_of(user).with_one_of_each().with_role_of(user).order_by("pk")


def contact_of(project) -> dict:
    """Return who sends it, for those of the team who may write it; viewers get nothing."""
    return submitter_of(project) if project.role in (TeamRole.OWNER, TeamRole.EDITOR) else {}


def history_of(project) -> list[dict]:
    lines = project.history.select_related("by")
    return [
        {"at": _iso(line.at), "what": line.what, "detail": line.detail,
         "by": line.by.name if line.by else ""}
        for line in lines
    ]  # fmt: skip


def entries_of(user):
    """Return each entry of the person's teams as the filmmaker's page shows it."""
    rows = Submission.objects.of_team(user).for_page().order_by("pk")
    return [_entry(row, user) for row in rows]


def _entry(row, user) -> dict:
    changes = list(row.changes.for_filmmaker().select_related("by"))
    edition = row.call.edition
    return {
        "code": row.code,
        "tracking_number": row.tracking_number or "",
        "project": row.project.code,
        "version": row.version.number if row.version else None,
        "festival": edition.festival.name,
        "edition": edition.year,
        "category": row.category.name,
        "begun": _iso(row.begun_at),
        "sent": _iso(row.submitted_at),
        "entry": row.entry_status,
        "decision": row.released_decision,
        "fee": {"amount": row.fee_amount, "currency": row.fee_currency},
        "history": [
            {"at": _iso(event.at), "what": str(event.text), "by": str(event.who),
             "reason": event.reason}
            for event in tracker.history(row, changes, user)
        ],
    }  # fmt: skip


def letters_to(user) -> list[dict]:
    """Return the letters to the person; those that stand in for a password without their text."""
    rows = Letter.objects.filter(Q(user=user) | Q(to_address=user.email)).order_by("pk")
    return [
        {"to": row.to_address, "event": row.event, "written": _iso(row.created_at),
         "sent": _iso(row.sent_at), "subject": row.subject,
         "text": "" if row.opens_an_account else row.text}
        for row in rows
    ]  # fmt: skip


def _iso(instant) -> str:
    return instant.isoformat(timespec="seconds") if instant else ""
