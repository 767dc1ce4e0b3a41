"""Projects and their versions on the desk: for site staff, to look at and never to change."""

import logging

from django.contrib import admin
from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from festival.ui.admin import StaffRows
from festival.ui.uploads.variants import WIDTHS
from submissions.projects.history_lines import newest_lines
from submissions.projects.models import Project, ProjectVersion
from submissions.projects.pictures import cover_url, picture_url
from submissions.projects.presentation import present
from submissions.projects.presentation.player import with_player
from submissions.projects.visibility import Audience
from submissions.projects.vocabulary import ProjectKind, ProjectStatus

looks = logging.getLogger("foyer.looks")


class KindFilter(admin.SimpleListFilter):
    title, parameter_name, column, values = _("kind"), "kind", "kind", ProjectKind

    def lookups(self, request, model_admin):
        return self.values.choices

    def queryset(self, request, queryset):
        asked = self.value()
        return queryset.filter(**{self.column: asked}) if asked in self.values else queryset


class StatusFilter(KindFilter):
    title, parameter_name, column, values = _("status"), "status", "status", ProjectStatus


@admin.register(Project)
class ProjectAdmin(StaffRows):
    """Every look at a project that is not public is written to the log."""

    filter_keys = frozenset({"kind", "status"})
    list_display = ["cover", "name", "kind", "status", "owner", "changed"]
    list_display_links = None
    list_filter = [KindFilter, StatusFilter]
    search_fields = ["title"]
    search_help_text = _("The beginning of the title, or the code")
    list_select_related = ["created_by"]
    ordering = ["-id"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.titled(search_term), False

    def get_urls(self):
        door = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/change/", door(with_player(self.page)), name="submissions_project_change"
            ),
            path(
                "<int:pk>/versions/<int:number>/",
                door(with_player(self.page)),
                name="submissions_project_version",
            ),
            *super().get_urls(),
        ]

    def page(self, request, pk, number=None):
        """Show a project as its team reads it, now or as one version froze it."""
        if not self.has_view_permission(request):
            raise Http404
        project = self.row_or_404(request, str(pk))
        versions = list(project.versions.defer("canonical").select_related("created_by"))
        if number is not None and number not in {version.number for version in versions}:
            raise Http404
        record = self._record(project, number)
        looks.info("%s looks at project %s, version %s", request.user.pk, project.code, number)
        context = {"project": project, "versions": versions, "number": number}
        context |= present(record, Audience.TEAM)
        context["lines"] = newest_lines(project)
        return render(request, "submissions/projects/desk.html", context)

    def _record(self, project, number):
        if number is None:
            return project.current_record()
        return project.versions.get(number=number).record

    @admin.display(description=_("Cover"))
    def cover(self, row):
        src = picture_url(row.poster_code, WIDTHS["poster"][0]) if row.poster_code else ""
        return format_html(
            '<img class="mini" src="{}" alt="" width="32" height="48" loading="lazy">',
            src or cover_url(row),
        )

    @admin.display(description=_("Title"))
    def name(self, row):
        return format_html(
            '<a href="{}"><bdi>{}</bdi></a><small><bdi>{}</bdi></small>',
            reverse("admin:submissions_project_change", args=[row.pk]),
            row.title,
            row.credit_line,
        )

    @admin.display(description=_("By"))
    def owner(self, row):
        return row.created_by.email

    @admin.display(description=_("Changed"))
    def changed(self, row):
        return date_format(row.changed_at, "j M Y, H:i")


@admin.register(ProjectVersion)
class VersionAdmin(StaffRows):
    """The list of frozen versions; each opens on the page of its project."""

    list_display = ["title", "number", "sha256", "created_at"]
    list_display_links = None
    list_select_related = ["project"]
    ordering = ["-id"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("canonical")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        version = self.row_or_404(request, object_id)
        desk = self.admin_site.get_model_admin(Project)
        return with_player(desk.page)(request, version.project_id, version.number)

    @admin.display(description=_("Project"))
    def title(self, version):
        address = reverse(
            "admin:submissions_project_version", args=[version.project_id, version.number]
        )
        return format_html('<a href="{}"><bdi>{}</bdi></a>', address, version.project.title)
