from datetime import UTC, datetime

import pytest
from django.template import Context, Template

from festival.calls.clock import wall


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("America/New_York", "15 December 2026, 23:59"),
        ("Europe/Oslo", "16 December 2026, 05:59"),
        ("Asia/Kathmandu", "16 December 2026, 10:44"),
        ("Nowhere/Land", "16 December 2026, 04:59"),
    ],
)
def test_a_template_shows_the_wall_clock_and_not_the_site_s(zone, shown):
    at = wall(datetime(2026, 12, 16, 4, 59, tzinfo=UTC), zone)

    text = Template('{{ at|date:"j F Y, H:i" }}').render(Context({"at": at}))

    assert text == shown


def test_the_hour_that_comes_twice_stays_the_one_that_it_was():
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    assert wall(second, "Europe/Oslo").astimezone(UTC) == second
