"""Everything of one person in one file, for that person alone."""

import io
import json
import time
import zipfile
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from festival.letters.models import Letter
from submissions.entries import actions
from submissions.entries.models import Submission
from submissions.entries.status import Decision
from submissions.privacy import archiving
from submissions.privacy.models import Archive
from submissions.projects import apply, secrets
from submissions.projects.importing import ours
from submissions.projects.models import Media
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/accounts/data/"
PASSWORD = "a long pass phrase"


def sign_in(client_of, user):
    """Return a client that has given its password a moment ago."""
    client = client_of(user)
    answer = client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert answer.status_code == 302
    return client


@pytest.fixture(autouse=True)
def with_passwords(filmmaker, second, staff):
    for user in (filmmaker, second, staff):
        user.set_password(PASSWORD)
        user.save()


@pytest.fixture
def recent(client_of):
    return lambda user: sign_in(client_of, user)


@pytest.fixture
def packed(filmmaker):
    """Return a function that packs the archive of somebody and opens it."""

    def pack(user=filmmaker):
        archiving.ask(by=user)
        assert archiving.pack_next() == 1
        archive = user.archives.get()
        with default_storage.open(archive.file_name) as file:
            return zipfile.ZipFile(io.BytesIO(file.read()))

    return pack


def read(archive, name):
    return json.loads(archive.read(name))


def everything(archive) -> str:
    return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_it_holds_the_account_the_projects_the_entries_and_the_letters(
    packed, filmmaker, project, submission
):
    archive = packed()
    account = read(archive, "account.json")
    assert account["email"] == filmmaker.email
    assert account["teams"][0]["project"] == project.code
    record = read(archive, f"projects/{project.code}/project.json")
    assert record == project.current_record() | {"visibility": record["visibility"]}
    assert read(archive, f"projects/{project.code}/contact.json")["email"] == filmmaker.email
    version = read(archive, f"projects/{project.code}/versions/1.json")
    assert version == submission.version.record
    assert read(archive, f"projects/{project.code}/history.json")
    (entry,) = read(archive, "entries.json")
    assert entry["tracking_number"] == submission.tracking_number
    assert [event["what"] for event in entry["history"]] == ["Sent"]
    (letter,) = read(archive, "letters.json")
    assert submission.tracking_number in letter["text"]


def test_the_editor_reads_its_projects(packed, project, second):
    text = packed().read(f"projects/{project.code}/project.json").decode()
    record, remarks = ours.read(text)
    assert remarks == []
    assert record["identity"]["logline"] == project.logline
    mine = factories.make_project(by=second, title="Copy", complete=False)
    apply.write(mine, record, by=second)
    assert mine.credits.get().person.name == "Rhys Morgan"


@pytest.mark.parametrize("projects", [1, 3])
def test_the_page_costs_the_same_whatever_there_is(
    client_of, filmmaker, project, projects, django_assert_num_queries
):
    for number in range(projects):
        factories.make_project(by=filmmaker, title=f"Tern {number}")
        Archive.objects.create(user=filmmaker, state="ready", ready_at=timezone.now())
    client = client_of(filmmaker)
    with django_assert_num_queries(4):
        assert client.get(PAGE).status_code == 200


def test_it_holds_the_files(packed, editor, project, picture):
    editor.open().send(**{"poster-file": picture()})
    poster = Media.objects.get(project=project)
    archive = packed()
    content = archive.read(f"projects/{project.code}/pictures/poster-{poster.code}.jpg")
    assert content[:3] == b"\xff\xd8\xff"


def test_it_gives_away_nothing_that_the_person_may_not_read(
    packed, filmmaker, second, project, submission, programmer
):
    screener = project.screeners.create(kind="link", url="https://vimeo.com/1")
    screener.password_sealed = secrets.seal("orchid-password")
    screener.save()
    Submission.objects.filter(pk=submission.pk).update(internal_note="zq-note")
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    strange = factories.make_project(by=second, title="Not yours")
    letter = Letter.objects.get()
    letter.pk, letter.key, letter.message_id = None, "account_login_code:x", "<x>"
    letter.event, letter.text = "account_login_code", "zq-code"
    letter.save()
    text = everything(packed())
    for word in ("orchid-password", "zq-note", "zq-code", strange.code, "Not yours"):
        assert word not in text, word
    assert "selected" not in text
    assert programmer.name not in text
    assert filmmaker.email in text


def test_a_viewer_of_a_team_gets_the_record_and_not_the_contact(packed, second, project):
    factories.make_team_member(project=project, user=second, role="viewer")
    archive = packed(second)
    assert read(archive, f"projects/{project.code}/project.json")["code"] == project.code
    assert read(archive, f"projects/{project.code}/contact.json") == {}


def test_asking_needs_a_sign_in_of_the_last_minutes(client_of, filmmaker, recent):
    assert "/reauthenticate/" in client_of(filmmaker).post(PAGE).url
    assert not Archive.objects.exists()
    assert recent(filmmaker).post(PAGE).url == PAGE
    assert Archive.objects.get().user == filmmaker


def test_who_has_no_password_signs_in_again(client_of, filmmaker):
    filmmaker.set_unusable_password()
    filmmaker.save()
    client = client_of(filmmaker)
    session = client.session
    session["began_at"] = int(time.time()) - 3600
    session.save()
    assert client.post(PAGE).url == "/accounts/"
    assert not Archive.objects.exists()
    session["began_at"] = int(time.time())
    session.save()
    client.post(PAGE)
    assert Archive.objects.exists()


def test_asking_twice_is_asking_once_and_three_times_a_day_is_enough(recent, filmmaker):
    client = recent(filmmaker)
    for _time in range(2):
        client.post(PAGE)
    assert Archive.objects.count() == 1
    for _time in range(3):
        archiving.pack_next()
        client.post(PAGE)
    assert Archive.objects.count() == 3
    assert "You have asked three times today" in client.get(PAGE).content.decode()


class TestFetching:
    @pytest.fixture
    def address(self, packed, filmmaker):
        packed().close()
        return reverse("own_archive", args=[filmmaker.archives.get().code])

    def test_the_owner_gets_it_whole_or_in_parts(self, address, recent, filmmaker):
        client = recent(filmmaker)
        assert address in client.get(PAGE).content.decode()
        answer = client.get(address)
        assert answer["Content-Type"] == "application/zip"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Content-Disposition"].startswith("attachment;")
        assert answer.getvalue()[:2] == b"PK"
        part = client.get(address, headers={"Range": "bytes=0-1"})
        assert (part.status_code, part.getvalue()) == (206, b"PK")

    def test_nobody_else_does(self, address, client, recent, client_of, second, staff, filmmaker):
        assert client.get(address).url.startswith("/accounts/login/")
        for user in (second, staff):
            assert recent(user).get(address).status_code == 404
        assert "/reauthenticate/" in client_of(filmmaker).get(address).url

    def test_after_seven_days_it_is_gone_with_its_file(self, address, recent, filmmaker):
        archive = filmmaker.archives.get()
        Archive.objects.update(ready_at=timezone.now() - timedelta(days=7, minutes=1))
        assert recent(filmmaker).get(address).status_code == 404
        archiving.tidy()
        assert not Archive.objects.exists()
        assert not default_storage.exists(archive.file_name)

    def test_one_whose_file_is_gone_is_not_found(self, address, recent, filmmaker):
        default_storage.delete(filmmaker.archives.get().file_name)
        assert recent(filmmaker).get(address).status_code == 404


def test_a_worker_that_dies_leaves_it_to_the_next_and_one_that_never_works_is_told(
    filmmaker, monkeypatch, recent
):
    archiving.ask(by=filmmaker)

    def breaks(*args):
        raise OSError("disk full")

    monkeypatch.setattr(archiving, "write", breaks)
    for _time in range(archiving.MOST_ATTEMPTS):
        with pytest.raises(OSError, match="disk full"):
            archiving.pack_next()
        assert archiving.pack_next() == 0, "somebody has it in work"
        Archive.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert archiving.pack_next() == 0
    assert "could not be packed" in recent(filmmaker).get(PAGE).content.decode()


def test_a_file_without_a_row_is_thrown_away(filmmaker):
    from django.core.files.base import ContentFile

    default_storage.save("archives/ABCDEFGHJK.zip", ContentFile(b"PK"))
    archiving.tidy()
    assert not default_storage.exists("archives/ABCDEFGHJK.zip")
