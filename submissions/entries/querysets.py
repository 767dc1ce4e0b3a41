"""Who may see or decide which entries, and what a word means of them."""

from django.db import models
from django.db.models import Q

from festival.accounts.roles import Permission, festivals_of
from submissions.entries.status import LIVE_ENTRIES, Decision, EntryStatus
from submissions.projects.models import Project


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

    def sent(self):
        return self.exclude(entry_status=EntryStatus.CART)

    def live(self):
        return self.filter(entry_status__in=LIVE_ENTRIES)

    def undecided(self):
        return self.live().filter(decision=Decision.UNDECIDED)

    def unreleased(self):
        """Decided ones whose present decision nobody outside has read."""
        return self.exclude(decision=Decision.UNDECIDED).exclude(
            decision=models.F("released_decision")
        )

    def with_place(self):
        """With category, call, edition and festival in the same query."""
        return self.select_related("category", "call__edition__festival")


class StatusChangeQuerySet(models.QuerySet):
    """Steps in the history of an entry; they are written once."""

    def update(self, **kwargs):
        raise TypeError("A step in the history of an entry is never changed")

    def for_filmmaker(self):
        """Steps of the entry axis, and of the decision axis only those that were released."""
        return self.filter(Q(axis="entry_status") | Q(axis="released_decision"))
