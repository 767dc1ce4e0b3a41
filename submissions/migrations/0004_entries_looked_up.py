"""Entries are looked up by folded names, and all of them are listed by their instant."""

import json

from django.db import migrations, models

from festival.world.folding import fold


def fold_names(apps, schema_editor):
    """Write the folded names of entries that were sent before there was a column for them."""
    Submission = apps.get_model("submissions", "Submission")
    rows = Submission.objects.using(schema_editor.connection.alias)
    sent = rows.filter(version__isnull=False).select_related("version").order_by("pk")
    batch = []
    for row in sent.iterator(chunk_size=500):
        original = json.loads(row.version.canonical)["identity"].get("title_original") or ""
        row.folded = fold(f"{row.title} {original} {row.credit_line}")[:1000]
        batch.append(row)
        if len(batch) == 500:
            rows.bulk_update(batch, ["folded"])
            batch = []
    rows.bulk_update(batch, ["folded"])


class Migration(migrations.Migration):
    dependencies = [
        ("festival", "0001_initial"),
        ("submissions", "0003_catalogue_engine"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="folded",
            field=models.CharField(default="", editable=False, max_length=1000),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["-submitted_at", "-id"], name="submission_newest_of_all"),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop, elidable=True),
    ]
