"""Entries on the desk: a list to work through; each entry has a page of its own, no form."""

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from festival.calls.clock import wall
from festival.ui.admin import Rows
from festival.ui.uploads.variants import WIDTHS
from festival.world import countries, durations
from festival.world.money import Money
from submissions.entries.models import Submission
from submissions.entries.workplace import bulk, filters, rows, views
from submissions.entries.workplace.reading import reading
from submissions.projects.pictures import cover_url, picture_url

_FILTERS = (
    filters.CallFilter,
    filters.CategoryFilter,
    filters.EntryFilter,
    filters.ConsiderationFilter,
    filters.DecisionFilter,
    filters.ReleaseFilter,
    filters.WatchedFilter,
    filters.SentFilter,
)


def _for_many(name, label):
    def action(desk, request, queryset):
        return views.rehearse(request, queryset, name)

    action.short_description = label
    action.__name__ = name
    return action


@admin.register(Submission)
class SubmissionAdmin(Rows):
    """The entries that the festivals of a person received; drafts are the filmmaker's own."""

    sees = "received_by"
    filter_keys = frozenset(kind.parameter_name for kind in _FILTERS)
    list_display = ["cover", "work", "category", "measures", "state", "fee", "sent"]
    list_display_links = None
    list_filter = _FILTERS
    search_fields = ["title"]
    search_help_text = _("Words of the title or the makers, or a tracking number")
    ordering = ["-submitted_at", "-id"]
    list_per_page = 40
    list_max_show_all = 40
    actions = [_for_many(name, label) for name, (_to, label) in bulk.STEPS.items()]

    def get_search_results(self, request, queryset, search_term):
        return rows.search(queryset, search_term), False

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        chosen = filters.call_chosen(request)
        changelist.title = str(chosen) if chosen else _("All editions")
        return changelist

    def get_queryset(self, request):
        found = super().get_queryset(request)
        match = request.resolver_match
        is_list = match and match.url_name == "submissions_submission_changelist"
        return rows.for_list(found) if is_list and request.method == "GET" else found

    def get_urls(self):
        door = self.admin_site.admin_view
        return [
            path("together/", door(views.carry_out), name="submissions_submission_together"),
            path("<int:pk>/change/", door(views.entry), name="submissions_submission_change"),
            path("<int:pk>/since/", door(views.differences), name="submissions_submission_since"),
            path("<int:pk>/<slug:deed>/do/", door(views.act), name="submissions_submission_do"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        row = self.row_or_404(request, object_id)
        return redirect(reverse("admin:submissions_submission_change", args=[row.pk]) + "#history")

    @admin.display(description=_("Cover"))
    def cover(self, row):
        poster = row.project.poster_code
        src = picture_url(poster, WIDTHS["poster"][0]) if poster else cover_url(row.project)
        return format_html(
            '<img class="mini" src="{}" alt="" width="32" height="48" loading="lazy">', src
        )

    @admin.display(description=_("Title"), ordering="title")
    def work(self, row):
        return format_html(
            '<a href="{}"><bdi>{}</bdi></a><small><bdi>{}</bdi> <span>{}</span></small>',
            reverse("admin:submissions_submission_change", args=[row.pk]),
            row.title,
            row.credit_line,
            row.tracking_number,
        )

    @admin.display(description=_("Runtime, country"))
    def measures(self, row):
        places = ", ".join(countries.name(code) for code in row.countries.split()[:3])
        length = durations.short(row.runtime) if row.runtime else ""
        return format_html("{}<small>{}</small>", length, places) if length else places

    @admin.display(description=_("Status"))
    def state(self, row):
        state = reading(row)
        pill = format_html('<span class="status is-{}">{}</span>', state.look, state.label)
        return format_html("{}<small>{}</small>", pill, state.note) if state.note else pill

    @admin.display(description=_("Fee"))
    def fee(self, row):
        if not row.fee_amount:
            return ""
        return Money(row.fee_amount, row.fee_currency).format(short=True)

    @admin.display(description=_("Sent"), ordering="submitted_at")
    def sent(self, row):
        zone = row.call.time_zone
        at = wall(row.submitted_at, zone)
        return format_html(
            '<time datetime="{}" title="{}">{}</time>',
            at.isoformat(timespec="seconds"),
            f"{date_format(at, 'H:i')} {zone}",
            date_format(at, "j M Y"),
        )
