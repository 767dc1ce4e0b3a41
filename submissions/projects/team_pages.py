"""Pages of the team: members, invitations, and the page behind the link of a letter."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from festival.accounts.access import NotAllowed, fetch, signed_in
from festival.accounts.limits import may_invite, too_many
from submissions.projects import team
from submissions.projects.forms.team import InviteForm
from submissions.projects.models import Invitation, Project
from submissions.projects.team_page import context_of
from submissions.projects.views import ONLY_THE_OWNER
from submissions.projects.vocabulary import TeamRole


@require_safe
@fetch(Project, may="in_team_of")
def members(request, project):
    return _page(request, project, InviteForm())


def _page(request, project, form, status=200):
    context = context_of(project, request.user) | {"form": form, "problem": bool(form.errors)}
    return render(request, "submissions/projects/team.html", context, status=status)


@require_POST
@fetch(Project, may="owned_by", reason=ONLY_THE_OWNER)
def invite(request, project):
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, project, form)
    if not may_invite(request, form.cleaned_data["email"]):
        return too_many(request)
    try:
        team.invite(project=project, by=request.user, **form.cleaned_data)
    except NotAllowed as error:
        form.add_error("email", str(error))
        return _page(request, project, form, status=409)
    messages.success(request, _("The invitation is on its way"))
    return redirect("project_team", code=project.code)


@require_POST
@fetch(Project, may="owned_by", reason=ONLY_THE_OWNER)
def member(request, project, number):
    """Change the role of one member, remove or offer the project, as the button says."""
    chosen = project.team.numbered(number)
    if chosen is None:
        raise Http404
    deed, by = request.POST.get("deed", ""), request.user
    if deed == "offer" and not may_invite(request, chosen.user.email):
        return too_many(request)
    deeds = {
        "offer": lambda: team.offer(member=chosen, by=by),
        "remove": lambda: team.remove(member=chosen, by=by),
        "editor": lambda: team.change_role(member=chosen, role=TeamRole.EDITOR, by=by),
        "viewer": lambda: team.change_role(member=chosen, role=TeamRole.VIEWER, by=by),
    }
    return _do(request, project, deeds.get(deed))


@require_POST
@fetch(Project, may="in_team_of")
def leave(request, project):
    try:
        team.leave(project=project, by=request.user)
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect("project_team", code=project.code)
    messages.success(request, _("You have left the team of %(title)s") % {"title": project.title})
    return redirect("my")


@require_POST
@fetch(Invitation, may="owned_by", load="with_project", reason=ONLY_THE_OWNER)
def resend(request, invitation):
    if not may_invite(request, invitation.email):
        return too_many(request)
    return _do(request, invitation.project,
               lambda: team.resend(invitation=invitation, by=request.user))  # fmt: skip


@require_POST
@fetch(Invitation, may="owned_by", load="with_project", reason=ONLY_THE_OWNER)
def revoke(request, invitation):
    return _do(request, invitation.project,
               lambda: team.revoke(invitation=invitation, by=request.user))  # fmt: skip


def _do(request, project, deed):
    try:
        if deed is not None:
            deed()
            messages.success(request, _("Done"))
    except NotAllowed as error:
        messages.error(request, str(error))
    return redirect("project_team", code=project.code)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def invitation(request, token):
    """Show what the link of a letter offers; only the button accepts it."""
    if (found := team.opened_with(token)) is None:
        raise Http404
    try:
        team.check(found, by=request.user)
        if request.method == "POST":
            project = team.accept(invitation=found, by=request.user)
            return redirect("project_team", code=project.code)
    except team.NotForYou as error:
        return _closed(request, error, status=403)
    except team.Over as error:
        return _closed(request, error, status=410)
    context = {"invitation": found, "project": found.project}
    return render(request, "submissions/projects/invitation.html", context)


def _closed(request, error, *, status):
    context = {"sentence": str(error), "is_other": status == 403}
    return render(request, "submissions/projects/invitation_over.html", context, status=status)
