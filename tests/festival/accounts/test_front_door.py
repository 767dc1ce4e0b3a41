"""Journeys through the real forms with the real outbox."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from festival.accounts.models import User
from festival.letters.models import Letter
from tests.festival.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db
NEW = {"name": "Jara Novak", "email": "Jara@Demo.example", "password1": PASSWORD}


def code_in(letter):
    return re.search(r"\d{4}-\d{4}", letter.text).group()


def link_in(letter):
    return re.search(r"http://127.0.0.1:8000(/accounts/password/\S+)", letter.text).group(1)


def test_a_stranger_makes_an_account_and_confirms_it_with_the_code(client, letters):
    answer = client.post("/accounts/signup/", NEW)
    assert answer.url == "/accounts/confirm-email/"
    assert "jara@demo.example" in client.get(answer.url).content.decode()
    (letter,) = letters("jara@demo.example")
    answer = client.post("/accounts/confirm-email/", {"code": code_in(letter)})
    assert (answer.status_code, answer.url) == (302, "/my/")
    user = User.objects.get()
    assert (user.email, user.name, user.is_staff) == ("jara@demo.example", "Jara Novak", False)
    assert client.session["_auth_user_id"] == str(user.pk)


def test_without_the_code_nobody_is_signed_in(client, sign_in, letters):
    client.post("/accounts/signup/", NEW)
    answer = client.post("/accounts/confirm-email/", {"code": "0000-0000"})
    assert "This is not the code that we sent" in answer.content.decode()
    other, _answer = sign_in(NEW["email"])
    assert "_auth_user_id" not in client.session
    assert "_auth_user_id" not in other.session


def test_after_five_wrong_codes_the_right_one_is_worth_nothing(client, letters):
    client.post("/accounts/signup/", NEW)
    for _time in range(5):
        client.post("/accounts/confirm-email/", {"code": "0000-0000"})
    client.post("/accounts/confirm-email/", {"code": code_in(letters("jara@demo.example")[0])})
    assert "_auth_user_id" not in client.session


def test_an_address_is_one_account_however_it_is_written(mika, sign_in):
    client, answer = sign_in("MIKA@Demo.Example")
    assert answer.url == "/my/"
    assert client.session["_auth_user_id"] == str(mika.pk)


def test_the_session_gets_a_new_key_at_sign_in(mika, sign_in):
    client = Client()
    client.session["planted"] = True
    client.cookies["sessionid"] = before = client.session.session_key
    sign_in("mika@demo.example", client=client)
    assert before
    assert "_auth_user_id" in client.session
    assert client.session.session_key != before


@pytest.mark.parametrize(("remember", "days"), [("on", 14), ("", 0)])
def test_a_session_stays_when_asked_to_and_else_ends_with_the_browser(mika, client, remember, days):
    fields = {"login": mika.email, "password": PASSWORD, "remember": remember}
    client.post("/accounts/login/", fields)
    assert client.session.get_expire_at_browser_close() is (days == 0)
    assert client.cookies["sessionid"]["max-age"] == (days * 86_400 or "")


def test_signing_out_needs_a_post_and_ends_the_session(mika, sign_in):
    client, _answer = sign_in("mika@demo.example")
    cookie = client.cookies["sessionid"].value
    assert client.get("/accounts/logout/").status_code == 405
    assert client.get("/accounts/").status_code == 200
    assert client.post("/accounts/logout/").status_code == 302
    client.cookies["sessionid"] = cookie
    assert client.get("/accounts/").status_code == 302


def test_a_lost_password_is_replaced_by_a_link_that_works_once(mika, sign_in, letters):
    elsewhere, _answer = sign_in("mika@demo.example")
    client = Client()
    client.post("/accounts/password/reset/", {"email": "mika@demo.example"})
    link = link_in(letters("mika@demo.example")[0])
    page = client.get(link, follow=True)
    new = {"password1": "an even longer way back"}
    assert client.post(page.request["PATH_INFO"], new).url == "/accounts/password/reset/key/done/"
    assert "no longer works" in Client().get(link, follow=True).content.decode()
    assert elsewhere.get("/accounts/").status_code == 302
    assert sign_in("mika@demo.example")[1].status_code == 200
    assert sign_in("mika@demo.example", "an even longer way back")[1].status_code == 302
    assert [letter.event for letter in letters("mika@demo.example")] == [
        "account_password_reset_key",
        "account_password_reset",
    ]


def test_a_password_change_ends_the_other_sessions_and_says_so(mika, sign_in, letters):
    here, _answer = sign_in("mika@demo.example")
    there, _answer = sign_in("mika@demo.example")
    new = {"oldpassword": PASSWORD, "password1": "an even longer way back"}
    assert here.post("/accounts/password/change/", new).url == "/accounts/"
    assert here.get("/accounts/").status_code == 200
    assert there.get("/accounts/").status_code == 302
    assert [letter.event for letter in letters(mika.email)] == ["account_password_changed"]


def test_the_password_is_not_changed_without_the_old_one(mika, sign_in):
    client, _answer = sign_in("mika@demo.example")
    new = {"oldpassword": "wrong", "password1": "an even longer way back"}
    answer = client.post("/accounts/password/change/", new)
    assert "Enter the password that you use now" in answer.content.decode()
    mika.refresh_from_db()
    assert mika.check_password(PASSWORD)


def test_a_closed_account_ends_within_one_request(mika, sign_in):
    client, _answer = sign_in("mika@demo.example")
    User.objects.filter(pk=mika.pk).update(is_active=False)
    assert client.get("/accounts/").status_code == 302


def change_address(client, address):
    client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": "/accounts/email/"})
    return client.post("/accounts/email/", {"email": address})


def test_a_new_address_needs_the_password_the_code_and_tells_the_old_one(mika, sign_in, letters):
    client, _answer = sign_in("mika@demo.example")
    asked = client.get("/accounts/email/")
    assert asked.url == "/accounts/reauthenticate/?next=%2Faccounts%2Femail%2F"
    assert change_address(client, "new@demo.example").url == "/accounts/confirm-email/"
    mika.refresh_from_db()
    assert mika.email == "mika@demo.example"
    code = code_in(letters("new@demo.example")[0])
    assert client.post("/accounts/confirm-email/", {"code": code}).url == "/accounts/"
    mika.refresh_from_db()
    assert mika.email == "new@demo.example"
    assert list(EmailAddress.objects.values_list("email", "verified")) == [
        ("new@demo.example", True)
    ]
    (told,) = letters("mika@demo.example")
    assert told.event == "account_email_changed"
    assert "new@demo.example" in told.text


def test_the_address_is_not_changed_by_a_post_without_the_password(mika, sign_in):
    client, _answer = sign_in("mika@demo.example")
    answer = client.post("/accounts/email/", {"email": "new@demo.example"})
    assert answer.url.startswith("/accounts/reauthenticate/")
    assert not Letter.objects.exists()


def test_who_proves_an_address_gets_it_from_an_account_that_never_did(mika, sign_in, letters):
    User.objects.create_user("new@demo.example", PASSWORD, name="Squatter")
    client, _answer = sign_in("mika@demo.example")
    change_address(client, "new@demo.example")
    client.post("/accounts/confirm-email/", {"code": code_in(letters("new@demo.example")[0])})
    assert list(User.objects.values_list("name", "email")) == [("Mika", "new@demo.example")]


def test_an_address_in_use_stays_where_it_is(mika, sign_in, letters):
    other = User.objects.create_user("new@demo.example", PASSWORD, name="Other")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    client, _answer = sign_in("mika@demo.example")
    change_address(client, "new@demo.example")
    code = code_in(letters("new@demo.example")[0])
    answer = client.post("/accounts/confirm-email/", {"code": code})
    assert "This address belongs to another account" in answer.content.decode()
    assert set(User.objects.values_list("email", flat=True)) == {
        "mika@demo.example",
        "new@demo.example",
    }


def test_another_letter_brings_another_code(client, letters, time_machine):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    client.post("/accounts/signup/", NEW)
    time_machine.shift(11)
    client.post("/accounts/confirm-email/", {"action": "resend"})
    first, second = letters("jara@demo.example")
    client.post("/accounts/confirm-email/", {"code": code_in(first)})
    assert "_auth_user_id" not in client.session
    client.post("/accounts/confirm-email/", {"code": code_in(second)})
    assert "_auth_user_id" in client.session


def test_who_mistyped_the_address_can_start_again(client, letters):
    client.post("/accounts/signup/", NEW | {"email": "jarra@demo.example"})
    assert client.get("/accounts/signup/").url == "/accounts/confirm-email/"
    page = client.get("/accounts/confirm-email/").content.decode()
    assert "Start again with another address" in page
    answer = client.post("/accounts/logout/", {"next": "/accounts/signup/"})
    assert answer.url == "/accounts/signup/"
    assert client.get("/accounts/signup/").status_code == 200
    client.post("/accounts/signup/", NEW)
    code = code_in(letters("jara@demo.example")[0])
    assert client.post("/accounts/confirm-email/", {"code": code}).url == "/my/"


def test_a_code_signs_in_without_a_password_once_and_to_the_page_asked_for(mika, letters):
    client = Client()
    path = "/accounts/login/code/?next=/festivals/"
    answer = client.post(path, {"email": "Mika@demo.example", "next": "/festivals/"})
    assert answer.url == "/accounts/login/code/confirm/?next=%2Ffestivals%2F"
    code = code_in(letters(mika.email)[0])
    other = Client()
    assert (
        other.post("/accounts/login/code/confirm/", {"code": code}).url == "/accounts/login/code/"
    )
    answer = client.post(answer.url, {"code": code, "next": "/festivals/"})
    assert answer.url == "/festivals/"
    assert client.session["_auth_user_id"] == str(mika.pk)


def test_five_wrong_codes_end_the_way_in_by_code(mika, client, letters):
    client.post("/accounts/login/code/", {"email": mika.email})
    for _time in range(5):
        client.post("/accounts/login/code/confirm/", {"code": "0000-0000"})
    code = code_in(letters(mika.email)[0])
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert "_auth_user_id" not in client.session


def test_an_address_without_account_waits_for_a_code_that_does_not_exist(client, letters):
    client.post("/accounts/login/code/", {"email": "nobody@demo.example"})
    for code in ("", "0000-0000", "None"):
        answer = client.post("/accounts/login/code/confirm/", {"code": code})
        assert answer.status_code == 200
    assert [letter.event for letter in letters("nobody@demo.example")] == [
        "account_unknown_account"
    ]
    assert client.post("/accounts/logout/", {"next": "/accounts/login/"}).status_code == 302
    assert client.get("/accounts/login/").status_code == 200


def test_a_name_can_be_changed_and_an_empty_one_cannot(mika, client):
    client.force_login(mika)
    assert client.post("/accounts/", {"name": " Mika  Aalto "}).url == "/accounts/"
    answer = client.post("/accounts/", {"name": " "})
    assert "Enter your name" in answer.content.decode()
    mika.refresh_from_db()
    assert mika.name == "Mika Aalto"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": ""}, "Enter your name"),
        ({"email": "jara@studio"}, "with a domain, like name@example.org"),
        ({"email": "x" * 250 + "@demo.example"}, "to 254 characters"),
        ({"password1": "short"}, "at least 12 characters"),
        ({"password1": "qwerty123456"}, "too common"),
        ({"password1": "x" * 1001}, "to 1000 characters"),
        ({"name": "x" * 151}, "to 150 characters"),
        ({"name": "a\0b"}, "Null characters are not allowed"),
    ],
)
def test_a_form_that_is_wrong_says_what_to_do_and_keeps_the_typing(client, fields, sentence):
    answer = client.post("/accounts/signup/", NEW | fields)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert "<title>Problem: Make an account" in page
    assert "Jara" in page
    assert PASSWORD not in page
    assert not User.objects.exists()
    assert not Letter.objects.exists()
