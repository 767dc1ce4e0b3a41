"""What the editor remembers beside the record: unfinished text, what a save changed, lost rows."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from submissions.projects.models.project import Project
from submissions.projects.querysets import RemovedRowQuerySet


class Draft(models.Model):
    """What somebody typed into a section that could not be saved; it is never part of the record.

    `values` are the posted texts by their names, without passwords and files; `revision` is the
    one they were typed upon, `wrong` how many problems they have.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="drafts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    section = models.CharField(_("section"), max_length=16)
    values = models.JSONField(_("typed text"), default=dict)
    wrong = models.PositiveSmallIntegerField(_("problems"), default=0)
    revision = models.PositiveIntegerField(default=0, editable=False)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("unfinished text")
        verbose_name_plural = _("unfinished texts")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person", "section"],
                name="a_person_has_one_unfinished_text_of_a_section",
            ),
        ]

    def __str__(self):
        return f"{self.project}: {self.section}"


class SavedEdit(models.Model):
    """What the fields that a save changed had said before: {field of the editor: typed texts}."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="saved_edits")
    revision = models.PositiveIntegerField(editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    before = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = _("saved edit")
        verbose_name_plural = _("saved edits")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "revision"], name="a_revision_is_saved_once"
            ),
        ]

    def __str__(self):
        return f"{self.project} r{self.revision}"


class RemovedRow(models.Model):
    """A row that was taken out of a project, kept for a day so that it can come back.

    `content` is Django's own JSON of the row and of what went with it.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="removed_rows")
    rows = models.CharField(max_length=16, editable=False)
    row = models.PositiveBigIntegerField(editable=False)
    name = models.CharField(max_length=200, editable=False)
    content = models.TextField(editable=False)
    at = models.DateTimeField(auto_now_add=True)

    objects = RemovedRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("removed row")
        verbose_name_plural = _("removed rows")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "rows", "row"], name="a_removed_row_is_kept_once"
            ),
        ]

    def __str__(self):
        return self.name
