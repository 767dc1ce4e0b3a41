"""What a filmmaker asks of the simulator of premieres: an open call, or a place and a date."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.formfields import CountryField, PartialDateField
from festival.ui.forms import PortalForm

_KEYS = {"call", "country", "date", "date_d", "date_m", "date_y"}


class ScreeningPlanForm(PortalForm, forms.Form):
    """A GET form; `calls` are the open calls that may be chosen, by the address of the edition."""

    call = forms.ChoiceField(label=_("A festival with an open call"), required=False)
    country = CountryField(
        label=_("Or a country"),
        required=False,
        help_text=_("Any festival that is not in the list."),
    )
    date = PartialDateField(
        label=_("Date"),
        required=False,
        help_text=_("The year or the month is enough. Empty: the dates of the festival, if known."),
    )

    def __init__(self, data, *, calls):
        super().__init__(data if _KEYS & set(data) else None)
        self.calls = {call.edition.get_absolute_url(): call for call in calls}
        names = [(path, str(call.edition)) for path, call in self.calls.items()]
        self.fields["call"].choices = [("", _("None of these")), *names]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("call") or cleaned.get("country")):
            self.add_error("country", _("Choose a festival or enter a country"))
        return cleaned

    @property
    def chosen(self):
        """The call that was chosen, or None."""
        return self.calls.get(self.cleaned_data["call"])
