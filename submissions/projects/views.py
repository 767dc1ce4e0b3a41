from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from festival.accounts.access import NotAllowed, fetch
from festival.ui.formsets import after_press, pressed
from submissions.projects import actions, drafts, saving, undo
from submissions.projects.editor_page import context_of, of_person
from submissions.projects.forms import Editor
from submissions.projects.forms.editor import PRESSED
from submissions.projects.models import Project

MOST_ROWS = 250
READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])
ONLY_THE_OWNER = gettext_lazy("Only the owner of the project may do this")


@READ_AND_SEND
@fetch(Project, may="editable_by", load="for_editor")
def edit(request, project):
    if request.method != "POST":
        return _page(request, Editor(project, drafts=drafts.of(project, request.user)))
    if rows := pressed(request.POST, PRESSED):
        return _press(request, project, rows)
    editor = Editor(project, data=request.POST, files=request.FILES)
    try:
        outcome = saving.save(editor, by=request.user)
    except actions.Stale:
        return _page(request, editor, status=409)
    if outcome.is_saved:
        messages.success(request, _("Saved"))
        return redirect(request.get_full_path())
    saving.keep_unsaved(outcome.editor, by=request.user, sent=request.POST)
    return _page(request, outcome.editor, status=409 if outcome.editor.clashes else 200)


def _press(request, project, rows):
    data = after_press(request.POST, rows, most=MOST_ROWS)
    if "restore" in data:
        try:
            project, data = undo.pressed(project, data, rows, by=request.user)
        except NotAllowed as error:
            messages.error(request, str(error))
        except actions.Stale:
            messages.error(request, _("Somebody else saved just then. Press the button again"))
    editor = Editor(project, data=data, files=request.FILES)
    if "add" in request.POST:
        editor.begin_row(rows)
    editor.keep_quiet()
    return _page(request, editor)


def _page(request, editor, status=200):
    context = context_of(editor) | of_person(request, editor.project)
    return render(request, "submissions/projects/edit.html", context, status=status)


@require_POST
@fetch(Project, may="owned_by", reason=ONLY_THE_OWNER)
def publish(request, project):
    return _do(request, project, actions.publish, _("The page of the project is public"))


@require_POST
@fetch(Project, may="owned_by", reason=ONLY_THE_OWNER)
def hide(request, project):
    return _do(request, project, actions.hide, _("The page of the project is hidden"))


@require_POST
@fetch(Project, may="owned_by", reason=ONLY_THE_OWNER)
def archive(request, project):
    return _do(request, project, actions.archive, _("The project is archived"))


def _do(request, project, action, done):
    try:
        action(project=project, by=request.user)
        messages.success(request, done)
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect(reverse("project_edit", args=[project.code]) + "#publish")
    return redirect("project_edit", code=project.code)
