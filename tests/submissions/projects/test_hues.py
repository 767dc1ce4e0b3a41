"""The hue of a film from its poster: frequent, coloured, one of 24."""

import pytest
from PIL import Image

from submissions.projects.drawing import oklch
from submissions.projects.hues import hue_bucket


@pytest.mark.parametrize("bucket", range(24))
def test_each_bucket_is_found_again_in_its_own_colour(bucket):
    image = Image.new("RGB", (300, 450), oklch(0.6, 0.11, bucket * 15))
    assert hue_bucket(image) == bucket


@pytest.mark.parametrize("shade", ["black", "white", "#808080", "#8a8680"])
def test_a_grey_poster_has_no_hue(shade):
    assert hue_bucket(Image.new("RGB", (300, 450), shade)) is None


def test_the_frequent_colour_counts_and_not_the_loudest():
    image = Image.new("RGB", (300, 450), "black")
    image.paste(oklch(0.6, 0.09, 240), (0, 0, 300, 150))
    image.paste((255, 0, 0), (0, 400, 40, 450))
    assert hue_bucket(image) == 16


def test_a_spot_of_colour_on_a_grey_poster_does_not_tint_the_page():
    image = Image.new("RGB", (300, 450), "#777777")
    image.paste((255, 0, 0), (0, 0, 20, 20))
    assert hue_bucket(image) is None


def test_transparent_parts_count_as_white():
    image = Image.new("RGBA", (300, 450), (255, 0, 0, 0))
    assert hue_bucket(image) is None


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_the_smallest_pictures_work(mode):
    assert hue_bucket(Image.new(mode, (1, 1))) is None


def test_the_picture_itself_is_left_as_it_was():
    image = Image.new("RGB", (300, 450), "navy")
    hue_bucket(image)
    assert image.size == (300, 450)
