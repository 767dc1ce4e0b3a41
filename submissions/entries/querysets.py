"""Who may see or decide which entries, and what a word means of them."""

from datetime import timedelta

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from festival.accounts.roles import Permission, festivals_of
from festival.calls.models import Edition
from festival.calls.vocabulary import CallState
from submissions.entries.status import LIVE_ENTRIES, Decision, EntryStatus
from submissions.projects.models import Project

_WITH_THE_FILMMAKER = (EntryStatus.INCOMPLETE, EntryStatus.PENDING_PAYMENT, EntryStatus.CART)


# When the door from an entry to the screeners of its project closes.
AFTER_REFUSAL = timedelta(days=7)
CHOSEN = (Decision.SELECTED, Decision.CONFIRMED)
GOING_ON = (CallState.SCHEDULED, CallState.JUDGING, CallState.SUSPENDED)


def _password_changed_since():
    """Whether a password was changed after the entry was sent, or after its door was reopened."""
    later = Coalesce(OuterRef("grant__since"), OuterRef("submitted_at"))
    screeners = apps.get_model("submissions", "Screener").objects
    changed = screeners.filter(project=OuterRef("project"), password_changed_at__gt=later)
    return Exists(changed)


class SubmissionQuerySet(models.QuerySet):
    """Entries that are …"""

    def visible_to(self, user):
        """Those of one's own projects, and the sent ones of festivals that one reads for."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            Q(project__in=Project.objects.in_team_of(user))
            | Q(call__edition__festival__in=festivals_of(user, Permission.SEE_ENTRIES))
            & ~Q(entry_status=EntryStatus.CART)
        )

    def of_team(self, user):
        """Those of projects in whose team `user` is."""
        return self.filter(project__in=Project.objects.in_team_of(user))

    def withdrawable_by(self, user):
        """Those that `user` owns; whether the moment allows it is the action's to say."""
        return self.filter(project__in=Project.objects.owned_by(user))

    def received_by(self, user):
        """Those that the festivals of `user` received, whatever became of them."""
        return self.sent().filter(
            call__edition__festival__in=festivals_of(user, Permission.SEE_ENTRIES)
        )

    def decidable_by(self, user):
        return self.sent().filter(call__edition__festival__in=festivals_of(user, Permission.DECIDE))

    def releasable_by(self, user):
        return self.sent().filter(
            call__edition__festival__in=festivals_of(user, Permission.RELEASE)
        )

    def watchable_by(self, user):
        """Those whose screeners `user` may watch for a festival that has them; site staff as such
        may not.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        members = apps.get_model("festival", "Membership").objects
        festivals = members.granting(user, Permission.SEE_ENTRIES)
        return self.watchable().filter(call__edition__festival__in=festivals)

    def watchable(self, now=None):
        """Those whose door to the screeners is open: they are in, the round goes on or they were
        chosen, no refusal was released a week ago, and the filmmaker has not closed it.
        """
        now = now or timezone.now()
        refused = Q(released_decision=Decision.NOT_SELECTED, released_at__lt=now - AFTER_REFUSAL)
        chosen = Q(released_decision__in=CHOSEN)
        going_on = Q(call__state__in=GOING_ON) | Q(call__state=CallState.DECIDED) & chosen
        return (
            self.live()
            .filter(going_on)
            .exclude(refused)
            .exclude(grant__closed_at__isnull=False)
            .exclude(_password_changed_since())
        )

    def watched(self):
        """Those whose screener somebody of the festival has opened."""
        viewings = apps.get_model("submissions", "Viewing").objects
        return self.filter(Exists(viewings.filter(entry=OuterRef("pk"))))

    def unwatched(self):
        """Those that are in and whose screener nobody of the festival has opened."""
        return self.live().exclude(pk__in=self.watched().values("pk"))

    def for_watching(self):
        """With the project, its runtime and the frozen record."""
        return self.with_place().select_related("project__specs", "version")

    def sent(self):
        return self.exclude(entry_status=EntryStatus.CART)

    def live(self):
        return self.filter(entry_status__in=LIVE_ENTRIES)

    def drafts(self):
        return self.filter(entry_status=EntryStatus.CART)

    def standing_in_the_way(self):
        """Those because of which the project cannot be sent to the same category again."""
        return self.exclude(entry_status__in=[EntryStatus.WITHDRAWN, EntryStatus.CANCELLED])

    def live_from(self, user, call):
        """Those that `user` has sent to `call` and that are in."""
        return self.live().filter(submitted_by=user, call=call)

    def give_up(self) -> int:
        """Delete those that are still drafts once nobody else holds them; return how many.

        A delete alone would read the rows first and could meet one that was sent in between.
        """
        held = self.drafts().select_for_update(of=("self",))
        numbers = [row.pk for row in held.order_by("pk")]
        self.model.objects.drafts().filter(pk__in=numbers).delete()
        return len(numbers)

    def of_owner(self, user, call):
        """Those of the projects that `user` owns, in `call`."""
        return self.withdrawable_by(user).filter(call=call)

    def coded(self, codes):
        return self.filter(code__in=codes)

    def of(self, project, call):
        return self.filter(project=project, call=call)

    def in_play(self, project):
        """Those of the project that are in and not refused, with their place."""
        refused = Q(released_decision=Decision.NOT_SELECTED)
        return self.live().filter(project=project).exclude(refused).with_place()

    def at(self, user, slug, edition, project):
        """Those of the project with this code in an edition that `user` can see at this address."""
        editions = Edition.objects.visible_to(user).at(slug, edition)
        return self.filter(project__code=project, call__edition__in=editions)

    def undecided(self):
        return self.live().filter(decision=Decision.UNDECIDED)

    def unreleased(self):
        """Those whose present decision nobody outside has read, a decision taken back included."""
        return self.exclude(decision=Decision.UNDECIDED, released_decision="").exclude(
            decision=models.F("released_decision")
        )

    def with_place(self):
        """With category, call, edition and festival in the same query."""
        return self.select_related("category", "call__edition__festival")

    def for_board(self):
        """With their projects, the newest first."""
        return self.select_related("project").order_by("-begun_at", "-pk")

    def waiting_for(self, user, most=5):
        """The first few that wait for a step of `user`: a fee, a file, a confirmation, sending."""
        invited = Q(released_decision=Decision.SELECTED, entry_status__in=LIVE_ENTRIES)
        asked = Q(entry_status__in=_WITH_THE_FILMMAKER)
        soonest = models.F("wanted_by").asc(nulls_last=True)
        rows = self.of_team(user).filter(invited | asked).with_place()
        return rows.select_related("project").for_standing().order_by(soonest, "-pk")[:most]

    def for_page(self):
        """With all that the filmmaker's page of one entry shows beside its history."""
        rows = self.with_place().select_related("project", "version", "submitted_by")
        return rows.defer("version__canonical").for_standing()

    def for_desk(self):
        """With all that the festival's page of one entry shows beside its history."""
        return self.with_place().select_related("project__submitter", "version", "submitted_by")

    def with_version(self):
        """With the frozen version and the place in the same query."""
        return self.with_place().select_related("version")

    def for_standing(self, now=None):
        """With what `standing` reads: public awards, and the last step on the entry axis."""
        from submissions.entries.models import Award, StatusChange

        steps = StatusChange.objects.filter(submission=OuterRef("pk"), axis="entry_status")
        last = steps.order_by("-at", "-pk")
        return self.annotate(
            entry_reason=Subquery(last.values("reason")[:1]),
            entry_changed_at=Subquery(last.values("at")[:1]),
        ).prefetch_related(Prefetch("awards", Award.objects.public(now), to_attr="public_awards"))

    def locked(self):
        """Until the end of the transaction nobody else sends these, numbers their call, or saves
        their projects.

        PostgreSQL locks the rows; on SQLite a transaction that writes is alone anyway.
        """
        rows = self.with_place().select_related("project").order_by("pk")
        return rows.select_for_update(of=("self", "call", "project"), no_key=True)


class StatusChangeQuerySet(models.QuerySet):
    """Steps in the history of an entry; they are written once."""

    def update(self, **kwargs):
        raise TypeError("A step in the history of an entry is never changed")

    def for_filmmaker(self):
        """Steps of the entry axis, the begin of review, and only released decisions."""
        review = Q(axis="consideration", before="not_started")
        return self.filter(Q(axis="entry_status") | Q(axis="released_decision") | review)


class AwardQuerySet(models.QuerySet):
    """Results of the fourth axis that are …"""

    def public(self, now=None):
        """Those whose embargo is over; one without an instant stays inside the festival."""
        return self.filter(public_from__lte=now or timezone.now())
