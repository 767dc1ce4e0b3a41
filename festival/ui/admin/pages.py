"""Pages of a list whose length nobody has to know exactly."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

LIMIT = 10_000


class CappedPaginator(Paginator):
    """Count up to 10,000 rows; a longer list is "more than" that, and its pages end there."""

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if not hasattr(rows, "order_by"):
            return super().count
        return rows.order_by()[: LIMIT + 1].count()

    @property
    def is_capped(self) -> bool:
        return self.count > LIMIT
