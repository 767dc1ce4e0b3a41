"""People and teams on the festival desk."""

from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from festival.accounts.models import Membership, User
from festival.ui.admin import LabelledRows


class StaffOnly:
    """Mix into a ModelAdmin: nothing but site staff sees that the model exists."""

    def has_module_permission(self, request):
        return request.user.is_active and request.user.is_staff

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False

    def get_changelist_instance(self, request):
        """Head the list with the name of its rows, not with Django's "Select … to change"."""
        changelist = super().get_changelist_instance(request)
        changelist.title = capfirst(self.opts.verbose_name_plural)
        return changelist


class Memberships(StaffOnly, admin.TabularInline):
    model = Membership
    extra = 0
    template = "admin/edit_inline/rows.html"
    formset = LabelledRows

    def has_add_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_delete_permission(self, request, obj=None):
        return self.has_module_permission(request)


@admin.register(User)
class UserAdmin(StaffOnly, admin.ModelAdmin):
    """Name, standing and teams; a password is chosen by its owner and never here."""

    list_display = ["email", "name", "is_active", "is_staff", "date_joined", "last_login"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["email", "name"]
    fields = ["email", "name", "locale", "is_active", "is_staff", "date_joined", "last_login"]
    readonly_fields = ["email", "date_joined", "last_login"]
    inlines = [Memberships]
    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request):
        return False

    def get_readonly_fields(self, request, obj=None):
        """Keep people from closing or demoting themselves."""
        own = ["is_active", "is_staff"] if obj and obj.pk == request.user.pk else []
        return [*super().get_readonly_fields(request, obj), *own]


class AddressField(forms.ModelChoiceField):
    """A person by the address typed: no list of all people, and no script to search it."""

    widget = forms.EmailInput

    def __init__(self, **options):
        words = {"invalid_choice": _("No account has this address")}
        super().__init__(User.objects, to_field_name="email", error_messages=words, **options)

    def prepare_value(self, value):
        if isinstance(value, int):
            value = User.objects.filter(pk=value).first()
        return super().prepare_value(value)

    def to_python(self, value):
        return super().to_python(User.objects.normalize_email(value))


class MembershipForm(forms.ModelForm):
    user = AddressField(label=_("E-mail address of the account"))


@admin.register(Membership)
class MembershipAdmin(StaffOnly, admin.ModelAdmin):
    form = MembershipForm
    list_display = ["user", "festival", "role", "since"]
    list_filter = ["role"]
    search_fields = ["user__email", "user__name", "festival__name"]
    list_select_related = ["user", "festival"]
    show_full_result_count = False

    def has_delete_permission(self, request, obj=None):
        return self.has_module_permission(request)
