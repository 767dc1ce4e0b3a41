"""The watch ledger: what players tell, what is believed of it, and what people read."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from submissions.entries.models import Submission
from submissions.projects.models import Screener
from submissions.screeners import ledger
from submissions.screeners.models import Viewing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(project, settings):
    settings.DISK_RESERVE_GB = 0
    return factories.make_film(project=project)


@pytest.fixture
def entry(film, submission):
    return submission


def play(client, entry, film, ranges, length="840", viewing=""):
    path = reverse("watch_entry_played", args=[entry.code, film.screener.code])
    answer = client.post(path, {"ranges": ranges, "length": length, "viewing": viewing})
    assert answer.status_code == 200
    return answer.json()["viewing"]


def began(minutes_ago):
    """Let all viewings have begun, and been told of, so many minutes ago."""
    at = timezone.now() - timedelta(minutes=minutes_ago)
    Viewing.objects.update(began_at=at, last_at=at)


def test_a_player_tells_and_the_ledger_adds_up(entry, film, client_of, programmer):
    client = client_of(programmer)
    code = play(client, entry, film, "0-10")
    began(14)
    assert play(client, entry, film, "0-400,500-520", viewing=code) == code
    row = Viewing.objects.get()
    assert (row.person, row.ranges, row.length) == (programmer, [[0, 400], [500, 520]], 840)
    told = ledger.of_entry(entry)
    assert (told.people, told.longest, told.viewings) == (1, 50, 0.5)


def test_two_viewings_of_one_person_count_each_part_once(entry, film, client_of, programmer, owner):
    for user, ranges in ((programmer, "0-20"), (programmer, "10-30"), (owner, "0-21")):
        play(client_of(user), entry, film, ranges)
    assert Viewing.objects.count() == 3
    told = ledger.of_entry(entry)
    assert (told.people, told.longest) == (2, round(100 * 30 / 840))


def test_news_comes_every_few_seconds_and_no_faster(entry, film, client_of, programmer):
    client = client_of(programmer)
    code = play(client, entry, film, "0-2")
    play(client, entry, film, "0-3", viewing=code)
    assert Viewing.objects.get().ranges == [[0, 2]]


def test_more_than_can_have_been_watched_is_not_believed(entry, film, client_of, programmer):
    client = client_of(programmer)
    code = play(client, entry, film, "0-840")
    assert Viewing.objects.get().ranges == []
    began(1)
    play(client, entry, film, "0-840", viewing=code)
    assert Viewing.objects.get().ranges == []
    began(4)
    play(client, entry, film, "0-840", viewing=code)
    assert Viewing.objects.get().ranges == [[0, 840]]


def test_nobody_adds_to_the_viewing_of_another(entry, film, client_of, programmer, owner):
    code = play(client_of(programmer), entry, film, "0-10")
    assert play(client_of(owner), entry, film, "0-10", viewing=code) != code


def test_the_filmmaker_reads_figures_without_names_or_times(
    entry, film, client_of, programmer, filmmaker
):
    page = reverse("submission", args=[entry.code])
    client = client_of(filmmaker)
    assert "Nobody of the festival has opened it yet." in client.get(page).content.decode()
    play(client_of(programmer), entry, film, "0-21")
    text = client.get(page).content.decode()
    assert "1 person of the festival opened it." in text
    assert "The longest viewing was 2 % of the film" in text.replace("\xa0", " ")
    assert programmer.name not in text
    assert Viewing.objects.get().code not in text


def test_a_link_counts_by_the_press_of_its_button(project, submission, client_of, programmer):
    link = Screener.objects.create(project=project, url="https://video.example/1")
    client_of(programmer).post(reverse("watch_entry_open", args=[submission.code, link.code]))
    told = ledger.of_entry(submission)
    assert (told.people, told.opened, told.longest) == (1, 1, None)


def test_reading_a_page_counts_nothing(entry, film, client_of, programmer):
    client = client_of(programmer)
    client.get(reverse("watch_entry", args=[entry.code]))
    client.get(reverse("film", args=[film.code])).getvalue()
    assert not Viewing.objects.exists()


def test_the_festival_lists_what_nobody_watched(entry, film, category, client_of, programmer):
    other = factories.make_submission(category=category)
    play(client_of(programmer), entry, film, "0-2")
    listing = reverse("admin:submissions_submission_changelist")
    unseen = client_of(programmer).get(f"{listing}?watched=no").content.decode()
    assert other.tracking_number in unseen
    assert entry.tracking_number not in unseen
    seen = client_of(programmer).get(f"{listing}?watched=yes").content.decode()
    assert entry.tracking_number in seen
    assert other.tracking_number not in seen
    assert Submission.objects.unwatched().get() == other


def test_what_a_person_watches_stands_in_no_entry(project, film, submission, client_of, industry):
    grant = factories.make_grant(project=project, email=industry.email)
    path = reverse("watch_grant_played", args=[grant.code, film.screener.code])
    assert client_of(industry).post(path, {"ranges": "0-9", "length": "10"}).status_code == 200
    assert Viewing.objects.get().grant == grant
    assert ledger.of_entry(submission).is_untouched


@pytest.mark.parametrize("number", [1, 3])
def test_the_ledger_asks_once_however_many_watched(
    entry, film, number, client_of, programmer, django_assert_num_queries
):
    for _each in range(number):
        play(client_of(programmer), entry, film, "0-2")
    with django_assert_num_queries(1):
        ledger.of_entry(entry)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("0-12.5,40-55", [[0, 12], [40, 55]]), ("", []), ("5-5", []), ("9-1", []), ("-", []),
        ("a-b", []), ("0-1e9", []), ("0-99999999", []), ("1-2,2-3,9-10", [[1, 3], [9, 10]]),
        ("-5-3", []), ("0-999999", [[0, 360_000]]), ("٣-٤", []), ("0-3,x,4-6", [[0, 3], [4, 6]]),
    ],
)  # fmt: skip
def test_ranges_are_read_as_players_write_them(text, ranges):
    assert ledger.read_ranges(text) == ranges


@given(st.text(max_size=60))
def test_no_text_breaks_the_ledger(text):
    for start, stop in ledger.read_ranges(text):
        assert 0 <= start < stop <= ledger.LONGEST


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 60)), max_size=20))
def test_merged_ranges_hold_each_second_once(pairs):
    ranges = [[start, start + length] for start, length in pairs]
    seconds = {second for start, stop in ranges for second in range(start, stop)}
    found = ledger.merged(ranges)
    assert ledger.seconds_in(found) == len(seconds)
    assert all(one[1] < two[0] for one, two in pairwise(found))
