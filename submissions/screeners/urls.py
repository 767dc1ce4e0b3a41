from django.urls import path

from submissions.screeners import arriving, views

_MINE = "my/projects/<str:code>/screeners/"

urlpatterns = [
    path(_MINE, views.screeners, name="project_screeners"),
    path(f"{_MINE}upload/", arriving.begin, name="film_begin"),
    path(f"{_MINE}<str:screener>/check/", views.check, name="screener_check"),
    path("my/films/<str:code>/", arriving.piece, name="film_piece"),
    path("my/films/<str:code>/discard/", arriving.discard, name="film_discard"),
]
