from functools import wraps

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from festival.accounts.views import sign_out


class FoyerAdminSite(admin.AdminSite):
    """The programmers' workplace."""

    site_header = _("Review desk")
    site_title = _("Review desk")
    index_title = _("Your festivals")

    def has_permission(self, request):
        return request.user.is_active and request.user.may_enter_desk

    def admin_view(self, view, cacheable=False):
        """Hide the desk from people who have none: for them it is not there."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def door(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
            if not self.has_permission(request):
                raise Http404
            return inner(request, *args, **kwargs)

        door.rule = "desk"
        return door

    def get_urls(self):
        """Leave the way to the sign-in page to the site: the desk would add a stop of its own."""
        urls = super().get_urls()
        for view in (url.callback for url in urls if hasattr(url.callback, "login_url")):
            view.login_url = None
        return urls

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """Send people to the one sign-in page of the site."""
        if not request.user.is_authenticated:
            path = request.GET.get("next") or resolve_url("admin:index")
            return redirect_to_login(path, resolve_url(settings.LOGIN_URL))
        if not self.has_permission(request):
            raise Http404
        return redirect("admin:index")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def logout(self, request, extra_context=None):
        """Sign out as everywhere else, by POST."""
        return sign_out(request)
