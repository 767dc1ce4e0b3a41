"""The list of entries and the page of one, for the people of the festival."""

from datetime import UTC, datetime
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from festival.letters.models import Letter
from submissions.entries import actions
from submissions.entries.models import Award, StatusChange, Submission
from submissions.entries.status import Decision, EntryStatus
from submissions.projects.models import Project, Submitter
from tests import factories

LIST = "/admin/submissions/submission/"


def page(entry):
    return f"{LIST}{entry.pk}/change/"


def seen(entry):
    entry = Submission.objects.get(pk=entry.pk)
    return f"{entry.entry_status}:{entry.consideration}:{entry.decision}"


def do(client, entry, deed, **fields):
    address = reverse("admin:submissions_submission_do", args=[entry.pk, deed])
    return client.post(address, {"seen": seen(entry)} | fields)


@pytest.fixture
def desk(client_of, programmer):
    return client_of(programmer)


def more_entries(number, category):
    return [
        factories.make_submission(
            project=factories.make_project(title=f"Harbour film {place}"), category=category
        )
        for place in range(number)
    ]


def test_the_list_shows_the_entry_as_programmers_need_it(desk, submission):
    submission.project.specs.__class__.objects.filter(project=submission.project).update(
        countries_of_origin=["SU"]
    )
    text = desk.get(LIST).content.decode()
    for part in ("Understory", "Rhys Morgan", submission.tracking_number, "14 min", "Short film",
                 "United Kingdom", '<span class="status is-info">Sent</span>', 'width="32"',
                 "/covers/understory", "Harbour Lights Film Festival 2027"):  # fmt: skip
        assert part in text, part


def test_list_detail_and_first_page_need_as_many_queries_for_three_as_for_one(
    desk, submission, category, django_assert_max_num_queries
):
    pages = {LIST: 8, f"{LIST}?call=all": 8, "/admin/": 9, page(submission): 12}
    counted = {}
    for address, most in pages.items():
        with django_assert_max_num_queries(most) as queries:
            assert desk.get(address).status_code == 200
        counted[address] = len(queries)
    more_entries(2, category)
    other = factories.make_category(call=category.call, name="Second")
    factories.make_submission(project=submission.project, category=other)
    for address in pages:
        with django_assert_max_num_queries(counted[address]) as queries:
            desk.get(address)
        assert len(queries) == counted[address], address


def test_a_full_page_of_the_list_weighs_less_than_70_kilobytes(desk, submission, category):
    title = "The Very Long Story of a Lighthouse Keeper Who Counted Waves Between Two Wars"
    for entry in more_entries(3, category):
        Project.objects.filter(pk=entry.project_id).update(title=title)
    rows = Submission.objects.filter(call=category.call)
    rows.update(title=title, credit_line="Wladimir Tscherepnin, Alexandra Kollontai-Petrowa")
    four = len(desk.get(LIST).content)
    rows.filter(pk__in=[row.pk for row in rows[:3]]).update(entry_status="cancelled")
    each = (four - len(desk.get(LIST, {"entry": "received"}).content)) / 3
    assert four + 36 * each < 70_000


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("understory", True),
        ("UNDER morgan", True),
        ("kelp", False),
        ("understory kelp", False),
        ("NUMBER", True),
        ("number", True),
        ("HLF99-0001", False),
        ("100%", False),
        ("_nderstory", False),
        ("'; drop table", False),
    ],
)
def test_search_finds_words_of_title_and_makers_and_the_number(desk, submission, words, found):
    number = submission.tracking_number
    words = words.replace("NUMBER", number).replace("number", number.lower()[:10])
    rows = desk.get(LIST, {"q": words}).context["cl"].result_list
    assert [row.pk for row in rows] == ([submission.pk] if found else [])


@pytest.mark.parametrize("words", ["łódź", "LODZ", "muller", "MÜLLER łódź", "wachter"])
def test_search_folds_accents_and_knows_the_original_title(desk, project, category, words):
    Project.objects.filter(pk=project.pk).update(
        title="Łódź, Müller", title_original="Der Wächter", title_original_language="de"
    )
    entry = factories.make_submission(project=project, category=category)
    found = desk.get(LIST, {"q": words}).context["cl"].result_list
    assert [row.pk for row in found] == [entry.pk]


def test_entries_from_before_the_search_column_are_found_after_the_upgrade(desk, submission):
    Submission.objects.update(folded="")
    assert not desk.get(LIST, {"q": "understory"}).context["cl"].result_list
    upgrade = import_module("submissions.migrations.0004_entries_looked_up")
    upgrade.fold_names(apps, SimpleNamespace(connection=connection))
    assert desk.get(LIST, {"q": "understory morgan"}).context["cl"].result_list


def test_filters_pick_by_place_and_by_each_axis(desk, submission, category, programmer):
    second, third = more_entries(2, category)
    other = factories.make_submission(category=factories.make_category(call=category.call))
    actions.decide(submission=second, to=Decision.SELECTED, by=programmer)
    actions.decide(submission=third, to=Decision.SELECTED, by=programmer)
    actions.release(submission=third, by=programmer)
    actions.ask(submission=other, wanted="A screener", wanted_by=None, by=programmer)
    old = datetime(2020, 1, 1, tzinfo=UTC)
    Submission.objects.filter(pk=third.pk).update(submitted_at=old)

    def listed(**query):
        return {row.pk for row in desk.get(LIST, query).context["cl"].result_list}

    assert listed() == {submission.pk, second.pk, third.pk, other.pk}
    assert listed(category=other.category_id) == {other.pk}
    assert listed(entry="incomplete") == {other.pk}
    assert listed(decision="selected") == {second.pk, third.pk}
    assert listed(release="waiting") == {second.pk}
    assert listed(sent="7") == {submission.pk, second.pk, other.pk}
    assert listed(decision="selected", sent="7") == {second.pk}


def test_the_list_shows_the_last_edition_until_another_is_asked_for(desk, festival, submission):
    edition = factories.make_edition(festival=festival, year=2026)
    call = factories.make_call(edition=edition, tracking_prefix="HLF26")
    old = factories.make_submission(
        project=factories.make_project(title="Last year"),
        category=factories.make_category(call=call),
    )
    call.__class__.objects.filter(pk=call.pk).update(
        opens_at=timezone.now() - timezone.timedelta(days=400),
        closes_at=timezone.now() - timezone.timedelta(days=300),
    )

    def listed(**query):
        return {row.pk for row in desk.get(LIST, query).context["cl"].result_list}

    assert listed() == {submission.pk}
    assert listed(q=old.tracking_number) == {old.pk}
    assert listed(call=call.pk) == {old.pk}
    assert listed(call="all") == {submission.pk, old.pk}


def test_a_long_list_is_not_counted_to_its_end(desk, submission, category, monkeypatch):
    monkeypatch.setattr("festival.ui.admin.pages.LIMIT", 1)
    more_entries(1, category)
    assert "More than 10,000" in desk.get(LIST).content.decode()


def test_the_page_shows_the_record_as_it_was_sent(desk, submission, filmmaker):
    Project.objects.filter(pk=submission.project_id).update(
        title="Renamed since", logline="Another story", changed_at=timezone.now()
    )
    text = desk.get(page(submission)).content.decode()
    assert "Understory" in text
    assert "A signalman hears a train" in text
    assert "Another story" not in text
    assert "Renamed since" not in text
    since = f"{LIST}{submission.pk}/since/"
    assert since in text
    changed = desk.get(since).content.decode()
    assert "A signalman hears a train" in changed
    assert "Another story" in changed


def test_contact_stands_beside_the_record_and_team_secrets_nowhere(desk, submission):
    Submitter.objects.filter(project=submission.project).update(
        email="rhys@film.example", phone="+44 29 123", gender="said-in-confidence"
    )
    Project.objects.filter(pk=submission.project_id).update(
        school_supervisor_email="tutor@school.example"
    )
    text = desk.get(page(submission)).content.decode()
    assert "rhys@film.example" in text
    assert "+44 29 123" in text
    assert "said-in-confidence" not in text
    assert "tutor@school.example" not in text


def test_a_decision_is_taken_and_nobody_outside_hears_of_it(
    desk, submission, programmer, client_of, filmmaker
):
    before = client_of(filmmaker).get(submission.get_absolute_url()).content
    answer = do(desk, submission, "move", to="decision:selected", reason="Opening night")
    assert answer.status_code == 302
    submission.refresh_from_db()
    assert submission.decision == Decision.SELECTED
    assert submission.decided_by == programmer
    step = submission.changes.get(axis="decision")
    assert (step.by, step.reason) == (programmer, "Opening night")
    assert not Letter.objects.filter(event="decision_released").exists()
    after = client_of(filmmaker).get(submission.get_absolute_url()).content
    assert _without_token(before) == _without_token(after)


def _without_token(content):
    import re

    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", content)


def test_release_writes_one_letter_however_often_it_is_pressed(desk, submission):
    do(desk, submission, "move", to="decision:shortlisted")
    shown = seen(submission)
    for expected in (302, 409):
        assert do(desk, submission, "release", seen=shown).status_code == expected
    assert Letter.objects.filter(event="decision_released").count() == 1


def test_the_decision_that_the_page_showed_is_released_and_no_other(desk, submission, programmer):
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    shown = seen(submission)
    actions.decide(submission=submission, to=Decision.NOT_SELECTED, by=programmer)
    answer = do(desk, submission, "release", seen=shown)
    assert answer.status_code == 409
    assert "Somebody else changed this entry just now" in answer.content.decode()
    assert not Letter.objects.filter(event="decision_released").exists()


def test_of_two_who_decide_at_once_the_second_is_told(desk, submission, owner, client_of):
    shown = seen(submission)
    assert do(client_of(owner), submission, "move", to="decision:selected").status_code == 302
    answer = do(desk, submission, "move", to="decision:not_selected", reason="Too long", seen=shown)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Somebody else changed this entry just now" in text
    assert "Too long" in text
    submission.refresh_from_db()
    assert submission.decision == Decision.SELECTED


@pytest.mark.parametrize(
    "to",
    ["decision:confirmed", "decision:declined", "entry_status:withdrawn", "entry_status:cart",
     "entry_status:incomplete", "decision:undecided", "decision:revoked", "consideration:discussed",
     "decision:best", "award:winner", "nothing", "entry_status:", ":selected"],
)  # fmt: skip
def test_steps_that_are_not_the_festivals_to_take_change_nothing(desk, submission, to):
    before = StatusChange.objects.count()
    answer = do(desk, submission, "move", to=to)
    assert answer.status_code in (200, 404, 409), to
    assert StatusChange.objects.count() == before


def test_seen_that_no_page_has_written_is_refused(desk, submission):
    for odd in ("", "x", "received", "a:b:c", "received:not_started:undecided:more"):
        answer = do(desk, submission, "move", to="decision:selected", seen=odd)
        assert answer.status_code in (200, 409), odd
    submission.refresh_from_db()
    assert submission.decision == Decision.UNDECIDED


def test_the_buttons_are_exactly_the_steps_that_are_possible(desk, submission):
    text = desk.get(page(submission)).content.decode()
    for value in ("decision:selected", "decision:waitlisted", "consideration:in_review",
                  "entry_status:disqualified"):  # fmt: skip
        assert f'value="{value}"' in text, value
    for value in ("decision:confirmed", "decision:undecided", "entry_status:withdrawn",
                  "consideration:discussed", "entry_status:cart"):  # fmt: skip
        assert f'value="{value}"' not in text, value
    do(desk, submission, "move", to="entry_status:disqualified", reason="Not a short film")
    text = desk.get(page(submission)).content.decode()
    assert 'value="decision:selected"' not in text
    assert 'value="entry_status:received"' in text


def test_asking_names_what_is_needed_and_until_when(desk, submission):
    empty = do(desk, submission, "ask", wanted="")
    assert empty.status_code == 200
    assert "What the entry needs" in empty.content.decode()
    do(desk, submission, "ask", wanted="A screener that plays", wanted_by="2027-01-31")
    submission.refresh_from_db()
    assert submission.entry_status == EntryStatus.INCOMPLETE
    assert str(submission.wanted_by) == "2027-01-31"
    assert submission.changes.get(after="incomplete").reason == "A screener that plays"


def test_a_payment_is_confirmed_by_a_step(desk, call):
    category = factories.make_category(call=call)
    deadline = factories.make_deadline(call=call)
    factories.make_fee(category=category, deadline=deadline, amount=1800)
    entry = factories.make_submission(category=category)
    text = desk.get(page(entry)).content.decode()
    assert "Confirm the payment" in text
    assert "18.00\xa0EUR" in text
    do(desk, entry, "move", to="entry_status:received", reason="Transfer of 3 May")
    entry.refresh_from_db()
    assert entry.entry_status == EntryStatus.RECEIVED


def test_opened_is_told_once(desk, submission):
    do(desk, submission, "open")
    submission.refresh_from_db()
    first = submission.opened_at
    assert first is not None
    do(desk, submission, "open")
    submission.refresh_from_db()
    assert submission.opened_at == first


def test_a_note_is_the_festivals_own_and_is_not_overwritten(desk, submission, client_of, filmmaker):
    do(desk, submission, "note", note="Ask the jury\nabout this", before="")
    late = do(desk, submission, "note", note="My view", before="")
    assert late.status_code == 409
    assert "My view" in late.content.decode()
    submission.refresh_from_db()
    assert submission.internal_note == "Ask the jury\nabout this"
    again = do(desk, submission, "note", note="Both", before="Ask the jury\r\nabout this")
    assert again.status_code == 302
    assert "Both" not in client_of(filmmaker).get(submission.get_absolute_url()).content.decode()


def test_an_award_is_public_from_the_hour_of_the_festival(desk, submission):
    do(
        desk,
        submission,
        "award",
        result="winner",
        name="Golden Buoy",
        public_from="2027-07-01T20:00",
    )
    award = Award.objects.get()
    assert award.name == "Golden Buoy"
    # 20:00 in Oslo in summer
    assert award.public_from == datetime(2027, 7, 1, 18, 0, tzinfo=UTC)


def test_hostile_text_of_filmmakers_is_text(desk, category):
    attack = '<img src=x onerror="alert(1)">'
    entry = factories.make_submission(
        project=factories.make_project(title=attack), category=category
    )
    for address in (LIST, page(entry), f"{LIST}{entry.pk}/since/"):
        text = desk.get(address).content.decode()
        assert attack not in text, address
        assert "&lt;img src=x" in text, address


def test_the_page_has_no_style_or_script_of_its_own(desk, submission):
    for address in (LIST, page(submission), "/admin/"):
        answer = desk.get(address)
        text = answer.content.decode()
        for part in (" style=", " onclick=", "<style", "javascript:"):
            assert part not in text, (address, part)
        assert "unsafe" not in answer["Content-Security-Policy"]
