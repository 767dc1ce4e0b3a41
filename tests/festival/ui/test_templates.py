import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = settings.BASE_DIR
PAGES = ROOT / "templates"
LETTERS = "letters"
INLINE = re.compile(r"""<[a-z][^>]*\s(style|on[a-z]+)\s*=\s*["']""", re.I)
WEIGHTS = {"css/portal.css": 12_000, "css/studio.css": 7_000, "js/portal.js": 4_000}


def pages():
    found = [page for page in PAGES.rglob("*.html") if LETTERS not in page.relative_to(PAGES).parts]
    assert found
    return found


def test_no_page_holds_inline_style_or_script():
    for page in pages():
        text = page.read_text()
        assert not INLINE.search(text), page
        assert "<style" not in text, page
        assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)", text), page


def test_the_search_for_inline_code_finds_it():
    assert INLINE.search('<p class="a" style="color:red">')
    assert INLINE.search("<button type=button onclick='x()'>")
    assert not INLINE.search('<p data-on="x">style="</p>')


def test_no_page_marks_text_as_safe():
    for page in pages():
        assert "|safe" not in page.read_text(), page


def test_every_template_can_be_parsed():
    for page in pages():
        get_template(str(page.relative_to(PAGES)))


@pytest.mark.parametrize("name", WEIGHTS)
def test_style_and_script_stay_light(name):
    brotli = pytest.importorskip("brotli")
    assert len(brotli.compress((ROOT / "static" / name).read_bytes())) <= WEIGHTS[name]


def test_our_style_asks_nobody_else_for_anything():
    for sheet in Path(ROOT / "static/css").glob("*.css"):
        assert not re.search(r"url\(|@import|//[a-z]", sheet.read_text()), sheet


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tokens():
    css = (ROOT / "static/css/portal.css").read_text()
    return {
        name: (light, dark)
        for name, light, dark in re.findall(
            r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", css
        )
    }


TEXTS = ["text", "text-2", "text-3", "lamp-ink", "ok", "warn", "bad", "info"]
PAIRS = [(ink, ground, 4.5) for ink in TEXTS for ground in ("bg", "surface", "sunken")]
PAIRS += [(s, f"{s}-wash", 4.5) for s in ("info", "review", "short", "ok", "warn", "bad")]
PAIRS += [("ctl", ground, 3) for ground in ("bg", "surface", "sunken")]


@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_each_pair_of_colours_keeps_its_contrast(ink, ground, least):
    inks, grounds = tokens()[ink], tokens()[ground]
    assert contrast(inks[0], grounds[0]) >= least
    assert contrast(inks[1], grounds[1]) >= least
