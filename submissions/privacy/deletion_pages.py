"""The pages that say what a deletion takes away, and do it."""

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from festival.accounts.access import NotAllowed, fetch, signed_in
from submissions.privacy import deletion, forms, leaving
from submissions.privacy.recency import signed_in_lately
from submissions.projects.models import Project

READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])


@READ_AND_SEND
@fetch(Project, may="owned_by")
def project_delete(request, project):
    """Delete one project; what festivals have stops it and is named with the way out."""
    form = forms.title_of(project, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            deletion.delete_project(project=project, by=request.user)
            messages.success(request, _("The project is deleted"))
            return redirect("my")
        except NotAllowed as error:
            messages.error(request, str(error))
    context = {
        "project": project,
        "form": form,
        "problem": bool(form.errors),
        "live": deletion.live_entries(project),
        "kept": deletion.kept_versions(project),
    }
    return render(request, "submissions/privacy/project_delete.html", context)


@READ_AND_SEND
@signed_in
def account_delete(request):
    """Say what goes and what stays; a press needs a sign-in of the last minutes."""
    if request.method == "POST":
        return _delete_account(request)
    return _account_page(request, forms.address_of(request.user))


@signed_in_lately
def _delete_account(request):
    form = forms.address_of(request.user, request.POST)
    if not form.is_valid():
        return _account_page(request, form)
    try:
        leaving.delete_account(user=request.user)
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect("account_delete")
    logout(request)
    messages.success(request, _("Your account is deleted"))
    return redirect("home")


def _account_page(request, form):
    context = {
        "form": form,
        "problem": bool(form.errors),
        "festivals": leaving.festivals_left_alone(request.user),
        "projects": leaving.own_projects(request.user),
    }
    return render(request, "submissions/privacy/account_delete.html", context)
