"""Where the editor's script saves one section, and what it is told."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from festival.accounts.access import fetch
from submissions.projects import actions, drafts, saving
from submissions.projects.editor_page import beside, wanted_by
from submissions.projects.forms import Editor
from submissions.projects.forms.editor import PARTS
from submissions.projects.models import Project


@require_POST
@fetch(Project, may="editable_by", load="for_editor")
def save_section(request, project, key):
    """Save one section alone; answer {"state": saved, wrong, clash or busy, …}.

    What is wrong is kept as a draft of the person who typed it.
    """
    if key not in PARTS:
        raise Http404
    editor = Editor(project, data=request.POST, files=request.FILES, only=key)
    try:
        outcome = saving.save(editor, by=request.user)
    except actions.Stale:
        return JsonResponse({"state": "busy"})
    if outcome.is_saved:
        return JsonResponse(_saved(request, outcome))
    is_kept = drafts.keep(outcome.editor, key, by=request.user, sent=request.POST)
    return JsonResponse(_unsaved(request, outcome, is_kept))


def _saved(request, outcome) -> dict:
    """Return the ids of the rows by their prefix, so that new ones are not saved twice."""
    ids = {
        form.prefix: form.instance.pk
        for rows in outcome.editor.rows.values()
        if hasattr(rows, "by_id")
        for form in rows.standing
    }
    at = outcome.project.changed_at.isoformat()
    return {"state": "saved", "at": at, "ids": ids} | _beside(request, outcome, outcome.project)


def _unsaved(request, outcome, is_kept: bool) -> dict:
    """Return what is wrong at which field, and the choices where two people met."""
    editor = outcome.editor
    answer = {"state": "clash" if editor.clashes else "wrong", "kept": is_kept}
    answer["errors"] = [_told(form, name) for form in editor.every_form for name in form.errors]
    answer["problems"] = [problem["text"] for problem in editor.problems]
    if editor.clashes:
        context = {"editor": editor, "is_part": True}
        answer["clash"] = render_to_string("submissions/projects/_conflict.html", context, request)
    return answer | _beside(request, outcome, editor.project)


def _told(form, name) -> dict:
    """Return the id of the list of errors as the page has it, and its sentences."""
    texts = list(map(str, form.errors[name]))
    if name == NON_FIELD_ERRORS:
        return {"id": f"{form.prefix or 'form'}_errors", "row": form.prefix, "texts": texts}
    return {"id": form[name].auto_id, "texts": texts}


def _beside(request, outcome, project) -> dict:
    """Return the revision, what was taken from others, and the parts beside the form."""
    editor = outcome.editor
    others = drafts.of(editor.project, request.user).values()
    context = beside(editor, project, others)
    parts = {
        name: render_to_string(f"submissions/projects/_{name}.html", context, request)
        for name in ("nav", "side")
    }
    if found := wanted_by(request, project):
        context = {"wanted": found}
        parts["wanted"] = render_to_string("submissions/projects/_wanted.html", context, request)
    return {"revision": project.revision, "taken": outcome.adopted} | parts
