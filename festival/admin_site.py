from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class FoyerAdminSite(admin.AdminSite):
    """The programmers' workplace."""

    site_header = _("Review desk")
    site_title = _("Review desk")
    index_title = _("Your festivals")
