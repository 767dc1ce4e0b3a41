"""What a filmmaker says while sending, withdrawing or answering."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.forms import PortalForm


class WithdrawForm(PortalForm, forms.Form):
    """Why an entry is taken back; the festival reads it."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The festival reads it. For example: the film is not finished in time"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
