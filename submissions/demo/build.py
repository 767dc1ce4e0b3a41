"""Building the demo: people, festivals, projects and entries, up to one stage of the year."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from festival.accounts.actions import add_person, set_role
from festival.accounts.models import User
from festival.accounts.roles import Role
from festival.calls.models import Call, Category, Deadline, Edition, Fee, Festival
from festival.calls.vocabulary import CallState
from festival.letters.models import Letter, State
from submissions.demo import archive, festivals, invented, vorkuta
from submissions.demo.projects import write_project, written
from submissions.entries import actions
from submissions.entries.models import Submission
from submissions.entries.status import Consideration, Decision, EntryStatus

DECISIONS_OF_THE_DEMO = festivals.DECISIONS
STAGES = ("open", "review", "decided", "public")
PASSWORD = "demo"  # noqa: S105 (known to everybody, and only ever made on a site without people)
PEOPLE = {
    "filmmaker": "Mika Tanabe",
    "second": "Ines Barreto",
    "programmer": "Signe Holm",
    "rival": "Bruno Sala",
    "juror": "Noor Aziz",
    "industry": "Lea Moreau",
    "admin": "Foyer editors",
}
_DOMAIN = "demo.example"


class RealSite(Exception):
    """The site holds accounts that the demo did not make."""


def build(stage: str, *, say=lambda text: None) -> None:
    """Make the demo as it is at `stage`, one of STAGES; what exists already stays.

    RealSite on a site where anybody but the people of the demo has an account.
    """
    refuse_real_site()
    people = make_people()
    say("Festivals")
    harbour = write_festival(festivals.HARBOUR)
    terrace = write_festival(festivals.TERRACE)
    for name, role, call in (
        ("programmer", Role.OWNER, harbour),
        ("juror", Role.JUROR, harbour),
        ("rival", Role.OWNER, terrace),
    ):
        set_role(user=people[name], festival=call.edition.festival, role=role)
    say("Projects")
    projects, now = all_projects(), timezone.now()
    for age, values in enumerate(reversed(projects)):
        published_at = now - timedelta(days=age)
        write_project(values, by=people[values["by"]], published_at=published_at)
    say("Entries")
    send_entries(harbour, people)
    _advance(harbour, people, STAGES.index(stage))
    _post_letters()


def refuse_real_site() -> None:
    """Raise RealSite when somebody outside the demo has an account."""
    if User.objects.exclude(email__endswith=f"@{_DOMAIN}").exists():
        raise RealSite("This site has real accounts; the demo is not built on it")


def all_projects() -> list[dict]:
    """Return the values of every demo project, the newest of the catalogue last."""
    return [
        *archive.TEN_FILMS,
        vorkuta.BARASHEVO,
        *reversed(invented.OTHER_KINDS),
        *reversed(invented.FILMS),
        archive.KENGIR,
        vorkuta.VORKUTA,
    ]


@transaction.atomic
def make_people() -> dict:
    """Return the people of the demo by their short name."""
    people = {}
    for short, name in PEOPLE.items():
        email = f"{short}@{_DOMAIN}"
        known = User.objects.filter(email=email).first()
        people[short] = known or add_person(
            email=email, name=name, password=PASSWORD, is_staff=short == "admin"
        )
    return people


@transaction.atomic
def write_festival(values: dict) -> Call:
    """Return the call of the festival that `values` describes, its days counted from today."""
    fields = values["festival"]
    festival, _new = Festival.objects.update_or_create(slug=fields["slug"], defaults=fields)
    today = timezone.localdate()
    starts_on = today + timedelta(days=values["starts_in"])
    edition, _new = Edition.objects.update_or_create(
        festival=festival,
        slug=values["edition"]["slug"],
        defaults=values["edition"]
        | {"starts_on": starts_on, "ends_on": starts_on + timedelta(days=values["lasts"])},
    )
    zone = ZoneInfo(values["call"]["time_zone"])
    call, _new = Call.objects.update_or_create(
        edition=edition,
        defaults=values["call"]
        | {
            "state": CallState.SCHEDULED,
            "opens_at": _moment(values["opens_in"], zone, time(9)),
            "closes_at": _moment(values["closes_in"], zone),
            "notification_on": today + timedelta(days=values["answers_in"]),
        },
    )
    _write_categories(call, values, zone)
    return call


def _moment(days: int, zone: ZoneInfo, at: time = time(23, 59)) -> datetime:
    return datetime.combine(timezone.localdate() + timedelta(days=days), at, zone)


def _write_categories(call, values, zone) -> None:
    deadlines = [
        Deadline.objects.update_or_create(
            call=call, kind=kind, defaults={"ends_at": _moment(days, zone)}
        )[0]
        for kind, days in values["deadlines"]
    ]
    for position, row in enumerate(values["categories"]):
        fields = {key: row[key] for key in row if key not in ("fees", "completed_within", "name")}
        if "completed_within" in row:
            day = timezone.localdate() - timedelta(days=row["completed_within"])
            fields["completed_from"] = day
        category, _new = Category.objects.update_or_create(
            call=call, name=row["name"], defaults=fields | {"position": position}
        )
        for deadline, amount in zip(deadlines, row["fees"], strict=True):
            Fee.objects.update_or_create(
                category=category, deadline=deadline, defaults={"amount": amount}
            )


def send_entries(call: Call, people: dict) -> None:
    """Send what ENTRIES names and confirm the payments, all but the last paid one."""
    owners = {values["title"]: people[values["by"]] for values in all_projects()}
    for title, category_name in festivals.ENTRIES:
        owner = owners[title]
        project = written(owner).get(title=title)
        category = call.categories.get(name=category_name)
        if Submission.objects.sent().filter(project=project, category=category).exists():
            continue
        entry = actions.begin(project=project, category=category, by=owner)
        entry = actions.send(
            submission=entry,
            by=owner,
            arrived_at=timezone.now(),
            rules_version=call.rules_version,
        )
        if entry.entry_status == EntryStatus.PENDING_PAYMENT and title != "Paper Harbour":
            actions.decide(submission=entry, to=EntryStatus.RECEIVED, by=people["programmer"])


@transaction.atomic
def _advance(call: Call, people: dict, stage: int) -> None:
    """Bring the call to review, to decisions that wait, or to released ones."""
    programmer = people["programmer"]
    entries = list(Submission.objects.sent().live().filter(call=call))
    if stage >= 1:
        now = timezone.now()
        Call.objects.filter(pk=call.pk).update(
            state=CallState.JUDGING, closes_at=now - timedelta(days=1)
        )
        for entry in entries:
            if entry.consideration == Consideration.NOT_STARTED:
                actions.start_review(submission=entry, by=programmer)
    if stage >= 2:
        for entry in entries:
            wished = DECISIONS_OF_THE_DEMO.get(entry.title)
            if wished and entry.decision == Decision.UNDECIDED and _is_in(entry):
                actions.decide(submission=entry, to=Decision(wished), by=programmer)
    if stage >= 3:
        for entry in Submission.objects.filter(call=call).unreleased():
            actions.release(submission=entry, by=programmer)
        Call.objects.filter(pk=call.pk).update(state=CallState.DECIDED)


def _is_in(entry: Submission) -> bool:
    return entry.entry_status == EntryStatus.RECEIVED


def _post_letters() -> None:
    """Count the letters of the build as sent: nobody lives at the addresses of the demo."""
    waiting = Letter.objects.due().filter(to_address__endswith=f"@{_DOMAIN}")
    waiting.update(state=State.SENT, sent_at=timezone.now())
