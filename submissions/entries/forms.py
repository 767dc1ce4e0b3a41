"""What a filmmaker says while sending, withdrawing or answering."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from festival.ui.forms import PortalForm
from submissions.entries.status import Decision


class ProjectForm(PortalForm, forms.Form):
    """Which project; the answers are the codes of the candidates that may go on."""

    project = forms.ChoiceField(label=_("Project"), widget=forms.RadioSelect)

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["project"].choices = [
            (row.project.code, row.project.title) for row in candidates if row.may_go_on
        ]


class CategoriesForm(PortalForm, forms.Form):
    """Which categories; `left` is how many more entries the call takes from this person."""

    categories = forms.MultipleChoiceField(
        label=_("Categories"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, offers, left=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.offers = {row.category.code: row for row in offers if row.is_free_to_choose}
        self.left = left
        self.fields["categories"].choices = [
            (code, row.category.name) for code, row in self.offers.items()
        ]

    def clean_categories(self):
        codes = self.cleaned_data["categories"]
        if self.left is not None and len(codes) > self.left:
            raise forms.ValidationError(
                ngettext(
                    "Choose %(n)d category: this call takes no more from one person",
                    "Choose up to %(n)d categories: this call takes no more from one person",
                    self.left,
                ),
                params={"n": self.left},
            )
        return [self.offers[code].category for code in codes]


class SendForm(PortalForm, forms.Form):
    """The yes to the rules, and what the filmmaker saw when saying it."""

    entries = forms.CharField(max_length=2000, widget=forms.HiddenInput)
    rules_version = forms.IntegerField(min_value=0, max_value=32767, widget=forms.HiddenInput)
    total = forms.IntegerField(min_value=0, max_value=2**62, widget=forms.HiddenInput)
    accepted = forms.BooleanField(
        label=_("I hold the rights to send this work, and I accept the rules of the festival"),
        error_messages={"required": _("Tick that you hold the rights and accept the rules")},
    )

    def clean_entries(self):
        return self.cleaned_data["entries"].split()


class WithdrawForm(PortalForm, forms.Form):
    """Why an entry is taken back; the festival reads it."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The festival reads it. For example: the film is not finished in time"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, is_needed=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = is_needed


class AnswerForm(PortalForm, forms.Form):
    """Yes or no to an invitation."""

    to = forms.TypedChoiceField(
        choices=[
            (Decision.CONFIRMED, _("Confirm")),
            (Decision.DECLINED, _("Decline")),
        ],
        coerce=Decision,
        error_messages={"required": _("Confirm or decline")},
    )
