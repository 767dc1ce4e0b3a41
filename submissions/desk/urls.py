from django.urls import path

from submissions.desk import views

urlpatterns = [
    path("my/", views.my, name="my"),
    path("my/projects/<str:code>/premieres/", views.premieres, name="project_premieres"),
]
