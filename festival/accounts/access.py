"""Doors: each page of the site says by name who may pass."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.utils.translation import gettext_lazy as _


class NotAllowed(Exception):
    """An action refuses; the text is a sentence for the person who asked."""


def anyone(view):
    """Open a page to every visitor, signed in or not."""
    view = login_not_required(view)
    view.rule = "anyone"
    return view


def signed_in(view):
    """Name the rule of a page that shows people nothing but what is their own."""
    view.rule = "signed_in"
    return view


def fetch(model, *, sees="visible_to", may=None, by="code", url_kwarg=None, load=None, reason=None):
    """Hand the view its row: 404 outside `visible_to(user)`, 403 outside the method named `may`.

    `sees` names another method than visible_to for a page that shows other rows or less of them;
    `by` is the field that the address holds in `url_kwarg` (the same name unless given); `load`
    names a QuerySet method that adds what the page shows; `reason` is the sentence of the 403.
    """

    def decorate(view):
        @wraps(view)
        def door(request, **kwargs):
            value = kwargs.pop(url_kwarg or by)
            rows = getattr(model.objects, sees)(request.user)
            row = _find(rows, request.user, may=may, by=by, value=value, load=load, reason=reason)
            return view(request, row, **kwargs)

        door.rule = f"{model.__name__}.{may or sees}"
        return door

    return decorate


def fetch_public(model, **options):
    """Do what `fetch` does on a page that is open to visitors who are not signed in."""

    def decorate(view):
        return login_not_required(fetch(model, **options)(view))

    return decorate


def _find(visible, user, *, may, by, value, load, reason):
    if "\0" in str(value):
        raise Http404
    allowed = getattr(visible, may)(user) if may else visible
    if load:
        allowed = getattr(allowed, load)()
    try:
        row = allowed.filter(**{by: value}).first()
        if row is None and may and visible.filter(**{by: value}).exists():
            raise PermissionDenied(reason or _("Your role does not allow this"))
    except (ValueError, ValidationError) as error:
        raise Http404 from error
    if row is None:
        raise Http404
    return row
