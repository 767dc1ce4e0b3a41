"""Addresses of the work; each slice names its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("submissions.desk.urls")),
    path("", include("submissions.entries.urls")),
    path("", include("submissions.screeners.urls")),
    path("", include("submissions.projects.urls")),
    path("", include("submissions.privacy.urls")),
    path("", include("submissions.catalogue.urls")),
]
