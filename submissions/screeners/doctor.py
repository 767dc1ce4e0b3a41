"""The link doctor: does the screener answer, does it ask for a password, is it the right film?"""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from festival import fetching
from festival.letters.actions import enqueue
from festival.world import durations
from submissions.projects.models import Screener
from submissions.projects.screener_words import sentence_of
from submissions.projects.vocabulary import LinkState, TeamRole
from submissions.screeners.models import LinkCheck
from submissions.screeners.other_sites import Page, duration_in, oembed_of
from submissions.screeners.querysets import links, links_due

LEASE = timedelta(minutes=1)
SLOW = 3.0  # seconds
KEPT = timedelta(days=60)
GONE = frozenset({404, 410})
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Finding:
    """What one look found; `is_passing` when it may be over in ten minutes."""

    state: LinkState
    status: int | None = None
    note: str = ""
    duration: int | None = None
    is_passing: bool = False


def check_due(limit: int = 1) -> int:
    """Look at up to `limit` links that are due and return at how many."""
    found = list(links_due().values_list("pk", flat=True)[:limit])
    return sum(check(pk) is not None for pk in found)


def check(pk: int) -> LinkCheck | None:
    """Look at one link; None when somebody else does so now or changed it in the meantime."""
    now = timezone.now()
    lease = now + LEASE
    if not links(now).filter(pk=pk).update(check_leased_until=lease):
        return None
    screener = Screener.objects.select_related("project__specs").get(pk=pk)
    finding = look(screener)
    return _write(screener, finding, lease)


def look(screener) -> Finding:
    """Ask the page of the link, and the site for the length of the video where it gives one."""
    try:
        page = fetching.fetch(screener.url)
    except fetching.Refused:
        return Finding(LinkState.DEAD, note=_("It is not an address of the open internet"))
    except fetching.Unreachable:
        return Finding(
            LinkState.DEAD, note=_("No web site answered there in five seconds"), is_passing=True
        )
    return _of_status(screener, page) or _of_page(screener, page)


def _of_status(screener, page) -> Finding | None:
    status = page.status
    if status == 401:
        return _password(screener, status)
    if status in GONE:
        return Finding(LinkState.DEAD, status, _("The page is gone"))
    if status >= 500:
        return Finding(LinkState.DEAD, status, _("The site has a fault"), is_passing=True)
    if status >= 300:
        return Finding(LinkState.UNKNOWN, status, _("The site does not let us look"))
    return None


def _password(screener, status) -> Finding:
    if screener.password_sealed:
        note = _("It asks for a password. One is kept; whether it fits we cannot try")
        return Finding(LinkState.OK, status, note)
    return Finding(LinkState.NEEDS_PASSWORD, status, _("No password is kept for it"))


def _of_page(screener, page) -> Finding:
    told = Page(page.body) if page.media_type == "text/html" else None
    if told and told.asks_for_password:
        return _password(screener, page.status)
    length = _length(screener.url, told)
    wanted = screener.duration or getattr(screener.project.specs, "runtime", None)
    if length and wanted and not fits(length, wanted):
        words = {"there": durations.clock(length), "here": durations.clock(wanted)}
        note = _("It runs %(there)s there, %(here)s in your record") % words
        return Finding(LinkState.WRONG_LENGTH, page.status, note, length)
    if page.seconds > SLOW:
        return Finding(LinkState.SLOW, page.status, "", length)
    return Finding(LinkState.OK, page.status, "", length)


def _length(url, told) -> int | None:
    if place := oembed_of(url):
        try:
            answer = fetching.fetch(place)
        except (fetching.Refused, fetching.Unreachable):
            answer = None
        if answer and answer.status == 200 and (length := duration_in(answer.body)):
            return length
    return told and told.duration


def fits(length: int, wanted: int) -> bool:
    """Tell whether two lengths in seconds mean the same film: within 10 seconds or 1 %."""
    return abs(length - wanted) <= max(10, wanted // 100)


@transaction.atomic
def _write(screener, finding: Finding, lease) -> LinkCheck | None:
    """Keep what was found, unless the row was saved meanwhile, and tell a change to worse."""
    before, answers = LinkState(screener.check_state), finding.state != LinkState.DEAD
    # A site may be away for a moment: before that is told of a link that was well, a second look.
    waits = finding.is_passing and before.badness < LinkState.DEAD.badness
    waits = waits and screener.checked_at is not None and screener.is_playable is not False
    state = before if waits else finding.state
    mine = Screener.objects.filter(pk=screener.pk, check_leased_until=lease, url=screener.url)
    changed = mine.update(
        checked_at=timezone.now(),
        checked_status=finding.status,
        is_playable=None if finding.state == LinkState.UNKNOWN else answers,
        duration_matches=_matches(finding),
        check_state=state,
        check_leased_until=None,
    )
    if not changed:
        return None
    row = LinkCheck.objects.create(
        screener=screener,
        state=finding.state,
        status=finding.status,
        note=finding.note,
        duration=finding.duration,
    )
    if state.badness > before.badness:
        _tell(screener, row)
    return row


def _matches(finding) -> bool | None:
    return None if finding.duration is None else finding.state != LinkState.WRONG_LENGTH


def _tell(screener, row) -> None:
    """Write to the owner of the project; one look never gives two letters."""
    project = screener.project
    owner = project.team.select_related("user").filter(role=TeamRole.OWNER).first()
    if owner is None:
        return
    enqueue(
        key=f"screener_worse:{screener.pk}:{row.pk}",
        to=owner.user.email,
        user=owner.user,
        event="screener_worse",
        context={
            "name": owner.user.name,
            "screener": {
                "title": project.title,
                "label": str(screener),
                "state": row.get_state_display(),
                "sentence": sentence_of(row.state),
                "note": row.note,
                "url": settings.SITE_URL + reverse("project_screeners", args=[project.code]),
                "when": row.at,
            },
        },
    )


def forget_old() -> int:
    """Delete looks older than 60 days, but the last of each link; return how many."""
    old = LinkCheck.objects.filter(at__lt=timezone.now() - KEPT)
    return old.exclude(at__gte=F("screener__checked_at") - timedelta(minutes=1)).delete()[0]
