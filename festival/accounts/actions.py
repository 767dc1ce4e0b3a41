"""What changes people and their roles."""

from allauth.account.models import EmailAddress
from django.db import transaction

from festival.accounts.models import Membership, User


@transaction.atomic
def add_person(*, email, name, password=None, is_staff=False, is_superuser=False) -> User:
    """Return a new person whose address counts as confirmed."""
    user = User.objects.create_user(
        email, password, name=name, is_staff=is_staff, is_superuser=is_superuser
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def set_role(*, user, festival, role) -> Membership:
    """Give a person a role at a festival, in place of the one held before."""
    membership, _created = Membership.objects.update_or_create(
        user=user, festival=festival, defaults={"role": role}
    )
    return membership


@transaction.atomic
def add_to_team(*, email, festival, role) -> Membership:
    """Give whoever owns `email` a role at a festival.

    An address without an account gets one that nobody can sign in to before its owner has proved
    the address and set a password; so a team list never tells who had an account.
    """
    email = User.objects.normalize_email(email)
    user = User.objects.filter(email=email).first() or User.objects.create_user(email)
    return set_role(user=user, festival=festival, role=role)


def release_address(email, *, to) -> None:
    """Delete accounts that hold `email` without ever having proved it or signed in."""
    User.objects.unproven(email).exclude(pk=to.pk).delete()
