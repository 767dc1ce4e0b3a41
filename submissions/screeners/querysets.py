"""Which links are to be looked at, and who may have which uploaded films."""

from datetime import datetime, time, timedelta

from django.db.models import (
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Sum,
)
from django.utils import timezone

from festival.calls.vocabulary import CallState
from submissions.entries.models import Submission
from submissions.entries.status import LIVE_ENTRIES, EntryStatus
from submissions.projects.models import Project, Screener
from submissions.projects.vocabulary import LinkState, ProjectStatus, ScreenerKind

NIGHT = time(3, 0)  # UTC
DAYS_BEFORE = (7, 3, 1)
SECOND_LOOK = timedelta(minutes=10)
ABANDONED = timedelta(days=7)


class FilmFileQuerySet(QuerySet):
    """Uploaded films that are …"""

    def watchable_by(self, user):
        """Whole ones of one's own team, of an entry that one may watch, and of an open grant."""
        whole = self.exclude(finished_at=None)
        if not user.is_authenticated or not user.is_active:
            return self.none()
        from submissions.screeners.models import Grant

        return whole.filter(
            Q(project__in=Project.objects.in_team_of(user))
            | Q(project__in=Submission.objects.watchable_by(user).values("project"))
            | Q(project__in=Grant.objects.held_by(user).playing().values("project"))
        )

    def may_be_watched(self, film, user) -> bool:
        return self.watchable_by(user).filter(pk=film.pk).exists()

    def for_stream(self):
        return self.select_related("screener")

    def of_team(self, user):
        return self.filter(project__in=Project.objects.in_team_of(user))

    def editable_by(self, user):
        return self.filter(project__in=Project.objects.editable_by(user))

    def arriving(self):
        return self.filter(finished_at=None)

    def abandoned(self, now=None):
        """Those that nobody has gone on with for seven days."""
        return self.arriving().filter(touched_at__lt=(now or timezone.now()) - ABANDONED)

    def same(self, project, by, name, size):
        """The one that this person began with a file of this name and size."""
        return self.arriving().filter(project=project, by=by, name=name, size=size)

    def free(self, now):
        """Those that no chunk is being written to."""
        return self.filter(Q(leased_until=None) | Q(leased_until__lt=now))

    def as_it_is_now(self, film):
        """The row anew; the one in hand when it is gone."""
        return self.filter(pk=film.pk).first() or film

    def total_size(self) -> int:
        return self.aggregate(all=Sum("size"))["all"] or 0


class GrantQuerySet(QuerySet):
    """Doors that are …"""

    def for_people(self):
        return self.filter(entry=None)

    def held_by(self, user):
        """Those of a person: given to the account, or to the address before there was one."""
        mine = Q(person=user) | Q(person=None, email=user.email.lower())
        return self.for_people().filter(mine)

    def visible_to(self, user):
        """All that a person holds, closed ones too: the page says what became of them."""
        return self.held_by(user) if user.is_authenticated else self.none()

    def open(self, user=None, now=None):
        """Those through which one can go at `now`; `user` is who asks, as doors want it."""
        now = now or timezone.now()
        changed = Screener.objects.filter(
            project=OuterRef("project"), password_changed_at__gt=OuterRef("since")
        )
        views = Q(views_allowed=None) | Q(views_used__lt=F("views_allowed")) | _viewing(now)
        rows = self.filter(Q(until=None) | Q(until__gt=now), views, closed_at=None)
        return rows.exclude(Exists(changed))

    def playing(self, now=None):
        """Open ones that may play just now: with counted viewings only within one of them."""
        now = now or timezone.now()
        return self.open(now=now).filter(Q(views_allowed=None) | _viewing(now))

    def for_page(self):
        return self.select_related("project", "made_by")


def _viewing(now):
    return Q(viewing_until__gt=now)


def links_due(now=None):
    """Return the links to look at now, those just saved first.

    Due are links never looked at since they were saved; those that did not answer ten minutes
    ago, for a second look; every night those of projects that stand in a cart or are in; and
    once more 7, 3 and 1 days before an open call closes that such a project is in.
    """
    now = now or timezone.now()
    again = Q(is_playable=False, checked_at__lt=now - SECOND_LOOK) & ~Q(check_state=LinkState.DEAD)
    nightly = Q(checked_at__lt=last_night(now)) & Exists(_entries())
    due = Q(checked_at=None) | again | nightly
    for days in DAYS_BEFORE:
        due |= _passed(timedelta(days=days), now)
    return links(now).filter(due).order_by(F("checked_at").asc(nulls_first=True), "pk")


def links(now):
    """Return the links of projects in use that nobody else looks at just now."""
    free = Q(check_leased_until=None) | Q(check_leased_until__lt=now)
    rows = Screener.objects.filter(free, kind=ScreenerKind.LINK).exclude(url="")
    return rows.exclude(project__status=ProjectStatus.ARCHIVED)


def last_night(now) -> datetime:
    """Return the last three o'clock in the night, UTC, before `now`."""
    night = datetime.combine(now.date(), NIGHT, now.tzinfo)
    return night if night <= now else night - timedelta(days=1)


def _entries():
    standing = [EntryStatus.CART, *LIVE_ENTRIES]
    return Submission.objects.filter(
        project=OuterRef("project"),
        entry_status__in=standing,
        call__state__in=[CallState.SCHEDULED, CallState.JUDGING],
    )


def _passed(before, now):
    """Whether the instant `before` the end of an open call lies between the last look and now."""
    seen = ExpressionWrapper(OuterRef("checked_at") + before, output_field=DateTimeField())
    calls = _entries().filter(
        call__state=CallState.SCHEDULED,
        call__closes_at__gt=now,
        call__closes_at__lte=now + before,
    )
    return Exists(calls.filter(call__closes_at__gt=seen))
