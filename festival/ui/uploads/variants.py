"""The sizes that pages need, cut from one picture of at most 2400 px."""

import io
from dataclasses import dataclass

from PIL import Image

from .turns import in_turn

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
    The same width has the same bytes whatever the kind, because two rows may share the files of
    one picture: each size is cut from the picture itself, and transparency always stays in WebP
    and becomes white in JPEG.
    """
    image = picture.image
    widths = sorted({min(width, image.width) for width in WIDTHS[kind]})
    middle = widths[len(widths) // 2]
    wanted = [(width, "webp") for width in widths]
    wanted += [(width, "jpg") for width in sorted({middle, image.width})]
    return in_turn(lambda: [_variant(image, width, ext) for width, ext in wanted])


def _resized(image, width):
    if width == image.width:
        return image.copy()
    size = (width, max(1, round(image.height * width / image.width)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)


def _variant(image, width, ext):
    target, image = io.BytesIO(), _resized(image, width)
    image.info.clear()
    if ext == "webp":
        image.save(target, "WEBP", quality=72, method=4)
    else:
        _on_white(image).save(target, "JPEG", quality=84, optimize=True, progressive=True)
    return Variant(image.width, image.height, ext, target.getvalue())


def _on_white(image):
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
