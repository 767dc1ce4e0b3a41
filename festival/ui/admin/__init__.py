"""What the desks of both apps share: rows by QuerySet, pages without counting, labelled rows."""

from festival.ui.admin.inlines import InlineRows, LabelledRows, TableRows
from festival.ui.admin.pages import CappedPaginator
from festival.ui.admin.rows import Rows, StaffRows

__all__ = ["CappedPaginator", "InlineRows", "LabelledRows", "Rows", "StaffRows", "TableRows"]
