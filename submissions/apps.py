from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    """The work: projects and what becomes of them."""

    name = "submissions"
    verbose_name = _("The work")
    default_auto_field = "django.db.models.BigAutoField"
