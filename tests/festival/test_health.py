"""Machines learn whether the site is well, what they may read, and whom to tell about a hole."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone


@pytest.mark.django_db
def test_a_well_site_says_so_without_a_session(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")
    assert response.json() == {"status": "ok", "database": "ok"}
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
def test_a_failing_query_makes_the_site_unavailable(client):
    def away(execute, sql, params, many, context):
        raise DatabaseError("gone")

    with connection.execute_wrapper(away):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "database": "away"}


@pytest.mark.parametrize("address", ["/healthz", "/robots.txt", "/.well-known/security.txt"])
def test_machines_only_read(client, address):
    assert client.post(address).status_code == 405


def test_robots_stay_out_of_private_rooms(client):
    words = client.get("/robots.txt").content.decode()
    for room in ("/admin/", "/my/", "/accounts/"):
        assert f"Disallow: {room}\n" in words
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in words


def test_whoever_finds_a_hole_learns_whom_to_tell(client):
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == settings.SECURITY_CONTACT
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%S%z")
    assert timezone.now() < expires < timezone.now() + timedelta(days=365)
