"""Add the full-text index and the counting of filter values, in the words of each engine.

Rebuilding submissions_listing or submissions_listingfacet on SQLite, as many changes of a table
do there, loses their triggers: such a migration must run `forwards` again.
"""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE submissions_match USING fts5(names, words,"
    " tokenize='unicode61 remove_diacritics 0', prefix='3', detail='column')",
    "CREATE TRIGGER listing_gone AFTER DELETE ON submissions_listing BEGIN"
    " DELETE FROM submissions_match WHERE rowid = old.place; END",
    "CREATE TRIGGER listing_facet_new AFTER INSERT ON submissions_listingfacet BEGIN"
    " UPDATE submissions_facetvalue SET count = count + 1 WHERE id = new.value_id; END",
    "CREATE TRIGGER listing_facet_gone AFTER DELETE ON submissions_listingfacet BEGIN"
    " UPDATE submissions_facetvalue SET count = count - 1 WHERE id = old.value_id; END",
]
SQLITE_BACK = [
    "DROP TRIGGER listing_facet_gone",
    "DROP TRIGGER listing_facet_new",
    "DROP TRIGGER listing_gone",
    "DROP TABLE submissions_match",
]

_COUNTED = (
    "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " UPDATE submissions_facetvalue AS v SET count = v.count {sign} c.n"
    " FROM (SELECT value_id, count(*) AS n FROM changed GROUP BY value_id) AS c"
    " WHERE v.id = c.value_id; RETURN NULL; END $$"
)
POSTGRESQL = [
    "CREATE TABLE submissions_match (rowid bigint PRIMARY KEY, names text NOT NULL,"
    " words text NOT NULL)",
    "CREATE INDEX match_names ON submissions_match"
    " USING gin (array_to_tsvector(string_to_array(names, ' ')))",
    "CREATE INDEX match_words ON submissions_match"
    " USING gin (array_to_tsvector(string_to_array(words, ' ')))",
    # No foreign key: a TRUNCATE of the listings alone would be refused.
    "CREATE FUNCTION listing_gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF TG_OP = 'TRUNCATE' THEN TRUNCATE submissions_match;"
    " ELSE DELETE FROM submissions_match WHERE rowid = old.place; END IF;"
    " RETURN NULL; END $$",
    "CREATE TRIGGER listing_gone AFTER DELETE ON submissions_listing"
    " FOR EACH ROW EXECUTE FUNCTION listing_gone()",
    "CREATE TRIGGER listing_all_gone AFTER TRUNCATE ON submissions_listing"
    " FOR EACH STATEMENT EXECUTE FUNCTION listing_gone()",
    _COUNTED.format(name="listing_facet_new", sign="+"),
    _COUNTED.format(name="listing_facet_gone", sign="-"),
    "CREATE TRIGGER listing_facet_new AFTER INSERT ON submissions_listingfacet"
    " REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listing_facet_new()",
    "CREATE TRIGGER listing_facet_gone AFTER DELETE ON submissions_listingfacet"
    " REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listing_facet_gone()",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER listing_facet_gone ON submissions_listingfacet",
    "DROP TRIGGER listing_facet_new ON submissions_listingfacet",
    "DROP TRIGGER listing_all_gone ON submissions_listing",
    "DROP TRIGGER listing_gone ON submissions_listing",
    "DROP FUNCTION listing_facet_gone()",
    "DROP FUNCTION listing_facet_new()",
    "DROP FUNCTION listing_gone()",
    "DROP TABLE submissions_match",
]


def forwards(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def backwards(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def _run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("submissions", "0002_catalogue")]

    operations = [migrations.RunPython(forwards, backwards)]
