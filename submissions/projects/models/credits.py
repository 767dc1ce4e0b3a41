"""People, organisations and what they did on a project."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CodeField, CountryField, one_of
from submissions.projects.models.project import Project
from submissions.projects.querysets import PersonQuerySet
from submissions.projects.vocabulary import CreditRole


class Person(models.Model):
    """Somebody who is credited; a page of their own lists their published work."""

    code = CodeField()
    slug = models.CharField(max_length=160, unique=True, editable=False)
    name = models.CharField(_("name as credited"), max_length=200)
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    middle_name = models.CharField(_("middle name"), max_length=100, blank=True)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    native_name = models.CharField(_("name in its own script"), max_length=200, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="people_created",
    )
    claimed_by = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["created_by", "name"], name="person_by_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person", args=[self.slug])


class Organisation(models.Model):
    """A production company, school or fund that is credited."""

    code = CodeField()
    name = models.CharField(_("name"), max_length=200)
    country = CountryField(verbose_name=_("country"))
    website = models.URLField(_("website"), blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="organisations_created",
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "id"]

    def __str__(self):
        return self.name


class Credit(models.Model):
    """One line of the end roll: a person or an organisation in a role."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="credits")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="credits"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="credits"
    )
    role = models.CharField(_("role"), max_length=32, choices=CreditRole)
    role_label = models.CharField(_("role in other words"), max_length=80, blank=True)
    character = models.CharField(_("character"), max_length=120, blank=True)
    prior_credits = models.CharField(_("earlier work"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_key = models.BooleanField(_("key person"), default=False)
    is_main_contact = models.BooleanField(_("main contact"), default=False)
    bio = models.TextField(_("biography"), max_length=3000, blank=True)
    statement = models.TextField(_("statement"), max_length=3000, blank=True)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    nationality = CountryField(verbose_name=_("nationality"))
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False),
                name="a_credit_names_a_person_or_an_organisation",
            ),
            one_of("a_credit_role_is_known", "role", CreditRole.values),
        ]

    def __str__(self):
        return f"{self.get_role_display()}: {self.person or self.organisation}"
