"""Who may see or run which festivals and calls, and what a word means of them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from festival.accounts.roles import Permission, festivals_of
from festival.calls.vocabulary import PUBLIC_CALL_STATES, CallState


class FestivalQuerySet(models.QuerySet):
    """Festivals that are …"""

    def listed(self):
        return self.filter(is_listed=True)

    def visible_to(self, user):
        """Listed ones, and those that `user` works for."""
        if not user.is_authenticated:
            return self.listed()
        if user.is_staff:
            return self
        return self.filter(
            Q(is_listed=True) | Q(pk__in=festivals_of(user, Permission.SEE_FESTIVAL))
        )

    def editable_by(self, user):
        return self.filter(pk__in=festivals_of(user, Permission.EDIT_CALL))


class EditionQuerySet(models.QuerySet):
    """Editions that are …"""

    def visible_to(self, user):
        if user.is_authenticated and user.is_staff:
            return self
        seen = Q(festival__is_listed=True, call__state__in=PUBLIC_CALL_STATES) | Q(
            festival__is_listed=True, call__isnull=True
        )
        if user.is_authenticated:
            seen |= Q(festival__in=festivals_of(user, Permission.SEE_FESTIVAL))
        return self.filter(seen)

    def editable_by(self, user):
        return self.filter(festival__in=festivals_of(user, Permission.EDIT_CALL))


class CallQuerySet(models.QuerySet):
    """Calls that are …"""

    def visible_to(self, user):
        if user.is_authenticated and user.is_staff:
            return self
        seen = Q(edition__festival__is_listed=True, state__in=PUBLIC_CALL_STATES)
        if user.is_authenticated:
            seen |= Q(edition__festival__in=festivals_of(user, Permission.SEE_FESTIVAL))
        return self.filter(seen)

    def editable_by(self, user):
        return self.filter(edition__festival__in=festivals_of(user, Permission.EDIT_CALL))

    def open(self, now=None):
        """Calls that take entries at `now`, an aware instant."""
        now = now or timezone.now()
        return self.filter(state=CallState.SCHEDULED, opens_at__lte=now, closes_at__gte=now)

    def closing_soon(self, now=None):
        """Open calls of listed festivals, the next to close first, with what a teaser shows."""
        return (
            self.open(now)
            .filter(edition__festival__is_listed=True)
            .select_related("edition__festival")
            .order_by("closes_at")
        )
