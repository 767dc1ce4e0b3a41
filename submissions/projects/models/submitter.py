"""Who sends a project: kept apart from the record and never shown to reviewers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CountryField
from submissions.projects.models.project import Project
from submissions.projects.vocabulary import Answer, SubmitterRole


class Submitter(models.Model):
    """Contact of the person who sends a project; instead of a birth date: adult or not."""

    project = models.OneToOneField(
        Project, on_delete=models.CASCADE, related_name="submitter", primary_key=True
    )
    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=SubmitterRole, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    address_2 = models.CharField(_("address, second line"), max_length=200, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    state = models.CharField(_("state or province"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    country = CountryField(verbose_name=_("country"))
    is_adult = models.CharField(_("adult"), max_length=8, choices=Answer, default=Answer.NOT_SAID)
    guardian_contact = models.CharField(_("guardian's contact"), max_length=300, blank=True)
    gender = models.CharField(_("gender, in your own words"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("submitter")
        verbose_name_plural = _("submitters")

    def __str__(self):
        return f"{self.first_name} {self.last_name}".strip()
