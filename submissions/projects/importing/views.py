import json

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from festival.accounts.access import fetch, signed_in
from submissions.projects import actions
from submissions.projects.apply import CannotApply
from submissions.projects.forms.editor import revision_in
from submissions.projects.importing import taking
from submissions.projects.importing.forms import BeginForm, GivenForm
from submissions.projects.importing.plan import Plan
from submissions.projects.models import Project
from submissions.projects.visibility import Audience, redact

READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])


@READ_AND_SEND
@signed_in
def new(request):
    projects = Project.objects.editable_by(request.user).to_begin_from()
    form = BeginForm(request.POST or None, request.FILES or None, projects=projects)
    if not form.is_valid():
        context = {"form": form, "problem": bool(form.errors)}
        return render(request, "submissions/projects/new.html", context)
    values = {name: form.cleaned_data[name] for name in ("kind", "title", "key")}
    project = actions.create_project(by=request.user, **values)
    if problems := _copied(request, form, project):
        messages.warning(request, problems)
    if form.given:
        return _preview(request, project, Plan(project.current_record(), form.given))
    return redirect("project_edit", code=project.code)


def _copied(request, form, project) -> str:
    """Take over what was chosen from an earlier project; return what went wrong."""
    earlier, parts = form.cleaned_data["earlier"], form.cleaned_data.get("parts")
    # A second press of the button finds the project that the first one made.
    if not earlier or not parts or project.revision > 1:
        return ""
    try:
        taking.copy(project, earlier=earlier, parts=parts, by=request.user)
    except CannotApply as error:
        return str(error)
    return ""


@READ_AND_SEND
@fetch(Project, may="editable_by", load="with_one_of_each")
def import_page(request, project):
    form = GivenForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        context = {"form": form, "project": project, "problem": bool(form.errors)}
        return render(request, "submissions/projects/import.html", context)
    plan = Plan(project.current_record(), form.given)
    if "write" not in request.POST:
        return _preview(request, project, plan)
    return _written(request, project, plan)


def _written(request, project, plan):
    record, revision = plan.chosen(request.POST.getlist("take")), revision_in(request.POST)
    if len(record) == 1:
        return _preview(request, project, plan, problems=[_("Tick what is to be taken over")])
    try:
        taking.take(project, record, by=request.user, revision=revision)
    except actions.Stale:
        problems = [_("Somebody saved the project in the meantime. Look at the list again")]
        return _preview(request, project, plan, problems=problems, status=409)
    except CannotApply as error:
        return _preview(request, project, plan, problems=error.problems)
    messages.success(request, _("Taken over. Look through the form once more"))
    return redirect("project_edit", code=project.code)


def _preview(request, project, plan, *, problems=(), status=200):
    ticked = set(request.POST.getlist("take")) if "write" in request.POST else None
    context = {
        "project": project,
        "plan": plan,
        "ticked": {i.key for i in plan.items if i.is_chosen} if ticked is None else ticked,
        "problems": [{"text": text, "href": ""} for text in problems],
        "problem": bool(problems),
    }
    return render(request, "submissions/projects/import_preview.html", context, status=status)


@require_safe
@fetch(Project, may="in_team_of", load="with_one_of_each")
def record(request, project):
    """The whole record as a file, for the importer of this site and for keeping."""
    record = redact(project.current_record(), Audience.TEAM)
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{project.code}.json"'
    return response
