"""Why a door to a screener is closed."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Closing(TextChoices):
    """The reasons; only the first is kept in a row, all others follow from what happened."""

    REVOKED = "revoked", _("You closed it")
    PASSWORD = "password", _("The password was changed")
    ENDED = "ended", _("Its time is over")
    USED_UP = "used_up", _("All viewings are used up")
    WITHDRAWN = "withdrawn", _("The entry was withdrawn")
    OUT = "out", _("The entry is no longer in the selection")
    NOT_SELECTED = "not_selected", _("Not selected, seven days ago or more")
    ROUND_END = "round_end", _("The round is over")
