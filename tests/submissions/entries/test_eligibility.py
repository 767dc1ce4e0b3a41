"""Each rule alone, on a record as plain dicts."""

from datetime import date
from types import SimpleNamespace

import pytest

from submissions.entries import eligibility
from submissions.entries.eligibility import Severity

SUBMITTER = {"email": "rhys@example.org", "country": "GB"}


def record(kind="film", **changes):
    identity = {
        "title": "Signal Box",
        "logline": "A signalman hears a train that left years ago.",
        "synopsis": "At a closed branch line one man keeps the timetable.",
        "project_types": ["short"],
        "work_in_progress": False,
        "first_time_filmmaker": "not_said",
        "student_project": "not_said",
    }
    specs = {
        "runtime": 840,
        "completion_date": "2026-05-04",
        "countries_of_origin": ["GB"],
        "page_count": 12,
    }
    for name, value in changes.items():
        (identity if name in identity else specs)[name] = value
    credits = [{"role": "director"}, {"role": "writer"}, {"role": "composer"}]
    return {"kind": kind, "identity": identity, "specs": specs, "credits": credits}


def category(**conditions):
    empty = {
        "name": "Short film",
        "kinds": [],
        "types": [],
        "runtime_min": None,
        "runtime_max": None,
        "completed_from": None,
        "countries": [],
        "first_time_only": False,
        "student_only": False,
        "premiere": "",
    }
    call = SimpleNamespace(kinds=conditions.pop("kinds_of_call", []))
    return SimpleNamespace(**(empty | conditions), call=call)


def found(record, **conditions):
    return eligibility.problems(record, SUBMITTER, category(**conditions))


def test_a_complete_project_fits_a_category_without_conditions():
    assert found(record()) == []


def test_each_gap_of_the_project_blocks_and_names_its_field():
    rows = found(record(logline="", countries_of_origin=[]))
    assert [(row.section, row.field) for row in rows] == [
        ("title", "logline"),
        ("specs", "countries_of_origin"),
    ]
    assert eligibility.blocks(rows)


def test_a_submitter_without_address_or_country_blocks():
    rows = eligibility.problems(record(), {}, category())
    assert {row.field for row in rows} == {"email", "country"}


@pytest.mark.parametrize("place", ["kinds", "kinds_of_call"])
def test_another_kind_is_refused_by_category_or_call(place):
    rows = found(record("script"), **{place: ["film", "series"]})
    assert [row.message for row in rows] == ["“Short film” takes Film, Series only"]
    assert found(record("film"), **{place: ["film", "series"]}) == []


def test_the_kinds_of_the_category_come_before_those_of_the_call():
    assert found(record("script"), kinds=["script"], kinds_of_call=["film"]) == []
    assert eligibility.blocks(found(record("film"), kinds=["script"], kinds_of_call=["film"]))


def test_one_of_several_types_is_enough():
    assert found(record(project_types=["short", "documentary"]), types=["documentary"]) == []
    rows = found(record(project_types=["short"]), types=["documentary", "essay"])
    assert rows[0].message == "“Short film” takes these types only: Documentary, Essay"
    assert (rows[0].section, rows[0].field) == ("title", "project_types")


@pytest.mark.parametrize(
    ("seconds", "blocked"), [(599, True), (600, False), (1800, False), (1801, True)]
)
def test_the_limits_of_the_runtime_belong_to_the_category(seconds, blocked):
    rows = found(record(runtime=seconds), runtime_min=600, runtime_max=1800)
    assert eligibility.blocks(rows) is blocked


def test_the_runtime_and_its_limit_stand_in_the_sentence():
    (row,) = found(record(runtime=840), runtime_min=3600)
    assert row.message == "It runs 14 min, and “Short film” starts at 1 h"
    (row,) = found(record(runtime=840), runtime_max=600)
    assert row.message == "It runs 14 min, and “Short film” ends at 10 min"


def test_a_missing_runtime_is_a_gap_and_not_a_short_film():
    rows = found(record(runtime=None), runtime_min=600)
    assert [row.message for row in rows] == ["Enter the runtime"]


@pytest.mark.parametrize("missing", [None, ""])
def test_a_script_needs_pages_and_no_runtime(missing):
    assert found(record("script", runtime=None, completion_date="")) == []
    rows = found(record("script", runtime=None, page_count=missing))
    assert [row.field for row in rows] == ["page_count"]


@pytest.mark.parametrize(
    ("completed", "severity"),
    [
        ("2024-12-31", Severity.BLOCKS),
        ("2025-01-01", None),
        ("2024-12", Severity.BLOCKS),
        ("2025-01", None),
        ("2024", Severity.BLOCKS),
        ("2025", None),
        ("2026", None),
    ],
)
def test_completion_is_compared_at_the_precision_that_is_known(completed, severity):
    rows = found(record(completion_date=completed), completed_from=date(2025, 1, 1))
    assert [row.severity for row in rows] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("completed", "severity"),
    [("2025", Severity.WARNS), ("2025-06", Severity.WARNS), ("2025-05", Severity.BLOCKS)],
)
def test_a_date_that_may_be_before_the_limit_warns_and_does_not_block(completed, severity):
    rows = found(record(completion_date=completed), completed_from=date(2025, 6, 15))
    assert [row.severity for row in rows] == [severity]
    assert eligibility.blocks(rows) is (severity is Severity.BLOCKS)


def test_a_work_in_progress_has_no_completion_date_to_compare():
    rows = found(record(completion_date="", work_in_progress=True), completed_from=date(2025, 1, 1))
    assert rows == []


def test_one_of_several_countries_is_enough():
    assert found(record(countries_of_origin=["GB", "NO"]), countries=["NO", "SE"]) == []
    (row,) = found(record(countries_of_origin=["GB", "IE"]), countries=["NO", "SE"])
    assert row.message == "“Short film” takes work from these countries only: Norway, Sweden"


@pytest.mark.parametrize("answer", ["no", "not_said"])
@pytest.mark.parametrize(
    ("condition", "name"),
    [("first_time_only", "first_time_filmmaker"), ("student_only", "student_project")],
)
def test_only_a_yes_opens_a_category_for_beginners_or_students(answer, condition, name):
    (row,) = found(record(**{name: answer}), **{condition: True})
    assert (row.field, row.severity) == (name, Severity.BLOCKS)
    assert found(record(**{name: "yes"}), **{condition: True}) == []


def test_blocking_problems_come_first():
    rows = found(
        record(completion_date="2025", runtime=10),
        completed_from=date(2025, 6, 15),
        runtime_min=600,
    )
    assert [row.severity for row in rows] == [Severity.BLOCKS, Severity.WARNS]


def test_the_answer_is_the_same_twice_and_changes_nothing():
    wanted, mine = category(kinds=["script"], runtime_max=60), record()
    before = repr(mine)
    assert eligibility.problems(mine, SUBMITTER, wanted) == eligibility.problems(
        mine, SUBMITTER, wanted
    )
    assert repr(mine) == before


def asking(premiere, *rows, country="NO", first_date="2027-03-04"):
    """Return the problems of a film with these screenings where a premiere is asked for."""
    wanted = category(premiere=premiere)
    wanted.call.edition = SimpleNamespace(
        first_date=first_date, festival=SimpleNamespace(country=country)
    )
    screenings = [{"event": "Terrace", "kind": "festival"} | row for row in rows]
    return eligibility.problems(record() | {"screenings": screenings}, SUBMITTER, wanted)


def test_a_premiere_that_is_used_up_needs_the_word_of_the_festival():
    (problem,) = asking("national", {"country": "NO", "date": "2026"})
    assert (problem.severity, problem.section) == (Severity.NEEDS_WAIVER, "screenings")
    assert problem.message == (
        "“Short film” asks for this premiere, which is used up: National premiere: Norway "
        "(Terrace). Ask the festival before you send it"
    )
    assert not eligibility.blocks([problem])


def test_a_premiere_that_the_screenings_leave_open_is_warned_about():
    for row in ({"country": "", "date": "2026"}, {"country": "NO", "date": ""}):
        (problem,) = asking("national", row)
        assert problem.severity is Severity.WARNS
        assert "National premiere: Norway (Terrace)" in problem.message


def test_a_premiere_that_is_still_free_is_no_problem():
    assert asking("national", {"country": "PT", "date": "2026"}) == []
    assert asking("world", {"country": "NO", "date": "2027-04"}) == []
    assert asking("international", {"country": "GB", "date": "2026"}) == []
    assert asking("world") == asking("national", country="") == []
