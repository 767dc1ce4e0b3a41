"""Search by words: what is found, in which order, and that the index follows each change."""

import pytest
from django.core.management import call_command
from django.db import transaction

from submissions.catalogue import indexing, words
from submissions.catalogue.facets import Facet, Values
from submissions.catalogue.models import FacetValue, ListedName, Listing, ListingFacet, Match
from submissions.catalogue.search import find
from submissions.projects import actions
from submissions.projects.models import Project
from tests.factories import make_credit, make_project, make_user

pytestmark = pytest.mark.django_db

HOSTILE = [
    '" OR names MATCH "', "names:vorkuta", "NEAR(a b)", "a* AND *",
    "'; DROP TABLE x; --", "\\", "%_",
    "()&|!<->:*", "\0", "💥", "‮", "{names}: x", "-vorkuta", "^a", "'':*", " ",
    "x" * 10_000, "word " * 10_000, "\ud800",
]  # fmt: skip


def titles(text, groups=()):
    found = find(text, groups)
    by_place = dict(Listing.objects.values_list("place", "project__title"))
    return [by_place[place] for place in found.places]


@pytest.fixture
def author(db):
    return make_user()


def publish(author, title, **fields):
    return make_project(by=author, title=title, published=True, **fields)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Müller", "muller"), ("Muller", "MÜLLER"), ("Łódź", "lodz"), ("Lodz", "Łódź"),
        ("Полярная ночь", "полярная НОЧЬ"), ("Ёлка", "елка"), ("Straße", "STRASSE"),
        ("Ærø", "aero"), ("İstanbul", "istanbul"), ("Ísold", "isold"),
        ("مدينة بلا نوافذ", "مَدِينة"), ("أحمد", "احمد"), ("הבית", "הַבַּיִת"),
        ("玻璃果园", "玻璃"), ("玻璃果园", "果"), ("玻璃果园", "园"), ("玻璃果园", "璃果园"),
        ("雪の下の駅", "駅"), ("ガラスの庭", "カラス"), ("서울의 봄", "서울의"), ("हिन्दी", "हिन्दी"),
        ("เมืองไทย", "ไทย"), ("Cartographer’s Daughter", "cartographer's"),
        ("A/B: Test-Film", "test film"),
    ],
)  # fmt: skip
def test_a_title_is_found_however_its_letters_are_typed(author, title, asked):
    publish(author, title)
    publish(author, "Something else")

    assert titles(asked) == [title]


def test_the_best_match_comes_first(author):
    publish(author, "Harvest of Salt")
    publish(author, "The Line of Salt and Sand")
    exact = publish(author, "Salt")
    person = publish(author, "Kelp")
    make_credit(project=person, name="Ines Salt")
    actions.changed(project=person)
    publish(author, "Salt Line")
    publish(author, "Marrow", synopsis="There is salt in the milk.")

    assert exact.title == "Salt"
    assert titles("salt") == [
        "Salt", "Salt Line", "Harvest of Salt", "The Line of Salt and Sand", "Kelp", "Marrow"
    ]  # fmt: skip


def test_among_equal_matches_the_newest_comes_first(author):
    for number in range(3):
        publish(author, f"Harbour {number}")

    assert titles("harbour") == ["Harbour 2", "Harbour 1", "Harbour 0"]


def test_an_exact_title_is_found_behind_many_newer_ones(author):
    old = publish(author, "Love")
    rows = [publish(author, "Kelp")]
    Project.objects.filter(pk=rows[0].pk).update(title="Love letters")
    actions.changed(project=rows[0])
    Match.objects.bulk_create(
        Match(rowid=place, names="a love story ||", words="a love story ||")
        for place in range(10**18 * 4, 10**18 * 4 + 130)
    )

    assert find("love").places[0] == indexing.place_of(old)


@pytest.mark.parametrize(
    "asked",
    ["Rhys", "morgan rhys", "Signalman hears", "drama", "United Kingdom", "short film", "2026"],
)
def test_people_prose_and_facts_are_found(author, asked):
    publish(author, "Signal Box")

    assert titles(asked) == ["Signal Box"]


def test_all_words_must_be_there_and_the_last_may_be_unfinished(author):
    publish(author, "Gulag Vorkuta")

    assert titles("gulag vork") == ["Gulag Vorkuta"]
    assert titles("vorkuta gul") == ["Gulag Vorkuta"]
    assert titles("gul vorkuta") == []
    assert titles("vorkuta tango") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(author, text):
    publish(author, "Gulag Vorkuta")

    found = find(text)

    assert found.is_all
    assert titles(text) in ([], ["Gulag Vorkuta"])


def test_nothing_but_published_projects_is_found(author):
    make_project(by=author, title="Draft of Kelp")
    shown = publish(author, "Kelp")

    assert titles("kelp") == ["Kelp"]
    actions.hide(project=shown, by=author)
    assert titles("kelp") == []
    assert not Listing.objects.exists()
    assert not Match.objects.exists()
    actions.publish(project=shown, by=author)
    assert titles("kelp") == ["Kelp"]


def test_a_new_title_replaces_the_old_one(author):
    project = publish(author, "Kelp")
    Project.objects.filter(pk=project.pk).update(title="Aftersound", genres=["comedy"])

    actions.changed(project=project)

    assert titles("kelp") == []
    assert titles("aftersound") == ["Aftersound"]
    assert Values.read().totals[Facet.GENRE] == {"comedy": 1}


def test_the_index_is_rolled_back_with_the_change(author):
    with transaction.atomic():
        publish(author, "Kelp")
        transaction.set_rollback(True)

    assert not Match.objects.exists()
    assert not FacetValue.objects.filter(count__gt=0).exists()


def test_a_deleted_project_leaves_nothing_behind(author):
    project = publish(author, "Kelp")
    publish(author, "Salt")

    project.credits.all().delete()
    Project.objects.filter(pk=project.pk).delete()

    assert titles("kelp") == []
    assert Match.objects.count() == Listing.objects.count() == 1
    assert Values.read().total == 1


def test_people_leave_the_names_with_their_last_public_credit(author):
    first, second = publish(author, "Kelp"), publish(author, "Salt")

    actions.hide(project=first, by=author)
    assert ListedName.objects.filter(person__isnull=False).exists()
    actions.hide(project=second, by=author)
    assert not ListedName.objects.exists()


def test_adding_many_gives_the_same_index_as_one_by_one(author):
    projects = [publish(author, title) for title in ("Kelp", "玻璃果园", "Łódź Müller")]
    before = _dump()
    Listing.objects.all().delete()
    ListedName.objects.all().delete()

    assert indexing.add_many(Project.objects.order_by("pk")) == len(projects)
    assert _dump() == before
    assert indexing.add_many(Project.objects.order_by("pk")) == 3
    assert _dump() == before


def test_reindex_mends_every_drift_and_goes_on_from_an_id(author, capsys):
    first, second = publish(author, "Kelp"), publish(author, "Salt")
    before = _dump()
    Match.objects.all().delete()
    ListingFacet.objects.all().delete()
    FacetValue.objects.update(count=7)

    call_command("reindex", after=first.pk)
    assert titles("salt") == ["Salt"]
    assert not ListingFacet.objects.filter(listing__project=first).exists()
    call_command("reindex")

    assert f"--after {second.pk}" in capsys.readouterr().out
    assert _dump() == before


def _dump():
    values = FacetValue.objects.filter(count__gt=0).order_by("facet", "value")
    return (
        list(Listing.objects.order_by("pk").values()),
        list(Match.objects.order_by("pk").values()),
        list(values.values_list("facet", "value", "count")),
        sorted((bytes(n.key), n.is_inner, n.listing_id, bool(n.person_id))
               for n in ListedName.objects.all()),
    )  # fmt: skip


def test_one_search_needs_five_queries(author, django_assert_num_queries):
    publish(author, "Kelp")

    with django_assert_num_queries(5):
        find("kelp")


def test_folding_is_the_same_twice():
    for text in ("Łódź Müller", "Straße", "ガラス", "مَدِينة", "İ", "ﬁlm"):
        assert words.fold(words.fold(text)) == words.fold(text)
