"""Pages of the front door; allauth does the work behind them."""

from http import HTTPStatus

from allauth.account import views as allauth_views
from allauth.account.decorators import reauthentication_required
from allauth.decorators import rate_limit
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from festival.accounts.access import anyone, signed_in
from festival.accounts.forms import ChangeEmailForm, PersonForm
from festival.accounts.models import User

_form_methods = require_http_methods(["GET", "HEAD", "POST"])


@anyone
def sign_in(request):
    """The only sign-in page of the site; 429 when an account or a network has failed too often."""
    response = allauth_views.login(request)
    form = (getattr(response, "context_data", None) or {}).get("form")
    if form is not None and form.has_error("__all__", code="too_many_login_attempts"):
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return response


ask_for_code = anyone(allauth_views.request_login_code)
sign_in_by_code = _form_methods(anyone(allauth_views.confirm_login_code))
sign_up = anyone(allauth_views.signup)
sign_out = require_POST(anyone(allauth_views.logout))
closed = anyone(allauth_views.account_inactive)
reset = anyone(allauth_views.password_reset)
reset_sent = anyone(allauth_views.password_reset_done)
new_password = _form_methods(anyone(allauth_views.password_reset_from_key))
new_password_done = anyone(allauth_views.password_reset_from_key_done)
reauthenticate = signed_in(allauth_views.reauthenticate)


class _Confirmation(allauth_views.ConfirmEmailVerificationCodeView):
    def _resend_form_valid(self, form):
        """Write again in every case: allauth would write to new accounts only."""
        self._process.generate_code()
        self._process.send()
        self._process.record_resend()
        self._process.persist()
        return HttpResponseRedirect(reverse("account_email_verification_sent"))


@_form_methods
@anyone
def confirm_email(request):
    """The code from the letter, at sign-up and for a new address."""
    return _Confirmation.as_view()(request)


@signed_in
def change_password(request):
    """Choose a new password; who has none yet gets one by letter."""
    if not request.user.has_usable_password():
        return redirect("account_reset_password")
    return allauth_views.password_change(request)


@_form_methods
@signed_in
def account(request):
    """What the site keeps of the person who is signed in."""
    form = PersonForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved"))
        return redirect("account")
    memberships = request.user.memberships.select_related("festival")
    context = {"form": form, "memberships": memberships}
    return render(request, "festival/accounts/account.html", context)


@_form_methods
@signed_in
@rate_limit(action="manage_email")
@reauthentication_required
def change_email(request):
    """Ask for a new address; it counts once the code sent there comes back."""
    form = ChangeEmailForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save(request)
        return redirect("account_email_verification_sent")
    context = {"form": form}
    return render(request, "festival/accounts/change_email.html", context)
