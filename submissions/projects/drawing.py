"""The drawn parts of a cover: colours in OKLCH and eight compositions, without any text."""

import math

# OKLab to linear sRGB, B. Ottosson (https://bottosson.github.io/posts/oklab/).
TO_LMS = (
    (0.3963377774, 0.2158037573),
    (-0.1055613458, -0.0638541728),
    (-0.0894841775, -1.291485548),
)
TO_RGB = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.707614701),
)
TITLE_PAGE = (
    '<defs><linearGradient id="p" x2="1" y2="1"><stop stop-color="#f4eee1"/>'
    '<stop offset="1" stop-color="#e2d8c4"/></linearGradient>'
    '<radialGradient id="g" cx=".35" cy=".3"><stop stop-color="#f4dfa0"/>'
    '<stop offset="1" stop-color="#a27a2c"/></radialGradient></defs>'
    '<rect width="400" height="600" fill="url(#p)"/>'
    '<path d="M52 0V600" stroke="#cbbd9f" stroke-width="1"/>'
    '<circle cx="28" cy="96" r="9" fill="url(#g)"/><circle cx="28" cy="300" r="8" fill="#cfc3a9"/>'
    '<circle cx="28" cy="504" r="9" fill="url(#g)"/>'
)


class Numbers:
    """A small repeatable source of whole numbers, seeded with the hash of a title."""

    def __init__(self, seed):
        self.state = int.from_bytes(seed[:4], "big")

    def __call__(self, below):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) % below


def _linear(light, chroma, hue):
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    lms = [(light + i * a + j * b) ** 3 for i, j in TO_LMS]
    return [sum(k * v for k, v in zip(row, lms, strict=True)) for row in TO_RGB]


def oklch(light, chroma, hue):
    """Return OKLCH (0 to 1, chroma, degrees) as #rrggbb, with less chroma until it fits sRGB."""
    rgb = _linear(light, chroma, hue)
    while not all(-1e-4 <= part <= 1.0001 for part in rgb) and chroma >= 0.002:
        chroma *= 0.96
        rgb = _linear(light, chroma, hue)
    return "#" + "".join(f"{round(_gamma(min(1, max(0, part))) * 255):02x}" for part in rgb)


def _gamma(part):
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def palette(hue):
    """Return ground, depth and three colours around a hue in degrees."""
    return (
        oklch(0.36, 0.09, hue),
        oklch(0.18, 0.05, hue + 12),
        oklch(0.52, 0.13, hue - 18),
        oklch(0.74, 0.15, hue + 34),
        oklch(0.87, 0.09, hue + 70),
    )


def gradients(colours):
    """Return the definitions of the ground (a) and of the shade under the title (b)."""
    ground, deep = colours[:2]
    return (
        f'<defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="{ground}"/>'
        f'<stop offset="1" stop-color="{deep}"/></linearGradient>'
        f'<linearGradient id="b" x2="0" y2="1">'
        f'<stop offset=".3" stop-color="{deep}" stop-opacity="0"/>'
        f'<stop offset=".78" stop-color="{deep}" stop-opacity=".94"/></linearGradient></defs>'
    )


def composition(number, random, colours):
    """Return the shapes of one of the eight compositions (0 to 7)."""
    return COMPOSITIONS[number](random, *colours[2:])


def _circle(cx, cy, r, fill, opacity="1"):
    return f'<circle cx="{cx}" cy="{cy}" r="{r}" fill="{fill}" opacity="{opacity}"/>'


def _bar(x, y, width, height, fill, opacity):
    box = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return f'<rect {box} fill="{fill}" opacity="{opacity:.2f}"/>'


def _sun(random, c1, c2, c3):
    r = 92 + random(60)
    first = _circle(120 + random(160), 170 + random(50), r, c2)
    return first + _circle(90 + random(220), 210 + random(40), r // 2, c1, ".85")


def _strata(random, c1, c2, c3):
    shapes, y = [], 70
    for i in range(7):
        height = 8 + i * 7 + random(8)
        shapes.append(_bar(0, y, 400, height, (c1, c2)[i % 2], 0.25 + i * 0.1))
        y += height + 5
    return "".join(shapes)


def _ripples(random, c1, c2, c3):
    x, y = 80 + random(240), 110 + random(120)
    return "".join(
        f'<circle cx="{x}" cy="{y}" r="{18 + i * 30}" fill="none" stroke="{c2 if i % 3 else c3}"'
        f' stroke-width="{9 - i * 0.75:.1f}" opacity="{0.95 - i * 0.085:.2f}"/>'
        for i in range(10)
    )


def _light_bars(random, c1, c2, c3):
    shapes, x = [], 0
    for i in range(14):
        width = 6 + random(26)
        shapes.append(_bar(x, 0, width, 600, c1 if i % 4 else c2, 0.18 + (i * 37 % 10) / 14))
        x += width + 10 + random(10)
    return "".join(shapes)


def _beam(random, c1, c2, c3):
    x = 40 + random(320)
    left, right = 220 + random(100), 180 + random(60)
    return (
        f'<path d="M{x} -20 L-140 600 H{left}Z" fill="{c2}" opacity=".8"/>'
        f'<path d="M{x} -20 L{right} 600 H620Z" fill="{c1}" opacity=".55"/>'
    )


def _windows(random, c1, c2, c3):
    shapes = []
    for i in range(42):
        fill = (c1, c2, c3)[0 if random(10) < 6 else 1 + random(2)]
        x, y = 40 + i % 6 * 56, 56 + i // 6 * 48
        shapes.append(_bar(x, y, 38, 28, fill, 0.35 + random(60) / 100))
    return "".join(shapes)


def _two_lives(random, c1, c2, c3):
    return _circle(150, 190, 118, c1, ".9") + _circle(256, 196 + random(40), 118, c3, ".62")


def _arches(random, c1, c2, c3):
    x = 90 + random(220)
    return "".join(
        f'<path d="M{x - r} 460V230a{r} {r} 0 0 1 {2 * r} 0V460" fill="none"'
        f' stroke="{(c1, c2, c3)[i % 3]}" stroke-width="{20 - i * 2}"'
        f' opacity="{0.9 - i * 0.06:.2f}"/>'
        for i, r in enumerate(range(36, 216, 30))
    )


COMPOSITIONS = (
    _sun,
    _strata,
    _ripples,
    _light_bars,
    _beam,
    _windows,
    _two_lives,
    _arches,
)
