"""Who may do what at a festival: the only table of permissions."""

from enum import StrEnum, auto

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    PROGRAMMER = "programmer", _("Programmer")
    JUROR = "juror", _("Juror")


class Permission(StrEnum):
    SEE_FESTIVAL = auto()
    SEE_ENTRIES = auto()
    SEE_CONTACTS = auto()
    SEE_NOTES = auto()
    WRITE_NOTES = auto()
    DECIDE = auto()
    RELEASE = auto()
    EXPORT = auto()
    EDIT_CALL = auto()
    EDIT_FESTIVAL = auto()
    MANAGE_TEAM = auto()


_PROGRAMMER = frozenset(
    {
        Permission.SEE_FESTIVAL,
        Permission.SEE_ENTRIES,
        Permission.SEE_CONTACTS,
        Permission.SEE_NOTES,
        Permission.WRITE_NOTES,
        Permission.DECIDE,
        Permission.RELEASE,
        Permission.EXPORT,
        Permission.EDIT_CALL,
    }
)

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.OWNER: _PROGRAMMER | {Permission.EDIT_FESTIVAL, Permission.MANAGE_TEAM},
    Role.PROGRAMMER: _PROGRAMMER,
    Role.JUROR: frozenset({Permission.SEE_FESTIVAL}),
}


def roles_with(permission: Permission) -> list[Role]:
    """Return the roles whose people hold `permission`."""
    return [role for role, held in PERMISSIONS.items() if permission in held]


def festivals_of(user, permission: Permission) -> models.QuerySet:
    """Return the ids of the festivals where `user` holds `permission`, as a subquery for `__in`.

    Site staff hold every permission everywhere; an anonymous or deactivated visitor holds none.
    """
    if not user.is_authenticated or not user.is_active:
        return apps.get_model("festival", "Festival").objects.none().values("pk")
    if user.is_staff:
        return apps.get_model("festival", "Festival").objects.order_by().values("pk")
    return apps.get_model("festival", "Membership").objects.granting(user, permission)


def may(user, permission: Permission, festival) -> bool:
    """Tell whether `user` holds `permission` at this one festival."""
    if not user.is_authenticated or not user.is_active:
        return False
    if user.is_staff:
        return True
    granting = apps.get_model("festival", "Membership").objects.granting(user, permission)
    return granting.filter(festival=festival).exists()


def permissions_at(user, festival) -> frozenset[Permission]:
    """Return all that `user` may do at this one festival, in one query at most."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if user.is_staff:
        return frozenset(Permission)
    rows = apps.get_model("festival", "Membership").objects.filter(user=user, festival=festival)
    return frozenset().union(*(PERMISSIONS[role] for role in rows.values_list("role", flat=True)))
