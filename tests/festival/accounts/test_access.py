"""Doors, roles and the desk."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.urls import URLResolver, get_resolver

from festival.accounts.access import anyone, fetch, fetch_public, signed_in
from festival.accounts.actions import set_role
from festival.accounts.models import Membership, User
from festival.accounts.roles import PERMISSIONS, Permission, Role, festivals_of, may
from festival.calls.models import Festival
from festival.letters.actions import enqueue

pytestmark = pytest.mark.django_db
OPEN = {
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_signup",
    "account_logout",
    "account_inactive",
    "account_email_verification_sent",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


def festival(name):
    return Festival.objects.create(name=name, slug=name, is_listed=name.startswith("listed"))


@fetch(Festival, may="editable_by", by="slug", reason="Only its own people")
def edit(request, festival):
    return HttpResponse(festival.name)


@fetch_public(Festival, by="slug", url_kwarg="name")
def look(request, festival, page):
    return HttpResponse(f"{festival.name} {page}")


@fetch(Festival, by="pk")
def by_number(request, festival):
    return HttpResponse(festival.name)


def ask(view, user, **kwargs):
    request = RequestFactory().get("/")
    request.user = user
    return view(request, **kwargs)


def test_the_invisible_is_not_there_and_the_forbidden_says_why(mika):
    festival("listed-a")
    hidden = festival("hidden-b")
    with pytest.raises(Http404):
        ask(edit, mika, slug="hidden-b")
    with pytest.raises(Http404):
        ask(edit, mika, slug="made-up")
    with pytest.raises(PermissionDenied, match="Only its own people"):
        ask(edit, mika, slug="listed-a")
    set_role(user=mika, festival=hidden, role=Role.OWNER)
    assert ask(edit, mika, slug="hidden-b").content == b"hidden-b"


def test_a_lost_role_counts_from_the_next_request(mika):
    hidden = festival("hidden-b")
    set_role(user=mika, festival=hidden, role=Role.OWNER)
    set_role(user=mika, festival=hidden, role=Role.JUROR)
    with pytest.raises(PermissionDenied):
        ask(edit, mika, slug="hidden-b")
    Membership.objects.all().delete()
    with pytest.raises(Http404):
        ask(edit, mika, slug="hidden-b")


def test_a_public_page_shows_strangers_what_is_public(mika):
    festival("listed-a")
    festival("hidden-b")
    assert ask(look, AnonymousUser(), name="listed-a", page="x").content == b"listed-a x"
    with pytest.raises(Http404):
        ask(look, AnonymousUser(), name="hidden-b", page="x")


@pytest.mark.parametrize("value", ["a\0b", "x" * 5000, "", "\udcff"[:0]])
def test_odd_values_are_not_found(mika, value):
    with pytest.raises(Http404):
        ask(edit, mika, slug=value)


@pytest.mark.parametrize("value", ["abc", "1" * 40, "-1", "1.5"])
def test_odd_numbers_are_not_found(mika, value):
    with pytest.raises(Http404):
        ask(by_number, mika, pk=value)


def test_the_right_row_costs_one_query(mika, django_assert_num_queries):
    set_role(user=mika, festival=festival("hidden-b"), role=Role.OWNER)
    with django_assert_num_queries(1):
        ask(edit, mika, slug="hidden-b")


def test_every_door_names_its_rule():
    assert edit.rule == "Festival.editable_by"
    assert look.rule == "Festival.visible_to"
    assert look.login_required is False
    assert anyone(lambda request: None).rule == "anyone"
    assert signed_in(lambda request: None).rule == "signed_in"
    assert getattr(edit, "login_required", True) is True


def routes(resolver, prefix=""):
    for item in resolver.url_patterns:
        if isinstance(item, URLResolver):
            yield from routes(item, prefix + str(item.pattern))
        else:
            yield prefix + str(item.pattern), item


def test_of_the_accounts_just_these_pages_are_open_and_each_names_its_rule():
    found = {
        item.name: item.callback
        for path, item in routes(get_resolver())
        if path.startswith("accounts/")
    }
    assert {name for name, view in found.items() if not getattr(view, "login_required", True)} == (
        OPEN
    )
    assert all(hasattr(view, "rule") for view in found.values())
    assert set(found) - OPEN == {
        "account",
        "account_change_password",
        "account_delete",
        "account_email",
        "account_reauthenticate",
        "own_archive",
        "own_archives",
    }


@pytest.mark.parametrize(
    "path", ["/accounts/", "/accounts/email/", "/accounts/password/change/", "/admin/"]
)
def test_who_is_not_signed_in_is_sent_to_the_one_sign_in_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/?next=")


@pytest.mark.parametrize("permission", list(Permission))
@pytest.mark.parametrize("role", list(Role))
def test_a_role_gives_what_the_table_says_at_its_own_festival_only(mika, role, permission):
    own, other = festival("own"), festival("other")
    set_role(user=mika, festival=own, role=role)
    held = permission in PERMISSIONS[role]
    assert may(mika, permission, own) is held
    assert may(mika, permission, other) is False
    reached = set(Festival.objects.filter(pk__in=festivals_of(mika, permission)))
    assert reached == ({own} if held else set())


def test_jurors_see_neither_names_nor_notes_nor_entries():
    assert PERMISSIONS[Role.JUROR] == {Permission.SEE_FESTIVAL}


def test_site_staff_reach_all_and_strangers_and_closed_accounts_none(mika):
    own = festival("own")
    set_role(user=mika, festival=own, role=Role.OWNER)
    mika.is_active = False
    staff = User(is_staff=True)
    reach = [
        Festival.objects.filter(pk__in=festivals_of(user, Permission.DECIDE)).count()
        for user in (staff, mika, AnonymousUser())
    ]
    assert reach == [1, 0, 0]
    assert [may(user, Permission.DECIDE, own) for user in (staff, mika, AnonymousUser())] == [
        True,
        False,
        False,
    ]


def test_the_desk_is_not_there_for_people_without_one(mika, client):
    client.force_login(mika)
    for path in ("/admin/", "/admin/login/", "/admin/festival/user/", "/admin/nowhere/"):
        assert client.get(path).status_code == 404
    set_role(user=mika, festival=festival("own"), role=Role.JUROR)
    assert client.get("/admin/").status_code == 404


def test_the_desk_has_no_sign_in_page_of_its_own(client, mika):
    answer = client.get("/admin/login/?next=/admin/")
    assert answer.url == "/accounts/login/?next=/admin/"
    answer = client.post("/admin/login/", {"username": mika.email, "password": "a long walk home"})
    assert answer.url.startswith("/accounts/login/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("model", ["user", "membership", "letter"])
def test_programmers_do_not_see_people_and_letters_and_staff_do(mika, client, model):
    set_role(user=mika, festival=festival("own"), role=Role.OWNER)
    enqueue(key="k", to="a@demo.example", event="submission_received", context={"submission": {}})
    client.force_login(mika)
    assert client.get(f"/admin/festival/{model}/").status_code == 404
    User.objects.update(is_staff=True)
    client.force_login(mika)
    assert client.get(f"/admin/festival/{model}/").status_code == 200
    row = {"user": User, "membership": Membership}.get(model)
    if row:
        page = client.get(f"/admin/festival/{model}/{row.objects.first().pk}/change/")
        assert page.status_code == 200


def test_a_letter_that_opens_an_account_shows_staff_no_text(mika, client, letters):
    client.post("/accounts/password/reset/", {"email": mika.email})
    (letter,) = letters(mika.email)
    User.objects.update(is_staff=True)
    client.force_login(mika)
    page = client.get(f"/admin/festival/letter/{letter.pk}/change/").content.decode()
    assert "Letter about an account" in page
    assert "/password/reset/key/" not in page
    for path in (f"/admin/festival/letter/{letter.pk}/delete/", "/admin/festival/letter/add/"):
        assert client.get(path).status_code == 403


def test_staff_cannot_close_themselves_or_take_over_by_address(mika, client):
    User.objects.update(is_staff=True)
    client.force_login(mika)
    form = {
        "email": "other@demo.example",
        "name": "Mika",
        "locale": "",
        "memberships-TOTAL_FORMS": "0",
        "memberships-INITIAL_FORMS": "0",
    }
    answer = client.post(f"/admin/festival/user/{mika.pk}/change/", form)
    assert answer.status_code == 302
    mika.refresh_from_db()
    assert (mika.email, mika.is_active, mika.is_staff) == ("mika@demo.example", True, True)


def test_staff_name_a_team_member_by_the_address_of_the_account(mika, client):
    User.objects.update(is_staff=True)
    client.force_login(mika)
    own = festival("own")
    address = "/admin/festival/membership/add/"
    form = {"user": "nobody@demo.example", "festival": own.pk, "role": Role.OWNER}
    page = client.post(address, form).content.decode()
    assert "No account has this address" in page
    assert 'value="nobody@demo.example"' in page
    assert client.post(address, form | {"user": f" {mika.email.upper()}"}).status_code == 302
    row = Membership.objects.get(user=mika, festival=own)
    page = client.get(f"/admin/festival/membership/{row.pk}/change/").content.decode()
    assert f'value="{mika.email}"' in page


def test_the_desk_shows_the_24_hour_clock(mika, client):
    User.objects.update(is_staff=True)
    client.force_login(mika)
    User.objects.update(last_login="2026-11-25T13:10:00Z")
    page = client.get("/admin/festival/user/").content.decode()
    assert "25 Nov 2026, 13:10" in page
    assert "p.m." not in page
