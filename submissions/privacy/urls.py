"""Addresses of what people may do with what the site holds of them."""

from django.urls import path

from submissions.privacy import deletion_pages, views

urlpatterns = [
    path("accounts/data/", views.own_archives, name="own_archives"),
    path("accounts/data/<str:code>/", views.own_archive, name="own_archive"),
    path("accounts/delete/", deletion_pages.account_delete, name="account_delete"),
    path("my/projects/<str:code>/delete/", deletion_pages.project_delete, name="project_delete"),
]
