"""What changed between two versions, in words."""

import copy

import pytest

from submissions.projects import actions, record
from submissions.projects.diff import Change, changes
from submissions.projects.models import Project
from tests import factories
from tests.submissions.catalogue.samples import empty_record, with_field


@pytest.fixture
def film(filmmaker):
    film = factories.make_project(by=filmmaker, title="Understory")
    factories.make_credit(project=film, name="Ola Berg", role="editor", position=1)
    factories.make_screening(project=film)
    factories.make_right(project=film)
    factories.make_budget_line(project=film)
    film.budget.total, film.budget.currency = 240000, "USD"
    film.budget.save()
    return film


def current(film) -> dict:
    return record.build(Project.objects.get(pk=film.pk))


def told(before, film) -> list[tuple]:
    return [(c.label, c.before, c.after, c.kind) for c in changes(before, current(film))]


def test_nothing_changed_is_nothing_told(film):
    assert changes(current(film), current(film)) == []


def test_a_field_is_told_in_words_on_both_sides(film):
    before = current(film)
    film.specs.runtime, film.specs.film_color = 5900, "black_and_white"
    film.specs.save()
    assert changes(before, current(film)) == [
        Change("Specifications", "Runtime", "14 min", "1 h 38 min 20 s", "changed"),
        Change("Specifications", "Film colour", "", "Black and white", "added"),
    ]


def test_money_has_its_currency(film):
    before = current(film)
    film.budget.total = 900000
    film.budget.save()
    film.budget_lines.update(amount=2500)
    assert told(before, film) == [
        ("Total", "2,400\xa0USD", "9,000\xa0USD", "changed"),
        ("Crew: Amount", "10\xa0USD", "25\xa0USD", "changed"),
    ]


def test_a_new_row_and_one_that_went_are_told_whole(film):
    before = current(film)
    film.credits.filter(role="editor").delete()
    factories.make_credit(project=film, name="Tor Vik", role="composer", position=2)
    added, removed = told(before, film)
    assert added == ("Composer Tor Vik", "", "Name: Tor Vik; Role: Composer; Key person: No; "
                     "Main contact: No", "added")  # fmt: skip
    assert (removed[0], removed[3]) == ("Editor Ola Berg", "removed")


def test_a_person_in_another_role_is_the_same_person(film):
    before = current(film)
    film.credits.filter(role="editor").update(role="animator", prior_credits="Kelp (2019)")
    assert told(before, film) == [
        ("Animator Ola Berg: Role", "Editor", "Animator", "changed"),
        ("Animator Ola Berg: Earlier work", "", "Kelp (2019)", "added"),
    ]


def test_another_person_in_the_same_role_is_a_change_of_name(film):
    before = current(film)
    person = actions.person_named("Tor Vik", by=film.created_by)
    film.credits.filter(role="editor").update(person=person)
    assert told(before, film) == [("Editor Tor Vik: Name", "Ola Berg", "Tor Vik", "changed")]


def test_another_order_is_told_once(film):
    before = current(film)
    film.credits.filter(role="editor").update(position=0)
    film.credits.filter(role="director").update(position=1)
    assert told(before, film) == [
        ("Order", "Director Rhys Morgan, Editor Ola Berg",
         "Editor Ola Berg, Director Rhys Morgan", "changed"),
    ]  # fmt: skip


def test_two_equal_rows_are_two_rows(film):
    before = current(film)
    factories.make_screening(project=film)
    assert [row[3] for row in told(before, film)] == ["added"]


def test_the_end_of_a_deal_is_a_change_and_not_another_deal(film):
    before = current(film)
    film.distribution_rights.update(ends_on="2031-12-31", territories=["150"])
    assert told(before, film) == [
        ("Northern Reel: Territories", "Worldwide", "Europe", "changed"),
        ("Northern Reel: Until", "", "31 December 2031", "added"),
    ]


def test_who_can_see_a_block_is_told(film):
    before = current(film)
    Project.objects.filter(pk=film.pk).update(visibility={"budget": "public"})
    assert told(before, film) == [("Budget", "", "Public", "added")]


def test_a_first_version_is_all_new():
    found = changes({}, empty_record())
    assert {change.kind for change in found} == {"added"}
    assert ("Title and texts", "Title") in {(change.section, change.label) for change in found}


UNTOLD = {"slug", "person", "organisation", "sha256", "hue", "widths", "code", "size"}
EVERY = [
    (block, name)
    for block, fields in record.FIELDS.items()
    for name in fields
    if name not in UNTOLD
]


@pytest.mark.parametrize(("block", "name"), EVERY, ids=str)
def test_a_change_of_any_field_is_told(block, name):
    before, after = with_field(empty_record(), block, name)
    assert changes(before, after)
    assert changes(after, copy.deepcopy(after)) == []
