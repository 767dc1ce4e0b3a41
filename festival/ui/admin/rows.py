"""A ModelAdmin whose rows and rights come from the QuerySet methods that the pages use too."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import IS_POPUP_VAR, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.http import Http404
from django.utils.text import capfirst

from festival.ui.admin.pages import CappedPaginator

_LIST_KEYS = frozenset({SEARCH_VAR, ORDER_VAR, PAGE_VAR, IS_POPUP_VAR, "_to_field"})


class Rows(admin.ModelAdmin):
    """Show the rows of `sees` and let people change those of `changes`, both QuerySet methods.

    A row outside `sees` does not exist on any page of the desk; no method means nobody may.
    `filter_keys` are the only names that a list reads from its address besides Django's own.
    """

    sees = "visible_to"
    changes = ""
    adds = ""
    deletes = ""
    filter_keys: frozenset = frozenset()

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    list_per_page = 50
    list_max_show_all = 50

    def get_queryset(self, request):
        return getattr(super().get_queryset(request), self.sees)(request.user)

    def has_module_permission(self, request):
        return self.holds(request, self.sees)

    def has_view_permission(self, request, obj=None):
        return self.holds(request, self.sees, obj)

    def has_change_permission(self, request, obj=None):
        return self.holds(request, self.changes, obj)

    def has_add_permission(self, request):
        return self.holds(request, self.adds)

    def has_delete_permission(self, request, obj=None):
        return self.holds(request, self.deletes, obj)

    def holds(self, request, method, obj=None) -> bool:
        """Return whether `obj` is in the QuerySet `method` of the person; one query per row."""
        user = request.user
        if not (method and user.is_authenticated and user.is_active and user.may_enter_desk):
            return False
        if obj is None or obj.pk is None:
            return True
        known = request.__dict__.setdefault("rows_held", {})
        key = (method, self.opts.label, obj.pk)
        if key not in known:
            rows = getattr(self.model._default_manager, method)(user)
            known[key] = rows.filter(pk=obj.pk).exists()
        return known[key]

    def changelist_view(self, request, extra_context=None):
        """Read only the known names: a lookup of the ORM in the address changes nothing."""
        known = request.GET.copy()
        for key in set(known) - _LIST_KEYS - self.filter_keys:
            del known[key]
        request.GET = known
        return super().changelist_view(request, extra_context)

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        changelist.title = capfirst(self.opts.verbose_name_plural)
        return changelist

    def delete_view(self, request, object_id, extra_context=None):
        self.row_or_404(request, object_id)
        return super().delete_view(request, object_id, extra_context)

    def row_or_404(self, request, object_id):
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        return row

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        raise Http404


class StaffRows(Rows):
    """Rows for site staff alone."""

    def holds(self, request, method, obj=None) -> bool:
        return request.user.is_staff and super().holds(request, method, obj)
