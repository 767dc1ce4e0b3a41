"""May this film enter? One pure function; the form shows its answer, the action refuses on it."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from festival.world import countries, durations, partial_dates
from submissions.projects import completeness, premieres
from submissions.projects.premiere_words import named
from submissions.projects.premieres import Standing
from submissions.projects.vocabulary import Answer, ProjectKind, ProjectType


class Severity(Enum):
    """What a problem does to an entry."""

    BLOCKS = "blocks"
    NEEDS_WAIVER = "needs_waiver"
    WARNS = "warns"


@dataclass(frozen=True)
class Problem:
    """One reason; `field` is the editor's field where it can be mended, if it can."""

    severity: Severity
    message: str
    section: str = ""
    field: str = ""


def problems(record: dict, submitter: dict, category) -> list[Problem]:
    """Return every problem of sending `record` to `category`, the blocking ones first."""
    found = [
        Problem(Severity.BLOCKS, str(gap.message), gap.section, gap.field)
        for gap in completeness.missing(record, submitter)
    ]
    for rule in RULES:
        found.extend(rule(record, category))
    return sorted(found, key=lambda problem: list(Severity).index(problem.severity))


def blocks(found: list[Problem]) -> bool:
    """Return whether one of the problems stops the entry."""
    return any(problem.severity is Severity.BLOCKS for problem in found)


def _kind(record, category):
    wanted = category.kinds or category.call.kinds
    if wanted and record["kind"] not in wanted:
        yield Problem(
            Severity.BLOCKS,
            _("“%(category)s” takes %(kinds)s only")
            % {"category": category.name, "kinds": _names(ProjectKind, wanted)},
        )


def _type(record, category):
    types = set(record["identity"]["project_types"])
    if category.types and types and types.isdisjoint(category.types):
        yield Problem(
            Severity.BLOCKS,
            _("“%(category)s” takes these types only: %(types)s")
            % {"category": category.name, "types": _names(ProjectType, category.types)},
            "title",
            "project_types",
        )


def _runtime(record, category):
    runtime = record["specs"].get("runtime")
    if not runtime:
        return
    words = {"category": category.name, "runtime": durations.long(runtime)}
    if category.runtime_min and runtime < category.runtime_min:
        words["limit"] = durations.long(category.runtime_min)
        yield Problem(
            Severity.BLOCKS,
            _("It runs %(runtime)s, and “%(category)s” starts at %(limit)s") % words,
            "specs",
            "runtime",
        )
    if category.runtime_max and runtime > category.runtime_max:
        words["limit"] = durations.long(category.runtime_max)
        yield Problem(
            Severity.BLOCKS,
            _("It runs %(runtime)s, and “%(category)s” ends at %(limit)s") % words,
            "specs",
            "runtime",
        )


def _completion(record, category):
    completed = record["specs"].get("completion_date")
    limit = category.completed_from
    if not completed or not limit:
        return
    date = partial_dates.from_iso(completed)
    words = {
        "category": category.name,
        "limit": partial_dates.PartialDate.of(limit).format(),
        "completed": date.format(),
    }
    if date.last_day < limit:
        yield Problem(
            Severity.BLOCKS,
            _("Its completion date is %(completed)s, and “%(category)s” takes work completed on "
              "%(limit)s or later") % words,
            "specs",
            "completion_date",
        )  # fmt: skip
    elif date.first_day < limit:
        yield Problem(
            Severity.WARNS,
            _("“%(category)s” takes work completed on %(limit)s or later, and the date of yours is "
              "not exact") % words,
            "specs",
            "completion_date",
        )  # fmt: skip


def _country(record, category):
    origin = set(record["specs"].get("countries_of_origin") or [])
    if category.countries and origin and origin.isdisjoint(category.countries):
        names = ", ".join(str(countries.name(code)) for code in category.countries)
        yield Problem(
            Severity.BLOCKS,
            _("“%(category)s” takes work from these countries only: %(countries)s")
            % {"category": category.name, "countries": names},
            "specs",
            "countries_of_origin",
        )


def _first_time(record, category):
    answer = record["identity"]["first_time_filmmaker"]
    if category.first_time_only and answer != Answer.YES:
        yield Problem(
            Severity.BLOCKS,
            _("“%(category)s” is for first-time filmmakers") % {"category": category.name},
            "specs",
            "first_time_filmmaker",
        )


def _student(record, category):
    if category.student_only and record["identity"]["student_project"] != Answer.YES:
        yield Problem(
            Severity.BLOCKS,
            _("“%(category)s” is for student projects") % {"category": category.name},
            "specs",
            "student_project",
        )


def _premiere(record, category):
    """The call may still take it, so nothing here stops an entry."""
    if not category.premiere or "screenings" not in record:
        return
    edition = category.call.edition
    wanted = premieres.required(category.premiere, edition.festival.country)
    if wanted is None:
        return
    origin = record["specs"].get("countries_of_origin") or []
    shown = premieres.showings_of(record["screenings"])
    before = partial_dates.from_iso(edition.first_date)
    left = premieres.remaining(wanted, shown, origin, before)
    words = {
        "category": category.name,
        "premiere": named(wanted),
        "events": ", ".join(left.because[:3]),
    }
    if left.standing == Standing.TAKEN:
        yield Problem(
            Severity.NEEDS_WAIVER,
            _("“%(category)s” asks for this premiere, which is used up: %(premiere)s (%(events)s). "
              "Ask the festival before you send it") % words,
            "screenings",
        )  # fmt: skip
    elif left.standing == Standing.UNKNOWN:
        yield Problem(
            Severity.WARNS,
            _("“%(category)s” asks for this premiere, and your screenings leave it open: "
              "%(premiere)s (%(events)s)") % words,
            "screenings",
        )  # fmt: skip


RULES = (_kind, _type, _runtime, _completion, _country, _first_time, _student, _premiere)


def _names(vocabulary, values) -> str:
    return ", ".join(str(vocabulary(value).label) for value in values if value in vocabulary)
