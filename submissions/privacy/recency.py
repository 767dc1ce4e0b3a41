"""A door that asks who sits at the keyboard now."""

import time
from functools import wraps

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _


def signed_in_lately(view):
    """Ask for the password again unless it was given in the last minutes.

    Who has none, and signs in by letter, is sent to do so again.
    """
    with_password = reauthentication_required(view)

    @wraps(view)
    def door(request, *args, **kwargs):
        if request.user.has_usable_password():
            return with_password(request, *args, **kwargs)
        age = time.time() - request.session.get("began_at", 0)
        if age < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return view(request, *args, **kwargs)
        messages.error(request, _("Sign out and in again first: your last sign-in is too long ago"))
        return redirect("account")

    return door
