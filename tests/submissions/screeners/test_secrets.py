"""The password of a screener is told to who opens it, and stands nowhere else."""

import io
import logging

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from submissions.projects import secrets
from submissions.projects.actions import take_version
from submissions.projects.models import Screener
from submissions.screeners import doctor
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "zqsesamezq"


@pytest.fixture
def log(caplog):
    """Everything that anybody logs, each query with its values included."""
    told = io.StringIO()
    listener = logging.StreamHandler(told)
    # This logger does not pass on what it hears.
    django = logging.getLogger("django")
    django.addHandler(listener)
    logging.root.addHandler(listener)
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="django")
    connection.force_debug_cursor = True
    yield told
    connection.force_debug_cursor = False
    django.removeHandler(listener)
    logging.root.removeHandler(listener)


@pytest.fixture
def story(site, project, submission, client_of, programmer, filmmaker, industry, log):
    """Everything that can happen to a password: kept, checked, opened, changed, doors closed."""
    row = Screener.objects.create(project=project, url=f"{site.base}/film")
    row.take_password(PASSWORD)
    row.save()
    site.answers["/film"] = b"HTTP/1.1 401 No\r\nContent-Type: text/html\r\n\r\n"
    doctor.check(row.pk)
    site.answers["/film"] = b"HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n"
    doctor.check(row.pk)
    grant = factories.make_grant(project=project, email=industry.email)
    texts = [
        client_of(programmer).post(reverse("watch_entry_open", args=[submission.code, row.code])),
        client_of(industry).post(reverse("watch_grant_open", args=[grant.code, row.code])),
    ]
    assert all(PASSWORD in answer.content.decode() for answer in texts)
    take_version(project=project, by=filmmaker)
    return row, log.getvalue()


def test_it_is_in_no_table_but_sealed(story):
    """Letters, history, versions, looks, viewings, sessions: every column of every table."""
    row, _log = story
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for line in cursor.fetchall():
                texts = [bytes(v) if isinstance(v, memoryview) else v for v in line]
                assert PASSWORD not in repr(texts), table
    assert secrets.unseal(Screener.objects.get(pk=row.pk).password_sealed) == PASSWORD


def test_it_is_in_no_log_and_no_representation(story):
    row, told = story
    assert "INSERT" in told
    assert PASSWORD not in told
    assert PASSWORD not in repr(row) + str(row) + repr(row.__dict__)


def test_it_is_in_no_export(story):
    out = io.StringIO()
    call_command("dumpdata", "submissions", "festival", stdout=out)
    assert "sealed" in out.getvalue()
    assert PASSWORD not in out.getvalue()


def test_it_never_went_to_the_other_site(story, site):
    assert site.heard
    assert PASSWORD not in "".join(site.heard)


def test_no_page_of_the_team_shows_it(story, client_of, filmmaker, project):
    client = client_of(filmmaker)
    for name in ("project_screeners", "project_edit", "project_preview"):
        assert PASSWORD not in client.get(reverse(name, args=[project.code])).content.decode()
