"""The link doctor: what it finds, when it looks, and whom it tells once."""

import socket
from datetime import timedelta
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from festival.letters.models import Letter
from submissions.entries import actions as entry_actions
from submissions.projects.models import Project, Screener
from submissions.projects.vocabulary import LinkState
from submissions.screeners import doctor, jobs
from submissions.screeners.models import LinkCheck
from submissions.screeners.other_sites import OEMBED, Page, duration_in, oembed_of, seconds_of
from submissions.screeners.querysets import last_night, links_due
from tests import factories

pytestmark = pytest.mark.django_db


def page(body: str, status="200 OK", kind="text/html") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()


def looked(screener):
    """Let the doctor look and return the row as it is then."""
    assert doctor.check(screener.pk) is not None
    return Screener.objects.get(pk=screener.pk)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (page("<title>Kelp</title>"), LinkState.OK),
        (page("", kind="video/mp4"), LinkState.OK),
        (page("<form><input type=Password name=p>"), LinkState.NEEDS_PASSWORD),
        (page("", "401 Unauthorized"), LinkState.NEEDS_PASSWORD),
        (page("", "404 Not Found"), LinkState.DEAD),
        (page("", "410 Gone"), LinkState.DEAD),
        (page("", "503 Away"), LinkState.DEAD),
        (page("", "403 Forbidden"), LinkState.UNKNOWN),
        (page("", "429 Slower"), LinkState.UNKNOWN),
        (page('<meta property="og:video:duration" content="840">'), LinkState.OK),
        (page('<meta property="og:video:duration" content="300">'), LinkState.WRONG_LENGTH),
        (page('<meta itemprop=duration content="PT14M">'), LinkState.OK),
        (page('<meta itemprop=duration content="PT1H14M">'), LinkState.WRONG_LENGTH),
        (page('<meta name="duration" content="soon">'), LinkState.OK),
        (b"nonsense", LinkState.DEAD),
    ],
)
def test_the_state_follows_from_the_answer(site, screener, answer, state):
    site.answers["/film"] = answer
    row = looked(screener)
    assert row.check_state == state
    assert row.checks.get().state == state
    assert row.checked_at is not None


def test_a_password_that_is_kept_is_enough(site, locked):
    site.answers["/film"] = page("<input type=password>")
    assert looked(locked).check_state == LinkState.OK
    assert "sesame" not in site.heard[0]


def test_the_length_of_the_screener_counts_before_that_of_the_film(site, screener):
    site.answers["/film"] = page('<meta property="video:duration" content="300">')
    Screener.objects.filter(pk=screener.pk).update(duration=305)
    row = looked(screener)
    assert (row.check_state, row.duration_matches) == (LinkState.OK, True)


def test_a_site_that_is_slow_is_called_so(site, screener, monkeypatch):
    monkeypatch.setattr(doctor, "SLOW", 0.0)
    assert looked(screener).check_state == LinkState.SLOW


def test_a_known_site_is_asked_for_the_length(site, screener, monkeypatch):
    monkeypatch.setitem(OEMBED, f"[::1]:{site.port}", f"{site.base}/oembed?url=")
    asked = f"/oembed?url=http%3A%2F%2F%5B%3A%3A1%5D%3A{site.port}%2Ffilm"
    site.answers[asked] = page('{"duration": 4711}', kind="application/json")
    row = looked(screener)
    assert row.check_state == LinkState.WRONG_LENGTH
    assert row.checks.get().note == "It runs 1:18:31 there, 0:14:00 in your record"
    site.answers[asked] = page("[]", "404 Not Found")
    assert looked(screener).check_state == LinkState.OK


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://169.254.169.254/", "ftp://a.b/"])
def test_an_address_inside_the_house_is_dead_and_never_asked(screener, url):
    Screener.objects.filter(pk=screener.pk).update(url=url)
    assert looked(screener).check_state == LinkState.DEAD


def test_the_filmmaker_is_told_of_each_change_to_worse_once(site, screener, filmmaker):
    looked(screener)
    assert not Letter.objects.exists()
    site.answers["/film"] = page("", "404 Not Found")
    looked(screener)
    looked(screener)
    letter = Letter.objects.get()
    assert letter.to_address == filmmaker.email
    assert letter.subject == "Screener of Understory: It does not answer"
    address = reverse("project_screeners", args=[screener.project.code])
    for text in (letter.text, letter.html):
        assert address in text
        assert site.base not in text
    site.answers["/film"] = page("")
    assert looked(screener).check_state == LinkState.OK
    site.answers["/film"] = page("", "404 Not Found")
    looked(screener)
    assert Letter.objects.count() == 2


def test_a_site_that_is_away_for_a_moment_gets_a_second_look(site, screener):
    looked(screener)
    site.answers["/film"] = page("", "502 Bad Gateway")
    row = looked(screener)
    assert (row.check_state, row.is_playable) == (LinkState.OK, False)
    assert not Letter.objects.exists()
    assert not links_due().exists()
    later = timezone.now() + timedelta(minutes=11)
    assert list(links_due(later)) == [row]
    assert looked(screener).check_state == LinkState.DEAD
    assert Letter.objects.count() == 1


def test_a_link_is_due_once_it_is_saved(screener):
    assert list(links_due()) == [screener]
    looked(screener)
    assert not links_due().exists()
    doctor_of = {"checked_at": None, "check_leased_until": timezone.now() + timedelta(seconds=9)}
    Screener.objects.filter(pk=screener.pk).update(**doctor_of)
    assert not links_due().exists()
    Screener.objects.filter(pk=screener.pk).update(check_leased_until=None, kind="upload")
    assert not links_due().exists()


def seen(screener, at):
    Screener.objects.filter(pk=screener.pk).update(checked_at=at, check_state="ok")


def test_at_night_the_links_of_those_who_wait_are_looked_at(screener, category):
    now = timezone.now()
    seen(screener, last_night(now) - timedelta(minutes=1))
    assert not links_due(now).exists()
    entry = factories.make_submission(project=screener.project, category=category)
    assert list(links_due(now)) == [screener]
    seen(screener, last_night(now) + timedelta(seconds=1))
    assert not links_due(now).exists()
    seen(screener, last_night(now) - timedelta(minutes=1))
    entry_actions.withdraw(submission=entry, by=entry.submitted_by)
    assert not links_due(now).exists()


@pytest.mark.parametrize("days", [7, 3, 1])
def test_before_a_deadline_the_link_is_looked_at_once_more(screener, category, days):
    factories.make_draft(project=screener.project, category=category)
    moment = category.call.closes_at - timedelta(days=days)
    night = last_night(moment)
    seen(screener, max(night, moment - timedelta(minutes=1)))
    assert not links_due(moment - timedelta(seconds=30)).exists()
    assert list(links_due(moment + timedelta(seconds=1))) == [screener]
    seen(screener, moment + timedelta(seconds=2))
    assert not links_due(moment + timedelta(seconds=3)).exists()


def test_a_link_that_is_saved_anew_meanwhile_keeps_nothing_of_the_old_look(site, screener):
    def meanwhile(wire):
        wire.sendall(page("", "404 Not Found"))

    site.answers["/film"] = meanwhile
    lease = timezone.now() + doctor.LEASE
    Screener.objects.filter(pk=screener.pk).update(check_leased_until=lease)
    Screener.objects.filter(pk=screener.pk).update(
        url=f"{site.base}/other", check_leased_until=None
    )
    assert doctor._write(screener, doctor.look(screener), lease) is None
    assert not LinkCheck.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_looks(site, screener):
    made = []

    def work():
        try:
            made.append(doctor.check_due())
        finally:
            connection.close()

    threads = [Thread(target=work) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(made) == 1
    assert len(site.heard) == LinkCheck.objects.count() == 1


def test_looks_are_kept_for_sixty_days(screener):
    looked(screener)
    old = LinkCheck.objects.create(screener=screener, state="ok")
    LinkCheck.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=61))
    assert doctor.forget_old() == 1
    assert LinkCheck.objects.count() == 1


def test_the_command_looks_at_what_is_due(screener, capsys):
    call_command("check_links", "--dry-run")
    assert "1 links are due" in capsys.readouterr().out
    call_command("check_links")
    assert "1 links checked, 0 with a problem" in capsys.readouterr().out
    assert not links_due().exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_looks_beside_its_letters(screener):
    jobs.JOBS[0].next = 0.0
    call_command("run_worker", "--once")
    assert screener.checks.count() == 1


def test_saving_the_editor_asks_nobody(screener, site, client_of, filmmaker):
    client_of(filmmaker).get(reverse("project_edit", args=[screener.project.code]))
    assert site.heard == []


def test_the_page_and_the_row_say_how_it_stands(site, screener, client_of, filmmaker):
    site.answers["/film"] = page("", "404 Not Found")
    client = client_of(filmmaker)
    path = reverse("project_screeners", args=[screener.project.code])
    assert "The link is being checked" in client.get(path).content.decode()
    looked(screener)
    for address in (path, reverse("project_edit", args=[screener.project.code])):
        text = client.get(address).content.decode()
        assert "The page does not answer. Festivals cannot watch it." in text, address
    text = client.get(path).content.decode()
    assert "The page is gone." in text
    assert 'class="status is-bad"' in text


def test_an_editor_has_it_looked_at_again(screener, client_of, filmmaker, second):
    looked(screener)
    path = reverse("screener_check", args=[screener.project.code, screener.code])
    assert client_of(second).post(path).status_code == 404
    assert not links_due().exists()
    assert client_of(filmmaker).post(path).status_code == 302
    assert links_due().exists()
    wrong = reverse("screener_check", args=[screener.project.code, "ZZZZZ22222"])
    assert client_of(filmmaker).post(wrong).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_however_many_screeners(
    project, client_of, filmmaker, number, django_assert_num_queries
):
    for each in range(number):
        Screener.objects.create(project=project, url=f"https://video.example/{each}")
    client = client_of(filmmaker)
    path = reverse("project_screeners", args=[project.code])
    client.get(path)
    with django_assert_num_queries(QUERIES):
        client.get(path)


QUERIES = 10


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5900", 5900), ("5900.7", 5900), ("PT1H38M20S", 5900), ("PT98M", 5880), ("P1DT1S", 86401),
        ("", None), ("0", None), ("PT", None), ("1e9", None), ("99999999", None), ("-5", None),
        ("PT999999999999H", None), ("٣", None), (" 60 ", 60),
    ],
)  # fmt: skip
def test_lengths_are_read_as_sites_write_them(text, seconds):
    assert seconds_of(text) == seconds


def test_broken_pages_tell_nothing():
    for body in (b"", b"\xff\xfe", b"<meta", b"<" * 5000, b"<input type=password", b"<![CDATA["):
        assert Page(body).duration is None
    for body in (b"", b"[]", b"{", b"[" * 100_000, b'{"duration": true}', b'{"duration": {}}'):
        assert duration_in(body) is None
    assert duration_in(b'{"duration": 61.5}') == 61
    assert oembed_of("https://vimeo.com/1?x=y&z").endswith(
        "url=https%3A%2F%2Fvimeo.com%2F1%3Fx%3Dy%26z"
    )
    assert oembed_of("http://[") == oembed_of("https://vimeo.com.example.org/1") == ""


def test_who_is_gone_is_dead_at_the_first_look(screener):
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as free:
        port = free.getsockname()[1]
    Screener.objects.filter(pk=screener.pk).update(url=f"http://[::1]:{port}/")
    assert looked(screener).check_state == LinkState.DEAD
    assert Project.objects.count() == 1
