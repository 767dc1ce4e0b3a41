"""A picture at the limits, read by a fresh process that loads the whole site first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from festival.ui.uploads.headers import read_header
from tests.festival.ui import hostile

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="peak memory is read from Linux's /proc"
)
PIXELS = (8660, 5773)
LIMIT_MB = 300
READ = r"""
import re, sys
from concurrent.futures import ThreadPoolExecutor
import django
django.setup()
from django.core.files import File
from django.urls import get_resolver
from festival.ui.uploads import BadUpload, read_picture, variants
get_resolver().url_patterns

def read(path):
    with open(path, "rb") as stream:
        try:
            picture = read_picture(File(stream, name=path))
            return f"read {picture.width} {picture.height} {len(variants(picture, 'still'))}"
        except BadUpload as error:
            return f"refused {error.messages[0]}"

with ThreadPoolExecutor() as pool:
    print(*pool.map(read, sys.argv[1:]), end=" ")
# Not getrusage: its peak starts with that of the process that started this one.
print(int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) // 1024)
"""


def soft(mode):
    """50 megapixels that compress well and use every level."""
    shades = Image.linear_gradient("L").resize(PIXELS, Image.Resampling.NEAREST)
    return shades if mode == "L" else Image.merge(mode, [shades] * len(mode))


def noisy():
    grain = [Image.effect_noise((1083, 722), spread) for spread in (40, 60, 80)]
    return Image.merge("RGB", grain).resize(PIXELS, Image.Resampling.NEAREST)


def write_jpeg(path):
    noisy().save(path, quality=60)


def write_progressive_jpeg(path):
    noisy().save(path, quality=50, progressive=True)


def write_heavy_jpeg(path):
    noisy().save(path, quality=50, progressive=True, subsampling=0)


def write_png(path):
    soft("RGB").save(path, compress_level=1)


def write_clear_png(path):
    soft("RGBA").save(path, compress_level=1)


def write_deep_png(path):
    import zlib

    row = bytes([1]) + bytes(PIXELS[0] * 8)
    squeeze = zlib.compressobj(1)
    parts = [squeeze.compress(row) for _ in range(PIXELS[1])] + [squeeze.flush()]
    head = hostile.png_claiming(*PIXELS, colour=6, bits=16)[:33]
    data = hostile.chunk(b"IDAT", b"".join(parts))
    path.write_bytes(head + data + hostile.chunk(b"IEND", b""))


def write_webp(path):
    soft("RGB").save(path, quality=75, method=0)


def write_lossless_webp(path):
    soft("L").point(lambda level: level // 8 * 8).convert("RGB").save(
        path, lossless=True, method=1, quality=0
    )


def peak(*paths):
    run = subprocess.run(
        [sys.executable, "-c", READ, *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": os.getcwd()},
        check=True,
    )
    *words, megabytes = run.stdout.split()
    return " ".join(words), int(megabytes)


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (write_jpeg, "a.jpg"),
        (write_progressive_jpeg, "a.jpg"),
        (write_png, "a.png"),
        (write_clear_png, "a.png"),
        (write_deep_png, "a.png"),
        (write_webp, "a.webp"),
    ],
)
def test_fifty_megapixels_are_read_in_less_than_300_mb(write, name, tmp_path):
    write(tmp_path / name)
    words, megabytes = peak(tmp_path / name)
    assert words.startswith(f"read {PIXELS[0]} {PIXELS[1]}")
    assert megabytes < LIMIT_MB


def test_three_people_at_once_stay_below_the_same_limit(tmp_path):
    soft("RGB").save(tmp_path / "a.jpg", quality=50, progressive=True)
    words, megabytes = peak(*[tmp_path / "a.jpg"] * 3)
    assert words.count("read 8660 5773") == 3
    assert megabytes < LIMIT_MB


@pytest.mark.parametrize(
    ("write", "name"), [(write_heavy_jpeg, "a.jpg"), (write_lossless_webp, "a.webp")]
)
def test_what_no_decoder_can_read_in_300_mb_is_refused_before_it_is_tried(write, name, tmp_path):
    write(tmp_path / name)
    words, megabytes = peak(tmp_path / name)
    assert words.startswith("refused")
    assert "too much memory" in words
    assert megabytes < LIMIT_MB / 2


def test_kept_coefficients_of_a_progressive_jpeg_are_counted():
    plain, progressive = hostile.jpeg(subsampling=0), hostile.jpeg(subsampling=0, progressive=True)
    assert read_header("JPEG", plain).decode_bytes == 0
    assert read_header("JPEG", progressive).decode_bytes == 60 * 40 * 3 * 2
