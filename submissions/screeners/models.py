"""What becomes of a screener: looks at its link, the uploaded film, who may watch and did."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CodeField, ListField, one_of
from submissions.entries.models import Submission
from submissions.projects.models import Project, Screener
from submissions.projects.vocabulary import LinkState
from submissions.screeners import films
from submissions.screeners.querysets import FilmFileQuerySet, GrantQuerySet
from submissions.screeners.vocabulary import Closing


class LinkCheck(models.Model):
    """One look at the link of a screener; never the password, never what the page said."""

    screener = models.ForeignKey(Screener, on_delete=models.CASCADE, related_name="checks")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=16, choices=LinkState)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    note = models.CharField(max_length=200, blank=True)
    duration = models.PositiveIntegerField(_("length that the page gives"), null=True)

    class Meta:
        verbose_name = _("look at a link")
        verbose_name_plural = _("looks at links")
        ordering = ["-at", "-id"]
        constraints = [one_of("a_found_link_state_is_known", "state", LinkState.values)]
        indexes = [models.Index(fields=["screener", "-at"], name="check_by_screener")]

    def __str__(self):
        return self.get_state_display()


class FilmFile(models.Model):
    """A film on our disk, whole or still arriving; `path` is below the media folder."""

    code = CodeField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="film_files")
    screener = models.OneToOneField(
        Screener, on_delete=models.CASCADE, null=True, related_name="film"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="film_files"
    )
    name = models.CharField(_("name of the file"), max_length=200)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    received = models.PositiveBigIntegerField(default=0)
    media_type = models.CharField(max_length=40, blank=True)
    path = models.CharField(max_length=80, unique=True, default=films.new_path, editable=False)
    leased_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    objects = FilmFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("uploaded film")
        verbose_name_plural = _("uploaded films")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(received__lte=F("size")), name="a_film_is_never_longer_than_told"
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None, screener=None)
                | Q(finished_at__isnull=False, screener__isnull=False, received=F("size")),
                name="only_a_whole_film_is_a_screener",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def percent(self) -> int:
        return 100 * self.received // self.size


class Grant(models.Model):
    """A door to the screeners of a project: for a person, or for the festival that has an entry.

    The door of an entry is open without a row; it gets one when the filmmaker closes it or opens
    it again. A row says since when the door is open, and when and why it was closed.
    """

    code = CodeField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="grants")
    entry = models.OneToOneField(
        Submission, on_delete=models.CASCADE, null=True, related_name="grant"
    )
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="grants"
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(_("until"), null=True)
    views_allowed = models.PositiveSmallIntegerField(_("viewings allowed"), null=True)
    views_used = models.PositiveSmallIntegerField(default=0)
    viewing_until = models.DateTimeField(null=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=12, choices=Closing, blank=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("open door")
        verbose_name_plural = _("open doors")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry__isnull=True) & ~Q(email="") | Q(entry__isnull=False, email=""),
                name="a_door_is_for_a_person_or_an_entry",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, reason="") | Q(closed_at__isnull=False) & ~Q(reason=""),
                name="a_closed_door_says_why",
            ),
            one_of("a_reason_to_close_is_known", "reason", ["", *Closing.values]),
        ]
        indexes = [models.Index(fields=["email"], name="grant_by_email")]

    def __str__(self):
        return self.email or str(self.entry)

    @property
    def is_viewing(self) -> bool:
        """Whether one of the counted viewings goes on."""
        return self.viewing_until is not None and self.viewing_until > timezone.now()

    @property
    def views_left(self) -> int | None:
        return None if self.views_allowed is None else self.views_allowed - self.views_used


class Viewing(models.Model):
    """One time that somebody watched a film here, or opened a link: who, when, which parts."""

    code = CodeField()
    screener = models.ForeignKey(
        Screener, on_delete=models.SET_NULL, null=True, related_name="viewings"
    )
    entry = models.ForeignKey(
        Submission, on_delete=models.CASCADE, null=True, related_name="viewings"
    )
    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, null=True, related_name="viewings")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="viewings"
    )
    is_link = models.BooleanField(default=False)
    began_at = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now)
    length = models.PositiveIntegerField(null=True)
    ranges = ListField()

    class Meta:
        verbose_name = _("viewing")
        verbose_name_plural = _("viewings")
        ordering = ["-began_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry__isnull=False, grant=None) | Q(entry=None, grant__isnull=False),
                name="a_viewing_came_through_one_door",
            ),
        ]

    def __str__(self):
        return str(self.screener or "")
