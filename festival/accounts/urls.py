"""Addresses under /accounts/; the names are the ones that allauth looks for."""

from django.urls import path, re_path

from festival.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("login/", views.sign_in, name="account_login"),
    path("login/code/", views.ask_for_code, name="account_request_login_code"),
    path("login/code/confirm/", views.sign_in_by_code, name="account_confirm_login_code"),
    path("signup/", views.sign_up, name="account_signup"),
    path("logout/", views.sign_out, name="account_logout"),
    path("inactive/", views.closed, name="account_inactive"),
    path("confirm-email/", views.confirm_email, name="account_email_verification_sent"),
    path("email/", views.change_email, name="account_email"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.change_password, name="account_change_password"),
    path("password/reset/", views.reset, name="account_reset_password"),
    path("password/reset/done/", views.reset_sent, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        views.new_password_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.new_password,
        name="account_reset_password_from_key",
    ),
]
