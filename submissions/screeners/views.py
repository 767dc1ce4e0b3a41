"""The page of a project's screeners: the films, their links, and every door to them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from festival.accounts.access import NotAllowed, fetch
from submissions.projects.models import Project
from submissions.screeners import actions, board
from submissions.screeners.forms import GrantForm

PAGE = "project_screeners"


def _page(request, project, form=None, status=200):
    context = board.page_of(project, request.user)
    context |= {"form": form or GrantForm(), "problem": bool(form and form.errors)}
    return render(request, "submissions/screeners/project.html", context, status=status)


@require_safe
@fetch(Project, may="in_team_of")
def screeners(request, project):
    return _page(request, project)


@require_POST
@fetch(Project, may="editable_by")
def check(request, project, *, screener):
    row = board.find(project, screener)
    if row is None:
        raise Http404
    actions.look_again(screener=row, by=request.user)
    messages.success(request, _("The link is checked within a minute"))
    return redirect(PAGE, code=project.code)


@require_POST
@fetch(Project, may="editable_by")
def grant(request, project):
    form = GrantForm(request.POST)
    if not form.is_valid():
        return _page(request, project, form)
    try:
        actions.grant(project=project, by=request.user, **form.cleaned_data)
    except NotAllowed as error:
        form.add_error(None, str(error))
        return _page(request, project, form, status=409)
    messages.success(request, _("The door is open. A letter says so"))
    return redirect(PAGE, code=project.code)


@require_POST
@fetch(Project, may="editable_by")
def close(request, project, *, door):
    if not actions.close(project=project, code=door, by=request.user):
        raise Http404
    messages.success(request, _("The door is closed. Nobody watches through it any more"))
    return redirect(PAGE, code=project.code)


@require_POST
@fetch(Project, may="editable_by")
def reopen(request, project, *, door):
    if not actions.reopen(project=project, code=door, by=request.user):
        raise Http404
    messages.success(request, _("The door is open again"))
    return redirect(PAGE, code=project.code)
