"""Where a project was shown, with what result, and what the press wrote."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CountryField, LanguageField, ListField, PartialDateField, one_of
from submissions.projects.models.project import Project
from submissions.projects.vocabulary import (
    PremiereKind,
    PressKind,
    ScreeningKind,
    ScreeningResult,
)


class Screening(models.Model):
    """One screening or award, with the premiere that it was."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="screenings")
    event = models.CharField(_("festival or event"), max_length=200)
    festival = models.ForeignKey(
        "festival.Festival", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    edition = models.CharField(_("edition or year"), max_length=60, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = CountryField(verbose_name=_("country"))
    date = PartialDateField(verbose_name=_("date"))
    kind = models.CharField(
        _("kind"), max_length=16, choices=ScreeningKind, default=ScreeningKind.FESTIVAL
    )
    section = models.CharField(_("section"), max_length=120, blank=True)
    premiere = models.CharField(_("premiere"), max_length=16, choices=PremiereKind, blank=True)
    premiere_region = models.CharField(_("region of that premiere"), max_length=60, blank=True)
    is_public = models.BooleanField(_("public screening"), default=True)
    geo_limits = ListField(verbose_name=_("online only in"))
    result = models.CharField(_("result"), max_length=20, choices=ScreeningResult, blank=True)
    award = models.CharField(_("award"), max_length=200, blank=True)
    proof = models.URLField(_("proof"), max_length=500, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("screening or award")
        verbose_name_plural = _("screenings and awards")
        ordering = ["position", "id"]
        constraints = [
            one_of("a_screening_kind_is_known", "kind", ScreeningKind.values),
            models.CheckConstraint(
                condition=Q(verified_at__isnull=True) | Q(verified_by__isnull=False),
                name="a_verified_screening_names_who_verified_it",
            ),
        ]

    def __str__(self):
        return self.event


class PressItem(models.Model):
    """A review, interview or piece of news about the project."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="press")
    title = models.CharField(_("title"), max_length=250)
    outlet = models.CharField(_("outlet"), max_length=200, blank=True)
    author = models.CharField(_("author"), max_length=200, blank=True)
    published_on = PartialDateField(verbose_name=_("date"))
    url = models.URLField(_("address"), max_length=500, blank=True)
    quote = models.CharField(_("quote"), max_length=300, blank=True)
    language = LanguageField(verbose_name=_("language"))
    kind = models.CharField(_("kind"), max_length=12, choices=PressKind, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("press item")
        verbose_name_plural = _("press")
        ordering = ["position", "id"]

    def __str__(self):
        return self.title
