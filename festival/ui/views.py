import logging

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import (
    Http404,
    HttpResponseForbidden,
    HttpResponseRedirect,
    HttpResponseServerError,
    JsonResponse,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from festival.ui import styleguide as parts
from festival.ui import suggestions
from festival.ui.fields import new_code
from festival.ui.theme import COOKIE, COOKIE_RULES, LIGHTS, is_own_form, way_back

ONE_DAY = 24 * 60 * 60

log = logging.getLogger("festival")


# Without a token: a token in the footer of every page would give each visitor a cookie and make
# public pages uncacheable. The form changes nothing but the light, and only for our own pages.
@csrf_exempt
@login_not_required
@require_POST
def theme(request):
    if not is_own_form(request):
        return HttpResponseForbidden()
    response = HttpResponseRedirect(way_back(request))
    choice = request.POST.get("theme", "")
    if choice in LIGHTS:
        response.set_cookie(COOKIE, choice, **COOKIE_RULES, secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE)
    return response


@login_not_required
def styleguide(request):
    if not settings.DEBUG:
        raise Http404
    return render(request, "festival/ui/styleguide.html", parts.context(request))


@login_not_required
@require_safe
@cache_control(public=True, max_age=ONE_DAY)
def choices(request, source):
    """The names that a typed field suggests: a JSON list of texts."""
    try:
        return JsonResponse(suggestions.names_of(source), safe=False)
    except KeyError:
        raise Http404 from None


@login_not_required
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


@login_not_required
def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)


@login_not_required
def server_error(request):
    """Answer a broken request with a number to quote; needs no database and no context."""
    incident = new_code(6)
    log.error("Incident %s at %s", incident, request.path)
    return HttpResponseServerError(render_to_string("500.html", {"incident": incident}))
