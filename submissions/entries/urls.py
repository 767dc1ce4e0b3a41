from django.urls import path

from submissions.entries import views

urlpatterns = [
    path("my/submissions/<str:code>/", views.submission, name="submission"),
    path("my/submissions/<str:code>/withdraw/", views.withdraw, name="submission_withdraw"),
]
