from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MediaKind(TextChoices):
    POSTER = "poster", _("Poster")
    STILL = "still", _("Still")
    BANNER = "banner", _("Banner")
    PORTRAIT = "portrait", _("Portrait")
    LAUREL = "laurel", _("Laurel")


class DocumentKind(TextChoices):
    SUBTITLES = "subtitles", _("Subtitles")
    SCRIPT = "script", _("Script")
    PRESS_KIT = "press_kit", _("Press kit")
    DIALOGUE_LIST = "dialogue_list", _("Dialogue list")


class PressKind(TextChoices):
    NEWS = "news", _("News")
    REVIEW = "review", _("Review")
    INTERVIEW = "interview", _("Interview")


class ScreenerKind(TextChoices):
    UPLOAD = "upload", _("Uploaded file")
    LINK = "link", _("Link")


class LinkState(TextChoices):
    """What the last look at the link of a screener found, the worse the further down."""

    UNKNOWN = "unknown", _("Not known yet")
    OK = "ok", _("It answers")
    SLOW = "slow", _("It answers slowly")
    WRONG_LENGTH = "wrong_length", _("Another length")
    NEEDS_PASSWORD = "needs_password", _("Asks for a password")
    DEAD = "dead", _("It does not answer")

    @property
    def badness(self) -> int:
        """How bad it is; what is not known yet is no worse than what answers."""
        return max(0, list(LinkState).index(self) - 1)


class CopyFormat(TextChoices):
    DCP = "dcp", _("DCP")
    PRORES = "prores", _("ProRes")
    H264 = "h264", _("H.264")
    TAPE = "tape", _("Tape")
    PRINT = "print", _("Print")
    OTHER = "other", _("Other")


class CopyPurpose(TextChoices):
    SCREENER = "screener", _("Screener")
    EXHIBITION = "exhibition", _("Exhibition")
    ARCHIVE = "archive", _("Archive")
