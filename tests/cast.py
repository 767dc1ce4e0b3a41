"""The one cast of every test: the people of the demo, each with a signed-in client."""

import pytest
from django.test import Client

from festival.accounts.roles import Role
from tests import factories


def _person(email, name, **fields):
    return factories.make_user(email=email, name=name, **fields)


@pytest.fixture
def filmmaker(db):
    return _person("filmmaker@demo.example", "Mika Tanabe")


@pytest.fixture
def second(db):
    """Another filmmaker, who has nothing to do with the first."""
    return _person("second@demo.example", "Ines Barreto")


@pytest.fixture
def festival(db):
    return factories.make_festival(name="Harbour Lights Film Festival", slug="harbour-lights")


@pytest.fixture
def other_festival(db):
    return factories.make_festival(name="Terrace Shorts", slug="terrace-shorts")


@pytest.fixture
def programmer(festival):
    user = _person("programmer@demo.example", "Signe Holm")
    factories.make_member(user=user, festival=festival)
    return user


@pytest.fixture
def owner(festival):
    """Owns the festival and may change its team."""
    user = _person("owner@demo.example", "Tor Vik")
    factories.make_member(user=user, festival=festival, role=Role.OWNER)
    return user


@pytest.fixture
def rival(other_festival):
    """A programmer of another festival."""
    user = _person("rival@demo.example", "Bruno Sala")
    factories.make_member(user=user, festival=other_festival)
    return user


@pytest.fixture
def juror(festival):
    user = _person("juror@demo.example", "Noor Aziz")
    factories.make_member(user=user, festival=festival, role=Role.JUROR)
    return user


@pytest.fixture
def industry(db):
    return _person("industry@demo.example", "Lea Moreau")


@pytest.fixture
def staff(db):
    return _person("admin@demo.example", "Site staff", is_staff=True, is_superuser=True)


@pytest.fixture
def call(festival):
    """An open call of the festival of `programmer`."""
    return factories.make_call(edition=factories.make_edition(festival=festival))


@pytest.fixture
def category(call):
    return factories.make_category(call=call, name="Short film", kinds=["film"])


@pytest.fixture
def project(filmmaker):
    """A complete draft of `filmmaker`."""
    return factories.make_project(by=filmmaker, title="Understory")


@pytest.fixture
def submission(project, category):
    """What `filmmaker` sent to `call`."""
    return factories.make_submission(project=project, category=category)


@pytest.fixture
def client_of():
    """Return a function that gives a client signed in as somebody."""

    def signed_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in
