"""The people of the site and what they are to a festival."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from festival.accounts.roles import Permission, Role, festivals_of, roles_with
from festival.ui.fields import one_of


class UserManager(BaseUserManager):
    """Makes people; an address is kept in small letters, so that one address is one account."""

    use_in_migrations = True

    @classmethod
    def normalize_email(cls, email):
        return (email or "").strip().lower()

    def create_user(self, email, password=None, **fields):
        """Return a new person, saved; ValueError without an address."""
        email = self.normalize_email(email)
        if not email:
            raise ValueError("A person needs an e-mail address")
        fields.setdefault("name", email.partition("@")[0])
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Return a new member of the site staff with every right, saved."""
        return self.create_user(
            email, password, **{**fields, "is_staff": True, "is_superuser": True}
        )

    def unproven(self, email):
        """Return accounts made for an address that nobody has confirmed or used."""
        return self.filter(email=self.normalize_email(email), last_login=None).exclude(
            emailaddress__verified=True
        )

    def get_by_natural_key(self, email):
        return self.get(email=self.normalize_email(email))


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account; the e-mail address is the login."""

    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    name = models.CharField(_("name"), max_length=150)
    locale = models.CharField(_("language"), max_length=12, blank=True, default="")
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("site staff"), default=False)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people with an account")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="an_address_belongs_to_one_account"),
            models.CheckConstraint(
                condition=Q(email=Lower(F("email"))), name="an_address_is_kept_in_small_letters"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_person_has_a_name"),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        self.email = type(self).objects.normalize_email(self.email)

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name

    @cached_property
    def may_enter_desk(self):
        """Whether the festival desk has anything for this person; asks the database once."""
        return self.is_staff or festivals_of(self, Permission.SEE_ENTRIES).exists()


class MembershipQuerySet(models.QuerySet):
    def granting(self, user, permission: Permission):
        """Return the ids of the festivals where a role of `user` holds `permission`."""
        held = self.filter(user_id=user.pk, role__in=roles_with(permission))
        return held.order_by().values("festival_id")


class Membership(models.Model):
    """What one person is to one festival."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    festival = models.ForeignKey(
        "festival.Festival",
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("festival"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("team member")
        verbose_name_plural = _("team members")
        ordering = ["festival_id", "user_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "festival"], name="a_person_has_one_role_per_festival"
            ),
            one_of("a_team_member_has_a_known_role", "role", Role.values),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}, {self.festival}"
