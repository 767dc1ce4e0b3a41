"""Who may watch a screener until when, and who did."""

import django.db.models.deletion
import django.utils.timezone
import festival.ui.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0007_uploaded_films"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="screener",
            name="password_changed_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.CreateModel(
            name="Grant",
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
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("until", models.DateTimeField(null=True, verbose_name="until")),
                (
                    "views_allowed",
                    models.PositiveSmallIntegerField(null=True, verbose_name="viewings allowed"),
                ),
                ("views_used", models.PositiveSmallIntegerField(default=0)),
                ("viewing_until", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("revoked", "You closed it"),
                            ("password", "The password was changed"),
                            ("ended", "Its time is over"),
                            ("used_up", "All viewings are used up"),
                            ("withdrawn", "The entry was withdrawn"),
                            ("out", "The entry is no longer in the selection"),
                            ("not_selected", "Not selected, seven days ago or more"),
                            ("round_end", "The round is over"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grant",
                        to="submissions.submission",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="submissions.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "open door",
                "verbose_name_plural": "open doors",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Viewing",
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
                ("is_link", models.BooleanField(default=False)),
                ("began_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("length", models.PositiveIntegerField(null=True)),
                ("ranges", festival.ui.fields.ListField(blank=True, default=list)),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="viewings",
                        to="submissions.submission",
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="viewings",
                        to="submissions.grant",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="viewings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "screener",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="viewings",
                        to="submissions.screener",
                    ),
                ),
            ],
            options={
                "verbose_name": "viewing",
                "verbose_name_plural": "viewings",
                "ordering": ["-began_at", "-id"],
            },
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["email"], name="grant_by_email"),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry__isnull", True), models.Q(("email", ""), _negated=True)),
                    models.Q(("email", ""), ("entry__isnull", False)),
                    _connector="OR",
                ),
                name="a_door_is_for_a_person_or_an_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("reason", "")),
                    models.Q(("closed_at__isnull", False), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_closed_door_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        [
                            "",
                            "revoked",
                            "password",
                            "ended",
                            "used_up",
                            "withdrawn",
                            "out",
                            "not_selected",
                            "round_end",
                        ],
                    )
                ),
                name="a_reason_to_close_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="viewing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry__isnull", False), ("grant", None)),
                    models.Q(("entry", None), ("grant__isnull", False)),
                    _connector="OR",
                ),
                name="a_viewing_came_through_one_door",
            ),
        ),
    ]
