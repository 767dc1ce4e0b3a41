"""What a site must not be started with, as system checks."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:")


@register(Tags.security)
def policy_is_strict(app_configs, **kwargs):
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    found = [name for name, sources in directives.items() if set(sources) & set(UNSAFE)]
    return [
        Error(f"The content-security policy allows too much in {name}.", id="foyer.E001")
        for name in found
    ]


@register(Tags.security)
def uploads_are_not_static(app_configs, **kwargs):
    media, static = Path(settings.MEDIA_ROOT).resolve(), Path(settings.STATIC_ROOT).resolve()
    if media.is_relative_to(static) or static.is_relative_to(media):
        message = "Uploads would be served as static files, without any check of rights."
        return [Error(message, hint="Point STORAGE_URL to another folder.", id="foyer.E002")]
    return []


@register(Tags.security, deploy=True)
def passwords_are_hashed_well(app_configs, **kwargs):
    if "Argon2" in settings.PASSWORD_HASHERS[0]:
        return []
    return [Error("New passwords are not hashed with Argon2.", id="foyer.E003")]


@register(Tags.security, deploy=True)
def limits_are_shared(app_configs, **kwargs):
    if "locmem" not in settings.CACHES["default"]["BACKEND"]:
        return []
    message = "Each process would count failed sign-ins for itself."
    return [Warning(message, hint="Set CACHE_URL to dbcache://foyer_cache.", id="foyer.W004")]
