"""Festivals, editions and calls on the desk, each for the people of its festival."""

import zoneinfo

from django.contrib import admin, messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.accounts.models import Membership
from festival.accounts.team import MemberForm, TeamRows
from festival.calls import actions
from festival.calls.clock import wall
from festival.calls.forms import (
    CallForm,
    CategoryForm,
    CategoryRows,
    DeadlineForm,
    DeadlineRows,
    EditionForm,
    FestivalForm,
)
from festival.calls.models import Call, Category, Deadline, Edition, Festival
from festival.ui.admin import InlineRows, Rows, TableRows
from festival.ui.admin.instants import comes_twice


class Team(TableRows):
    """Who does what at the festival; people come in by their address."""

    model = Membership
    form, formset = MemberForm, TeamRows
    fields = ("email", "role")
    verbose_name_plural = _("team")


@admin.register(Festival)
class FestivalAdmin(Rows):
    sees, changes = "editable_by", "run_by"
    form = FestivalForm
    list_display = ["name", "city", "is_listed", "verification"]
    search_fields = ["name"]

    def has_add_permission(self, request):
        return request.user.is_staff

    def get_fields(self, request, obj=None):
        return FestivalForm.Meta.fields

    def get_readonly_fields(self, request, obj=None):
        return () if request.user.is_staff else ("verification",)

    def get_inlines(self, request, obj):
        return [Team] if obj and self.has_change_permission(request, obj) else []


class OfFestival(Rows):
    """Rows that belong to a festival, which is chosen once."""

    sees = changes = adds = "editable_by"
    parent = ""

    def get_readonly_fields(self, request, obj=None):
        return (self.parent,) if obj else ()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        rows = db_field.related_model._default_manager
        kwargs["queryset"] = self.parents(rows, request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def parents(self, rows, user):
        return rows.editable_by(user)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if self.parent in form.base_fields:
            for link in ("can_add_related", "can_change_related", "can_view_related"):
                setattr(form.base_fields[self.parent].widget, link, False)
        return form


@admin.register(Edition)
class EditionAdmin(OfFestival):
    parent = "festival"
    form = EditionForm
    fields = EditionForm.Meta.fields
    list_display = ["__str__", "starts_on", "ends_on", "mode"]
    list_select_related = ["festival"]
    search_fields = ["festival__name", "slug"]


class Categories(InlineRows, admin.StackedInline):
    model = Category
    form, formset = CategoryForm, CategoryRows
    fields = (
        ("name", "is_active", "position"),
        "description",
        "kinds",
        "types",
        ("runtime_min", "runtime_max"),
        ("completed_from", "countries"),
        ("first_time_only", "student_only"),
        "premiere",
    )


class Deadlines(TableRows):
    model = Deadline
    form, formset = DeadlineForm, DeadlineRows
    fields = DeadlineForm.Meta.fields


@admin.register(Call)
class CallAdmin(OfFestival):
    """A call with its categories, price phases and fees, all in the time of the festival."""

    parent = "edition"
    form = CallForm
    change_form_template = "admin/festival/call/change_form.html"
    inlines = [Categories, Deadlines]
    fieldsets = (
        (None, {"fields": ("edition", ("state", "suspended_reason"))}),
        (
            _("Dates"),
            {
                "fields": (
                    "time_zone",
                    ("opens_at", "closes_at"),
                    ("notification_on", "grace_minutes"),
                )
            },
        ),
        (
            _("Terms"),
            {"fields": ("kinds", "rules", ("max_per_filmmaker", "contact_email"))},
        ),
        (
            _("Money and promises"),
            {
                "fields": (
                    ("currency", "screening_fee"),
                    "payment_instructions",
                    "refund_rule",
                    ("viewings_promised", "feedback_promised"),
                    "tracking_prefix",
                )
            },
        ),
    )
    list_display = ["__str__", "state", "opens", "closes"]
    list_select_related = ["edition__festival"]
    search_fields = ["edition__festival__name"]
    ordering = ["-closes_at", "-id"]

    def parents(self, rows, user):
        return rows.editable_by(user).without_call().select_related("festival")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Read and show every instant in the time zone of the call."""
        with timezone.override(self._zone(request, object_id)):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            # While the time zone is in force; later it would be the server's again.
            return response.render() if hasattr(response, "render") else response

    def _zone(self, request, object_id):
        call = self.row_or_404(request, object_id) if object_id else Call()
        asked = request.POST.get("time_zone", call.time_zone)
        name = asked if asked in zoneinfo.available_timezones() else "UTC"
        return zoneinfo.ZoneInfo(name)

    def save_model(self, request, obj, form, change):
        was = form.initial.get("state", obj.state)
        actions.save_call(call=obj, rules_changed="rules" in form.changed_data, was=was)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        actions.set_fees(call=form.instance, fees=form.fees)
        self._tell_what_comes_twice(request, form.instance)

    def _tell_what_comes_twice(self, request, call):
        zone = zoneinfo.ZoneInfo(call.time_zone)
        ends = [row.ends_at for row in call.deadlines.all()]
        for at in filter(None, (call.opens_at, call.closes_at, *ends)):
            if comes_twice(at, zone):
                text = _t("The clocks go back then: %(time)s comes twice. UTC%(shift)s is meant")
                local = at.astimezone(zone)
                shown = {"time": f"{local:%H:%M}", "shift": f"{local:%z}"}
                self.message_user(request, text % shown, messages.WARNING)

    @admin.display(description=_("Opens"), ordering="opens_at")
    def opens(self, call):
        return _in_its_zone(call.opens_at, call)

    @admin.display(description=_("Closes"), ordering="closes_at")
    def closes(self, call):
        return _in_its_zone(call.closes_at, call)


def _in_its_zone(at, call) -> str:
    if at is None:
        return ""
    return f"{date_format(wall(at, call.time_zone), 'j M Y, H:i')} {call.time_zone}"
