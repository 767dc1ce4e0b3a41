"""How often one person may do what writes letters to others, or looks names up."""

from allauth.core.internal import ratelimit


def may_invite(request, email: str) -> bool:
    """Count one letter that invites `email`; False when account, network or address had enough."""
    usage = ratelimit.consume(
        request, app="allauth.account", action="invite", key=email.lower(), limit_get=True
    )
    return bool(usage)


def may_look_up(request) -> bool:
    """Count one look at the names that a typed field offers; False when it was too often."""
    usage = ratelimit.consume(request, app="allauth.account", action="look_up", limit_get=True)
    return bool(usage)


def too_many(request):
    """Answer with the page that asks to wait."""
    return ratelimit.respond_429(request)
