"""Who gets through which door of the desk."""

import pytest
from django.contrib import admin
from django.urls import reverse

from submissions.entries.models import StatusChange
from tests import factories

LIST = "/admin/submissions/submission/"


@pytest.fixture
def foreign(other_festival, second):
    """An entry that another festival received."""
    call = factories.make_call(
        edition=factories.make_edition(festival=other_festival), tracking_prefix="TER27"
    )
    return factories.make_submission(
        project=factories.make_project(by=second, title="Fremdkörper"),
        category=factories.make_category(call=call),
    )


def pages_of(entry, call):
    """Every GET address that names a row, with Django's own ways around."""
    row = f"{LIST}{entry.pk}/"
    calls = f"/admin/festival/call/{call.pk}/"
    festival = f"/admin/festival/festival/{call.edition.festival_id}/"
    edition = f"/admin/festival/edition/{call.edition_id}/"
    return [
        f"{row}change/",
        f"{row}change/?_popup=1",
        f"{row}change/?_to_field=id",
        f"{row}change/?e=1",
        f"{row}since/",
        f"{row}history/",
        f"{row}delete/",
        row,
        *(f"{base}{page}" for base in (calls, festival, edition) for page in
          ("change/", "history/", "delete/", "change/?_popup=1", "change/?_to_field=id")),
    ]  # fmt: skip


def test_rows_of_another_festival_are_nowhere_on_the_desk(client_of, programmer, foreign):
    client = client_of(programmer)
    for address in pages_of(foreign, foreign.call):
        answer = client.get(address, follow=True)
        assert answer.status_code == 404, address
        assert "Fremdkörper" not in answer.content.decode(), address


@pytest.mark.parametrize("who", ["filmmaker", "second", "juror", "industry"])
def test_for_people_without_a_desk_there_is_none(client_of, submission, request, who):
    client = client_of(request.getfixturevalue(who))
    for address in ["/admin/", LIST, *pages_of(submission, submission.call)]:
        assert client.get(address).status_code == 404, address


def test_the_anonymous_are_led_to_the_one_sign_in_page(client, submission):
    for address in ["/admin/", LIST, *pages_of(submission, submission.call)]:
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/accounts/login/?next=/admin/"), address


def test_own_rows_open_for_the_programmer(client_of, programmer, submission):
    client = client_of(programmer)
    codes = {
        address: client.get(address).status_code
        for address in pages_of(submission, submission.call)
    }
    deletes = {address for address in codes if address.endswith("delete/")}
    assert {codes[address] for address in deletes} == {403}
    others = {address: code for address, code in codes.items() if address not in deletes}
    assert set(others.values()) <= {200, 301, 302}, others


def test_a_programmer_who_left_sees_nothing_on_the_next_request(client_of, programmer, submission):
    client = client_of(programmer)
    assert client.get(f"{LIST}{submission.pk}/change/").status_code == 200
    programmer.memberships.all().delete()
    assert client.get(f"{LIST}{submission.pk}/change/").status_code == 404


def test_site_staff_see_the_entries_of_all_festivals(client_of, staff, submission, foreign):
    client = client_of(staff)
    assert client.get(f"{LIST}{foreign.pk}/change/").status_code == 200
    text = client.get(f"{LIST}?call=all").content.decode()
    assert "Fremdkörper" in text
    assert "Understory" in text


def test_drafts_of_filmmakers_are_never_on_the_desk(client_of, programmer, staff, call, category):
    draft = factories.make_draft(project=factories.make_project(title="Unsent"), category=category)
    for user in (programmer, staff):
        client = client_of(user)
        assert "Unsent" not in client.get(f"{LIST}?call=all").content.decode()
        assert "Unsent" not in client.get(f"{LIST}?entry=cart").content.decode()
        assert client.get(f"{LIST}{draft.pk}/change/").status_code == 404


def test_foreign_calls_are_no_filter_and_no_choice(client_of, programmer, submission, foreign):
    client = client_of(programmer)
    text = client.get(f"{LIST}?call={foreign.call_id}").content.decode()
    assert "Fremdkörper" not in text
    assert "Terrace" not in text
    for address in ("/admin/festival/call/add/", "/admin/festival/edition/add/"):
        assert "Terrace" not in client.get(address).content.decode()


FORBIDDEN = [
    "submitted_by__password__startswith", "submitted_by__email__icontains", "project__slug",
    "submitted_by__is_staff", "project__created_by__email", "internal_note__contains",
    "internal_note__startswith", "code__startswith", "version__canonical__contains",
    "version__sha256", "call__edition__festival__name", "call__edition__festival__memberships",
    "call__edition__festival__memberships__user__email", "decided_by__email", "id__in", "pk__gt",
    "project__submitter__phone__startswith", "project__submitter__is_adult", "changes__reason",
    "project__team__user__email", "project__budget__total__gt", "awards__given_by__email",
    "title__regex", "title__startswith", "wanted__contains", "fee_amount__gt", "entry_status",
    "entry_status__exact", "decision__exact", "_connector", "_negated", "submitted_at__year",
    "submitted_at__gte", "project__documents__sha256", "category__call__submissions__title",
    "project__submissions__internal_note", "version__created_by__password", "rules_version__in",
    "submitted_by__memberships__role", "project__versions__canonical__icontains",
]  # fmt: skip


def test_forbidden_lookups_in_the_address_change_nothing(client_of, programmer, submission):
    client = client_of(programmer)
    assert len(FORBIDDEN) == 40
    plain = len(client.get(LIST).context["cl"].result_list)
    for name in FORBIDDEN:
        answer = client.get(LIST, {name: "zzz"})
        assert answer.status_code == 200, name
        assert len(answer.context["cl"].result_list) == plain == 1, name
        assert name not in answer.content.decode(), name


@pytest.mark.parametrize(
    "query",
    ["p=0", "p=-1", "p=abc", "p=99999999999999999999", "o=99", "o=-1.x", "e=1", "all=", "q=%25%27",
     "call=9999", "call=x", "category=x", "entry=x", "decision=%F0%9F%8E%AC", "sent=1000000000",
     "release=no", "q=" + "a" * 3000, "_popup=1", "is_facets=1", "_facets=True",
     "q=" + "%20".join("abcdefghijklmnop")],
)  # fmt: skip
def test_odd_values_never_break_the_list(client_of, programmer, submission, query):
    answer = client_of(programmer).get(f"{LIST}?{query}", follow=True)
    assert answer.status_code == 200


def test_a_password_is_no_field_to_pick_rows_by(client_of, staff, programmer):
    answer = client_of(staff).get("/admin/festival/user/?_to_field=password")
    assert answer.status_code == 400


def test_completion_of_typed_names_gives_only_rows_of_the_own_desk(client_of, programmer, staff):
    query = {
        "term": "",
        "app_label": "festival",
        "model_name": "membership",
        "field_name": "user",
    }
    address = reverse("admin:autocomplete")
    assert client_of(programmer).get(address, query).status_code == 403
    assert client_of(staff).get(address, query).status_code == 200
    odd = client_of(programmer).get(
        address, query | {"model_name": "submission", "field_name": "submitted_by"}
    )
    assert odd.status_code == 403


def test_the_way_to_the_public_page_opens_no_row_of_others(client_of, programmer, call, foreign):
    from django.contrib.contenttypes.models import ContentType

    client = client_of(programmer)
    kinds = [(foreign, 404), (foreign.project, 404), (foreign.call, 404), (call, 302)]
    for row, expected in kinds:
        number = ContentType.objects.get_for_model(type(row)).pk
        address = reverse("admin:view_on_site", args=[number, row.pk])
        assert client.get(address).status_code == expected, row
    for odd in ("x/1", "999999/1", f"{number}/x"):
        assert client.get(f"/admin/r/{odd}/").status_code == 404


def test_no_desk_edits_in_the_list_or_has_rows_of_any_kind():
    from django.contrib.contenttypes.admin import GenericInlineModelAdmin

    for desk in admin.site._registry.values():
        assert not desk.list_editable, desk
        assert not any(issubclass(each, GenericInlineModelAdmin) for each in desk.inlines), desk


DEEDS = ("move", "ask", "open", "release", "award", "note")


@pytest.mark.parametrize("who", ["filmmaker", "juror", "rival", "second"])
def test_strangers_can_do_nothing_with_an_entry(client_of, submission, request, who):
    client = client_of(request.getfixturevalue(who))
    before = StatusChange.objects.count()
    for deed in DEEDS:
        address = reverse("admin:submissions_submission_do", args=[submission.pk, deed])
        answer = client.post(address, {"to": "decision:selected", "seen": "x", "wanted": "x"})
        assert answer.status_code == 404, deed
    answer = client.post(
        reverse("admin:submissions_submission_together"),
        {"step": "select", "entries": f"{submission.pk}=received:not_started:undecided"},
    )
    assert answer.status_code == (200 if who == "rival" else 404)
    submission.refresh_from_db()
    assert submission.decision == "undecided"
    assert StatusChange.objects.count() == before


def test_the_steps_take_posts_only_and_no_unknown_ones(client_of, programmer, submission):
    client = client_of(programmer)
    for deed in DEEDS:
        address = reverse("admin:submissions_submission_do", args=[submission.pk, deed])
        assert client.get(address).status_code == 405, deed
    unknown = reverse("admin:submissions_submission_do", args=[submission.pk, "delete"])
    assert client.post(unknown).status_code == 404
    assert client.get(reverse("admin:submissions_submission_together")).status_code == 405


def test_opening_the_page_writes_nothing(client_of, programmer, submission):
    client_of(programmer).get(f"{LIST}{submission.pk}/change/")
    submission.refresh_from_db()
    assert submission.opened_at is None


def test_people_and_teams_are_for_site_staff(client_of, programmer, owner, staff):
    for path in ("user/", "membership/"):
        for user in (programmer, owner):
            assert client_of(user).get(f"/admin/festival/{path}").status_code in (403, 404)
        assert client_of(staff).get(f"/admin/festival/{path}").status_code == 200
