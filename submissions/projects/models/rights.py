"""Who holds which rights, where and until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CurrencyField, ListField, one_of
from submissions.projects.models.project import Project
from submissions.projects.vocabulary import Answer, DealStatus, PartyKind


class DistributionRight(models.Model):
    """One deal: party × territories × rights × window × exclusivity."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="distribution_rights"
    )
    party = models.CharField(_("holder"), max_length=200)
    party_kind = models.CharField(_("kind of holder"), max_length=24, choices=PartyKind, blank=True)
    territories = ListField(verbose_name=_("territories"))
    territories_excluded = ListField(verbose_name=_("except"))
    rights = ListField(verbose_name=_("rights"))
    languages = ListField(verbose_name=_("languages"))
    exclusive = models.CharField(
        _("exclusive"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=DealStatus, default=DealStatus.SIGNED
    )
    contact_name = models.CharField(_("contact"), max_length=200, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    allows_festivals = models.CharField(
        _("festivals may screen it"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    screening_fee = models.PositiveIntegerField(_("screening fee expected"), null=True, blank=True)
    screening_fee_currency = CurrencyField(verbose_name=_("currency"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("distribution right")
        verbose_name_plural = _("distribution and rights")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="a_right_ends_after_it_starts",
            ),
            one_of("a_deal_status_is_known", "status", DealStatus.values),
        ]

    def __str__(self):
        return self.party
