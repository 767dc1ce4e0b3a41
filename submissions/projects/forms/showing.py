"""Where it was shown, who holds it, what the press wrote, where it is found."""

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.world import money, territories
from submissions.projects.forms.base import row_field_of
from submissions.projects.forms.fields import FeeField, WebField
from submissions.projects.forms.rows import ModelRows, RowForm, rows_of
from submissions.projects.models import DistributionRight, PressItem, Reference, Screening
from submissions.projects.vocabulary import IdScheme, LinkService, clean_id


class ScreeningForm(RowForm, forms.ModelForm):
    main = ("event", "city", "country", "date", "result", "premiere")

    class Meta:
        model = Screening
        fields = [
            "event", "city", "country", "date", "result", "premiere", "award", "edition", "kind",
            "section", "premiere_region", "is_public", "geo_limits", "proof",
        ]  # fmt: skip
        formfield_callback = row_field_of
        help_texts = {
            "date": _("Example: 12 2026."),
            "award": _("The name of the award."),
            "premiere_region": _("The continent, country or region of that premiere."),
            "geo_limits": _("Countries, for an on-line screening with limits."),
            "proof": _("A page that says so."),
        }


class ScreeningsFormSet(ModelRows):
    def fill(self, form, row, *, by):
        if form.has_changed():
            row.verified_at = row.verified_by = None


class RightForm(RowForm, forms.ModelForm):
    main = ("party", "territories", "rights")

    fee = FeeField(
        label=_("Screening fee expected"),
        required=False,
        help_text=_("Example: 250 EUR."),
    )

    class Meta:
        model = DistributionRight
        fields = [
            "party", "territories", "rights", "territories_excluded", "party_kind", "exclusive",
            "languages", "status", "starts_on", "ends_on", "allows_festivals", "contact_name",
            "contact_email",
        ]  # fmt: skip
        formfield_callback = row_field_of
        help_texts = {
            "territories": _("Example: Worldwide, or Norway, Baltics."),
            "territories_excluded": _("What is not in it. Example: France."),
            "languages": _("Only if the deal is limited to some."),
            "starts_on": _("Example: 5 9 2026."),
            "ends_on": _("Empty if it is open."),
            "contact_email": _("Festivals you submit to see it."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        row = self.instance
        if row.screening_fee is not None and row.screening_fee_currency:
            self.initial["fee"] = money.Money(row.screening_fee, row.screening_fee_currency)

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("Enter a day that is not before the first one"))
        held = cleaned.get("territories")
        minus = cleaned.get("territories_excluded", self.instance.territories_excluded)
        if held and minus and not territories.expand(held, minus):
            shown = "territories_excluded" if "territories_excluded" in cleaned else "territories"
            self.add_error(shown, _("Leave at least one country of the deal"))
        return cleaned


class RightsFormSet(ModelRows):
    def fill(self, form, row, *, by):
        if "fee" not in form.cleaned_data:
            return
        fee = form.cleaned_data["fee"]
        row.screening_fee = fee.amount if fee else None
        row.screening_fee_currency = fee.currency if fee else ""


class PressForm(RowForm, forms.ModelForm):
    main = ("title", "outlet", "url")

    class Meta:
        model = PressItem
        fields = ["title", "outlet", "url", "author", "published_on", "kind", "language", "quote"]
        formfield_callback = row_field_of
        help_texts = {"published_on": _("Example: 5 9 2026, or only the year.")}


_LINKS = [each for each in LinkService if each.value not in IdScheme.values]
SCHEMES = [
    ("", _("Choose")),
    (_("Numbers"), [(each.value, each.label) for each in IdScheme]),
    (_("Links"), [(each.value, each.label) for each in _LINKS]),
]


class ReferenceForm(RowForm, forms.ModelForm):
    scheme = forms.ChoiceField(label=_("Service"), choices=SCHEMES)

    class Meta:
        model = Reference
        fields = ["scheme", "value"]
        formfield_callback = row_field_of

    def clean(self):
        cleaned = super().clean()
        scheme, value = cleaned.get("scheme"), cleaned.get("value")
        if scheme and value:
            try:
                cleaned["value"] = _read_reference(scheme, value)
            except forms.ValidationError as error:
                self.add_error("value", error)
        return cleaned


class ReferencesFormSet(ModelRows):
    def clean(self):
        super().clean()
        seen = set()
        for form in self.standing:
            pair = form.cleaned_data.get("scheme"), form.cleaned_data.get("value")
            if all(pair) and pair in seen:
                form.add_error("value", _t("This one is already in the list"))
            seen.add(pair)

    def save(self, *, project, by):
        """Write the rows anew where they changed: two that swapped values would meet half way."""
        for form in self.standing:
            if form.instance.pk and form.has_changed():
                Reference.objects.filter(pk=form.instance.pk).delete()
                form.instance.pk = None
        super().save(project=project, by=by)


ScreeningRows = rows_of(ScreeningForm, ScreeningsFormSet)
RightRows = rows_of(RightForm, RightsFormSet)
PressRows = rows_of(PressForm)
ReferenceRows = rows_of(ReferenceForm, ReferencesFormSet, most=40)


def _read_reference(scheme, value):
    if scheme in IdScheme.values:
        try:
            return clean_id(scheme, value)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
    address = WebField(
        error_messages={"invalid": _t("Enter a web address that starts with https://")}
    )
    return address.clean(value)
