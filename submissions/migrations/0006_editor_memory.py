"""What the editor remembers beside the record: unfinished text, saved edits, removed rows."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0008_poster_focus"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("section", models.CharField(max_length=16, verbose_name="section")),
                ("values", models.JSONField(default=dict, verbose_name="typed text")),
                ("wrong", models.PositiveSmallIntegerField(default=0, verbose_name="problems")),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("project", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to="submissions.project")),
            ],
            options={
                "verbose_name": "unfinished text",
                "verbose_name_plural": "unfinished texts",
                "constraints": [models.UniqueConstraint(fields=("project", "person", "section"), name="a_person_has_one_unfinished_text_of_a_section")],
            },
        ),
        migrations.CreateModel(
            name="RemovedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rows", models.CharField(editable=False, max_length=16)),
                ("row", models.PositiveBigIntegerField(editable=False)),
                ("name", models.CharField(editable=False, max_length=200)),
                ("content", models.TextField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("project", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="removed_rows", to="submissions.project")),
            ],
            options={
                "verbose_name": "removed row",
                "verbose_name_plural": "removed rows",
                "ordering": ["-at", "-id"],
                "constraints": [models.UniqueConstraint(fields=("project", "rows", "row"), name="a_removed_row_is_kept_once")],
            },
        ),
        migrations.CreateModel(
            name="SavedEdit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("revision", models.PositiveIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("before", models.JSONField(default=dict, editable=False)),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("project", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="saved_edits", to="submissions.project")),
            ],
            options={
                "verbose_name": "saved edit",
                "verbose_name_plural": "saved edits",
                "constraints": [models.UniqueConstraint(fields=("project", "revision"), name="a_revision_is_saved_once")],
            },
        ),
    ]
