from django.urls import path

from submissions.screeners import arriving, views, watching

_MINE = "my/projects/<str:code>/screeners/"
_ENTRY = "screeners/entries/<str:code>/"
_GRANT = "screeners/doors/<str:code>/"

urlpatterns = [
    path(_MINE, views.screeners, name="project_screeners"),
    path(f"{_MINE}upload/", arriving.begin, name="film_begin"),
    path(f"{_MINE}doors/", views.grant, name="screener_grant"),
    path(f"{_MINE}doors/<str:door>/close/", views.close, name="screener_close"),
    path(f"{_MINE}doors/<str:door>/open/", views.reopen, name="screener_reopen"),
    path(f"{_MINE}<str:screener>/check/", views.check, name="screener_check"),
    path("my/films/<str:code>/", arriving.piece, name="film_piece"),
    path("my/films/<str:code>/discard/", arriving.discard, name="film_discard"),
    path(_ENTRY, watching.entry, name="watch_entry"),
    path(f"{_ENTRY}<str:screener>/open/", watching.entry_open, name="watch_entry_open"),
    path(f"{_ENTRY}<str:screener>/played/", watching.entry_played, name="watch_entry_played"),
    path(_GRANT, watching.person, name="watch_grant"),
    path(f"{_GRANT}start/", watching.start, name="watch_grant_start"),
    path(f"{_GRANT}<str:screener>/open/", watching.person_open, name="watch_grant_open"),
    path(f"{_GRANT}<str:screener>/played/", watching.person_played, name="watch_grant_played"),
    path("screeners/films/<str:code>/", watching.film, name="film"),
]
