"""What a person asks for: everything that the site holds of them, in one file."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CodeField, one_of

LASTS = timedelta(days=7)
LEASE = timedelta(minutes=30)
MOST_A_DAY = 3


class ArchiveState(models.TextChoices):
    WAITING = "waiting", _("Being packed")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Not packed")


class ArchiveQuerySet(models.QuerySet):
    """Archives that are …"""

    def visible_to(self, user):
        """One's own and nobody else's, the site staff included."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def downloadable_by(self, user):
        """One's own that are packed and not older than seven days."""
        return self.visible_to(user).filter(
            state=ArchiveState.READY, ready_at__gt=timezone.now() - LASTS
        )

    def waiting(self):
        return self.filter(state=ArchiveState.WAITING)

    def due(self, now):
        """Those to pack now, the ones whose worker died included, oldest first."""
        free = Q(leased_until=None) | Q(leased_until__lt=now)
        return self.waiting().filter(free).order_by("asked_at", "pk")

    def of_last_day(self, now):
        return self.filter(asked_at__gt=now - timedelta(days=1))

    def too_old(self, now):
        return self.filter(asked_at__lt=now - LASTS - timedelta(days=1)) | self.filter(
            ready_at__lt=now - LASTS
        )


class Archive(models.Model):
    """One file with everything of one person; its file goes after seven days, the row with it."""

    code = CodeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="archives"
    )
    state = models.CharField(
        _("state"), max_length=8, choices=ArchiveState, default=ArchiveState.WAITING
    )
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now)
    leased_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    ready_at = models.DateTimeField(_("packed"), null=True, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)

    objects = ArchiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("archive of a person")
        verbose_name_plural = _("archives of people")
        ordering = ["-asked_at", "-id"]
        constraints = [
            one_of("an_archive_has_a_known_state", "state", ArchiveState.values),
            models.CheckConstraint(
                condition=Q(state=ArchiveState.READY, ready_at__isnull=False)
                | ~Q(state=ArchiveState.READY) & Q(ready_at__isnull=True),
                name="only_a_packed_archive_has_its_instant",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(state=ArchiveState.WAITING),
                name="a_person_waits_for_one_archive",
            ),
        ]

    def __str__(self):
        return self.code

    @property
    def file_name(self) -> str:
        """The name in the storage; it is not an address."""
        return f"archives/{self.code}.zip"

    @property
    def ends_at(self):
        return self.ready_at + LASTS if self.ready_at else None
