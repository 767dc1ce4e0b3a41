from django.shortcuts import render
from django.views.decorators.http import require_safe

from festival.accounts.access import fetch, signed_in
from submissions.desk import premieres as simulator
from submissions.desk.board import board_of
from submissions.projects.models import Project


@require_safe
@signed_in
def my(request):
    return render(request, "submissions/desk/my.html", board_of(request.user, request.GET))


@require_safe
@fetch(Project, may="in_team_of", load="with_one_of_each")
def premieres(request, project):
    context = simulator.page_of(project, request.user, request.GET)
    return render(request, "submissions/desk/premieres.html", context)
