"""Asking somebody into the team."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.forms import PortalForm
from festival.ui.widgets import CardRadios
from submissions.projects.vocabulary import TeamRole

_NOTES = {
    TeamRole.EDITOR: _("Changes everything on the record; submits and publishes nothing."),
    TeamRole.VIEWER: _("Reads the whole record, the screener link included."),
}


class InviteForm(PortalForm, forms.Form):
    layout = ["email", "role"]

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=_("The letter has a link that counts for 14 days and for this address alone."),
    )
    role = forms.ChoiceField(
        label=_("As"),
        choices=[(each.value, each.label) for each in _NOTES],
        initial=TeamRole.EDITOR,
        widget=CardRadios(notes=_NOTES),
    )
