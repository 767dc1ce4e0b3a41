from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PremiereKind(TextChoices):
    """Widest first; which screening uses up which premiere is a rule of each call."""

    WORLD = "world", _("World premiere")
    INTERNATIONAL = "international", _("International premiere")
    CONTINENTAL = "continental", _("Continental premiere")
    NATIONAL = "national", _("National premiere")
    REGIONAL = "regional", _("Regional premiere")
    CITY = "city", _("City premiere")
    NONE = "none", _("No premiere")


class ScreeningKind(TextChoices):
    FESTIVAL = "festival", _("Festival")
    THEATRICAL = "theatrical", _("Theatrical")
    BROADCAST = "broadcast", _("Broadcast")
    ONLINE = "online", _("On-line, public")
    PRIVATE = "private", _("Private")
    MARKET = "market", _("Market")


class ScreeningResult(TextChoices):
    SELECTION = "selection", _("Selection")
    NOMINEE = "nominee", _("Nominee")
    QUARTER_FINALIST = "quarter_finalist", _("Quarter-finalist")
    SEMI_FINALIST = "semi_finalist", _("Semi-finalist")
    FINALIST = "finalist", _("Finalist")
    HONOURABLE_MENTION = "honourable_mention", _("Honourable mention")
    JURY_AWARD = "jury_award", _("Jury award")
    AUDIENCE_AWARD = "audience_award", _("Audience award")
    WINNER = "winner", _("Winner")
