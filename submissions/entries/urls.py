from django.urls import path

from submissions.entries import flow, views

_SUBMIT = "festivals/<str:slug>/<str:edition>/submit/"

urlpatterns = [
    path(_SUBMIT, flow.project, name="submit"),
    path(f"{_SUBMIT}<str:project>/", flow.categories, name="submit_categories"),
    path(f"{_SUBMIT}<str:project>/check/", flow.check, name="submit_check"),
    path(f"{_SUBMIT}<str:project>/sent/", flow.sent, name="submit_sent"),
    path("my/submissions/<str:code>/", views.submission, name="submission"),
    path("my/submissions/<str:code>/sent/", views.version, name="submission_version"),
    path("my/submissions/<str:code>/withdraw/", views.withdraw, name="submission_withdraw"),
    path("my/submissions/<str:code>/answer/", views.answer, name="submission_answer"),
    path("my/submissions/<str:code>/discard/", views.discard, name="submission_discard"),
]
