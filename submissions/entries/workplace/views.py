"""The pages of one entry and of a step for many, on the desk."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from festival.accounts.access import NotAllowed, fetch
from submissions.entries.models import Submission
from submissions.entries.workplace import bulk
from submissions.entries.workplace.deeds import DEEDS
from submissions.entries.workplace.page import context_of
from submissions.projects.diff import changes
from submissions.projects.presentation import present
from submissions.projects.presentation.player import with_player
from submissions.projects.visibility import Audience, redact

ENTRY = "admin:submissions_submission_change"
LIST = "admin:submissions_submission_changelist"


def show(request, submission, *, bound=None, status=200):
    """Answer with the page of an entry: the record as it was sent, and what the festival does."""
    work = present(submission.version.record, Audience.FESTIVAL)
    context = context_of(submission, request.user, bound) | work
    return render(request, "submissions/entries/workplace/entry.html", context, status=status)


@require_safe
@with_player
@fetch(Submission, sees="received_by", by="pk", load="for_desk")
def entry(request, submission):
    return show(request, submission)


@require_POST
@with_player
@fetch(Submission, sees="received_by", by="pk", load="for_desk")
def act(request, submission, deed):
    """Take one step with one entry; what was typed stays when the step is refused."""
    form = _form(request, submission, deed)
    if not form.is_valid():
        return show(request, _again(submission), bound=form)
    try:
        messages.success(request, form.perform())
    except NotAllowed as error:
        form.add_error(None, str(error))
        return show(request, _again(submission), bound=form, status=409)
    return redirect(ENTRY, submission.pk)


def _form(request, submission, deed):
    axis = request.POST.get("to", "").partition(":")[0]
    place = f"move_{axis}" if deed == "move" else deed
    if deed not in DEEDS or place == "move_":
        raise Http404
    form = DEEDS[deed](
        request.POST,
        submission=submission,
        by=request.user,
        auto_id=f"id_{axis if deed == 'move' else deed}_%s",
    )
    form.place = place
    return form


def _again(submission):
    """Return the row as it is now, not as the form left it in memory."""
    return Submission.objects.for_desk().get(pk=submission.pk)


@require_safe
@fetch(Submission, sees="received_by", by="pk", load="for_desk")
def differences(request, submission):
    """Show what the filmmaker has changed since the entry was sent."""
    found = changes(_read(submission.version.record), _read(submission.project.current_record()))
    return render(
        request,
        "submissions/entries/workplace/differences.html",
        {"entry": submission, "changes": found},
    )


def _read(record) -> dict:
    """Return what a festival reads of a record; the way to a screener leads through its door."""
    seen = redact(record, Audience.FESTIVAL)
    return seen | {"screeners": [row | {"url": ""} for row in seen.get("screeners", [])]}


def rehearse(request, queryset, name):
    """Show exactly which entries a step would change, before anything happens."""
    rows = list(queryset.order_by("title", "pk")[: bulk.MOST + 1])
    if len(rows) > bulk.MOST:
        text = _("At most %(most)s entries at once. Filter the list first") % {"most": bulk.MOST}
        messages.error(request, text)
        return None
    will, stay = bulk.rehearse(rows, name)
    _to, label = bulk.STEPS[name]
    context = {"step": name, "label": label, "will": will, "stay": stay}
    context |= {"tokens": bulk.tokens(will), "is_release": name == bulk.RELEASE}
    return render(request, "submissions/entries/workplace/bulk.html", context)


@require_POST
def carry_out(request):
    """Take the step with each of the entries shown, and tell what became of each."""
    name = request.POST.get("step", "")
    try:
        stood = bulk.read_tokens(request.POST.get("entries", ""))
        _to, label = bulk.STEPS[name]
    except (KeyError, ValueError):
        messages.error(request, _("This page is out of date. Choose the entries again"))
        return redirect(LIST)
    reason = request.POST.get("reason", "")[:500]
    lines = bulk.carry_out(stood, name, by=request.user, reason=reason)
    done = sum(line.is_done for line in lines)
    context = {"label": label, "lines": lines, "done": done, "missing": len(stood) - len(lines)}
    return render(request, "submissions/entries/workplace/bulk_done.html", context)
