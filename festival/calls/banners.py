"""A drawn banner for each festival: a light low over the water, in the hue of the festival."""

import hashlib

BUCKETS = 24


def hue_of(festival) -> int:
    """Return the hue of `festival` as one of 24 buckets; without a chosen one, from its name."""
    if festival.hue is not None:
        return festival.hue % BUCKETS
    return _seed(festival)[0] % BUCKETS


def banner_svg(festival) -> str:
    """Return an SVG document of 1600 × 670 units without any text; the same name, the same one."""
    seed = _seed(festival)
    hue = hue_of(festival) * 360 // BUCKETS
    sun, horizon = 420 + seed[1] * 3, 330 + seed[2] % 60
    hills = " ".join(
        f"L{x} {horizon - 6 - seed[3 + i] % 34}" for i, x in enumerate(range(0, 1700, 100))
    )
    waves = "".join(_wave(i, sun, horizon, hue, seed) for i in range(14))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 670" width="1600" height="670">'
        f'<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl({hue} 45% 22%)"/>'
        f'<stop offset=".7" stop-color="hsl({(hue + 40) % 360} 38% 46%)"/>'
        f'<stop offset="1" stop-color="hsl({(hue + 130) % 360} 46% 62%)"/></linearGradient>'
        f'<linearGradient id="w" x2="0" y2="1"><stop stop-color="hsl({hue} 32% 38%)"/>'
        f'<stop offset="1" stop-color="hsl({hue} 45% 11%)"/></linearGradient>'
        '<radialGradient id="l"><stop stop-color="#fff2d0"/>'
        '<stop offset=".16" stop-color="#ffe2a8" stop-opacity=".75"/>'
        '<stop offset="1" stop-color="#ffd58a" stop-opacity="0"/></radialGradient></defs>'
        f'<rect width="1600" height="{horizon}" fill="url(#s)"/>'
        f'<circle cx="{sun}" cy="{horizon - 40}" r="300" fill="url(#l)"/>'
        f'<path d="M0 {horizon} {hills} L1600 {horizon}Z" fill="hsl({hue} 40% 14%)"/>'
        f'<rect y="{horizon}" width="1600" height="{670 - horizon}" fill="url(#w)"/>{waves}</svg>'
    )


def _wave(number, sun, horizon, hue, seed) -> str:
    y = horizon + 8 + number * number * 1.7
    width = 60 + seed[20 + number % 12] + number * 12
    opacity = max(0.08, 0.6 - number * 0.04)
    return (
        f'<rect x="{sun - width // 2}" y="{y:.1f}" width="{width}" height="{2 + number // 4}" '
        f'fill="hsl({(hue + 130) % 360} 60% 76%)" opacity="{opacity:.2f}"/>'
    )


def _seed(festival) -> bytes:
    return hashlib.sha256(festival.name.encode("utf-8", "replace")).digest()
