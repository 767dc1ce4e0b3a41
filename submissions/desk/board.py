"""What a filmmaker finds on the desk: what is next, the projects, what was sent."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festival.world import durations
from submissions.entries.models import Submission
from submissions.entries.standing import Standing, standing
from submissions.entries.status import EntryStatus
from submissions.entries.tracker import Step, steps
from submissions.projects.completeness import left_text
from submissions.projects.models import Project
from submissions.projects.pictures import card_poster
from submissions.projects.vocabulary import ProjectStatus, ProjectType, TeamRole

PROJECTS_ON_A_PAGE = 24
ENTRIES_ON_A_PAGE = 20
_STATES = {
    ProjectStatus.PUBLISHED: "public",
    ProjectStatus.HIDDEN: "hidden",
    ProjectStatus.COMPLETE: "complete",
    ProjectStatus.DRAFT: "draft",
    ProjectStatus.ARCHIVED: "hidden",
}


@dataclass(frozen=True)
class Task:
    """One thing that waits for the filmmaker."""

    title: str
    text: str
    when: str
    url: str
    icon: str


@dataclass(frozen=True)
class Own:
    """A project of one's own, as the desk shows it."""

    project: Project
    poster: dict
    facts: list[str]
    state: str
    label: str
    percent: int
    left: str
    may_edit: bool
    may_send: bool


@dataclass(frozen=True)
class Sent:
    """An entry with its line of steps and the one state that people read."""

    entry: Submission
    poster: dict
    standing: Standing
    steps: list[Step]


def board_of(user, query) -> dict:
    """Return the context of the desk of `user`; `page` and `sent` in `query` turn the pages."""
    projects = Project.objects.in_team_of(user).with_role_of(user).for_desk()
    entries = Submission.objects.of_team(user).with_place().for_standing().for_board()
    projects_page = Paginator(projects, PROJECTS_ON_A_PAGE).get_page(query.get("page"))
    entries_page = Paginator(entries, ENTRIES_ON_A_PAGE).get_page(query.get("sent"))
    return {
        "tasks": [_task(entry) for entry in Submission.objects.waiting_for(user)],
        "projects": [_own(project) for project in projects_page],
        "projects_page": projects_page,
        "entries": [_sent(entry) for entry in entries_page],
        "entries_page": entries_page,
    }


def _own(project) -> Own:
    return Own(
        project=project,
        poster=card_poster(project),
        facts=_facts(project),
        state=_STATES[project.status],
        label=_("Archived") if project.status == ProjectStatus.ARCHIVED else "",
        percent=project.completeness.get("percent", 0),
        left=left_text(project.completeness),
        may_edit=project.role in (TeamRole.OWNER, TeamRole.EDITOR),
        may_send=project.role == TeamRole.OWNER and project.completeness.get("left") == 0,
    )


def _facts(project) -> list[str]:
    names = dict(ProjectType.choices)
    types = [str(names[each]) for each in project.project_types if each in names][:2]
    runtime = durations.short(project.runtime) if project.runtime else ""
    year = str(project.year or "")
    return [text for text in (*(types or [project.get_kind_display()]), runtime, year) if text]


def _sent(entry) -> Sent:
    return Sent(entry, card_poster(entry.project), standing(entry), steps(entry))


def _task(entry) -> Task:
    festival = entry.call.edition.festival.name
    words = {"festival": festival, "title": entry.project.title}
    if entry.entry_status == EntryStatus.INCOMPLETE:
        title = _("%(festival)s needs something for %(title)s") % words
        return Task(title, entry.wanted, _until(entry.wanted_by), _url(entry), "warn")
    if entry.entry_status == EntryStatus.PENDING_PAYMENT:
        title = _("Pay the fee of %(festival)s for %(title)s") % words
        return Task(title, _("It counts as soon as the fee arrives"), "", _url(entry), "clock")
    if entry.entry_status == EntryStatus.CART:
        title = _("Finish your submission of %(title)s to %(festival)s") % words
        text = _("Category chosen, not sent yet")
        return Task(title, text, _days_left(entry.call), _url(entry), "clock")
    title = _("%(title)s is invited by %(festival)s") % words
    return Task(title, standing(entry).sentence, "", _url(entry), "laurel")


def _until(day) -> str:
    return _("by %(day)s") % {"day": date_format(day, "j F")} if day else ""


def _url(entry) -> str:
    return entry.get_absolute_url()


def _days_left(call) -> str:
    days = (call.closes_at - timezone.now()).days if call.closes_at else -1
    if days < 0:
        return _("closed")
    return ngettext("%(count)d day left", "%(count)d days left", days) % {"count": days}
