"""The door of an edition, whose address has two parts."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404

from festival.calls.models import Edition


def fetch_edition(view):
    """Hand the view the edition at `slug` and `edition`; outside `visible_to(user)` it is 404.

    It comes as the keyword `edition`, so that a second door may hand its row beside it.
    """

    @wraps(view)
    def door(request, slug, edition, **kwargs):
        if "\0" in slug + edition:
            raise Http404
        rows = Edition.objects.visible_to(request.user).at(slug, edition).with_place()
        row = rows.first()
        if row is None:
            raise Http404
        return view(request, edition=row, **kwargs)

    door.rule = getattr(view, "rule", "Edition.visible_to")
    return door


def fetch_public_edition(view):
    """Do what `fetch_edition` does on a page that is open to visitors who are not signed in."""
    return login_not_required(fetch_edition(view))
