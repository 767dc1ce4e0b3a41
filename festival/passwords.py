"""What a password may be."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MAXIMUM = 1000


class MaximumLength:
    """Refuse passwords above 1,000 characters, which only serve to keep the machine busy."""

    def validate(self, password, user=None):
        if len(password) > MAXIMUM:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self):
        return _("Use at most %(count)s characters.") % {"count": MAXIMUM}
