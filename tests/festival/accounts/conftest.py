"""People at the door, and what they can reach."""

import pytest
from django.test import Client

from festival.accounts.actions import add_person
from festival.letters.models import Letter

PASSWORD = "a long walk home"


@pytest.fixture
def mika(db):
    return add_person(email="mika@demo.example", name="Mika", password=PASSWORD)


@pytest.fixture
def sign_in():
    """Sign in through the form; returns the client and the answer."""

    def through_the_form(email, password=PASSWORD, client=None, **extra):
        client = client or Client()
        fields = {"login": email, "password": password, "remember": "on"}
        return client, client.post("/accounts/login/", fields, **extra)

    return through_the_form


@pytest.fixture
def letters(db):
    """The letters to one address, oldest first."""

    def to(address):
        return list(Letter.objects.filter(to_address=address).order_by("pk"))

    return to
