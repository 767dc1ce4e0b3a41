"""Typing something on purpose, before it is deleted."""

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.ui.forms import PortalForm


class TypedAgain(PortalForm, forms.Form):
    """One line that must read like `expected`; case and spaces do not count."""

    typed = forms.CharField(max_length=300)

    def __init__(self, *args, expected, label, wrong, **kwargs):
        super().__init__(*args, **kwargs)
        self.expected, self.wrong = expected, wrong
        self.fields["typed"].label = label
        self["typed"].label = label
        self.fields["typed"].widget.attrs["autocomplete"] = "off"

    def clean_typed(self):
        typed = self.cleaned_data["typed"]
        if _plain(typed) != _plain(self.expected):
            raise forms.ValidationError(self.wrong)
        return typed


def title_of(project, answers=None):
    """Return the form that asks for the title of a project."""
    return TypedAgain(
        answers,
        expected=project.title,
        label=_t("Type the title to delete it: %(title)s") % {"title": project.title},
        wrong=_("This is not the title. Type it as it stands above"),
    )


def address_of(user, answers=None):
    """Return the form that asks for the address of an account."""
    return TypedAgain(
        answers,
        expected=user.email,
        label=_t("Type your e-mail address to delete the account"),
        wrong=_("This is not the address of your account"),
    )


def _plain(text) -> str:
    return "".join(text.casefold().split())
