"""The WSGI entry point of the site."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "festival.settings")
django.setup(set_prefix=False)

from festival.requests import GuardedWSGIHandler  # noqa: E402  after the settings

application = GuardedWSGIHandler()
