"""House lights: the visitor's choice of light, kept in a cookie and in nothing else."""

from urllib.parse import urlsplit

from django.utils.http import url_has_allowed_host_and_scheme

COOKIE = "theme"
COOKIE_RULES = {"max_age": 365 * 24 * 60 * 60, "samesite": "Lax", "httponly": True}
LIGHTS = frozenset({"light", "dark"})


def chosen_theme(request) -> str:
    """Return light, dark, or an empty string for "same as my device"."""
    theme = request.COOKIES.get(COOKIE, "")
    return theme if theme in LIGHTS else ""


def is_own_form(request) -> bool:
    """True unless the browser says that another site sent the form."""
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc == request.get_host()


def way_back(request) -> str:
    """Return the page that the form stood on; the front page if that is not one of ours."""
    page = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(
        page, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return page if ours else "/"
