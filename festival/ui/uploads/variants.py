"""The sizes that pages need, cut from one picture in a cascade from large to small."""

import io
from dataclasses import dataclass

from PIL import Image

WIDTHS = {
    "poster": (240, 400, 600),
    "still": (780, 960, 1600),
    "banner": (780, 960, 1600),
    "portrait": (240, 480),
    "laurel": (240, 480),
}


@dataclass(frozen=True)
class Variant:
    """One file for the page or, as the widest `jpg`, for the press; sizes in pixels."""

    width: int
    height: int
    ext: str
    content: bytes


def variants(picture, kind):
    """Return WebP for each width of the kind, a JPEG of the middle one and one JPEG for the press.

    Nothing is enlarged: a picture narrower than a width comes in its own width instead.
    Transparency stays in WebP and becomes white in JPEG, whatever the kind, because two rows may
    share the files of one picture.
    """
    widths = sorted({min(width, picture.image.width) for width in WIDTHS[kind]})
    middle, made = widths[len(widths) // 2], []
    image = picture.image
    press = _variant(image, "jpg")
    for width in reversed(widths):
        if width < image.width:
            height = max(1, round(picture.image.height * width / picture.image.width))
            image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2)
        made.append(_variant(image, "webp"))
        if width == middle and width != press.width:
            made.append(_variant(image, "jpg"))
    return [*reversed(made), press]


def _variant(image, ext):
    target = io.BytesIO()
    clean = image.copy()
    clean.info.clear()
    if ext == "webp":
        clean.save(target, "WEBP", quality=72, method=4)
    else:
        _on_white(clean).save(target, "JPEG", quality=84, optimize=True, progressive=True)
    return Variant(image.width, image.height, ext, target.getvalue())


def _on_white(image):
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
