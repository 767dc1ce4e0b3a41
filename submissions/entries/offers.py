"""What a call offers to a project: each category with its price and what stands in the way."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from festival.calls.clock import wall
from festival.calls.conditions import conditions_of
from festival.calls.prices import Price, price_held, price_of
from festival.world.money import Money
from submissions.entries import eligibility
from submissions.entries.models import Submission
from submissions.projects import completeness
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.models import Project
from submissions.projects.submitters import submitter_of
from submissions.projects.visibility import FIELDS
from submissions.projects.vocabulary import TeamRole

MOST_CANDIDATES = 60
_A_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True)
class Offer:
    """One category for one project; `own_problems` leave out what the project itself lacks."""

    category: object
    price: Price
    problems: tuple[eligibility.Problem, ...]
    own_problems: tuple[eligibility.Problem, ...]
    entry: Submission | None
    conditions: tuple[str, ...] = ()
    later: str = ""

    @property
    def is_sent(self) -> bool:
        return self.entry is not None and not self.entry.is_draft

    @property
    def is_chosen(self) -> bool:
        return self.entry is not None and self.entry.is_draft

    @property
    def is_blocked(self) -> bool:
        return eligibility.blocks(self.problems)

    @property
    def is_free_to_choose(self) -> bool:
        return not self.is_blocked and not self.is_sent

    @property
    def money(self) -> Money:
        return Money(self.price.amount, self.price.currency)


@dataclass(frozen=True)
class Candidate:
    """One project of a person, as the first step of sending shows it."""

    project: Project
    gaps: tuple[completeness.Missing, ...]
    offers: tuple[Offer, ...] = field(default=())

    @property
    def fits(self) -> int:
        return sum(offer.is_free_to_choose for offer in self.offers)

    @property
    def chosen(self) -> list[Offer]:
        return [offer for offer in self.offers if offer.is_chosen]

    @property
    def sent(self) -> list[Submission]:
        return [offer.entry for offer in self.offers if offer.is_sent]

    @property
    def may_go_on(self) -> bool:
        return not self.gaps and self.fits > 0

    def may_be_sent(self, call, now) -> bool:
        """Whether all that is chosen is in time and fits."""
        in_time = all(
            call.accepts(begun_at=offer.entry.begun_at, sent_at=now) for offer in self.chosen
        )
        return in_time and not any(offer.is_blocked for offer in self.chosen)

    @property
    def problems(self) -> list[eligibility.Problem]:
        """What there is to say about the chosen categories, each sentence once."""
        found = [problem for offer in self.chosen for problem in offer.problems]
        return list({problem.message: problem for problem in found}.values())

    @property
    def reasons(self) -> list[str]:
        """Why it fits nowhere, the first reason of each category; none for what was sent."""
        if self.gaps or self.fits or self.sent:
            return []
        return [offer.problems[0].message for offer in self.offers if offer.problems]


def outline(project) -> dict:
    """Return the part of the record that eligibility reads; `project` has its credits prefetched.

    The shape is that of submissions.projects.record, without the blocks that no rule looks at.
    """
    specs = getattr(project, "specs", None)
    return {
        "kind": project.kind,
        "identity": {name: getattr(project, name) for name in FIELDS["identity"]},
        "specs": {name: getattr(specs, name) for name in SPECS_OF_KIND[project.kind]}
        if specs
        else {},
        "credits": [{"role": credit.role} for credit in project.credits.all()],
    }


def _premieres_asked(call) -> bool:
    return any(category.premiere for category in call.categories.all())


def _rows_read(call) -> list[str]:
    return ["credits", "screenings"] if _premieres_asked(call) else ["credits"]


def _screenings(project) -> list[dict]:
    names = FIELDS["screenings"]
    return [{name: getattr(row, name) for name in names} for row in project.screenings.all()]


def candidates(user, call, now, wanted="") -> tuple[list[Candidate], list[Project]]:
    """Return the projects that `user` owns, those that can be sent to `call` first, and the others
    that `user` works on, each with the `owner_name` of who can send it.

    Together they are at most MOST_CANDIDATES, those that changed last; `wanted`, the first letters
    of a title or a code, finds the rest.
    """
    rows = Project.objects.in_team_of(user).not_archived().for_desk()
    if wanted:
        rows = rows.titled(wanted)
    rows = rows.with_role_of(user).with_owner_name().with_one_of_each()
    projects = rows.prefetch_related(*_rows_read(call))[:MOST_CANDIDATES]
    entries = {}
    for entry in Submission.objects.of_owner(user, call).standing_in_the_way():
        entries.setdefault(entry.project_id, {})[entry.category_id] = entry
    own = [
        _candidate(row, call, now, entries.get(row.pk, {}))
        for row in projects
        if row.role == TeamRole.OWNER
    ]
    own.sort(key=lambda row: (not row.may_go_on, bool(row.gaps)))
    return own, [row for row in projects if row.role != TeamRole.OWNER]


def candidate(project, call, now) -> Candidate:
    """Return one project (see ProjectQuerySet.with_one_of_each) as a candidate for `call`."""
    prefetch_related_objects([project], *_rows_read(call))
    rows = Submission.objects.of(project, call).standing_in_the_way()
    return _candidate(project, call, now, {entry.category_id: entry for entry in rows})


def _candidate(project, call, now, entries) -> Candidate:
    record, submitter = outline(project), submitter_of(project)
    if _premieres_asked(call):
        record["screenings"] = _screenings(project)
    gaps = tuple(completeness.missing(record, submitter))
    return Candidate(
        project=project,
        gaps=gaps,
        offers=tuple(
            _offer(category, record, submitter, gaps, entries.get(category.pk), now)
            for category in call.categories.all()
        ),
    )


def _offer(category, record, submitter, gaps, entry, now) -> Offer:
    begun_at = entry.begun_at if entry else now
    price = price_held(category, begun_at=begun_at, at=now)
    if entry is not None and not entry.is_draft:
        price = Price(entry.fee_amount, entry.fee_currency or price.currency)
    found = eligibility.problems(record, submitter, category)
    of_the_project = {str(gap.message) for gap in gaps}
    return Offer(
        category=category,
        price=price,
        problems=tuple(found),
        own_problems=tuple(row for row in found if row.message not in of_the_project),
        entry=entry,
        conditions=tuple(conditions_of(category)),
        later=_later(category, price),
    )


def _later(category, price) -> str:
    """Return what it costs after the deadline of `price`; empty when it stays the same."""
    if price.deadline is None:
        return ""
    ends_at = price.deadline.ends_at
    after = price_of(category, at=ends_at + _A_MOMENT)
    if after.amount == price.amount:
        return ""
    fee = Money(after.amount, after.currency).format(short=True)
    day = date_format(wall(ends_at, category.call.time_zone), "j M")
    return _("%(fee)s after %(day)s") % {"fee": fee, "day": day}
