"""Words as SQLite's FTS5 reads them."""

from django.db.models import BooleanField, Func


class Has(Func):
    """True where the column has what the expression asks for."""

    template = "%(expressions)s"
    arg_joiner = " MATCH "
    output_field = BooleanField()


def expression(words: list[str], *, open_end: bool) -> str:
    """Return the MATCH text that asks for all `words`, the last one as the start of a word."""
    parts = [f'"{word}"' for word in words]
    if open_end:
        parts[-1] += "*"
    return " AND ".join(parts)
