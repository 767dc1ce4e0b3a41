"""Films that lie on the disk of the site, whole or still arriving."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import festival.ui.fields
import submissions.screeners.films


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0007_link_checks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FilmFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    festival.ui.fields.CodeField(
                        default=festival.ui.fields.new_code,
                        editable=False,
                        max_length=10,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                ("received", models.PositiveBigIntegerField(default=0)),
                ("media_type", models.CharField(blank=True, max_length=40)),
                (
                    "path",
                    models.CharField(
                        default=submissions.screeners.films.new_path,
                        editable=False,
                        max_length=80,
                        unique=True,
                    ),
                ),
                ("leased_until", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("touched_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="film_files",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="film_files",
                        to="submissions.project",
                    ),
                ),
                (
                    "screener",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="film",
                        to="submissions.screener",
                    ),
                ),
            ],
            options={
                "verbose_name": "uploaded film",
                "verbose_name_plural": "uploaded films",
                "ordering": ["-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="filmfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("received__lte", models.F("size"))),
                name="a_film_is_never_longer_than_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="filmfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("finished_at", None), ("screener", None))
                | models.Q(
                    ("finished_at__isnull", False),
                    ("received", models.F("size")),
                    ("screener__isnull", False),
                ),
                name="only_a_whole_film_is_a_screener",
            ),
        ),
    ]
