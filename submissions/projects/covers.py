"""Covers drawn from the title for films and scripts that have no poster: SVG text, no fonts.

The same title always gives the same picture. Long lines of Latin, Greek and Cyrillic carry
`textLength`, so that they fill their measure in whatever font the visitor has.
"""

import hashlib
from functools import cache
from html import escape
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import drawing
from .title_lines import clean, is_capital_script, is_right_to_left, split_title, width_of

WIDTH, HEIGHT, MARGIN = 400, 600, 30
MEASURE = WIDTH - 2 * MARGIN
DISPLAY = (
    "'Avenir Next Condensed','Bahnschrift Condensed',Bahnschrift,'Roboto Condensed',"
    "sans-serif-condensed,'Arial Narrow','Liberation Sans Narrow','Nimbus Sans Narrow',sans-serif"
)
MONO = "'Courier Prime','Courier New',Courier,'Nimbus Mono PS','Liberation Mono',monospace"
PAPER = "#f6f2ea"
INK = "#26211a"


def cover_hue(title):
    """Return the hue of the drawn cover as one of 24 buckets of 15 degrees."""
    return _seed(title)[4] % 24


def cover_hash(title, *, credit_line="", year="", kind_label=""):
    """Return 10 hex digits that change when the cover of these words would: film or script."""
    language = get_language() or ""
    words = [_drawing_version(), language, title, credit_line, str(year or ""), kind_label]
    return hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()[:10]


@cache
def _drawing_version():
    here = Path(__file__).parent
    parts = [(here / f"{name}.py").read_bytes() for name in ("covers", "drawing", "title_lines")]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def _seed(title):
    return hashlib.sha256(title.encode("utf-8", "replace")).digest()


def cover_svg(title, *, credit_line="", year="", kind_label=""):
    """Return the cover of a film as an SVG document of 400 × 600 units."""
    seed = _seed(title)
    hue, random = seed[4] % 24 * 15, drawing.Numbers(seed)
    colours = drawing.palette(hue)
    name, year = clean(title) or "·", clean(str(year or ""))
    label = f"{name}, {year}" if year else name
    shade = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#%s)"/>'
    return (
        f"{_open(label)}{drawing.gradients(colours)}{shade % 'a'}"
        f"{drawing.composition(seed[5] % 8, random, colours)}{shade % 'b'}"
        f'<g font-family="{DISPLAY}" fill="{PAPER}">{_title(name)}'
        f'<path d="M{MARGIN} {HEIGHT - 54}h{MEASURE}" stroke="{PAPER}" stroke-opacity=".45"/>'
        f'<g font-size="14" font-weight="500" letter-spacing="1.2">'
        f"{_small(credit_line, HEIGHT - 30, 270)}"
        f'<text x="{WIDTH - MARGIN}" y="{HEIGHT - 30}" text-anchor="end">{escape(year)}</text>'
        f'<g opacity=".8">{_small(kind_label, MARGIN + 12, MEASURE)}</g></g></g></svg>'
    )


def script_cover_svg(title, *, credit_line="", written_by=None):
    """Return the title page of a script as an SVG document; `written_by` replaces those words."""
    name, author = clean(title) or "·", clean(credit_line)
    lines = split_title(name.upper() if is_capital_script(name) else name, most=6)
    size = min(40, 290 / (max(map(width_of, lines)) * 1.2))
    first = 228 - (len(lines) - 1) * size * 0.6
    rows = [
        f'<text x="206" y="{first + i * size * 1.2:.0f}" font-size="{size:.1f}" font-weight="700"'
        f"{_spacing(name, size)}>{escape(line)}</text>"
        for i, line in enumerate(lines)
    ]
    low = first + (len(lines) - 1) * size * 1.2
    words = _("written by") if written_by is None else written_by
    return (
        f"{_open(name)}{drawing.TITLE_PAGE}"
        f'<g font-family="{MONO}" fill="{INK}" text-anchor="middle">{"".join(rows)}'
        f'<path d="M146 {low + 22:.0f}H266" stroke="{INK}"/>{_author(words, author, low)}</g></svg>'
    )


def _author(words, author, low):
    if not author:
        return ""
    size = min(19, 300 / (width_of(author) * 1.2))
    return (
        f'<text x="206" y="{low + 66:.0f}" font-size="15">{escape(words)}</text>'
        f'<text x="206" y="{low + 96:.0f}" font-size="{size:.1f}">{escape(author)}</text>'
    )


def _open(label):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" role="img" aria-label="{escape(label)}">'
    )


def _spacing(text, size):
    # Letters that join must not be pulled apart.
    return f' letter-spacing="{size * 0.06:.1f}"' if is_capital_script(text) else ""


def _title(name):
    capitals, from_right = is_capital_script(name), is_right_to_left(name)
    lines = split_title(name.upper() if capitals else name)
    side = f'x="{WIDTH - MARGIN}" direction="rtl"' if from_right else f'x="{MARGIN}"'
    rows, y = [], HEIGHT - 74
    for line in reversed(lines):
        size = min(146, MEASURE / width_of(line))
        force = ""
        if capitals and len(line) > 3:
            force = f' textLength="{MEASURE}" lengthAdjust="spacingAndGlyphs"'
        text = f'<text {side} y="{y:.0f}" font-size="{size:.1f}"{force}>{escape(line)}</text>'
        rows.insert(0, text)
        y -= size * (0.74 if capitals else 1) + 12
    return f'<g font-weight="800" font-stretch="condensed">{"".join(rows)}</g>'


def _small(words, y, room):
    words = clean(words)
    words = words.upper() if is_capital_script(words) else words
    if not words:
        return ""
    needed = width_of(words) * 14 * 1.25
    force = ""
    if needed > room:
        # Two directors with long names are narrowed rather than cut.
        force = f' textLength="{room}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{MARGIN}" y="{y}"{force}>{escape(words)}</text>'
