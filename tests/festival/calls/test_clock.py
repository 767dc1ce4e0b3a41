"""Wall clocks: the same instant in several towns, and over a change of clocks."""

from datetime import UTC, datetime, timedelta

import pytest

from festival.calls.clock import arrival, days_and_hours, wall

INSTANT = datetime(2026, 12, 15, 22, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Europe/Oslo", "15 23:59"),
        ("America/New_York", "15 17:59"),
        ("Asia/Kathmandu", "16 04:44"),
        ("UTC", "15 22:59"),
        ("No/Such", "15 22:59"),
        ("../../etc/passwd", "15 22:59"),
        ("", "15 22:59"),
    ],
)
def test_an_instant_is_shown_as_the_wall_has_it(zone, text):
    assert wall(INSTANT, zone).strftime("%d %H:%M") == text


def test_the_wall_follows_the_change_of_clocks():
    summer = datetime(2026, 10, 24, 21, 59, tzinfo=UTC)
    assert wall(summer, "Europe/Oslo").strftime("%H:%M") == "23:59"
    assert wall(summer + timedelta(days=1), "Europe/Oslo").strftime("%H:%M") == "22:59"


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        (timedelta(days=23, hours=21, minutes=17), (23, 21)),
        (timedelta(hours=1), (0, 1)),
        (timedelta(minutes=59, seconds=59), (0, 0)),
        (timedelta(seconds=-5), (0, 0)),
    ],
)
def test_what_is_left_is_counted_in_whole_days_and_hours(left, shown):
    assert days_and_hours(INSTANT + left, INSTANT) == shown


def test_the_instant_of_the_first_middleware_decides(rf):
    request = rf.get("/")
    request.arrived_at = INSTANT
    assert arrival(request) == INSTANT
