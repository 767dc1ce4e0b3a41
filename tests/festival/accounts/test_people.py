"""What the database knows of people."""

import pytest
from django.db import IntegrityError, transaction

from festival.accounts.actions import set_role
from festival.accounts.models import Membership, User
from festival.accounts.roles import Role
from festival.calls.models import Festival

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_in_small_letters():
    user = User.objects.create_user("  Mika@Demo.Example ", name="Mika")
    assert user.email == "mika@demo.example"
    assert not user.has_usable_password()
    assert User.objects.get_by_natural_key("MIKA@demo.example") == user


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"email": "MIKA@demo.example"}, "an_address_"),
        ({"name": ""}, "a_person_has_a_name"),
    ],
)
def test_the_database_knows_the_rules_of_a_person(values, rule):
    User.objects.create_user("mika@demo.example", name="Mika")
    User.objects.create_user("jo@demo.example", name="Jo")
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        User.objects.filter(email="jo@demo.example").update(**values)


def test_nobody_is_made_without_an_address():
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("", name="Mika")


def test_a_superuser_belongs_to_the_site_staff():
    user = User.objects.create_superuser("root@demo.example", "x", name="Root")
    assert (user.is_staff, user.is_superuser, user.may_enter_desk) == (True, True, True)


def test_a_person_has_one_role_per_festival(mika):
    festival = Festival.objects.create(name="Harbour", slug="harbour")
    set_role(user=mika, festival=festival, role=Role.JUROR)
    set_role(user=mika, festival=festival, role=Role.OWNER)
    assert Membership.objects.get().role == Role.OWNER
    with (
        pytest.raises(IntegrityError, match=r"a_person_has_one_role_per_festival|UNIQUE"),
        transaction.atomic(),
    ):
        Membership.objects.create(user=mika, festival=festival, role=Role.JUROR)
    with (
        pytest.raises(IntegrityError, match="a_team_member_has_a_known_role"),
        transaction.atomic(),
    ):
        Membership.objects.update(role="king")
