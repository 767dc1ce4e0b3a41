"""A record written into a project says the same when it is built again."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from submissions.demo.build import all_projects
from submissions.demo.projects import write_project
from submissions.projects import actions, record
from submissions.projects.apply import PARTS, CannotApply, write
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.models import Organisation, Person, Project, Screener
from submissions.projects.secrets import seal
from submissions.projects.vocabulary import ProjectKind
from tests import factories

pytestmark = pytest.mark.django_db
FILES = {"media", "documents"}

SPECS = {
    "dialogue_languages": ["ga", "ru"], "dialogue_shares": {"ga": 70, "ru": 30},
    "subtitles": [{"language": "en", "kind": "file"}, {"language": "", "kind": "none"}],
    "frame_rate": "23.976", "aspect_ratio": "2.20:1", "captions": "no", "loudness": "-23.5",
    "sound": ["surround_5_1"], "frame_rate_varies": True, "page_count": 97, "lyrics": "La",
    "camera": "Zorki", "session_seconds": 720, "episodes": 6,
}  # fmt: skip


def fresh(project):
    return Project.objects.get(pk=project.pk)


def said(project):
    """Return what a record says, apart from its names and files, films among them."""
    found = record.build(fresh(project))
    found["screeners"] = [row for row in found["screeners"] if row["kind"] == "link"]
    return {key: value for key, value in found.items() if key not in FILES | {"code", "slug"}}


def whole(by, kind):
    """Return a project of `by` with a row of each sort."""
    project = factories.make_project(by=by, kind=kind, title="Ångström’s Light")
    company = Organisation.objects.create(name="Northern Reel", created_by=by)
    project.credits.create(organisation=company, role="production_company", position=2)
    factories.make_credit(project=project, name="Ola Berg", role="editor", position=1, bio="x")
    factories.make_screening(project=project, geo_limits=["NO", "SU"], premiere="world")
    factories.make_right(
        project=project, screening_fee=25000, screening_fee_currency="EUR", ends_on="2031-12-31",
        territories=["BALTIC", "NO"], rights=["svod", "theatrical"], languages=["nb", "zxx"],
    )  # fmt: skip
    factories.make_press(project=project, published_on="2026-09", quote="Fine.", language="ga")
    factories.make_reference(project=project)
    factories.make_reference(project=project, scheme="other", value="https://a.example/x?y=1")
    project.budget.total, project.budget.currency = 240_050, "USD"
    project.budget.usd_rate, project.budget.as_of = "1.25", "2026-01-31"
    project.budget.band = project.budget.derived_band()
    project.budget.save()
    factories.make_budget_line(project=project, note="Agreed", payment="deferred")
    factories.make_budget_line(
        project=project, side="source", category="", source_kind="grant", repayable=True
    )
    project.screeners.create(url="https://vimeo.com/1", duration=840, geo_limits=["NO"])
    project.copies.create(format="dcp", size=98_500_000_000, frame_rate="23.976", sound=["mono"])
    for name, value in SPECS.items():
        if name in SPECS_OF_KIND[kind]:
            setattr(project.specs, name, value)
    project.specs.save()
    project.trailer.url, project.trailer.duration = "https://vimeo.com/76979871", 75
    project.trailer.save()
    french = {"language": "fr", "title": "Lumière", "logline": "", "synopsis": "Un train."}
    Project.objects.filter(pk=project.pk).update(
        translations=[french], keywords=["rail", "water"], genres_free=["Zone"],
        ai_use=[{"area": "image", "extent": "assisted", "note": ""}], school_country="SU",
        synopsis="One.\r\nTwo.", visibility={"press": "public", "budget": "team"},
    )  # fmt: skip
    return actions.changed(project=project)


@pytest.mark.parametrize("kind", ProjectKind.values)
def test_what_was_built_is_built_again(filmmaker, kind):
    old = whole(filmmaker, kind)
    new = factories.make_project(by=filmmaker, kind=kind, complete=False)
    write(fresh(new), record.build(fresh(old)), by=filmmaker)
    assert said(new) == said(old)


@pytest.mark.parametrize("kind", ProjectKind.values)
def test_writing_it_over_another_one_leaves_nothing_of_that(filmmaker, kind):
    old, other = factories.make_project(by=filmmaker, kind=kind), whole(filmmaker, kind)
    write(fresh(other), record.build(fresh(old)), by=filmmaker)
    assert said(other) == said(old)


def test_every_project_of_the_demo_can_be_written_again(filmmaker):
    for values in all_projects():
        pictures = ("poster", "stills", "portrait")
        draft = {key: values[key] for key in values if key not in pictures} | {"status": "draft"}
        old = write_project(draft, by=filmmaker, published_at=None)
        new = factories.make_project(by=filmmaker, kind=old.kind, complete=False)
        write(fresh(new), record.build(fresh(old)), by=filmmaker)
        assert said(new) == said(old), old.title


def test_rows_that_stay_keep_their_place_in_the_database(filmmaker):
    project = whole(filmmaker, "film")
    portrait = factories.make_media(
        project=project, kind="portrait", credit=project.credits.get(role="editor")
    )
    before = record.build(fresh(project))
    credits = list(project.credits.values_list("pk", flat=True))
    changed = before | {"credits": [before["credits"][1] | {"bio": "New"}, before["credits"][0]]}
    write(fresh(project), changed, by=filmmaker)
    assert [row["name"] for row in record.build(fresh(project))["credits"]] == [
        "Ola Berg", "Rhys Morgan",
    ]  # fmt: skip
    assert set(project.credits.values_list("pk", flat=True)) == set(credits[:2])
    portrait.refresh_from_db()
    assert portrait.credit.person.name == "Ola Berg"


def test_a_portrait_hangs_on_the_credit_that_comes_back(filmmaker):
    project = whole(filmmaker, "film")
    editor = project.credits.get(role="editor")
    portrait = factories.make_media(project=project, kind="portrait", credit=editor)
    before = record.build(fresh(project))
    editor.delete()
    write(fresh(project), before, by=filmmaker)
    portrait.refresh_from_db()
    assert portrait.credit.person.name == "Ola Berg"
    assert record.build(fresh(project)) == before


def test_only_the_blocks_asked_for_are_written(filmmaker):
    old, new = whole(filmmaker, "film"), factories.make_project(by=filmmaker, title="Mine")
    before = record.build(fresh(new))
    write(fresh(new), record.build(fresh(old)), by=filmmaker, blocks={"press", "specs"})
    after = record.build(fresh(new))
    assert {key for key in PARTS if after[key] != before[key]} == {"press", "specs"}


def test_words_about_pictures_are_written_and_no_picture_is_made(filmmaker, second):
    mine, foreign = whole(filmmaker, "film"), factories.make_project(by=second)
    picture = factories.make_media(project=mine, alt="A lamp")
    theirs = factories.make_media(project=foreign, alt="Theirs")
    stolen = {"alt": "Stolen", "focal_x": 10, "sha256": "f" * 64, "kind": "poster"}
    rows = [{"code": theirs.code} | stolen, {"code": picture.code} | stolen | {"kind": "laurel"}]
    write(fresh(mine), {"media": rows}, by=filmmaker)
    picture.refresh_from_db()
    theirs.refresh_from_db()
    assert (picture.alt, picture.focal_x, picture.kind) == ("Stolen", 10, "laurel")
    assert picture.sha256 == "0" * 64
    assert theirs.alt == "Theirs"
    assert mine.media.count() == 1


def test_a_password_stays_with_its_link_and_never_goes_to_another(filmmaker):
    project = factories.make_project(by=filmmaker)
    link = project.screeners.create(url="https://vimeo.com/1", password_sealed=seal("secret"))
    row = record.build(fresh(project))["screeners"][0]
    write(fresh(project), {"screeners": [row | {"version_label": "v2"}]}, by=filmmaker)
    link.refresh_from_db()
    assert (link.version_label, bool(link.password_sealed)) == ("v2", True)
    write(fresh(project), {"screeners": [row | {"url": "https://evil.example/"}]}, by=filmmaker)
    assert bytes(Screener.objects.get(project=project).password_sealed) == b""


def test_the_word_of_a_festival_is_kept_and_not_invented(filmmaker, programmer):
    project = factories.make_project(by=filmmaker)
    true = factories.make_screening(
        project=project, verified_at="2026-01-01T00:00Z", verified_by=programmer
    )
    factories.make_screening(project=project, event="Claimed", position=1)
    rows = record.build(fresh(project))["screenings"]
    claimed = [row | {"verified_at": "2026-01-01T00:00:00+00:00"} for row in rows]
    write(fresh(project), {"screenings": claimed[::-1]}, by=filmmaker)
    first, second = project.screenings.all()
    assert (first.event, first.verified_at) == ("Claimed", None)
    assert (second.pk, second.verified_by) == (true.pk, programmer)
    changed = [row | {"award": "Grand Prix"} for row in claimed]
    write(fresh(project), {"screenings": changed}, by=filmmaker)
    assert not project.screenings.exclude(verified_at=None).exists()


def test_nobody_credits_a_stranger_by_code(filmmaker, second):
    stranger = factories.make_credit(project=factories.make_project(by=second), name="Ada Nord")
    mine = factories.make_project(by=filmmaker, complete=False)
    row = {"name": "Ada Nord", "person": stranger.person.code, "role": "director"}
    write(fresh(mine), {"credits": [row]}, by=filmmaker)
    assert mine.credits.get().person != stranger.person
    assert mine.credits.get().person.created_by == filmmaker


def test_two_people_of_one_name_stay_two(filmmaker):
    project = factories.make_project(by=filmmaker, complete=False)
    for number in (1, 2):
        person = Person.objects.create(name="Jo Li", slug=f"jo-{number}", created_by=filmmaker)
        project.credits.create(person=person, role="director", position=number)
    before = record.build(fresh(project))
    other = factories.make_project(by=filmmaker, complete=False)
    write(fresh(other), before, by=filmmaker)
    assert record.build(fresh(other))["credits"] == before["credits"]


WRONG = {
    "identity": {"title": ""},
    "identity ": {"title": "x" * 251},
    "identity  ": {"logline": 7},
    "identity   ": {"genres": "drama"},
    "identity    ": {"project_types": ["no such type"]},
    "identity     ": {"translations": [{"language": "Klingonese"}]},
    "identity      ": {"website": "javascript:alert(1)"},
    "identity       ": {"title": "half \ud800 pair"},
    "identity        ": {"title": "with \0 in it"},
    "specs": {"runtime": 0},
    "specs ": {"runtime": True},
    "specs  ": {"runtime": 10**40},
    "specs   ": {"countries_of_origin": ["XX"]},
    "specs    ": {"dialogue_shares": {"ru": "70"}},
    "specs     ": {"frame_rate": "NaN"},
    "specs      ": {"completion_date": "2016-13"},
    "budget": {"total": -1, "currency": "EUR"},
    "budget ": {"total": 5, "currency": ""},
    "budget  ": {"total": 5, "currency": ["EUR"]},
    "budget_lines": [{"side": "both"}],
    "budget_lines ": [{"side": "cost", "category": "crew", "amount": 1.5}],
    "credits": [{"role": "director"}],
    "credits ": [{"role": "tea boy", "name": "A"}],
    "credits  ": {"role": "director"},
    "credits   ": [["director", "A"]],
    "rights": [{"party": "A", "starts_on": "2027-01-01", "ends_on": "2026-01-01"}],
    "rights ": [{"party": "A", "screening_fee": 5, "screening_fee_currency": "ZZZ"}],
    "references": [{"scheme": "imdb", "value": "tt0000001"}] * 2,
    "references ": [{"scheme": "other", "value": "ftp://a.example"}],
    "press": [{"title": "A"}] * 101,
    "copies": [{"format": "betamax"}],
    "screeners": [{"url": "not an address"}],
    "media": "none",
    "visibility": {"press": "everybody"},
    "visibility ": [],
    "trailer": None,
}


@pytest.mark.parametrize("block", WRONG)
def test_what_the_editor_would_not_take_is_refused_with_a_sentence(filmmaker, block):
    project = whole(filmmaker, "film")
    before = record.canonical(record.build(fresh(project)))
    with pytest.raises(CannotApply) as refused:
        write(fresh(project), {block.strip(): WRONG[block]}, by=filmmaker)
    assert refused.value.problems
    assert all(len(text) > 10 for text in refused.value.problems)
    assert record.canonical(record.build(fresh(project))) == before


@pytest.mark.parametrize("wrong", [None, [], "x", 7, {"kind": "script"}, {"kind": ["film"]}])
def test_what_is_no_record_of_this_kind_is_refused(project, filmmaker, wrong):
    with pytest.raises(CannotApply):
        write(fresh(project), wrong, by=filmmaker)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@given(junk=st.data())
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_value_anywhere_is_written_or_refused(project, filmmaker, junk):
    built = record.build(whole_once(project))
    block = junk.draw(st.sampled_from(sorted(set(PARTS))))
    value = built[block]
    if isinstance(value, list) and value and junk.draw(st.booleans()):
        name = junk.draw(st.sampled_from(sorted(value[0])))
        value = [value[0] | {name: junk.draw(JSON)}]
    elif isinstance(value, dict) and value and junk.draw(st.booleans()):
        value = value | {junk.draw(st.sampled_from(sorted(value))): junk.draw(JSON)}
    else:
        value = junk.draw(JSON)
    with transaction.atomic():
        with suppress(CannotApply):
            write(fresh(project), {block: value}, by=filmmaker)
            actions.changed(project=project)
        transaction.set_rollback(True)


def whole_once(project):
    """Give the project rows to spoil, the first time that it is asked for."""
    if not project.press.exists():
        factories.make_press(project=project)
        factories.make_right(project=project)
        factories.make_screening(project=project)
        factories.make_reference(project=project)
        factories.make_media(project=project)
        project.screeners.create(url="https://vimeo.com/1")
        project.copies.create(format="dcp")
    return fresh(project)


def test_a_film_that_was_sent_up_stays_and_is_not_made(filmmaker):
    project = factories.make_project(by=filmmaker)
    film = project.screeners.create(kind="upload", version_label="final")
    link = project.screeners.create(url="https://vimeo.com/1")
    rows = record.build(fresh(project))["screeners"]
    write(fresh(project), {"screeners": []}, by=filmmaker)
    assert list(project.screeners.values_list("pk", flat=True)) == [film.pk]
    write(fresh(project), {"screeners": rows}, by=filmmaker)
    assert [row.kind for row in project.screeners.order_by("kind")] == ["link", "upload"]
    assert not project.screeners.filter(pk=link.pk).exists()


def test_a_hundred_new_names_cost_few_queries(filmmaker, django_assert_max_num_queries):
    project = factories.make_project(by=filmmaker, complete=False)
    rows = [{"name": f"Person {number}", "role": "cast"} for number in range(100)]
    project = fresh(project)
    with django_assert_max_num_queries(40):
        write(project, {"credits": rows}, by=filmmaker)
    assert project.credits.count() == 100
    project = fresh(project)
    with django_assert_max_num_queries(40):
        write(project, {"credits": rows[50:] + rows[:50]}, by=filmmaker)
    assert project.credits.first().person.name == "Person 50"
