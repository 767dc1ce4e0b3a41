from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FestivalConfig(AppConfig):
    """The house: people, festivals and their calls, letters, the look."""

    name = "festival"
    verbose_name = _("The house")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from festival import checks  # noqa: F401  registers the system checks
