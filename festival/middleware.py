"""What happens to every request before a page sees it, and to every answer after."""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpResponse, HttpResponseNotAllowed, UnreadablePostError
from django.middleware.gzip import GZipMiddleware
from django.views.defaults import bad_request

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
UTF_8 = frozenset({"", "utf-8", "utf8"})
FORM = "application/x-www-form-urlencoded"
ONE_DAY = 24 * 60 * 60
COMPRESSED = ("text/", "application/json", "application/ld+json", "application/xml", "image/svg")


def headers_on_every_answer(get_response):
    """Add the security headers to pages, files and refusals; what a view has set stays."""

    def answer(request):
        response = get_response(request)
        for name, value in settings.HEADERS_ON_EVERY_ANSWER.items():
            response.headers.setdefault(name, value)
        return response

    return answer


def refuse_malformed(get_response):
    """Refuse what no page can read: odd methods (405), other charsets (415), NUL (400)."""

    def answer(request):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if request.content_params.get("charset", "").lower() not in UTF_8:
            return HttpResponse(status=415, content_type="text/plain")
        if _has_nul(request):
            return bad_request(request, BadRequest("NUL in the request"))
        return get_response(request)

    return answer


def _has_nul(request) -> bool:
    query = request.META.get("QUERY_STRING", "")
    if "\0" in request.path_info or "\0" in query or "%00" in query:
        return True
    if request.content_type != FORM:
        return False
    try:
        return b"\0" in request.body or b"%00" in request.body
    except (SuspiciousOperation, UnreadablePostError):
        # Too long or cut off: nothing of it can be used either.
        return True


def signed_in_pages(get_response):
    """Keep what a signed-in person sees out of every cache, and end sessions that are too old."""

    def answer(request):
        if _has_session(request):
            _end_or_renew(request)
        response = get_response(request)
        if _has_session(request):
            is_page = response.get("Content-Type", "").startswith("text/html")
            if is_page or not response.has_header("Cache-Control"):
                response["Cache-Control"] = "private, no-store"
        return response

    return answer


def _has_session(request) -> bool:
    # The cookie first: a look into the session costs a query and makes the answer vary.
    came_with_one = settings.SESSION_COOKIE_NAME in request.COOKIES
    return (came_with_one or request.session.modified) and SESSION_KEY in request.session


def _end_or_renew(request) -> None:
    """Sign out after 60 days, staff after 12 hours; once a day let the 14 days start again."""
    now, session = int(time.time()), request.session
    age = now - session.get("began_at", now)
    too_old = age > settings.SESSION_LONGEST
    if too_old or (age > settings.SESSION_LONGEST_FOR_STAFF and request.user.is_staff):
        logout(request)
    elif now - session.get("seen_at", now - age) > ONE_DAY:
        session["seen_at"] = now


class TextGZipMiddleware(GZipMiddleware):
    """Compress text; pictures are small already, and a part of a film must keep its length."""

    def process_response(self, request, response):
        if not response.get("Content-Type", "").startswith(COMPRESSED):
            return response
        return super().process_response(request, response)
