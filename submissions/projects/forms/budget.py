"""What it cost and who paid: one total, the lines of both sides in its currency."""

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.ui.formfields import MoneyField
from festival.world import currencies, money
from submissions.projects.forms.base import RecordForm, field_of, row_field_of
from submissions.projects.forms.rows import ModelRows, RowForm, rows_of
from submissions.projects.models import Budget, BudgetLine
from submissions.projects.vocabulary import BudgetCategory, SourceKind

# A list of all 160 would weigh as much as the rest of the section.
OFFERED = (
    "EUR", "USD", "GBP", "ARS", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "HUF", "ILS",
    "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RON", "RUB", "SEK", "TRY", "UAH", "ZAR",
)  # fmt: skip


class BudgetForm(RecordForm, forms.ModelForm):
    layout = ["money", "as_of", Row("usd_rate", "usd_rate_on")]

    money = MoneyField(
        label=_("Production budget"),
        required=False,
        help_text=_("Example: 2,400. Is its currency not in the list? Write 2,400 ISK."),
    )

    class Meta:
        model = Budget
        fields = ["as_of", "usd_rate", "usd_rate_on"]
        formfield_callback = field_of
        help_texts = {
            "as_of": _("The day the figure stands for. Example: 5 9 2016."),
            "usd_rate": _("Only if the budget is in another currency; the band follows from it."),
            "usd_rate_on": _("Example: 5 9 2016."),
        }

    field_order = ["money"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        row = self.instance
        offered = dict.fromkeys(filter(None, ["", *OFFERED, row.currency]))
        self.fields["money"].widget.set_currencies(
            [("", _("Currency")), *((code, code) for code in offered)]
        )
        if row.total is not None:
            self.initial["money"] = money.Money(row.total, row.currency)
        elif row.currency:
            self.initial["money"] = ["", row.currency]

    def clean(self):
        cleaned = super().clean()
        rate = cleaned.get("usd_rate")
        if rate is not None and rate <= 0:
            self.add_error("usd_rate", _("Enter the rate as a number above 0"))
        return cleaned

    @property
    def currency(self):
        """The currency that the lines are in, as typed or as kept; empty when there is none."""
        if not self.is_bound:
            return self.instance.currency
        total = self.cleaned_data.get("money") if self.is_valid() else None
        chosen = total.currency if total else self.data.get(f"{self.add_prefix('money')}_currency")
        return chosen if chosen and currencies.is_known(chosen) else ""

    def save(self, commit=True):
        total = self.cleaned_data["money"]
        self.instance.total = total.amount if total else None
        self.instance.currency = self.currency
        self.instance.band = self.instance.derived_band()
        return super().save(commit)


class LineForm(RowForm, forms.ModelForm):
    """A line of one side; its amount is in the currency of the whole budget."""

    amount = forms.CharField(
        label=_("Amount"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def __init__(self, *args, currency, kept_currency, **kwargs):
        super().__init__(*args, **kwargs)
        self.currency, self.kept_currency = currency, kept_currency
        if self.instance.pk and kept_currency:
            self.initial["amount"] = money.Money(self.instance.amount, kept_currency).plain()

    def clean_amount(self):
        if not self.currency:
            raise forms.ValidationError(_t("Choose the currency of the budget first"))
        try:
            read = money.parse(self.cleaned_data["amount"], self.currency)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
        if read.currency != self.currency:
            raise forms.ValidationError(
                _t("Enter the amount in %(currency)s, as the whole budget")
                % {"currency": self.currency}
            )
        return read.amount

    def has_changed(self):
        # The same digits are another amount once the budget is in another currency.
        moved = self.instance.pk and self.currency != self.kept_currency
        return bool(moved) or super().has_changed()


class CostForm(LineForm):
    main = ("category", "name", "amount")
    field_order = ["category", "name", "amount", "payment", "note"]

    class Meta:
        model = BudgetLine
        fields = ["category", "name", "payment", "note"]
        formfield_callback = row_field_of

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _demand(self.fields["category"], BudgetCategory)


class SourceForm(LineForm):
    main = ("source_kind", "name", "amount")
    field_order = ["source_kind", "name", "amount", "status", "repayable", "note"]

    class Meta:
        model = BudgetLine
        fields = ["source_kind", "name", "status", "repayable", "note"]
        formfield_callback = row_field_of

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _demand(self.fields["source_kind"], SourceKind)


class LinesFormSet(ModelRows):
    side = BudgetLine.COST

    def fill(self, form, row, *, by):
        row.side, row.amount = self.side, form.cleaned_data["amount"]


class SourcesFormSet(LinesFormSet):
    side = BudgetLine.SOURCE


CostRows = rows_of(CostForm, LinesFormSet)
SourceRows = rows_of(SourceForm, SourcesFormSet)


def _demand(field, vocabulary):
    field.required = True
    field.choices = [("", _("Choose")), *vocabulary.choices]
