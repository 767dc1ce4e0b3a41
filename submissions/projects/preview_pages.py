"""The page of a project as others get it, for its own team."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from festival.accounts.access import fetch
from submissions.projects.models import Project
from submissions.projects.presentation import present
from submissions.projects.presentation.player import with_player
from submissions.projects.readers import READERS, hidden_from, reader_of


@require_safe
@with_player
@fetch(Project, may="in_team_of", load="with_one_of_each")
def preview(request, project):
    record, reader = project.current_record(), reader_of(request.GET.get("as", ""))
    context = present(record, reader.audience) | {
        "project": project,
        "reader": reader,
        "readers": READERS,
        "hidden": hidden_from(reader, record),
    }
    return render(request, "submissions/projects/preview.html", context)
