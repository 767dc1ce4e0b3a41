"""The outbox: every letter of the site is a row before it is an e-mail."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import one_of

LEASE = timedelta(minutes=5)


class State(models.TextChoices):
    QUEUED = "queued", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not delivered")


class LetterQuerySet(models.QuerySet):
    def due(self, now=None):
        """Return letters to send now, the ones whose sender died included, oldest first."""
        now = now or timezone.now()
        waiting = Q(state=State.QUEUED, not_before__lte=now)
        abandoned = Q(state=State.SENDING, leased_until__lt=now)
        return self.filter(waiting | abandoned).order_by("not_before", "pk")

    def failed(self):
        """Return letters that the site has given up on."""
        return self.filter(state=State.FAILED)


class Letter(models.Model):
    """One letter to one person; `key` says what it is about, so that nobody gets it twice."""

    key = models.CharField(_("key"), max_length=200, unique=True)
    to_address = models.EmailField(_("to"), max_length=254)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("person"),
    )
    event = models.CharField(_("event"), max_length=60)
    language = models.CharField(_("language"), max_length=12)
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    not_before = models.DateTimeField(_("not before"), default=timezone.now)
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=500, blank=True, default="")
    message_id = models.CharField(_("Message-ID"), max_length=250, unique=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        constraints = [
            one_of("a_letter_has_a_known_state", "state", State.values),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_at__isnull=False)
                | (~Q(state=State.SENT) & Q(sent_at__isnull=True)),
                name="only_a_sent_letter_has_its_instant",
            ),
            models.CheckConstraint(
                condition=Q(state=State.SENDING, leased_until__isnull=False)
                | (~Q(state=State.SENDING) & Q(leased_until__isnull=True)),
                name="only_a_letter_being_sent_is_leased",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FAILED) | ~Q(last_error=""),
                name="a_letter_that_failed_says_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before", "id"], condition=Q(state=State.QUEUED), name="letters_waiting"
            ),
            models.Index(
                fields=["leased_until"], condition=Q(state=State.SENDING), name="letters_leased"
            ),
            models.Index(fields=["-created_at", "-id"], name="letters_by_age"),
        ]

    def __str__(self):
        return self.subject

    @property
    def opens_an_account(self):
        """Whether the text holds a code or a link that stands in for a password."""
        return self.event.startswith("account_")
