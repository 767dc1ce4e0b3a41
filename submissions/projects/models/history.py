"""Who did what to a project, and when."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import one_of
from submissions.projects.models.project import Project
from submissions.projects.querysets import ChangeQuerySet
from submissions.projects.vocabulary import Deed


class Change(models.Model):
    """One line of the history; `detail` names sections, an address or a festival.

    A line without a person is that of somebody whose account is deleted.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("who"),
    )
    what = models.CharField(_("what"), max_length=16, choices=Deed)
    detail = models.CharField(_("detail"), max_length=500, blank=True, default="")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the history")
        verbose_name_plural = _("history of projects")
        ordering = ["-at", "-id"]
        constraints = [one_of("a_deed_is_known", "what", Deed.values)]
        indexes = [models.Index(fields=["project", "-at", "-id"], name="history_newest")]

    def __str__(self):
        return f"{self.get_what_display()} {self.detail}".strip()
