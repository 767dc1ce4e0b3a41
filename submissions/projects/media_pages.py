"""Where the editor's script sends a picture and gets its row."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from festival.accounts.access import NotAllowed, fetch
from submissions.projects import gallery
from submissions.projects.forms.pictures import OnePictureForm, row_of
from submissions.projects.models import Project


@require_POST
@fetch(Project, may="editable_by")
def add_picture(request, project):
    """Answer with the row of the new picture, or 422 with one sentence about the file."""
    form = OnePictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(form.sentence)
    asked = form.cleaned_data
    try:
        picture = gallery.add_picture(
            project=project, kept=asked["file"], kind=asked["kind"], by=request.user
        )
    except NotAllowed as error:
        return _refused(str(error))
    context = {"form": row_of(picture, asked["number"]), "project": project}
    return render(request, "submissions/projects/sections/_picture_answer.html", context)


def _refused(sentence):
    return HttpResponse(
        sentence, status=HTTPStatus.UNPROCESSABLE_ENTITY, content_type="text/plain; charset=utf-8"
    )
