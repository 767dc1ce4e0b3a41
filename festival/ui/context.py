from django.conf import settings


def site(request):
    """The name and address that this site shows, from its settings."""
    return {"SITE_NAME": settings.SITE_NAME, "SITE_URL": settings.SITE_URL}
