"""The page of a project's screeners."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from festival.accounts.access import fetch
from submissions.projects.models import Project
from submissions.screeners import actions, board

PAGE = "project_screeners"


@require_safe
@fetch(Project, may="in_team_of")
def screeners(request, project):
    return render(
        request, "submissions/screeners/project.html", board.page_of(project, request.user)
    )


@require_POST
@fetch(Project, may="editable_by")
def check(request, project, *, screener):
    row = board.find(project, screener)
    if row is None:
        raise Http404
    actions.look_again(screener=row, by=request.user)
    messages.success(request, _("The link is checked within a minute"))
    return redirect(PAGE, code=project.code)
