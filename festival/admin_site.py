from functools import wraps

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import redirect, resolve_url
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from festival.accounts.views import sign_out


class FoyerAdminSite(admin.AdminSite):
    """The programmers' workplace."""

    site_header = _("Review desk")
    site_title = _("Review desk")
    index_title = _("Your festivals")
    index_template = "admin/desk.html"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What the index shows: functions from a request to template context. The work puts its
        # own in, because the house must not import it.
        self.panels = []

    def index(self, request, extra_context=None):
        context = {"title": self.index_title}
        for panel in self.panels:
            context |= panel(request)
        return super().index(request, context | (extra_context or {}))

    def app_index(self, request, app_label, extra_context=None):
        """Head the page with the name alone, not with Django's "… administration"."""
        title = {"title": apps.get_app_config(app_label).verbose_name}
        return super().app_index(request, app_label, title | (extra_context or {}))

    def has_permission(self, request):
        return request.user.is_active and request.user.may_enter_desk

    def admin_view(self, view, cacheable=False):
        """Hide the desk from people who have none: for them it is not there."""
        inner = super().admin_view(view, cacheable)
        # The desk of one model hides from those who see none of its rows, as the site does.
        rows = getattr(view, "__self__", None)
        sees = getattr(rows, "has_module_permission", self.has_permission)

        @wraps(inner)
        def door(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
            if not self.has_permission(request) or not sees(request):
                raise Http404
            return inner(request, *args, **kwargs)

        door.rule = "desk"
        return door

    def get_urls(self):
        """Leave the way to the sign-in page to the site: the desk would add a stop of its own."""
        urls = super().get_urls()
        for view in (url.callback for url in urls if hasattr(url.callback, "login_url")):
            view.login_url = None
        see = self.admin_view(self.see)
        own = path("r/<path:content_type_id>/<path:object_id>/", see, name="view_on_site")
        # The first that fits answers, so Django's own, which finds any row, is never reached.
        return [own, *urls]

    def see(self, request, content_type_id, object_id):
        """Lead to the public page of a row that one sees on the desk."""
        try:
            model = ContentType.objects.get_for_id(int(content_type_id)).model_class()
            desk = self.get_model_admin(model)
        except (ContentType.DoesNotExist, OverflowError, ValueError, NotRegistered) as error:
            raise Http404 from error
        row = desk.get_object(request, object_id) if desk.has_view_permission(request) else None
        if row is None or not hasattr(row, "get_absolute_url"):
            raise Http404
        return redirect(row.get_absolute_url())

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
