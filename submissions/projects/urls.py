from django.urls import path

from submissions.projects import media_pages, views

urlpatterns = [
    path("my/projects/new/", views.new, name="project_new"),
    path("my/projects/<str:code>/", views.edit, name="project_edit"),
    path("my/projects/<str:code>/preview/", views.preview, name="project_preview"),
    path("my/projects/<str:code>/publish/", views.publish, name="project_publish"),
    path("my/projects/<str:code>/hide/", views.hide, name="project_hide"),
    path("my/projects/<str:code>/pictures/", media_pages.add_picture, name="project_pictures"),
    path("my/projects/<str:code>/archive/", views.archive, name="project_archive"),
]
