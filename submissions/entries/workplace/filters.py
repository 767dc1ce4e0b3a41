"""The filters of the list of entries; a value that does not fit changes nothing."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from submissions.entries.status import Consideration, Decision, EntryStatus
from submissions.entries.workplace.rows import calls_of, is_number

ALL = "all"


def calls_seen(request):
    """Return the calls whose entries the person reads, looked up once for a request."""
    if not hasattr(request, "calls_seen"):
        request.calls_seen = calls_of(request.user)
    return request.calls_seen


def call_chosen(request):
    """Return the call that the list shows: the one asked for, else the last; None for all."""
    calls, asked = calls_seen(request), request.GET.get("call", "")
    if asked == ALL or not calls:
        return None
    return next((call for call in calls if str(call.pk) == asked), calls[0])


class CallFilter(admin.SimpleListFilter):
    """One edition at a time, because only that stays quick; all of them only on demand."""

    title, parameter_name = _("edition"), "call"

    def __init__(self, request, params, model, model_admin):
        self.chosen = call_chosen(request)
        super().__init__(request, params, model, model_admin)

    def lookups(self, request, model_admin):
        return [(str(call.pk), str(call)) for call in calls_seen(request)]

    def queryset(self, request, queryset):
        # A number is unique on the site, whatever edition the list shows.
        if self.chosen is None or is_number(request.GET.get("q", "")):
            return queryset
        return queryset.filter(call=self.chosen.pk)

    def choices(self, changelist):
        for value, title in self.lookup_choices:
            yield {
                "selected": bool(self.chosen) and str(self.chosen.pk) == value,
                "query_string": changelist.get_query_string(
                    {self.parameter_name: value}, ["category", "p"]
                ),
                "display": title,
            }
        if len(self.lookup_choices) > 1:
            yield {
                "selected": self.chosen is None,
                "query_string": changelist.get_query_string(
                    {self.parameter_name: ALL}, ["category", "p"]
                ),
                "display": _("All editions"),
            }


class CategoryFilter(admin.SimpleListFilter):
    title, parameter_name = _("category"), "category"

    def lookups(self, request, model_admin):
        call = call_chosen(request)
        if call is None:
            return []
        return [(str(row.pk), row.name) for row in call.categories.all()]

    def queryset(self, request, queryset):
        known = dict(self.lookup_choices)
        return queryset.filter(category=self.value()) if self.value() in known else queryset


class ChoiceFilter(admin.SimpleListFilter):
    """A filter over some values of one column."""

    column, values = "", ()

    def lookups(self, request, model_admin):
        return [(value.value, value.label) for value in self.values]

    def queryset(self, request, queryset):
        known = dict(self.lookup_choices)
        return queryset.filter(**{self.column: self.value()}) if self.value() in known else queryset


class EntryFilter(ChoiceFilter):
    title, parameter_name, column = _("entry"), "entry", "entry_status"
    values = tuple(value for value in EntryStatus if value is not EntryStatus.CART)


class ConsiderationFilter(ChoiceFilter):
    title, parameter_name, column = _("review"), "review", "consideration"
    values = tuple(Consideration)


class DecisionFilter(ChoiceFilter):
    title, parameter_name, column = _("decision"), "decision", "decision"
    values = tuple(Decision)


class ReleaseFilter(admin.SimpleListFilter):
    title, parameter_name = _("release"), "release"

    def lookups(self, request, model_admin):
        return [("waiting", _("Not released yet"))]

    def queryset(self, request, queryset):
        return queryset.unreleased() if self.value() == "waiting" else queryset


class WatchedFilter(admin.SimpleListFilter):
    """What the ledger of viewings says of the screener."""

    title, parameter_name = _("screener"), "watched"

    def lookups(self, request, model_admin):
        return [("no", _("Nobody watched it yet")), ("yes", _("Somebody watched it"))]

    def queryset(self, request, queryset):
        found = {"no": queryset.unwatched, "yes": queryset.watched}.get(self.value())
        return found() if found else queryset


class SentFilter(admin.SimpleListFilter):
    """Ranges of the sent instant, each read from its index; no list of days has to be made."""

    title, parameter_name = _("sent"), "sent"
    days = {"1": _("Last 24 hours"), "7": _("Last 7 days"), "30": _("Last 30 days")}

    def lookups(self, request, model_admin):
        return list(self.days.items())

    def queryset(self, request, queryset):
        if self.value() not in self.days:
            return queryset
        return queryset.filter(submitted_at__gte=timezone.now() - timedelta(days=int(self.value())))
