from django.conf import settings

from festival.ui.theme import chosen_theme


def site(request):
    """The name and address that this site shows, and the visitor's light."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "THEME": chosen_theme(request),
        "DEBUG": settings.DEBUG,
    }
