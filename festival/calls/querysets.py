"""Who may see or run which festivals and calls, and what a word means of them."""

from django.db import models
from django.db.models import F, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

from festival.accounts.roles import Permission, festivals_of
from festival.calls.vocabulary import PUBLIC_CALL_STATES, CallState, Verification


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

    def run_by(self, user):
        """Those whose own page and team `user` may change."""
        return self.filter(pk__in=festivals_of(user, Permission.EDIT_FESTIVAL))

    def editable_by(self, user):
        return self.filter(pk__in=festivals_of(user, Permission.EDIT_CALL))

    def open_calls_first(self, now=None):
        """Those whose call takes entries now, the next to close first, then all others by name.

        Each row has `open_call`, the number of that call or None.
        """
        from festival.calls.models import Call

        calls = Call.objects.open(now).filter(edition__festival=OuterRef("pk"))
        calls = calls.order_by("closes_at")
        return self.annotate(
            open_call=Subquery(calls.values("pk")[:1]),
            closes_next=Subquery(calls.values("closes_at")[:1]),
        ).order_by(F("closes_next").asc(nulls_last=True), "name", "pk")


class EditionQuerySet(models.QuerySet):
    """Editions that are …"""

    def of_festival(self, festival):
        return self.filter(festival=festival).select_related("festival")

    def at(self, slug, edition):
        """The one at the address of `edition` under the festival at `slug`."""
        return self.filter(festival__slug=slug, slug=edition)

    def with_place(self):
        """With festival and call in the same query."""
        return self.select_related("festival", "call")

    def visible_to(self, user):
        if user.is_authenticated and user.is_staff:
            return self
        seen = Q(festival__is_listed=True, call__state__in=PUBLIC_CALL_STATES) | Q(
            festival__is_listed=True, call__isnull=True
        )
        if user.is_authenticated:
            seen |= Q(festival__in=festivals_of(user, Permission.SEE_FESTIVAL))
        return self.filter(seen)

    def without_call(self):
        return self.filter(call__isnull=True)

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
        return self.filter(
            state=CallState.SCHEDULED, opens_at__lte=now, closes_at__gte=now
        ).exclude(edition__festival__verification=Verification.SUSPENDED)

    def with_prices(self):
        """With edition, festival, deadlines, and the categories that take entries with fees."""
        return self.select_related("edition__festival").prefetch_related(*_prices())

    def with_conditions(self):
        """With edition, festival and the categories that take entries, the next to close first."""
        from festival.calls.models import Category

        active = Prefetch("categories", Category.objects.active())
        rows = self.select_related("edition__festival").prefetch_related(active)
        return rows.order_by("closes_at", "pk")

    def closing_soon(self, now=None):
        """Open calls of listed festivals, the next to close first, with what a teaser shows."""
        return (
            self.open(now)
            .filter(edition__festival__is_listed=True)
            .select_related("edition__festival")
            .order_by("closes_at")
        )


class CategoryQuerySet(models.QuerySet):
    """Categories that are …"""

    def active(self):
        return self.filter(is_active=True)

    def with_fees(self):
        """With the fees and their deadlines, in one more query for all."""
        from festival.calls.models import Fee

        return self.prefetch_related(Prefetch("fees", Fee.objects.select_related("deadline")))


def call_of(edition):
    """Return the call of `edition` (see EditionQuerySet.with_place) with its prices, or None."""
    call = getattr(edition, "call", None)
    if call is not None:
        models.prefetch_related_objects([call], *_prices())
    return call


def _prices():
    from festival.calls.models import Category

    return "deadlines", Prefetch("categories", Category.objects.active().with_fees())
