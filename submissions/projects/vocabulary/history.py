from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Deed(TextChoices):
    """What somebody did to a project, as its history names it."""

    CREATED = "created", _("Created the project")
    SAVED = "saved", _("Saved")
    PUBLISHED = "published", _("Made the page public")
    HIDDEN = "hidden", _("Hid the page")
    ARCHIVED = "archived", _("Archived the project")
    BROUGHT_BACK = "brought_back", _("Brought the project back")
    KEPT = "kept", _("Kept a version")
    RESTORED = "restored", _("Restored a version")
    IMPORTED = "imported", _("Imported")
    INVITED = "invited", _("Invited")
    REVOKED = "revoked", _("Took back the invitation of")
    JOINED = "joined", _("Joined the team")
    ROLE_CHANGED = "role_changed", _("Changed the role of")
    LEFT = "left", _("Left the team")
    REMOVED = "removed", _("Removed from the team")
    OFFERED = "offered", _("Offered the project to")
    HANDED_OVER = "handed_over", _("Took the project over")
    SENT = "sent", _("Submitted to")
    WITHDRAWN = "withdrawn", _("Withdrew from")
