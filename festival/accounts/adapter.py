"""How allauth works in this house: its words, its letters, its limits."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from festival.accounts.address import client_address
from festival.letters.actions import enqueue
from festival.ui.fields import new_code

ASKED_FOR_BY_ANYONE = frozenset(
    {
        "account_email_confirmation",
        "account_email_confirmation_signup",
        "account_account_already_exists",
        "account_unknown_account",
        "account_password_reset_key",
        "account_login_code",
    }
)


def display_name(user) -> str:
    return user.name


class AccountAdapter(DefaultAccountAdapter):
    """E-mail is the login, letters go through the outbox, nothing tells who has an account."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed"),
        "email_taken": _("This address belongs to another account. Use another one"),
        "duplicate_email": _("This is your address already. Enter the new one"),
        "email_password_mismatch": _(
            "The address and the password do not belong together. Check both, or ask for a new "
            "password"
        ),
        "enter_current_password": _("Enter the password that you use now"),
        "incorrect_code": _("This is not the code that we sent. Look at the letter again"),
        "incorrect_password": _("This is not your password. Type it again"),
        "invalid_password_reset": _("This link has been used or is older than one hour"),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again"),
        "rate_limited": _("Wait ten seconds before you ask for another code"),
    }

    def is_ajax(self, request):
        return False

    def get_client_ip(self, request):
        return client_address(request)

    def is_safe_url(self, url):
        """Allow paths of this site and nothing that a browser could read as another address."""
        text = str(url or "")
        is_path = text.startswith("/") and text.isprintable() and "\\" not in text
        return is_path and url_has_allowed_host_and_scheme(text, allowed_hosts=None)

    def save_user(self, request, user, form, commit=True):
        user.name = form.cleaned_data["name"]
        user.locale = get_language() or ""
        return super().save_user(request, user, form, commit=commit)

    def confirm_email(self, request, email_address):
        """Confirm an address, unless another account was quicker between form and database."""
        try:
            with transaction.atomic():
                return super().confirm_email(request, email_address)
        except IntegrityError:
            template = "account/messages/email_confirmation_failed.txt"
            self.add_message(request, messages.ERROR, template, {"email": email_address.email})
            return False

    def get_password_change_redirect_url(self, request):
        return reverse("account")

    def get_email_verification_redirect_url(self, email_address):
        return reverse("account" if self.request.user.is_authenticated else "account_login")

    def get_reset_password_from_key_url(self, key):
        address = {"uidb36": "UID", "key": "KEY"}
        path = reverse("account_reset_password_from_key", kwargs=address)
        return settings.SITE_URL + path.replace("UID-KEY", key)

    def send_mail(self, template_prefix, email, context):
        """Put the letter into the outbox; 429 when strangers have asked for too many to `email`."""
        event = "account_" + template_prefix.rpartition("/")[2]
        if event in ASKED_FOR_BY_ANYONE and not self._may_write_to(email):
            raise ImmediateHttpResponse(ratelimit.respond_429(self.request))
        user = context.get("user")
        words = ("code", "password_reset_url", "from_email", "to_email", "timestamp")
        enqueue(
            key=f"{event}:{new_code(20)}",
            to=email,
            event=event,
            user=user,
            context={word: context[word] for word in words if word in context}
            | {
                "name": user.name if user else "",
                "email": email,
                "login_url": settings.SITE_URL + reverse("account_login"),
                "signup_url": settings.SITE_URL + reverse("account_signup"),
                "reset_url": settings.SITE_URL + reverse("account_reset_password"),
            },
        )

    def _may_write_to(self, email):
        return ratelimit.consume(
            self.request, app="allauth.account", action="letter", key=email.lower(), limit_get=True
        )

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Count failures by address alone: the host name is the visitor's to choose."""
        return credentials.get("email", "").lower()

    def _delete_login_attempts_cached_email(self, request, **credentials):
        """Forget the failures of one account after a reset, and none of the network's."""
        rates = settings.ACCOUNT_RATE_LIMITS["login_failed"].split(",")
        ratelimit.clear(
            request,
            app="allauth.account",
            action="login_failed",
            config={"login_failed": ",".join(rate for rate in rates if rate.endswith("/key"))},
            key=self._get_login_attempts_cache_key(request, **credentials),
        )
