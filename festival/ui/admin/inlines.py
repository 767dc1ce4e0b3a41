"""Rows inside the form of another row, with the rights of that row."""

from django.contrib.admin import TabularInline
from django.forms.models import BaseInlineFormSet


class LabelledRows(BaseInlineFormSet):
    """Give each control in a table its name: a column heading alone labels nothing."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name, field in form.fields.items():
            if not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", str(field.label or name))


class InlineRows:
    """Mix into an inline: whoever may change the parent row may change these."""

    extra = 0
    formset = LabelledRows

    def _parent(self):
        return self.admin_site.get_model_admin(self.parent_model)

    def has_view_permission(self, request, obj=None):
        return self._parent().has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._parent().has_change_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self._parent().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._parent().has_change_permission(request, obj)


class TableRows(InlineRows, TabularInline):
    """Rows of a table whose controls and headings all have names."""

    template = "admin/edit_inline/rows.html"
