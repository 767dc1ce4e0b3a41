"""A screener gets a code of its own, and the looks at its link are kept."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import festival.ui.fields

STATES = [
    ("unknown", "Not known yet"),
    ("ok", "It answers"),
    ("slow", "It answers slowly"),
    ("wrong_length", "Another length"),
    ("needs_password", "Asks for a password"),
    ("dead", "It does not answer"),
]
KNOWN = [state for state, _label in STATES]


def give_codes(apps, schema_editor):
    """Give each screener that is there a code that nobody can guess."""
    Screener = apps.get_model("submissions", "Screener")
    rows = Screener.objects.using(schema_editor.connection.alias)
    batch = []
    for row in rows.only("pk").order_by("pk").iterator(chunk_size=500):
        row.code = festival.ui.fields.new_code()
        batch.append(row)
        if len(batch) == 500:
            rows.bulk_update(batch, ["code"])
            batch = []
    rows.bulk_update(batch, ["code"])


class Migration(migrations.Migration):
    dependencies = [("submissions", "0005_history_and_invitations")]

    operations = [
        migrations.AddField(
            model_name="screener",
            name="code",
            field=models.CharField(default="", editable=False, max_length=10),
        ),
        migrations.RunPython(give_codes, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="screener",
            name="code",
            field=festival.ui.fields.CodeField(
                default=festival.ui.fields.new_code, editable=False, max_length=10, unique=True
            ),
        ),
        migrations.AddField(
            model_name="screener",
            name="check_state",
            field=models.CharField(
                choices=STATES, default="unknown", editable=False, max_length=16
            ),
        ),
        migrations.AddField(
            model_name="screener",
            name="check_leased_until",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="screener",
            constraint=models.CheckConstraint(
                condition=models.Q(("check_state__in", KNOWN)), name="a_link_state_is_known"
            ),
        ),
        migrations.CreateModel(
            name="LinkCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("state", models.CharField(choices=STATES, max_length=16)),
                (
                    "status",
                    models.PositiveSmallIntegerField(null=True, verbose_name="HTTP status"),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "duration",
                    models.PositiveIntegerField(
                        null=True, verbose_name="length that the page gives"
                    ),
                ),
                (
                    "screener",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="submissions.screener",
                    ),
                ),
            ],
            options={
                "verbose_name": "look at a link",
                "verbose_name_plural": "looks at links",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.AddIndex(
            model_name="linkcheck",
            index=models.Index(fields=["screener", "-at"], name="check_by_screener"),
        ),
        migrations.AddConstraint(
            model_name="linkcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", KNOWN)), name="a_found_link_state_is_known"
            ),
        ),
    ]
