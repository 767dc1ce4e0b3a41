"""The words of festivals and their calls."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verification(TextChoices):
    """Whether the site has checked that a festival is what it says."""

    UNVERIFIED = "unverified", _("Not verified")
    VERIFIED = "verified", _("Verified")
    SUSPENDED = "suspended", _("Suspended")


class EditionMode(TextChoices):
    """Where an edition takes place."""

    ON_SITE = "on_site", _("On site")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("On site and online")


class CallState(TextChoices):
    """Where a call stands; opening and closing follow the clock, see CallQuerySet."""

    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    JUDGING = "judging", _("In review")
    DECIDED = "decided", _("Decided")
    ARCHIVED = "archived", _("Archived")
    SUSPENDED = "suspended", _("Suspended")


PUBLIC_CALL_STATES = frozenset(
    {
        CallState.SCHEDULED,
        CallState.JUDGING,
        CallState.DECIDED,
        CallState.ARCHIVED,
        CallState.SUSPENDED,
    }
)


class Phase(TextChoices):
    """What people see of a call at one moment."""

    COMING = "coming", _("Opens soon")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    JUDGING = "judging", _("In review")
    DECIDED = "decided", _("Decided")
    SUSPENDED = "suspended", _("Suspended")


class DeadlineKind(TextChoices):
    """The price phases of a call in the order in which they end."""

    EARLY = "early", _("Early")
    REGULAR = "regular", _("Regular")
    LATE = "late", _("Late")
    EXTENDED = "extended", _("Extended")


class PremiereRule(TextChoices):
    """The premiere that a festival asks for, in its own country or on its own continent."""

    WORLD = "world", _("World premiere")
    INTERNATIONAL = "international", _("International premiere")
    CONTINENTAL = "continental", _("Premiere on its continent")
    NATIONAL = "national", _("Premiere in its country")
