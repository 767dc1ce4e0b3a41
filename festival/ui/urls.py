from django.urls import path

from festival.ui import views

urlpatterns = [
    path("theme/", views.theme, name="theme"),
    path("choices/<slug:source>/", views.choices, name="choices"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
