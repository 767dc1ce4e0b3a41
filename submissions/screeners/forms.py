"""The form that opens a door for a person."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.ui.forms import PortalForm
from submissions.projects.forms.fields import DayField


class GrantForm(PortalForm, forms.Form):
    """An address and a last day; the door closes at the end of that day, UTC."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We write to this address. Whoever has no account yet signs up with it."),
    )
    until = DayField(label=_("Last day"), help_text=_("Example: 5 9 2027."))
    views_allowed = forms.IntegerField(
        label=_("Viewings"),
        min_value=1,
        max_value=99,
        required=False,
        help_text=_("Left empty, as many as they like."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=200,
        required=False,
        help_text=_("Only your team reads it. Example: sales agent, met in Oslo."),
    )
    layout = ["email", "until", "views_allowed", "note"]

    def clean_until(self):
        day = self.cleaned_data["until"]
        if day < timezone.now().date():
            raise forms.ValidationError(_("Choose a day that is still to come"))
        return datetime.datetime.combine(day, datetime.time(23, 59, 59), datetime.UTC)
