"""What a project costs and who pays for it; money in minor units with its currency."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CurrencyField, one_of
from festival.world.money import Money
from submissions.projects.models.project import Project
from submissions.projects.vocabulary import (
    BudgetBand,
    BudgetCategory,
    PaymentForm,
    SourceKind,
    SourceStatus,
    band_of,
)


class Budget(models.Model):
    """The total in minor units of its currency, and the band derived from it in US dollars."""

    project = models.OneToOneField(
        Project, on_delete=models.CASCADE, related_name="budget", primary_key=True
    )
    total = models.PositiveBigIntegerField(_("total"), null=True, blank=True)
    currency = CurrencyField(verbose_name=_("currency"))
    as_of = models.DateField(_("as of"), null=True, blank=True)
    band = models.CharField(max_length=12, choices=BudgetBand, blank=True, editable=False)
    usd_rate = models.DecimalField(
        _("US dollars for one unit"), max_digits=18, decimal_places=8, null=True, blank=True
    )
    usd_rate_on = models.DateField(_("date of that rate"), null=True, blank=True)

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        constraints = [
            models.CheckConstraint(
                condition=Q(total__isnull=True) | ~Q(currency=""),
                name="a_budget_total_has_its_currency",
            ),
        ]

    def __str__(self):
        return f"{self.project} – {self._meta.verbose_name}"

    def derived_band(self) -> str:
        """Return the band of the total in US dollars, empty where total or rate is not known."""
        if self.total is None or not self.currency:
            return ""
        rate = Decimal(1) if self.currency == "USD" else self.usd_rate
        if rate is None:
            return ""
        return band_of(int(Money(self.total, self.currency).units * rate * 100))


class BudgetLine(models.Model):
    """One row of spending or of financing, in minor units of the budget's currency."""

    COST, SOURCE = "cost", "source"
    SIDES = [(COST, _("Spending")), (SOURCE, _("Financing"))]

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="budget_lines")
    side = models.CharField(max_length=6, choices=SIDES)
    category = models.CharField(_("category"), max_length=24, choices=BudgetCategory, blank=True)
    source_kind = models.CharField(
        _("kind of source"), max_length=24, choices=SourceKind, blank=True
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    amount = models.PositiveBigIntegerField(_("amount"))
    payment = models.CharField(_("paid how"), max_length=8, choices=PaymentForm, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=SourceStatus, blank=True)
    repayable = models.BooleanField(_("repayable"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["side", "position", "id"]
        constraints = [
            one_of("a_budget_line_is_a_cost_or_a_source", "side", ["cost", "source"]),
            models.CheckConstraint(
                condition=Q(side="cost", source_kind="", status="", repayable=False)
                & ~Q(category="")
                | Q(side="source", category="", payment="") & ~Q(source_kind=""),
                name="a_budget_line_has_the_words_of_its_side",
            ),
        ]

    def __str__(self):
        return self.name or self.get_category_display() or self.get_source_kind_display()
