"""Beginning an entry and sending it."""

from django.db import IntegrityError, transaction
from django.db.models import F, Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from festival.calls.models import Call, Fee
from festival.calls.prices import price_held
from festival.ui.fields import new_code
from festival.world.folding import fold
from submissions.entries import eligibility
from submissions.entries.models import Submission
from submissions.entries.status import EntryStatus
from submissions.entries.traces import log, place_of, write_letter
from submissions.projects.actions import take_version
from submissions.projects.history import note
from submissions.projects.models import Project
from submissions.projects.submitters import submitter_of
from submissions.projects.vocabulary import Deed, ProjectStatus


class TooLate(NotAllowed):
    """The call has closed, and with it the grace for what was begun in time."""


@transaction.atomic
def begin(*, project: Project, category, by, at=None) -> Submission:
    """Return the draft entry of `project` for `category`; a second call gives the first one.

    `at` is the instant at which the server got the request, now unless given; that of the first
    call decides about the grace after closing.
    """
    _require_owner(project, by)
    entry = _live(project, category)
    if entry is not None:
        return entry
    at = at or timezone.now()
    if project.status == ProjectStatus.ARCHIVED:
        raise NotAllowed(_("An archived project cannot be sent"))
    if not category.is_active or not category.call.accepts(begun_at=at, sent_at=at):
        raise NotAllowed(_("This call does not take new entries now"))
    return _insert(project, category, by, at)


def _live(project, category) -> Submission | None:
    rows = Submission.objects.filter(project=project, category=category)
    return rows.standing_in_the_way().first()


def _insert(project, category, by, at) -> Submission:
    try:
        with transaction.atomic():
            return Submission.objects.create(
                project=project,
                category=category,
                call=category.call,
                submitted_by=by,
                begun_at=at,
                title=project.title,
            )
    except IntegrityError:
        entry = _live(project, category)
        if entry is None:
            raise
        return entry


@transaction.atomic
def choose(*, project: Project, call: Call, categories, by, at) -> list[Submission]:
    """Make the drafts of `project` in `call` exactly those for `categories`; return them all.

    What was sent stays as it is. Once the call has closed, drafts can only be given up.
    """
    _require_owner(project, by)
    wanted = {category.pk for category in categories}
    Submission.objects.of(project, call).exclude(category__in=wanted).give_up()
    return [begin(project=project, category=category, by=by, at=at) for category in categories]


@transaction.atomic
def send(*, submission: Submission, by, arrived_at, rules_version: int) -> Submission:
    """Send one draft entry; see send_all."""
    codes = [submission.code]
    return send_all(codes=codes, by=by, arrived_at=arrived_at, rules_version=rules_version)[0]


@transaction.atomic
def send_all(
    *, codes, by, arrived_at, rules_version: int, total=None, within=None
) -> list[Submission]:
    """Send the draft entries of one project to one call, all of `codes` or none.

    The record is frozen, each entry gets a tracking number, and each a receipt. `arrived_at` is
    the instant at which the server got the request. An entry that was sent before is returned as
    it is, so that a double click is one entry and one receipt. `total` is the sum in minor units
    that the filmmaker agreed to: another sum is refused. `within` narrows the entries to those of
    a QuerySet.
    """
    codes = set(codes)
    rows = Submission.objects.all() if within is None else within
    owned = rows.withdrawable_by(by).coded(codes)
    drafts = list(owned.drafts().locked())
    gone = codes - {draft.code for draft in drafts}
    before = list(owned.sent().with_place().coded(gone)) if gone else []
    if not codes or len(drafts) + len(before) < len(codes):
        raise NotAllowed(_("This draft entry is gone. Choose the categories again"))
    if drafts:
        _send_drafts(drafts, before, by, arrived_at, rules_version, total)
    return sorted(before + drafts, key=lambda entry: entry.pk)


def _send_drafts(drafts, before, by, arrived_at, rules_version, total) -> None:
    # Read anew once the lock is held: what the lock waited for may just have been saved.
    rows = Project.objects.with_one_of_each().with_newest_version()
    project = rows.get(pk=drafts[0].project_id)
    record = project.current_record()
    _check_sending(drafts, project, record, by, arrived_at, rules_version)
    prices = _prices_of(drafts, arrived_at)
    due = sum(price.amount for price in prices.values()) + sum(row.fee_amount for row in before)
    if total is not None and total != due:
        raise NotAllowed(_("The fee has changed. Look at it again before you send"))
    version = take_version(project=project, by=by, record=record)
    first = _take_numbers(drafts[0].call, len(drafts))
    for number, draft in enumerate(drafts, first):
        _send_draft(draft, version, prices[draft.pk], number, by, arrived_at)


def _prices_of(drafts, arrived_at) -> dict:
    categories = [draft.category for draft in drafts]
    prefetch_related_objects(categories, Prefetch("fees", Fee.objects.select_related("deadline")))
    for draft in drafts:
        draft.category.call = draft.call
    return {
        draft.pk: price_held(draft.category, begun_at=draft.begun_at, at=arrived_at)
        for draft in drafts
    }


def _send_draft(draft, version, price, number, by, arrived_at) -> None:
    specs, identity = version.record["specs"], version.record["identity"]
    makers = draft.project.credit_line
    status = EntryStatus.PENDING_PAYMENT if price.amount else EntryStatus.RECEIVED
    columns = {
        "entry_status": status,
        "version": version,
        "submitted_at": arrived_at,
        "submitted_by": by,
        "tracking_number": f"{draft.call.tracking_prefix}-{number:04d}-{new_code(3)}",
        "rules_version": draft.call.rules_version,
        "fee_amount": price.amount,
        "fee_currency": price.currency,
        "title": identity["title"],
        "credit_line": makers,
        "folded": fold(f"{identity['title']} {identity['title_original']} {makers}")[:1000],
        "runtime": specs.get("runtime"),
        "countries": " ".join(specs.get("countries_of_origin") or [])[:200],
    }
    rows = Submission.objects.drafts().filter(pk=draft.pk)
    if not rows.update(**columns):
        raise NotAllowed(_("Somebody else changed this entry just now. Look at it again"))
    for name, value in columns.items():
        setattr(draft, name, value)
    step = log(draft, EntryStatus.CART, status, by=by)
    note(draft.project, Deed.SENT, by=by, detail=place_of(draft))
    write_letter("submission_received", step, at=arrived_at)


def _check_sending(drafts, project, record, by, arrived_at, rules_version) -> None:
    call = drafts[0].call
    if any(draft.call_id != call.pk or draft.project_id != project.pk for draft in drafts):
        raise NotAllowed(_("Send one project to one call at a time"))
    if project.status == ProjectStatus.ARCHIVED:
        raise NotAllowed(_("An archived project cannot be sent"))
    if not all(call.accepts(begun_at=row.begun_at, sent_at=arrived_at) for row in drafts):
        raise TooLate(_("The call has closed. Your project and its draft entry are kept"))
    if rules_version != call.rules_version:
        raise NotAllowed(_("The rules have changed. Read them again before you send"))
    left = entries_left(call, by)
    if left is not None and len(drafts) > left:
        raise NotAllowed(_("This call takes no more entries from one person"))
    submitter = submitter_of(project)
    for draft in drafts:
        if not draft.category.is_active:
            raise NotAllowed(
                _("%(category)s takes no entries any more") % {"category": draft.category.name}
            )
        draft.category.call = draft.call
        found = eligibility.problems(record, submitter, draft.category)
        if eligibility.blocks(found):
            raise NotAllowed(found[0].message)


def entries_left(call: Call, user) -> int | None:
    """Return how many more entries `call` takes from `user`; None where there is no limit."""
    if call.max_per_filmmaker is None:
        return None
    return max(0, call.max_per_filmmaker - Submission.objects.live_from(user, call).count())


def _take_numbers(call: Call, count: int) -> int:
    """Return the first of `count` running numbers; the row of `call` is locked by then."""
    Call.objects.filter(pk=call.pk).update(next_number=F("next_number") + count)
    return call.next_number


def _require_owner(project: Project, by) -> None:
    if not Project.objects.owned_by(by).filter(pk=project.pk).exists():
        raise NotAllowed(_("Only the owner of the project can send it"))
