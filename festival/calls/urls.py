from django.urls import path

from festival.calls import views

urlpatterns = [
    path("", views.festivals, name="festivals"),
    path("<str:slug>/", views.festival, name="festival"),
    path("<str:slug>/banner.svg", views.banner, name="festival_banner"),
    path("<str:slug>/<str:edition>/", views.edition, name="edition"),
]
