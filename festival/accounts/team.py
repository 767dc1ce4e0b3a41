"""The team of a festival as rows of its form."""

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.accounts.actions import add_to_team, set_role
from festival.accounts.models import Membership
from festival.accounts.roles import Role
from festival.ui.admin.inlines import LabelledRows
from festival.ui.words import speak_plainly


class MemberForm(forms.ModelForm):
    """An address and a role; nothing tells whether the address had an account before."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)

    class Meta:
        model = Membership
        fields = ("role",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["email"].disabled = True
            self.initial["email"] = self.instance.user.email
        speak_plainly(self)


class TeamRows(LabelledRows):
    """All members of one festival; one owner always stays."""

    def get_queryset(self):
        return super().get_queryset().select_related("user")

    def clean(self):
        super().clean()
        staying = [form for form in self.forms if form not in self.deleted_forms]
        had = any(form.initial.get("role") == Role.OWNER for form in self.initial_forms)
        if had and not any(form.cleaned_data.get("role") == Role.OWNER for form in staying):
            raise forms.ValidationError(_t("A festival keeps one owner: name another one first"))

    def save_new(self, form, commit=True):
        return add_to_team(
            email=form.cleaned_data["email"],
            festival=self.instance,
            role=form.cleaned_data["role"],
        )

    def save_existing(self, form, obj, commit=True):
        role = form.cleaned_data["role"]
        return set_role(user=obj.user, festival=self.instance, role=role)
