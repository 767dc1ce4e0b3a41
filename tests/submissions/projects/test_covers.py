"""Covers drawn from a title: the same each time, well-formed and harmless for any text."""

import time
from xml.etree import ElementTree

import pytest
from django.utils import translation

from submissions.projects import covers
from submissions.projects.covers import cover_hash, cover_hue, cover_svg, script_cover_svg
from submissions.projects.title_lines import is_right_to_left, split_title, width_of

SVG = "{http://www.w3.org/2000/svg}"
LONG = " ".join(["The Incredibly Long and Winding Story of My Grandmother"] * 4)
TITLES = [
    "Kelp",
    "The Cartographer's Daughter",
    "Полярная ночь",
    "千と千尋の神隠し",
    "上海の長い夜の物語について語るときに僕の語ること",
    "겨울 바다",
    "مدينة الأحزان",
    "ליל ירח",
    "सूखी नदी का गीत",
    "แม่น้ำที่หายไปจากแผนที่",
    "👩‍👩‍👧‍👦🎈🎉",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "x" * 300,
    "a b " * 200,
    "雪" * 300,
    LONG,
    "",
    "   ",
    "?",
    "\x00\x01\ufffe\ud800",
    "</text><script>alert(1)</script>",
    '"><image href="//x"/>',
    "]]>&amp;<!--",
    "\u202egnp.exe",
]


def texts(svg):
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def title_lines(svg):
    group = ElementTree.fromstring(svg).find(f".//{SVG}g[@font-weight='800']")
    return list(group)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("draw", [cover_svg, script_cover_svg])
def test_any_title_gives_a_small_well_formed_picture_without_script(title, draw):
    started = time.process_time()
    svg = draw(title, credit_line=title)
    assert time.process_time() - started < 0.5
    root = ElementTree.fromstring(svg.encode())
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {
        *("svg", "defs", "linearGradient", "radialGradient", "stop"),
        *("rect", "circle", "path", "g", "text"),
    }
    assert not any(key == "style" or key.startswith("on") for e in root.iter() for key in e.attrib)
    assert "href" not in {key for element in root.iter() for key in element.attrib}
    assert len(svg.encode()) < 8_000
    assert root.get("aria-label")


@pytest.mark.parametrize("title", TITLES)
def test_every_line_stays_inside_the_cover(title):
    for line in title_lines(cover_svg(title)):
        assert float(line.get("font-size")) * width_of(line.text) <= covers.MEASURE * 1.01
        assert float(line.get("y")) > float(line.get("font-size")) * 0.74
        assert float(line.get("y")) <= 526


def test_the_same_words_give_the_same_picture():
    assert cover_svg("Kelp", year=2026) == cover_svg("Kelp", year=2026)
    assert cover_svg("Kelp") != cover_svg("Kelp 2")


def test_the_cover_says_title_credit_year_and_kind():
    svg = cover_svg("Kelp", credit_line="Mika Tanabe", year=2026, kind_label="Animation")
    assert texts(svg) == ["KELP", "MIKA TANABE", "2026", "ANIMATION"]
    assert ElementTree.fromstring(svg).get("aria-label") == "Kelp, 2026"


def test_without_a_year_no_year_is_shown():
    assert texts(cover_svg("Kelp", year=None)) == ["KELP", ""]


@pytest.mark.parametrize("title", ["Tram No. 9", "Ωκεανός", "Полярная ночь", "Polar’s – Night…"])
def test_latin_greek_and_cyrillic_fill_the_measure_in_capitals(title):
    lines = title_lines(cover_svg(title))
    assert " ".join(line.text for line in lines) == title.upper()
    assert all(line.get("textLength") == "340" for line in lines if len(line.text) > 3)


@pytest.mark.parametrize("title", ["مدينة الأحزان", "ליל ירח", "सूखी नदी", "千と千尋の神隠し"])
def test_other_scripts_are_never_stretched(title):
    lines = title_lines(cover_svg(title))
    assert "".join(line.text for line in lines).replace(" ", "") == title.replace(" ", "")
    assert not any(line.get("textLength") for line in lines)


@pytest.mark.parametrize(
    ("title", "from_right"),
    [
        ("مدينة", True),
        ("ליל", True),
        ("19 ליל", True),
        ("Kelp", False),
        ("雪", False),
        ("?", False),
    ],
)
def test_right_to_left_titles_start_at_the_right_edge(title, from_right):
    assert is_right_to_left(title) is from_right
    for line in title_lines(cover_svg(title)):
        assert line.get("direction") == ("rtl" if from_right else None)
        assert line.get("x") == ("370" if from_right else "30")


def test_lines_of_japanese_do_not_start_with_a_closing_mark_and_keep_marks_together():
    lines = split_title("ラーメン、ショー、キャッチャー、ヴィーナス")
    assert len(lines) > 1
    assert not any(line[0] in "、ーャッョィュ" for line in lines)


def test_a_family_emoji_is_never_cut():
    family = "👩‍👩‍👧‍👦"
    lines = split_title(f"{family}🎈🎉🔥{family}💧🌍🪐")
    assert len(lines) > 1
    assert sum(family in line for line in lines) >= 1
    assert not any(line.startswith("\u200d") or line.endswith("\u200d") for line in lines)


def test_very_long_titles_are_cut_with_an_ellipsis_and_long_words_with_hyphens():
    assert title_lines(cover_svg(LONG))[-1].text.endswith("…")
    lines = [line.text for line in title_lines(cover_svg(TITLES[11]))]
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.rstrip("-") for line in lines) == TITLES[11].upper()


def test_the_script_cover_is_a_title_page():
    svg = script_cover_svg("The Second Harvest", credit_line="Odile Brandt")
    assert texts(svg) == ["THE", "SECOND", "HARVEST", "written by", "Odile Brandt"]
    assert texts(script_cover_svg("Kengir")) == ["KENGIR"]
    own = script_cover_svg("Kengir", credit_line="A", written_by="par")
    assert texts(own)[1] == "par"


def test_the_hash_follows_every_word_on_the_cover():
    base = {"credit_line": "A", "year": 2026, "kind_label": "Short"}
    found = {cover_hash("Kelp", **base), cover_hash("Kelt", **base), cover_hash("Kelp")}
    for key, other in (("credit_line", "B"), ("year", 2025), ("kind_label", "Feature")):
        found.add(cover_hash("Kelp", **{**base, key: other}))
    assert len(found) == 6
    assert all(len(value) == 10 and int(value, 16) >= 0 for value in found)
    assert cover_hash("Kelp", **base) == cover_hash("Kelp", **base)


def test_the_hash_of_a_script_follows_the_language_of_its_title_page():
    with translation.override("fr"):
        french = cover_hash("Kengir")
    assert french != cover_hash("Kengir")


def test_the_hue_is_one_of_24_and_that_of_the_drawn_ground():
    hues = {cover_hue(f"Title {number}") for number in range(400)}
    assert hues == set(range(24))


def test_covers_do_not_depend_on_the_language_of_the_reader():
    with translation.override("fr"):
        french = cover_svg("Kelp", credit_line="Mika", year=2026, kind_label="Short")
    assert french == cover_svg("Kelp", credit_line="Mika", year=2026, kind_label="Short")
