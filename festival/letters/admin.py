"""The outbox on the desk: to look at, and to try again."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from festival.accounts.admin import StaffOnly
from festival.letters import actions
from festival.letters.models import Letter


@admin.register(Letter)
class LetterAdmin(StaffOnly, admin.ModelAdmin):
    """Read only; a letter with a code or a link into an account never shows its text."""

    list_display = ["subject_line", "to_address", "state", "attempts", "created_at", "sent_at"]
    list_filter = ["state", "event"]
    search_fields = ["to_address", "key"]
    date_hierarchy = None
    show_full_result_count = False
    list_per_page = 50
    actions = ["try_again"]
    fields = [
        "subject_line",
        "to_address",
        "event",
        "state",
        "attempts",
        "last_error",
        "created_at",
        "not_before",
        "sent_at",
        "message_id",
        "body",
    ]
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        """Let staff run the action; the page of one letter has nothing to change."""
        return obj is None and self.has_module_permission(request)

    @admin.display(description=_("Subject"), ordering="subject")
    def subject_line(self, letter):
        return _("Letter about an account") if letter.opens_an_account else letter.subject

    @admin.display(description=_("Text"))
    def body(self, letter):
        return _("Not shown") if letter.opens_an_account else letter.text

    @admin.action(description=_("Try to send again"))
    def try_again(self, request, queryset):
        tried = sum(actions.retry(letter, by=request.user) for letter in queryset)
        text = ngettext("%d letter waits again", "%d letters wait again", tried) % tried
        self.message_user(request, text, messages.SUCCESS)
