"""The page of one entry, and what its owner may do there."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festival.accounts.access import NotAllowed, fetch
from submissions.entries import actions
from submissions.entries.forms import WithdrawForm
from submissions.entries.models import Submission
from submissions.entries.standing import standing

ONLY_THE_TEAM = gettext_lazy("This page is for the people who made the project")
ONLY_THE_OWNER = gettext_lazy("Only the owner of the project can do this")


@fetch(Submission, may="of_team", load="with_place", reason=ONLY_THE_TEAM)
def submission(request, entry):
    context = {"entry": entry, "standing": standing(entry)}
    return render(request, "submissions/entries/submission.html", context)


@fetch(Submission, may="withdrawable_by", load="with_place", reason=ONLY_THE_OWNER)
def withdraw(request, entry):
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(
                submission=entry, by=request.user, reason=form.cleaned_data["reason"]
            )
            messages.success(request, _("You took it back. The festival has been told"))
        except NotAllowed as error:
            messages.error(request, str(error))
        return redirect(entry)
    context = {"entry": entry, "form": form, "problem": bool(form.errors)}
    return render(request, "submissions/entries/withdraw.html", context)
