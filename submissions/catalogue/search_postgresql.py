"""Words as PostgreSQL's text search reads them, without its parsers and dictionaries."""

from django.db.models import BooleanField, Func


class Has(Func):
    """True where the column has what the expression asks for.

    The left side is spelled as in the GIN indexes of migration 0002, or they are not used.
    """

    output_field = BooleanField()

    def as_sql(self, compiler, connection):
        column, wanted = self.source_expressions
        left, left_params = compiler.compile(column)
        right, right_params = compiler.compile(wanted)
        sql = f"array_to_tsvector(string_to_array({left}, ' ')) @@ {right}::tsquery"
        return sql, [*left_params, *right_params]


def expression(words: list[str], *, open_end: bool) -> str:
    """Return the tsquery text that asks for all `words`, the last one as the start of a word."""
    parts = [f"'{word}'" for word in words]
    if open_end:
        parts[-1] += ":*"
    return " & ".join(parts)
