"""The record of a project as it stood at one moment."""

import json

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CodeField
from submissions.projects.models.project import Project
from submissions.projects.querysets import VersionQuerySet


class ProjectVersion(models.Model):
    """An immutable snapshot: canonical JSON of the record and the SHA-256 of its bytes.

    The queryset refuses `update` and the admin shows it read-only; a second snapshot of an
    unchanged record is the first one.
    """

    code = CodeField()
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    canonical = models.TextField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "number"], name="a_version_number_is_used_once"
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex="^[0-9a-f]{64}$"),
                name="a_version_has_its_hash",
            ),
        ]

    def __str__(self):
        return f"{self.project} v{self.number}"

    @cached_property
    def record(self) -> dict:
        """The frozen record; see submissions.projects.record for its shape."""
        return json.loads(self.canonical)
