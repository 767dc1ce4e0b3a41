"""Pages of what a project was: its history, its versions, one beside another, and back to one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from festival.accounts.access import fetch
from submissions.projects import versions
from submissions.projects.actions import Stale
from submissions.projects.apply import CannotApply
from submissions.projects.comparing import compared, listed
from submissions.projects.forms.editor import revision_in
from submissions.projects.history_lines import lines_of
from submissions.projects.models import Project

ONLY_EDITORS = gettext_lazy("Only the owner and editors of the project may do this")
_AROUND = "submissions/projects/"


@require_safe
@fetch(Project, may="in_team_of")
def history(request, project):
    page, lines = lines_of(project, request.GET.get("page"))
    context = {"project": project, "page": page, "lines": lines, "here": "history"}
    return render(request, f"{_AROUND}history.html", context)


@require_safe
@fetch(Project, may="in_team_of")
def version_list(request, project):
    context = listed(project, request.user, request.GET.get("page"))
    return render(request, f"{_AROUND}versions.html", context)


@require_POST
@fetch(Project, may="editable_by", reason=ONLY_EDITORS)
def keep(request, project):
    version, is_new = versions.keep(project=project, by=request.user)
    kept, same = _("Version %(number)d is kept"), _("Nothing has changed since version %(number)d")
    text = kept if is_new else same
    messages.success(request, text % {"number": version.number})
    return redirect("project_versions", code=project.code)


@require_safe
@fetch(Project, may="in_team_of", load="with_one_of_each")
def version(request, project, number):
    context = compared(project, _numbered(project, number), request.GET.get("with"), request.user)
    return render(request, f"{_AROUND}version.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@fetch(Project, may="editable_by", load="with_one_of_each", reason=ONLY_EDITORS)
def restore(request, project, number):
    chosen = _numbered(project, number)
    if request.method != "POST":
        return _ask(request, project, chosen)
    try:
        versions.restore(
            project=project, version=chosen, revision=revision_in(request.POST), by=request.user
        )
    except Stale:
        moved = [_("Somebody saved the project in the meantime. Look again at what will change")]
        return _ask(request, project, chosen, problems=moved, status=409)
    except CannotApply as refused:
        return _ask(request, project, chosen, problems=refused.problems, status=422)
    messages.success(request, _("Version %(number)d is back") % {"number": chosen.number})
    return redirect("project_versions", code=project.code)


def _ask(request, project, chosen, *, problems=(), status=200):
    now = project.current_record()
    context = {
        "project": project,
        "version": chosen,
        "changes": versions.differences(now, chosen.record),
        "gone": versions.files_gone(now, chosen.record),
        "problems": [{"text": text} for text in problems],
        "problem": bool(problems),
        "here": "versions",
    }
    return render(request, f"{_AROUND}restore.html", context, status=status)


def _numbered(project, number):
    if (found := project.versions.numbered(number)) is None:
        raise Http404
    return found
