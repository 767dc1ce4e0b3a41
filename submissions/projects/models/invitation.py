"""Asking somebody into the team of a project by letter."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CodeField, one_of
from submissions.projects.models.project import Project
from submissions.projects.querysets import InvitationQuerySet
from submissions.projects.vocabulary import TeamRole

LASTS = timedelta(days=14)


class Invitation(models.Model):
    """One letter to one address; the link in it counts for whoever has that address.

    Of the link only a hash is kept. The role of an owner is the offer to take the project over.
    """

    code = CodeField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"), max_length=254)
    role = models.CharField(_("role"), max_length=8, choices=TeamRole)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    invited_at = models.DateTimeField(_("invited"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["invited_at", "id"]
        constraints = [
            one_of("an_invitation_has_a_known_role", "role", TeamRole.values),
            models.CheckConstraint(
                condition=Q(email=Lower(F("email"))), name="an_invited_address_is_in_small_letters"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                name="an_accepted_invitation_is_not_taken_back",
            ),
            models.UniqueConstraint(
                fields=["project", "email"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="an_address_has_one_open_invitation",
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(role="owner", accepted_at__isnull=True, revoked_at__isnull=True),
                name="a_project_is_offered_to_one_person",
            ),
        ]

    def __str__(self):
        return self.email

    @property
    def is_over(self) -> bool:
        """Whether its link no longer counts, for whatever reason."""
        closed = self.accepted_at or self.revoked_at
        return bool(closed) or timezone.now() >= self.expires_at


def hash_of(token: str) -> str:
    """Return what is kept of the secret in a link."""
    return hashlib.sha256(token.encode()).hexdigest()
