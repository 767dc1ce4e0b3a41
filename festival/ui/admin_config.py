from django.contrib.admin.apps import AdminConfig


class FoyerAdminConfig(AdminConfig):
    """The stock admin with the site of this project."""

    default_site = "festival.admin_site.FoyerAdminSite"
