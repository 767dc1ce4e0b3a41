"""Who did what to a project, and whom its owner asked to join."""

import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import festival.ui.fields

DEEDS = {
    "created": "Created the project",
    "saved": "Saved",
    "published": "Made the page public",
    "hidden": "Hid the page",
    "archived": "Archived the project",
    "brought_back": "Brought the project back",
    "kept": "Kept a version",
    "restored": "Restored a version",
    "imported": "Imported",
    "invited": "Invited",
    "revoked": "Took back the invitation of",
    "joined": "Joined the team",
    "role_changed": "Changed the role of",
    "left": "Left the team",
    "removed": "Removed from the team",
    "offered": "Offered the project to",
    "handed_over": "Took the project over",
    "sent": "Submitted to",
    "withdrawn": "Withdrew from",
}
ROLES = {"owner": "Owner", "editor": "Editor", "viewer": "Viewer"}


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0004_entries_looked_up"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
                (
                    "what",
                    models.CharField(
                        choices=list(DEEDS.items()), max_length=16, verbose_name="what"
                    ),
                ),
                (
                    "detail",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="detail"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="history",
                        to="submissions.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of the history",
                "verbose_name_plural": "history of projects",
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["project", "-at", "-id"], name="history_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__in", list(DEEDS))), name="a_deed_is_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                (
                    "role",
                    models.CharField(
                        choices=list(ROLES.items()), max_length=8, verbose_name="role"
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "invited_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="invited"),
                ),
                ("expires_at", models.DateTimeField(verbose_name="valid until")),
                (
                    "accepted_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="accepted"),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="submissions.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["invited_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", list(ROLES))),
                        name="an_invitation_has_a_known_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", django.db.models.functions.text.Lower(models.F("email")))
                        ),
                        name="an_invited_address_is_in_small_letters",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True),
                            ("revoked_at__isnull", True),
                            _connector="OR",
                        ),
                        name="an_accepted_invitation_is_not_taken_back",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True), ("revoked_at__isnull", True)
                        ),
                        fields=("project", "email"),
                        name="an_address_has_one_open_invitation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True),
                            ("revoked_at__isnull", True),
                            ("role", "owner"),
                        ),
                        fields=("project",),
                        name="a_project_is_offered_to_one_person",
                    ),
                ],
            },
        ),
    ]
