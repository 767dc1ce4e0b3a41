"""The project: what it is called, what it tells, who may see it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CodeField, LanguageField, ListField, PartialDateField, one_of
from submissions.projects import record
from submissions.projects.querysets import ProjectQuerySet, TeamQuerySet
from submissions.projects.vocabulary import (
    AgeAdvice,
    Answer,
    ProjectKind,
    ProjectStatus,
    TeamRole,
)

models.CharField.register_lookup(Length)


class Project(models.Model):
    """A film, script, piece of music, design, immersive work or series."""

    code = CodeField()
    slug = models.CharField(max_length=120, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=ProjectKind)
    status = models.CharField(
        _("status"), max_length=12, choices=ProjectStatus, default=ProjectStatus.DRAFT
    )
    title = models.CharField(_("title"), max_length=250)
    title_language = LanguageField(verbose_name=_("language of the title"))
    title_original = models.CharField(_("original title"), max_length=250, blank=True)
    title_original_language = LanguageField(verbose_name=_("language of the original title"))
    title_sort = models.CharField(max_length=250, editable=False, default="")
    logline = models.CharField(_("logline"), max_length=300, blank=True)
    synopsis = models.TextField(_("synopsis"), max_length=3000, blank=True)
    synopsis_short = models.TextField(_("short synopsis"), max_length=500, blank=True)
    synopsis_original = models.TextField(_("original synopsis"), max_length=3000, blank=True)
    synopsis_original_language = LanguageField(verbose_name=_("language of that synopsis"))
    translations = ListField(verbose_name=_("translations"))
    project_types = ListField(verbose_name=_("project types"))
    genres = ListField(verbose_name=_("genres"))
    genres_free = ListField(verbose_name=_("further genres"))
    keywords = ListField(verbose_name=_("keywords"))
    website = models.URLField(_("website"), max_length=500, blank=True)
    student_project = models.CharField(
        _("student project"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    school = models.CharField(_("school"), max_length=200, blank=True)
    school_country = models.CharField(_("country of the school"), max_length=5, blank=True)
    school_supervisor_email = models.EmailField(_("supervisor's e-mail"), blank=True)
    first_time_filmmaker = models.CharField(
        _("first-time filmmaker"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    work_in_progress = models.BooleanField(_("work in progress"), default=False)
    lock_expected_on = PartialDateField(verbose_name=_("picture lock expected"))
    advisories = ListField(verbose_name=_("content advisories"))
    age_advice = models.CharField(_("age advice"), max_length=4, choices=AgeAdvice, blank=True)
    age_system = models.CharField(_("rating system and number"), max_length=80, blank=True)
    ai_use = ListField(verbose_name=_("use of AI"))
    press_downloads = models.BooleanField(_("pictures may be downloaded"), default=False)
    visibility = models.JSONField(_("visibility of blocks"), default=dict, blank=True)

    revision = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="projects_created"
    )
    creation_key = models.CharField(max_length=40, null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)

    # What a card, a filter and a sort need, kept by projects.actions.changed.
    credit_line = models.CharField(max_length=300, editable=False, default="")
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    runtime = models.PositiveIntegerField(null=True, editable=False)
    countries = ListField(editable=False)
    poster_code = models.CharField(max_length=10, editable=False, default="")
    poster_focus = models.CharField(max_length=12, editable=False, default="")
    hue = models.PositiveSmallIntegerField(null=True, editable=False)
    laurel_count = models.PositiveSmallIntegerField(default=0, editable=False)
    completeness = models.JSONField(default=dict, editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(title__length__gte=1), name="a_project_has_a_title"),
            one_of("a_project_kind_is_known", "kind", ProjectKind.values),
            one_of("a_project_status_is_known", "status", ProjectStatus.values),
            models.CheckConstraint(
                condition=~Q(status=ProjectStatus.PUBLISHED) | Q(published_at__isnull=False),
                name="a_published_project_has_its_instant",
            ),
            models.UniqueConstraint(
                fields=["created_by", "creation_key"], name="a_creation_key_is_used_once"
            ),
            models.CheckConstraint(
                condition=Q(hue__isnull=True) | Q(hue__lt=24), name="a_hue_is_one_of_24"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="project_newest"),
            models.Index(fields=["status", "title_sort", "id"], name="project_by_title"),
            models.Index(fields=["status", "runtime", "id"], name="project_by_runtime"),
            models.Index(fields=["status", "-year", "-id"], name="project_by_year"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("project", args=[self.slug])

    @property
    def is_published(self) -> bool:
        return self.status == ProjectStatus.PUBLISHED

    @property
    def is_script(self) -> bool:
        return self.kind == ProjectKind.SCRIPT

    def current_record(self) -> dict:
        """Return the whole record as it is now; see submissions.projects.record."""
        return record.build(self)


class FormerSlug(models.Model):
    """An address that a project had before; it redirects."""

    slug = models.CharField(max_length=120, unique=True)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self):
        return self.slug


class TeamMember(models.Model):
    """A person who works on the record of a project."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="team")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="team_memberships"
    )
    role = models.CharField(_("role"), max_length=8, choices=TeamRole)
    since = models.DateTimeField(auto_now_add=True)

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("team member")
        verbose_name_plural = _("team members")
        constraints = [
            models.UniqueConstraint(fields=["project", "user"], name="a_person_is_in_a_team_once"),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(role=TeamRole.OWNER),
                name="a_project_has_one_owner",
            ),
            one_of("a_team_role_is_known", "role", TeamRole.values),
        ]

    def __str__(self):
        return f"{self.user} ({self.get_role_display()})"


class Reference(models.Model):
    """A link to a page about the project, or its number in a catalogue of the world."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="references")
    scheme = models.CharField(_("service"), max_length=24)
    value = models.CharField(_("address or number"), max_length=500)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("link or number")
        verbose_name_plural = _("links and numbers")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "scheme", "value"], name="a_reference_stands_once"
            ),
        ]
        indexes = [models.Index(fields=["scheme", "value"], name="reference_lookup")]

    def __str__(self):
        return f"{self.scheme}: {self.value}"
