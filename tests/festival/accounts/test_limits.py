"""How often one may try, and that a forged header changes nothing."""

import pytest
from django.test import Client, RequestFactory

from festival.accounts.actions import add_person
from festival.accounts.address import client_address
from festival.letters.models import Letter
from tests.festival.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db
WRONG = "not the right password"


def fail(sign_in, address, times, **extra):
    return [sign_in(address, WRONG, **extra)[1].status_code for _time in range(times)]


def test_after_ten_failures_even_the_right_password_waits_five_minutes(mika, sign_in, time_machine):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    assert fail(sign_in, mika.email, 11) == [200] * 10 + [429]
    answer = sign_in(mika.email)[1]
    assert answer.status_code == 429
    assert "Too many tries. Wait five minutes, then try again" in answer.content.decode()
    assert mika.email in answer.content.decode()
    time_machine.shift(301)
    assert sign_in(mika.email)[1].status_code == 302


def test_an_unknown_address_is_limited_alike(db, sign_in):
    assert fail(sign_in, "nobody@demo.example", 11) == [200] * 10 + [429]


def test_forged_headers_and_hosts_do_not_reset_the_count(mika, sign_in, settings):
    settings.ALLOWED_HOSTS = ["*"]
    codes = []
    for number in range(11):
        headers = {
            "x-forwarded-for": f"203.0.113.{number}",
            "forwarded": f"for=203.0.113.{number}",
            "x-real-ip": f"203.0.113.{number}",
            "host": f"127.0.0.1:{8000 + number}",
        }
        codes += fail(sign_in, mika.email, 1, headers=headers)
    assert codes == [200] * 10 + [429]


def test_a_network_has_fifty_failures_and_others_go_on(mika, sign_in):
    codes = []
    for number in range(51):
        headers = {"x-forwarded-for": f"203.0.113.{number}"}
        codes += fail(sign_in, f"guess-{number}@demo.example", 1, headers=headers)
    assert codes == [200] * 50 + [429]
    assert sign_in(mika.email)[1].status_code == 429
    assert sign_in(mika.email, REMOTE_ADDR="198.51.100.7")[1].status_code == 302


def test_signing_in_rightly_costs_nothing(mika, sign_in):
    assert [sign_in(mika.email)[1].status_code for _time in range(15)] == [302] * 15


def test_a_reset_opens_the_account_and_not_the_network(mika, sign_in, letters):
    from tests.festival.accounts.test_front_door import link_in

    for number in range(4):
        fail(sign_in, f"guess-{number}@demo.example", 10)
    assert fail(sign_in, mika.email, 10) == [200] * 10
    client = Client()
    client.post("/accounts/password/reset/", {"email": mika.email})
    page = client.get(link_in(letters(mika.email)[0]), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "an even longer way back"})
    assert sign_in(mika.email, "an even longer way back")[1].status_code == 429
    other = {"REMOTE_ADDR": "198.51.100.7"}
    assert sign_in(mika.email, "an even longer way back", **other)[1].status_code == 302


@pytest.mark.parametrize("address", ["mika@demo.example", "nobody@demo.example"])
def test_one_address_gets_five_letters_an_hour_from_any_form(mika, address, time_machine):
    time_machine.move_to("2026-11-25 10:00:00+00:00", tick=False)
    codes = []
    for number in range(7):
        time_machine.shift(11)
        remote = {"REMOTE_ADDR": f"198.51.100.{number}"}
        fields = {"name": "Jo", "email": address, "password1": PASSWORD}
        path = ("/accounts/signup/", "/accounts/password/reset/", "/accounts/login/code/")[
            number % 3
        ]
        codes.append(Client().post(path, fields, **remote).status_code)
    assert codes == [302] * 5 + [429] * 2
    assert Letter.objects.filter(to_address=address).count() == 5
    time_machine.shift(3600)
    answer = Client().post("/accounts/password/reset/", {"email": address})
    assert answer.status_code == 302


def test_a_network_makes_twenty_accounts_an_hour(db):
    codes = [
        Client()
        .post(
            "/accounts/signup/",
            {"name": "Jo", "email": f"jo-{number}@demo.example", "password1": PASSWORD},
        )
        .status_code
        for number in range(21)
    ]
    assert codes == [302] * 20 + [429]


def test_the_password_is_asked_ten_times_before_a_change(mika, client):
    client.force_login(mika)
    codes = [
        client.post("/accounts/reauthenticate/", {"password": WRONG}).status_code
        for _time in range(11)
    ]
    assert codes == [200] * 10 + [429]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, None, "192.0.2.1"),
        (0, "203.0.113.9", "192.0.2.1"),
        (1, None, "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (1, "203.0.113.9, nonsense", "192.0.2.1"),
        (2, "203.0.113.9", "192.0.2.1"),
        (2, "1.1.1.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_only_what_our_own_proxy_wrote_counts(settings, proxies, forwarded, found):
    settings.TRUSTED_PROXIES = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded is not None else {}
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/", headers=headers)
    assert client_address(request) == found


def test_a_request_through_a_socket_has_an_address_too(settings):
    settings.TRUSTED_PROXIES = 0
    assert client_address(RequestFactory(REMOTE_ADDR="").get("/")) == "0.0.0.0"


def test_two_sign_ups_at_once_make_one_account(db, client):
    from festival.accounts.forms import SignUpForm
    from festival.accounts.models import User

    fields = {"name": "Jo", "email": "jo@demo.example", "password1": PASSWORD}
    late = SignUpForm(fields)
    assert late.is_valid()
    add_person(email="jo@demo.example", name="First", password=PASSWORD)
    request = client.get("/accounts/signup/").wsgi_request
    from allauth.core import context

    with context.request_context(request):
        user, answer = late.try_save(request)
    assert user is None
    assert answer.url == "/accounts/confirm-email/"
    assert User.objects.get().name == "First"
