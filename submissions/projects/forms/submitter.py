"""Who sends the project; never part of the record."""

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from submissions.projects.forms.base import RecordForm, field_of
from submissions.projects.models import Submitter


class SubmitterForm(RecordForm, forms.ModelForm):
    needed = frozenset({"first_name", "email", "country"})
    layout = [
        Row("first_name", "last_name"),
        "role",
        "email",
        "phone",
        "address",
        "address_2",
        Row("postal_code", "city", "state"),
        "country",
        "is_adult",
        "guardian_contact",
        "gender",
    ]

    class Meta:
        model = Submitter
        fields = [
            "first_name", "last_name", "role", "email", "phone", "address", "address_2",
            "postal_code", "city", "state", "country", "is_adult", "guardian_contact", "gender",
        ]  # fmt: skip
        formfield_callback = field_of
        labels = {"is_adult": _("Are you of age?")}
        help_texts = {
            "email": _("Festivals answer to this address."),
            "phone": _("Not needed until a selection."),
            "guardian_contact": _("If not: name and e-mail address of a parent or guardian."),
            "gender": _("Used only in counts of five people and more."),
        }
