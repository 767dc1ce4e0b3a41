"""What machines ask a site: whether it is well, what they may read, whom to tell about a hole."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

ROBOTS = """\
User-agent: *
Disallow: /accounts/
Disallow: /admin/
Disallow: /my/
Disallow: /healthz

Sitemap: {site}/sitemap.xml
"""
SECURITY = """\
Contact: {contact}
Expires: {expires}
Preferred-Languages: en
Canonical: {site}/.well-known/security.txt
"""


@login_not_required
@require_safe
@never_cache
def healthz(request):
    """200 while the database answers, else 503; says nothing about versions or addresses."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "away"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})


@login_not_required
@require_safe
def robots(request):
    return HttpResponse(ROBOTS.format(site=settings.SITE_URL), content_type="text/plain")


@login_not_required
@require_safe
def security_txt(request):
    """RFC 9116; the date of expiry moves on, since the address comes from the running settings."""
    words = SECURITY.format(
        contact=settings.SECURITY_CONTACT,
        expires=(timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z"),
        site=settings.SITE_URL,
    )
    return HttpResponse(words, content_type="text/plain; charset=utf-8")
