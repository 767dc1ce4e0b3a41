"""Answers to requests that cannot be served."""

import errno
import sys

from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from festival.ui import views

RETRY_AFTER = "10"
STORAGE_IS_AWAY = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})


@login_not_required
@requires_csrf_token
def server_error(request):
    """Say 503 and when to come back if the database or the disk is away, else 500 with a number.

    Django calls this inside its except block, so that the error is still at hand.
    """
    if not is_passing(sys.exc_info()[1]):
        return views.server_error(request)
    page = HttpResponse(render_to_string("503.html"), status=503)
    page["Retry-After"] = RETRY_AFTER
    page["Cache-Control"] = "no-store"
    return page


def is_passing(error) -> bool:
    """True for an error that will be gone when the database or the disk is back."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        if isinstance(error, OSError) and error.errno in STORAGE_IS_AWAY:
            return True
        error = error.__cause__ or error.__context__
    return False
