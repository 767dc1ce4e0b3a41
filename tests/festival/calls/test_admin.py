"""Festivals, editions and calls on the desk."""

import re
from datetime import UTC, datetime

import pytest

from festival.accounts.models import Membership, User
from festival.accounts.roles import Role
from festival.calls.models import Call, Category, Deadline, Edition, Fee, Festival
from festival.calls.vocabulary import CallState
from tests import factories
from tests.sent_forms import admin_form_of


@pytest.fixture
def desk(client_of, programmer):
    return client_of(programmer)


def address(row, page="change"):
    return f"/admin/festival/{row._meta.model_name}/{row.pk}/{page}/"


def fields_of(client, page):
    """Return what the form on `page` would post, untouched."""
    answer = client.get(page)
    assert answer.status_code == 200, page
    return {name: kept for name, kept in admin_form_of(answer).items() if "__prefix__" not in name}


def ready(call):
    """Give a call all that it needs before it is scheduled."""
    Call.objects.filter(pk=call.pk).update(
        notification_on="2027-05-01", contact_email="call@harbour.example",
        opens_at=datetime(2026, 11, 1, 8, 0, tzinfo=UTC),
        closes_at=datetime(2027, 3, 1, 22, 59, tzinfo=UTC), kinds=["film"],
    )  # fmt: skip


def save(client, call, **changed):
    return client.post(address(call), fields_of(client, address(call)) | changed)


def errors_of(answer):
    return re.sub(
        r"\s+", " ", " ".join(re.findall(r'class="errorlist.*?</ul>', _text(answer), re.S))
    )


def _text(answer):
    return answer.content.decode()


def test_a_form_sent_back_untouched_changes_nothing(desk, call, category):
    ready(call)
    deadline = factories.make_deadline(call=call)
    Deadline.objects.update(ends_at=datetime(2027, 1, 31, 22, 59, 30, tzinfo=UTC))
    factories.make_fee(category=category, deadline=deadline, amount=1850)
    rows = (Call, Category, Deadline, Fee)
    before = [list(model.objects.values()) for model in rows]
    answer = save(desk, call)
    assert answer.status_code == 302, errors_of(answer)
    assert [list(model.objects.values()) for model in rows] == before


def test_instants_are_shown_and_read_in_the_time_of_the_festival(desk, call, category):
    ready(call)
    text = _text(desk.get(address(call)))
    assert 'value="2027-03-01T23:59"' in text
    assert "In the time of Europe/Oslo, UTC+01:00." in text
    answer = save(desk, call, closes_at="2027-07-01T23:59")
    assert answer.status_code == 302, errors_of(answer)
    call.refresh_from_db()
    assert call.closes_at == datetime(2027, 7, 1, 21, 59, tzinfo=UTC)


def test_times_typed_with_a_new_time_zone_are_times_of_that_zone(desk, call, category):
    ready(call)
    save(desk, call, time_zone="Asia/Tokyo", closes_at="2027-03-01T23:59")
    call.refresh_from_db()
    assert call.time_zone == "Asia/Tokyo"
    assert call.closes_at == datetime(2027, 3, 1, 14, 59, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_refused_beside_its_field(desk, call, category):
    ready(call)
    answer = save(desk, call, closes_at="2027-03-28T02:30")
    assert answer.status_code == 200
    found = errors_of(answer)
    assert "02:30 does not come in Europe/Oslo" in found
    assert "03:30" in found


def test_of_an_hour_that_comes_twice_the_first_is_meant_and_said_so(desk, call, category):
    ready(call)
    answer = desk.post(
        address(call),
        fields_of(desk, address(call)) | {"closes_at": "2027-10-31T02:30"},
        follow=True,
    )
    assert "02:30 comes twice. UTC+0200 is meant" in _text(answer)
    call.refresh_from_db()
    assert call.closes_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    second = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    Call.objects.update(closes_at=second)
    save(desk, call, screening_fee="200 EUR")
    call.refresh_from_db()
    assert call.closes_at == second


@pytest.mark.parametrize(
    "odd", ["x", "2027-02-30T10:00", "0000-00-00T00:00", "99999-01-01T00:00", "0001-01-01T00:00",
            "9999-12-31T23:59", "2027-03-01"],
)  # fmt: skip
def test_odd_instants_are_told_or_kept_and_never_break_the_page(desk, call, category, odd):
    ready(call)
    assert save(desk, call, closes_at=odd, opens_at=odd).status_code in (200, 302)


def test_a_call_is_scheduled_only_with_all_that_filmmakers_need(desk, call):
    Call.objects.filter(pk=call.pk).update(
        state=CallState.DRAFT, rules="", opens_at=None, closes_at=None
    )
    answer = save(desk, call, state="scheduled")
    found = errors_of(answer)
    for part in ("when the call opens", "when the call closes", "Write the rules",
                 "get their answer", "address for questions", "needs a category"):  # fmt: skip
        assert part in found, part
    call.refresh_from_db()
    assert call.state == CallState.DRAFT


@pytest.mark.parametrize(
    ("now", "to"),
    [
        ("draft", "decided"),
        ("decided", "draft"),
        ("archived", "scheduled"),
        ("judging", "nonsense"),
    ],
)
def test_states_follow_each_other(desk, call, category, now, to):
    ready(call)
    Call.objects.filter(pk=call.pk).update(state=now)
    answer = save(desk, call, state=to)
    assert answer.status_code == 200
    assert errors_of(answer)
    call.refresh_from_db()
    assert call.state == now


def test_a_call_with_entries_is_suspended_and_not_made_a_draft(desk, call, submission):
    ready(call)
    answer = save(desk, call, state="draft")
    assert "suspend the call instead" in errors_of(answer)
    assert "Say why" in errors_of(save(desk, call, state="suspended"))
    assert save(desk, call, state="suspended", suspended_reason="Flood").status_code == 302


def test_new_rules_of_a_public_call_are_a_new_version(desk, call, category):
    ready(call)
    save(desk, call, rules="No consent is assumed.")
    call.refresh_from_db()
    assert call.rules_version == 2
    save(desk, call, screening_fee="none")
    call.refresh_from_db()
    assert call.rules_version == 2


def test_fees_are_a_table_of_categories_and_deadlines(desk, call, category):
    ready(call)
    early = Deadline.objects.create(
        call=call, kind="early", ends_at=datetime(2027, 1, 1, tzinfo=UTC)
    )
    late = Deadline.objects.create(call=call, kind="late", ends_at=datetime(2027, 2, 1, tzinfo=UTC))
    name = f"fee_{category.pk}_{early.pk}"
    other = f"fee_{category.pk}_{late.pk}"
    assert save(desk, call, **{name: "18.50", other: "25"}).status_code == 302
    assert set(Fee.objects.values_list("deadline", "amount")) == {(early.pk, 1850), (late.pk, 2500)}
    answer = save(desk, call, **{name: "much", other: ""})
    assert answer.status_code == 200
    assert errors_of(answer)
    assert Fee.objects.count() == 2
    save(desk, call, **{other: ""})
    assert list(Fee.objects.values_list("deadline", "amount")) == [(early.pk, 1850)]


def test_fees_of_foreign_categories_cannot_be_set(desk, call, category, other_festival):
    ready(call)
    theirs = factories.make_call(
        edition=factories.make_edition(festival=other_festival), tracking_prefix="TER27"
    )
    place = factories.make_category(call=theirs)
    deadline = factories.make_deadline(call=theirs)
    save(desk, call, **{f"fee_{place.pk}_{deadline.pk}": "5"})
    assert not Fee.objects.exists()


def test_rows_of_another_call_cannot_be_taken_by_their_number(desk, call, category, other_festival):
    ready(call)
    theirs = factories.make_category(
        call=factories.make_call(
            edition=factories.make_edition(festival=other_festival), tracking_prefix="TER27"
        ),
        name="Theirs",
    )
    save(desk, call, **{"categories-0-id": str(theirs.pk), "categories-0-name": "Taken"})
    theirs.refresh_from_db()
    assert theirs.name == "Theirs"
    assert theirs.call_id != call.pk


def test_phases_end_one_after_the_other_while_the_call_is_open(desk, call, category):
    ready(call)
    fields = fields_of(desk, address(call)) | {
        "deadlines-TOTAL_FORMS": "3",
        "deadlines-0-kind": "early",
        "deadlines-0-ends_at": "2027-02-01T12:00",
        "deadlines-1-kind": "regular",
        "deadlines-1-ends_at": "2027-01-01T12:00",
        "deadlines-2-kind": "late",
        "deadlines-2-ends_at": "2027-04-01T12:00",
    }
    found = errors_of(desk.post(address(call), fields))
    assert "must end after the one before it" in found
    assert "ends while the call is open" in found


def test_a_category_keeps_seconds_countries_and_kinds(desk, call, category):
    ready(call)
    answer = save(
        desk,
        call,
        **{
            "categories-0-runtime_min_m": "1",
            "categories-0-runtime_max_m": "30",
            "categories-0-countries": "Norway, Soviet Union",
            "categories-0-kinds": ["film", "series"],
        },
    )
    assert answer.status_code == 302, errors_of(answer)
    category.refresh_from_db()
    assert (category.runtime_min, category.runtime_max) == (60, 1800)
    assert category.countries == ["NO", "SU"]
    assert category.kinds == ["film", "series"]
    answer = save(desk, call, **{"categories-0-countries": "Atlantis"})
    assert "Atlantis" in errors_of(answer)


def test_a_category_with_entries_cannot_be_deleted(desk, call, submission):
    ready(call)
    answer = save(desk, call, **{"categories-0-DELETE": "on"})
    assert answer.status_code == 200
    assert Category.objects.filter(pk=submission.category_id).exists()


def test_an_edition_is_chosen_among_the_own_festivals_only(desk, festival, other_festival):
    theirs = factories.make_edition(festival=other_festival, year=2030)
    own = factories.make_edition(festival=festival, year=2030)
    page = "/admin/festival/call/add/"
    fields = fields_of(desk, page)
    assert desk.post(page, fields | {"edition": theirs.pk}).status_code == 200
    assert not Call.objects.filter(edition=theirs).exists()
    answer = desk.post(page, fields | {"edition": own.pk})
    assert answer.status_code == 302, errors_of(answer)
    assert Call.objects.get(edition=own).state == CallState.DRAFT
    page = "/admin/festival/edition/add/"
    fields = fields_of(desk, page) | {"slug": "2031", "year": "2031"}
    assert desk.post(page, fields | {"festival": other_festival.pk}).status_code == 200
    assert desk.post(page, fields | {"festival": festival.pk}).status_code == 302
    assert Edition.objects.get(year=2031).festival == festival


def test_owners_change_their_festival_and_programmers_read_it(
    client_of, programmer, owner, festival
):
    page = address(festival)
    text = _text(client_of(programmer).get(page))
    assert 'name="name"' not in text
    assert client_of(programmer).post(page, {"name": "Mine"}).status_code == 403
    mine = client_of(owner)
    fields = fields_of(mine, page)
    assert "verification" not in fields
    answer = mine.post(page, fields | {"tagline": "By the sea", "verification": "verified"})
    assert answer.status_code == 302, errors_of(answer)
    festival.refresh_from_db()
    assert (festival.tagline, festival.verification) == ("By the sea", "unverified")


def test_festivals_are_founded_by_site_staff(client_of, owner, staff):
    page = "/admin/festival/festival/add/"
    assert client_of(owner).get(page).status_code == 403
    fields = fields_of(client_of(staff), page) | {"name": "Terrassen", "slug": "terrassen"}
    assert client_of(staff).post(page, fields).status_code == 302
    assert Festival.objects.get(slug="terrassen").name == "Terrassen"


def team(client, festival, **changed):
    return client.post(
        address(festival), fields_of(client, address(festival)) | changed, follow=True
    )


def new_member(email, role="programmer", place=1):
    return {
        "memberships-TOTAL_FORMS": str(place + 1),
        f"memberships-{place}-email": email,
        f"memberships-{place}-role": role,
    }


def test_adding_to_the_team_does_not_tell_who_has_an_account(client_of, owner, festival, filmmaker):
    mine = client_of(owner)
    known = _text(team(mine, festival, **new_member("Filmmaker@demo.example")))
    Membership.objects.filter(user=filmmaker).delete()
    unknown = _text(team(mine, festival, **new_member("unknowable@demo.example")))
    page = _text(mine.get(address(festival)))
    assert "unknowable@demo.example" in page
    plain = re.compile(r"\d+|token\" value=\"\w+|filmmaker|unknowable", re.I)
    assert plain.sub("", known) == plain.sub("", unknown)
    new = User.objects.get(email="unknowable@demo.example")
    assert not new.has_usable_password()
    assert Membership.objects.get(user=new).role == Role.PROGRAMMER
    assert "Mika Tanabe" not in known


def test_roles_change_and_people_leave_but_one_owner_stays(client_of, owner, festival, programmer):
    mine = client_of(owner)
    page = fields_of(mine, address(festival))
    places = {page[f"memberships-{place}-email"][0]: place for place in range(2)}
    own = places["owner@demo.example"]
    other = places["programmer@demo.example"]
    answer = team(mine, festival, **{f"memberships-{own}-role": "juror"})
    assert "keeps one owner" in _text(answer)
    answer = team(mine, festival, **{f"memberships-{own}-DELETE": "on"})
    assert "keeps one owner" in _text(answer)
    team(mine, festival, **{f"memberships-{other}-role": "owner"})
    assert Membership.objects.get(user=programmer).role == Role.OWNER
    team(mine, festival, **{f"memberships-{own}-DELETE": "on"})
    assert not Membership.objects.filter(user=owner).exists()


def test_members_of_another_festival_cannot_be_taken_by_their_number(
    client_of, owner, festival, rival
):
    theirs = rival.memberships.get()
    team(
        client_of(owner),
        festival,
        **{"memberships-0-id": str(theirs.pk), "memberships-0-role": "owner"},
    )
    theirs.refresh_from_db()
    assert theirs.role == Role.PROGRAMMER


def test_each_control_of_the_forms_has_a_name(client_of, owner, festival, call, category):
    factories.make_deadline(call=call)
    for row in (call, festival):
        text = _text(client_of(owner).get(address(row)))
        labels = set(re.findall(r'<label[^>]* for="([^"]+)"', text))
        for control in re.findall(r"<(?:input|select|textarea)\b[^>]*>", text):
            if re.search(r'type="(hidden|submit|search)"', control):
                continue
            found = re.search(r'\bid="([^"]+)"', control)
            named = (found and found[1] in labels) or "aria-label" in control
            nested = "checkbox" in control and found and f'for="{found[1]}"' in text
            assert named or nested, control
