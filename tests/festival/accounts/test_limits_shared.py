"""The limits stand in the database, where every worker counts the same failures."""

import threading

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client

from festival.accounts.actions import add_person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database_cache(settings):
    """The cache of a real site, in a table of this test."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache_of_this_test",
        }
    }
    call_command("createcachetable", verbosity=0)
    yield
    cache.clear()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE cache_of_this_test")


def test_guesses_at_once_are_counted_one_by_one(database_cache):
    add_person(email="mika@demo.example", name="Mika", password="a long walk home")
    codes = []

    def guess():
        fields = {"login": "mika@demo.example", "password": "not the right password"}
        try:
            codes.append(Client().post("/accounts/login/", fields).status_code)
        finally:
            connection.close()

    for _round in range(3):
        threads = [threading.Thread(target=guess) for _number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(codes) == 18
    assert set(codes) == {200, 429}
    assert codes.count(200) <= 10
