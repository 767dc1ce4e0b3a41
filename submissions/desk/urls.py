from django.urls import path

from submissions.desk import views

urlpatterns = [path("my/", views.my, name="my")]
