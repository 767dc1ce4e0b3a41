"""Sending a project to a call in four steps; what was chosen lives in the draft entries."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from festival.accounts.access import NotAllowed, fetch, signed_in
from festival.calls.clock import arrival
from festival.calls.doors import fetch_edition
from festival.calls.presentation import page_of
from festival.calls.querysets import call_of
from submissions.entries import actions, offers
from submissions.entries.bill import bill_of
from submissions.entries.forms import CategoriesForm, ProjectForm, SendForm
from submissions.entries.models import Submission
from submissions.entries.status import EntryStatus
from submissions.projects.models import Project

READ_OR_SEND = ["GET", "HEAD", "POST"]
ONLY_THE_OWNER = gettext_lazy("Only the owner of the project can send it")

owned_project = fetch(
    Project,
    may="owned_by",
    by="code",
    url_kwarg="project",
    load="with_one_of_each",
    reason=ONLY_THE_OWNER,
)


@require_http_methods(READ_OR_SEND)
@fetch_edition
def project(request, edition):
    call, now = call_of(edition), arrival(request)
    if call is None or not _may_begin(call, now):
        return _closed(request, edition, call, now)
    find = request.GET.get("find", "").strip()[:100]
    candidates, others = offers.candidates(request.user, call, now, find)
    form = ProjectForm(_posted(request), candidates=candidates)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["project"]
        return redirect("submit_categories", edition.festival.slug, edition.slug, chosen)
    wanted = request.POST.get("project") or request.GET.get("project")
    context = {"candidates": candidates, "form": form, "wanted": wanted, "find": find}
    context["may_find"] = find or len(candidates) + len(others) >= offers.MOST_CANDIDATES
    context["of_others"] = others
    return _step(request, edition, call, now, 1, context)


@require_http_methods(READ_OR_SEND)
@fetch_edition
@owned_project
def categories(request, project, edition):
    call, now = call_of(edition), arrival(request)
    if call is None or not _may_begin(call, now):
        return _closed(request, edition, call, now)
    candidate = offers.candidate(project, call, now)
    left = actions.entries_left(call, request.user)
    form = CategoriesForm(_posted(request), offers=candidate.offers, left=left)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            chosen = form.cleaned_data["categories"]
            actions.choose(project=project, call=call, categories=chosen, by=request.user, at=now)
            return redirect("submit_check", edition.festival.slug, edition.slug, project.code)
        except NotAllowed as error:
            refusal = str(error)
    context = {"candidate": candidate, "form": form, "left": left, "refusal": refusal}
    context["bill"] = bill_of(candidate.chosen, call)
    return _step(request, edition, call, now, 2, context)


@require_http_methods(READ_OR_SEND)
@signed_in
def check(request, **place):
    form = SendForm(request.POST) if request.method == "POST" else None
    refusal = ""
    if form is not None and form.is_valid():
        try:
            _send(request, form.cleaned_data, place)
            return redirect("submit_sent", **place)
        except NotAllowed as error:
            refusal, form = str(error), None
    return _check(request, form=form, refusal=refusal, **place)


def _send(request, answers, place) -> None:
    """Send at once: in the last minute before a deadline, what only a page shows is not read."""
    actions.send_all(
        codes=answers["entries"],
        by=request.user,
        arrived_at=arrival(request),
        rules_version=answers["rules_version"],
        total=answers["total"],
        within=Submission.objects.at(request.user, **place),
    )


@fetch_edition
@owned_project
def _check(request, project, edition, form, refusal):
    call, now = call_of(edition), arrival(request)
    candidate = offers.candidate(project, call, now) if call else None
    if candidate is None or not candidate.chosen:
        if refusal:
            messages.error(request, refusal)
        step = "submit_sent" if candidate and candidate.sent else "submit_categories"
        return redirect(step, edition.festival.slug, edition.slug, project.code)
    bill = bill_of(candidate.chosen, call)
    context = {"candidate": candidate, "bill": bill, "refusal": refusal}
    context["may_send"] = candidate.may_be_sent(call, now)
    context["form"] = form or SendForm(initial=_seen(candidate.chosen, call, bill))
    return _step(request, edition, call, now, 3, context)


def _seen(chosen, call, bill) -> dict:
    return {
        "entries": " ".join(offer.entry.code for offer in chosen),
        "rules_version": call.rules_version,
        "total": bill.total.amount,
    }


@require_safe
@fetch_edition
@owned_project
def sent(request, project, edition):
    call = getattr(edition, "call", None)
    entries = Submission.objects.of(project, call).live().with_place()
    if not entries:
        return redirect("submit_categories", edition.festival.slug, edition.slug, project.code)
    waiting = [row for row in entries if row.entry_status == EntryStatus.PENDING_PAYMENT]
    context = {"project": project, "entries": entries, "bill": bill_of(entries, call)}
    context["owed"] = bill_of(waiting, call).total if waiting else None
    context |= {"edition": edition, "festival": edition.festival, "call": call, "step": 4}
    return render(request, "submissions/entries/submit_sent.html", context)


def _posted(request):
    return request.POST if request.method == "POST" else None


def _may_begin(call, now) -> bool:
    """Whether something new can be begun, or something begun in time can still be sent."""
    return call.accepts(begun_at=min(now, call.closes_at or now), sent_at=now)


TEMPLATES = {
    1: "submissions/entries/submit_project.html",
    2: "submissions/entries/submit_categories.html",
    3: "submissions/entries/submit_check.html",
}


def _step(request, edition, call, now, step, context):
    form, refusal = context["form"], context.get("refusal")
    has_errors = form.is_bound and bool(form.errors)
    context |= {
        "edition": edition,
        "festival": edition.festival,
        "call": call,
        "page": page_of(call, now) if call else None,
        "step": step,
        "problem": bool(has_errors or refusal),
    }
    return render(request, TEMPLATES[step], context, status=409 if refusal else 200)


def _closed(request, edition, call, now):
    context = {
        "edition": edition,
        "festival": edition.festival,
        "page": page_of(call, now) if call else None,
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "submissions/entries/submit_closed.html", context, status=status)
