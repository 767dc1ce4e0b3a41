"""Where a request comes from."""

import ipaddress

from django.conf import settings


def client_address(request) -> str:
    """Return the visitor's IP address as text; of forwarded ones only what our own proxy wrote.

    Each of our proxies appends to X-Forwarded-For the address that it saw, so the entry that counts
    stands TRUSTED_PROXIES places from the end; everything before it is the visitor's own claim.
    """
    peer = _ip(request.META.get("REMOTE_ADDR", "")) or "0.0.0.0"  # noqa: S104  a socket has no address
    proxies = settings.TRUSTED_PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if not proxies or len(forwarded) < proxies:
        return peer
    return _ip(forwarded[-proxies]) or peer


def _ip(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        return ""
