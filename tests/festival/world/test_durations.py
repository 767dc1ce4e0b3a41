import pytest
from hypothesis import given
from hypothesis import strategies as st

from festival.world import durations

lengths = st.integers(min_value=0, max_value=durations.LONGEST)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1:38:20", 5900),
        ("01:38:20", 5900),
        ("00:08:30", 510),
        ("98 min", 5880),
        ("98", 5880),
        ("98.", None),
        ("98.5", 5910),
        ("98,5 min", 5910),
        ("1h 38m 20s", 5900),
        ("1h38m20s", 5900),
        ("1h38", 5880),
        ("1 h 38", 5880),
        ("1 hour 38 minutes 20 seconds", 5900),
        ("1 hour, 38 minutes and 20 seconds", 5900),
        ("98' 20\"", 5900),
        ("98′ 20″", 5900),
        ("5900 s", 5900),
        ("1.5 h", 5400),
        ("98 Min.", 5880),
        ("1 ч 38 мин", 5880),
        ("PT1H38M20S", 5900),
        ("pt98m", 5880),
        ("٩٨ min", 5880),
        ("\uff11:\uff13\uff18:\uff12\uff10", 5900),
        ("0", 0),
        ("100:00:00", 360_000),
    ],
)
def test_durations_are_read_in_the_forms_people_write(text, seconds):
    if seconds is None:
        with pytest.raises(ValueError, match="Write"):
            durations.parse(text)
    else:
        assert durations.parse(text) == seconds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "like 1:38:20"),
        (":", "like 1:38:20"),
        ("min", "like 1:38:20"),
        ("20s 5m", "like 1:38:20"),
        ("5m 5m", "like 1:38:20"),
        ("5 parsecs", "like 1:38:20"),
        ("-5 min", "like 1:38:20"),
        ("9" * 50, "like 1:38:20"),
        ("PT", "like 1:38:20"),
        ("1:38", "1:38:00 or 0:01:38"),
        ("90:15", "90:15:00 or 1:30:15"),
        ("1:60:00", "0 to 59"),
        ("1:00:60", "0 to 59"),
        ("101 h", "100 hours"),
        ("100:00:01", "100 hours"),
        ("1.3333 min", "whole seconds"),
        ("9" * 100, "at most 60 characters"),
        ("5\0 min", "printed"),
    ],
)
def test_what_is_no_duration_is_refused_with_a_way_out(text, says):
    with pytest.raises(ValueError, match=says):
        durations.parse(text)


@given(lengths)
def test_the_written_forms_are_read_back(seconds):
    assert durations.parse(durations.clock(seconds)) == seconds
    assert durations.parse(durations.long(seconds)) == seconds
    assert durations.parse(durations.isoformat(seconds)) == seconds
    assert durations.join(*durations.split(seconds)) == seconds


@given(lengths)
def test_the_short_form_is_off_by_half_a_minute_at_most(seconds):
    assert abs(durations.parse(durations.short(seconds)) - seconds) <= 30


@given(st.text(max_size=70) | st.text("0123456789:hms min.,'\"PT", max_size=60))
def test_no_text_breaks_the_reading(answer, text):
    said = answer(durations.parse, text)
    assert said if isinstance(said, str) else 0 <= said <= durations.LONGEST


def test_the_forms_of_the_design():
    assert durations.short(5900) == "98 min"
    assert durations.short(45) == "45 s"
    assert durations.long(5900) == "1 h 38 min 20 s"
    assert durations.long(3600) == "1 h"
    assert durations.long(0) == "0 s"
    assert durations.clock(510) == "0:08:30"
    assert durations.isoformat(5900) == "PT1H38M20S"
    assert durations.isoformat(36_000) == "PT10H"
    assert durations.isoformat(0) == "PT0S"


@pytest.mark.parametrize("fields", [(0, 60, 0), (0, 0, 60), (-1, 0, 0), (0, -1, 0), (101, 0, 0)])
def test_three_fields_have_their_limits(fields):
    with pytest.raises(ValueError, match=r"0 to 59|100 hours"):
        durations.join(*fields)
