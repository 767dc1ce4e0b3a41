"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from festival import health

handler400 = "festival.ui.views.bad_request"
handler500 = "festival.errors.server_error"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
    path(".well-known/security.txt", health.security_txt, name="security_txt"),
    path("accounts/", include("festival.accounts.urls")),
    path("admin/", admin.site.urls),
    path("", include("festival.ui.urls")),
    path("", include("submissions.urls")),
    path("festivals/", include("festival.calls.urls")),
]
