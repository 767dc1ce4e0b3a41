"""The first question about a project: what it is and what it is called."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import new_code
from festival.ui.forms import PortalForm
from festival.ui.widgets import CardRadios
from submissions.projects.vocabulary import ProjectKind

NOTES = {
    ProjectKind.FILM: _("Of any length: feature, short, documentary, animation"),
    ProjectKind.SCRIPT: _("Screenplay, pilot, stage play or treatment"),
    ProjectKind.SERIES: _("Seasons and episodes, for television or the web"),
    ProjectKind.MUSIC: _("A song or a score"),
    ProjectKind.IMMERSIVE: _("Virtual reality, dome or installation"),
    ProjectKind.PHOTO_DESIGN: _("Photographs, a series of them, or a poster"),
}


class NewProjectForm(PortalForm, forms.Form):
    """Kind and title; `key` makes a second press of the button find the first project."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(kind, kind.label) for kind in NOTES],
        widget=CardRadios(notes={str(kind): note for kind, note in NOTES.items()}),
    )
    title = forms.CharField(
        label=_("Title"), max_length=250, help_text=_("As it stands in the credits.")
    )
    key = forms.RegexField(r"^[A-Z0-9]{10,40}$", widget=forms.HiddenInput, initial=new_code)
