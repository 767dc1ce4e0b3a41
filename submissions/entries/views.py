"""The page of one entry, and what its owner may do there."""

from textwrap import wrap

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from festival.accounts.access import NotAllowed, fetch
from submissions.entries import actions, tracker
from submissions.entries.forms import AnswerForm, WithdrawForm
from submissions.entries.models import Submission
from submissions.entries.standing import standing
from submissions.entries.status import ANSWERS_TO, TRANSITIONS, EntryStatus
from submissions.projects.presentation import present
from submissions.projects.presentation.player import with_player
from submissions.projects.visibility import Audience

ONLY_THE_TEAM = gettext_lazy("This page is for the people who made the project")
ONLY_THE_OWNER = gettext_lazy("Only the owner of the project can do this")


@require_safe
@fetch(Submission, may="of_team", load="for_page", reason=ONLY_THE_TEAM)
def submission(request, entry):
    changes = list(entry.changes.for_filmmaker().select_related("by"))
    mine = Submission.objects.withdrawable_by(request.user).coded([entry.code])
    owned = mine.exists()
    next_on_axis = TRANSITIONS[EntryStatus(entry.entry_status)]
    context = {
        "entry": entry,
        "standing": standing(entry),
        "steps": tracker.steps(entry, tracker.review_began(changes)),
        "events": tracker.history(entry, changes, request.user),
        "is_owner": owned,
        "may_answer": owned and entry.is_live and entry.released_decision in ANSWERS_TO,
        "may_withdraw": owned and EntryStatus.WITHDRAWN in next_on_axis,
    }
    return render(request, "submissions/entries/submission.html", context)


@require_safe
@with_player
@fetch(Submission, may="of_team", load="with_version", reason=ONLY_THE_TEAM)
def version(request, entry):
    if entry.version is None:
        return redirect(entry)
    context = present(entry.version.record, Audience.FESTIVAL)
    digits = wrap(entry.version.sha256, 8)
    context |= {"entry": entry, "version": entry.version, "digits": digits}
    return render(request, "submissions/entries/version.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@fetch(Submission, may="withdrawable_by", load="with_place", reason=ONLY_THE_OWNER)
def withdraw(request, entry):
    answers = request.POST if request.method == "POST" else None
    form = WithdrawForm(answers, is_needed=entry.released_decision in ANSWERS_TO)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.withdraw(submission=entry, by=request.user, reason=reason)
            messages.success(request, _("You took it back. The festival has been told"))
        except NotAllowed as error:
            messages.error(request, str(error))
        return redirect(entry)
    context = {"entry": entry, "form": form, "problem": bool(form.errors)}
    return render(request, "submissions/entries/withdraw.html", context)


@require_POST
@fetch(Submission, may="withdrawable_by", reason=ONLY_THE_OWNER)
def answer(request, entry):
    form = AnswerForm(request.POST)
    try:
        if not form.is_valid():
            raise NotAllowed(form.errors["to"][0])
        actions.answer(submission=entry, to=form.cleaned_data["to"], by=request.user)
        messages.success(request, _("The festival has your answer"))
    except NotAllowed as error:
        messages.error(request, str(error))
    return redirect(entry)


@require_POST
@fetch(Submission, may="withdrawable_by", reason=ONLY_THE_OWNER)
def discard(request, entry):
    try:
        actions.discard(submission=entry, by=request.user)
        messages.success(request, _("The draft entry is deleted. Your project is as it was"))
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect(entry)
    return redirect("my")
