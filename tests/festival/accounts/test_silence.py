"""No page, no status, no letter count and no work done tells whether an address has an account."""

import re

import pytest
from django.contrib.auth import hashers
from django.test import Client

from festival.accounts.models import User
from festival.letters.models import Letter
from tests.festival.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "mika@demo.example", "nobody@demo.example"


@pytest.fixture
def hashes(monkeypatch):
    """Count the password hashes made or checked, which are what takes time."""
    made = []

    class Counting(hashers.MD5PasswordHasher):
        def encode(self, password, salt):
            made.append("hash")
            return super().encode(password, salt)

    monkeypatch.setattr(hashers, "get_hasher", lambda algorithm="default": Counting())
    monkeypatch.setattr(hashers, "identify_hasher", lambda encoded: Counting())
    return made


def seen(client, path, fields, address):
    """What a visitor gets: each status, target and text, with the address and the tokens masked."""
    answer = client.post(path, fields, follow=True)
    page = answer.content.decode().replace(address, "ADDRESS")
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
    return answer.redirect_chain, answer.status_code, page


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/accounts/signup/", lambda a: {"name": "Jo", "email": a, "password1": PASSWORD}),
        ("/accounts/password/reset/", lambda a: {"email": a}),
        ("/accounts/login/code/", lambda a: {"email": a}),
    ],
)
def test_known_and_unknown_addresses_get_the_same_page_and_one_letter_each(
    mika, path, fields, hashes
):
    answers = []
    for address in (KNOWN, UNKNOWN):
        hashes.clear()
        page = seen(Client(), path, fields(address), address)
        answers.append((page, len(hashes), Letter.objects.filter(to_address=address).count()))
    assert answers[0] == answers[1]
    assert answers[0][2] == 1


def test_sign_in_fails_alike_and_hashes_alike_for_every_address(mika, hashes):
    answers = []
    for address in (KNOWN, UNKNOWN):
        hashes.clear()
        fields = {"login": address, "password": "wrong and long enough"}
        answers.append((seen(Client(), "/accounts/login/", fields, address), len(hashes)))
    assert answers[0] == answers[1]
    assert answers[0][1] == 1
    assert not Letter.objects.exists()


def test_asking_for_another_letter_writes_one_in_both_cases(mika, time_machine):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    for address in (KNOWN, UNKNOWN):
        client = Client()
        fields = {"name": "Jo", "email": address, "password1": PASSWORD}
        client.post("/accounts/signup/", fields)
        time_machine.shift(11)
        client.post("/accounts/confirm-email/", {"action": "resend"})
        assert Letter.objects.filter(to_address=address).count() == 2


def test_wrong_codes_end_alike(mika):
    ends = []
    for address in (KNOWN, UNKNOWN):
        client = Client()
        fields = {"name": "Jo", "email": address, "password1": PASSWORD}
        client.post("/accounts/signup/", fields)
        ends.append(
            [
                seen(client, "/accounts/confirm-email/", {"code": "0000-0000"}, address)
                for _time in range(6)
            ]
        )
    assert ends[0] == ends[1]


def test_a_new_address_that_is_taken_looks_like_one_that_is_free(mika, client):
    User.objects.create_user("taken@demo.example", PASSWORD, name="Taken")
    client.force_login(mika)
    answers = []
    for address in ("taken@demo.example", "free@demo.example"):
        fields = {"password": PASSWORD, "next": "/accounts/email/"}
        client.post("/accounts/reauthenticate/", fields)
        answers.append(seen(client, "/accounts/email/", {"email": address}, address))
        assert Letter.objects.filter(to_address=address).count() == 1
    assert answers[0] == answers[1]


def test_the_letter_of_a_second_sign_up_offers_the_way_in_and_makes_no_account(mika, client):
    fields = {"name": "Jo", "email": KNOWN, "password1": "another long one"}
    client.post("/accounts/signup/", fields)
    letter = Letter.objects.get()
    assert letter.event == "account_account_already_exists"
    assert "http://127.0.0.1:8000/accounts/login/" in letter.text
    assert User.objects.count() == 1
    mika.refresh_from_db()
    assert mika.check_password(PASSWORD)


def test_a_closed_account_gets_the_letter_for_unknown_addresses(mika, client):
    User.objects.update(is_active=False)
    client.post("/accounts/password/reset/", {"email": KNOWN})
    assert Letter.objects.get().event == "account_unknown_account"


def test_links_in_letters_come_from_the_settings_and_not_from_the_request(mika, client, settings):
    settings.ALLOWED_HOSTS = ["evil.example"]
    client.post(
        "/accounts/password/reset/",
        {"email": KNOWN},
        headers={"host": "evil.example", "x-forwarded-host": "evil.example"},
    )
    letter = Letter.objects.get()
    assert "evil.example" not in letter.text + letter.html
    assert "http://127.0.0.1:8000/accounts/password/reset/key/" in letter.text
