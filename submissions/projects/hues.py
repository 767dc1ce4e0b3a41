"""The hue that a project page takes from its poster, as one of 24 buckets of 15 degrees."""

import math

from PIL import Image

# Linear sRGB to OKLab, B. Ottosson (https://bottosson.github.io/posts/oklab/).
TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_A = (1.9779984951, -2.428592205, 0.4505937099)
TO_B = (0.0259040371, 0.7827717662, -0.808675766)
COLOURS = 16
LEAST_CHROMA = 0.045
LEAST_SHARE = 0.02


def hue_bucket(image):
    """Return the OKLCH hue of the most frequent colour that is not grey, or None."""
    small = _on_white(image)
    small.thumbnail((120, 180))
    few = small.quantize(COLOURS, method=Image.Quantize.MEDIANCUT)
    palette, total = few.getpalette(), small.width * small.height
    for count, index in sorted(few.getcolors(), reverse=True):
        if count < total * LEAST_SHARE:
            return None
        chroma, hue = _chroma_hue(palette[3 * index : 3 * index + 3])
        if chroma >= LEAST_CHROMA:
            return round(hue / 15) % 24
    return None


def _on_white(image):
    if image.mode != "RGBA":
        return image.convert("RGB")
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def _linear(part):
    part /= 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _chroma_hue(rgb):
    rgb = [_linear(part) for part in rgb]
    lms = [sum(k * v for k, v in zip(row, rgb, strict=True)) ** (1 / 3) for row in TO_LMS]
    a, b = (sum(k * v for k, v in zip(row, lms, strict=True)) for row in (TO_A, TO_B))
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360
