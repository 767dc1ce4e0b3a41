"""From an uploaded file to an upright sRGB picture without metadata, in bounded memory."""

import hashlib
import io
import zlib
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageCms

from . import scanlines, webp
from .headers import read_header
from .signatures import MIB, BadUpload, kind_of, read_bounded, require_extension
from .turns import in_turn

LONGEST = 2400
MAX_SIDE = 12_000
MAX_SCANS = 40
# With some 90 MB for Django itself and 20 MB for the file this keeps a worker under 300 MB.
DECODE_BYTES = 160_000_000
MAX_PROFILE = 4 * MIB
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Picture:
    """An accepted picture: `image` is RGB or RGBA, upright, sRGB, longest side at most 2400 px.

    `width` and `height` are those of the original after its orientation; `sha256` and `size`
    (bytes) are of the file as it was sent.
    """

    image: Image.Image
    width: int
    height: int
    format: str
    sha256: str
    size: int


def read_picture(file, *, max_bytes=20 * MIB, max_pixels=50_000_000):
    """Return the Picture in an uploaded JPEG, PNG or WebP; raise BadUpload for anything else."""
    return in_turn(_read, file, max_bytes, max_pixels)


def _read(file, max_bytes, max_pixels):
    content = read_bounded(file, max_bytes)
    kind = _picture_kind(content[:32])
    require_extension(file.name, kind)
    try:
        header = read_header(kind, content)
        _check_header(kind, header, max_pixels)
        image, icc, exif = DECODERS[kind](content, header)
        image, turned = _upright(_to_srgb(_fitted(image), icc), exif)
    except BadUpload:
        raise
    # Decoders raise a dozen unrelated types for damaged files, struct.error and MemoryError among
    # them; whatever it was, the file cannot be used.
    except Exception as error:
        raise BadUpload(
            _("The picture is damaged or cut off. Open it, save it again and send the new file.")
        ) from error
    image.info.clear()
    size = (header.height, header.width) if turned else (header.width, header.height)
    return Picture(image, *size, kind, hashlib.sha256(content).hexdigest(), len(content))


def _picture_kind(start):
    kind = kind_of(start)
    if kind in DECODERS:
        return kind
    if kind:
        raise BadUpload(
            _("This is a %(kind)s file. Send the picture as JPEG, PNG or WebP.") % {"kind": kind}
        )
    raise BadUpload(_("This file is not a picture that we can read. Send a JPEG, PNG or WebP."))


def _check_header(kind, header, max_pixels):
    size = {"width": header.width, "height": header.height, "side": MAX_SIDE}
    if header.width * header.height > max_pixels:
        raise BadUpload(
            _(
                "The picture has %(width)s × %(height)s pixels; the most we take is %(most)s"
                " megapixels. Make it smaller and send it again."
            )
            % {**size, "most": max_pixels // 1_000_000}
        )
    if max(header.width, header.height) > MAX_SIDE:
        raise BadUpload(
            _(
                "The picture has %(width)s × %(height)s pixels; no side may be longer than"
                " %(side)s. Make it smaller and send it again."
            )
            % size
        )
    if header.frames > 1:
        raise BadUpload(_("The picture is animated. Send a still picture."))
    if header.scans > MAX_SCANS or _held_bytes(kind, header) > DECODE_BYTES:
        raise BadUpload(
            _(
                "A picture of %(width)s × %(height)s pixels saved in this way takes too much memory"
                " to open. Save it as an ordinary (baseline) JPEG, or make it smaller."
            )
            % size
        )


def _held_bytes(kind, header):
    if kind == "PNG" and scanlines.can_stream(header):
        return 0
    if kind == "WebP" and webp.can_scale():
        return header.scaled_bytes
    return header.decode_bytes


def _factor(header):
    return max(1, max(header.width, header.height) // LONGEST)


def _opened(content, header, formats):
    image = Image.open(io.BytesIO(content), formats=[formats])
    if image.size != (header.width, header.height):
        raise ValueError("two sizes")
    return image


def _decode_jpeg(content, header):
    with _opened(content, header, "JPEG") as image:
        icc, exif = image.info.get("icc_profile"), image.info.get("exif")
        # Kept coefficients leave less room for the result.
        scale = _factor(header) * (2 if header.decode_bytes > DECODE_BYTES // 2 else 1)
        image.draft(None, (max(1, header.width // scale), max(1, header.height // scale)))
        image.load()
        return image.copy() if max(image.size) <= LONGEST else _fitted(image), icc, exif


def _decode_png(content, header):
    icc, exif = _png_profile(content), scanlines.side_chunk(content, b"eXIf")
    if scanlines.can_stream(header):
        return scanlines.reduced(content, header, _factor(header)), icc, exif
    with _opened(content, header, "PNG") as image:
        image.load()
        return _in_bands(image, _factor(header)), icc, exif


def _png_profile(content):
    packed = scanlines.side_chunk(content, b"iCCP").partition(b"\0")[2][1:]
    try:
        return zlib.decompressobj().decompress(packed, MAX_PROFILE)
    except zlib.error:
        return b""


def _decode_webp(content, header):
    if max(header.width, header.height) > LONGEST and webp.can_scale():
        return webp.decode(content, header, LONGEST)
    with _opened(content, header, "WEBP") as image:
        icc, exif = image.info.get("icc_profile"), image.info.get("exif")
        image.load()
        return _fitted(image).copy(), icc, exif


DECODERS = {"JPEG": _decode_jpeg, "PNG": _decode_png, "WebP": _decode_webp}


def _in_bands(image, factor):
    """Bring any PNG mode to RGB or RGBA band by band, so that it never stands there twice."""
    size = (-(-image.width // factor), -(-image.height // factor))
    clear = image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info
    mode = "RGBA" if clear and not image.mode.startswith("I") else "RGB"
    result, rows = Image.new(mode, size), 64 * factor
    for top in range(0, image.height, rows):
        band = image.crop((0, top, image.width, min(image.height, top + rows)))
        if band.mode.startswith("I"):
            band.info.pop("transparency", None)
            band = band.point(lambda level: level * (1 / 256)).convert("L")
        band = band.convert(mode)
        result.paste(band.reduce(factor) if factor > 1 else band, (0, top // factor))
    return result


def _fitted(image):
    long = max(image.size)
    if long <= LONGEST:
        return image
    size = [max(1, round(side * LONGEST / long)) for side in image.size]
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)


def _to_srgb(image, icc):
    """Return RGB or RGBA in sRGB; a profile that cannot be used is left out."""
    if image.mode == "RGBA" and image.getextrema()[3][0] == 255:
        image = image.convert("RGB")
    if icc and len(icc) < MAX_PROFILE and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            return _by_profile(image, icc)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")


def _by_profile(image, icc):
    profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    if "sRGB" in (profile.profile.profile_description or ""):
        return image.convert("RGB") if image.mode == "CMYK" else image
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    source = image.convert("RGB") if alpha else image
    srgb = ImageCms.createProfile("sRGB")
    result = ImageCms.profileToProfile(source, profile, srgb, outputMode="RGB")
    if alpha:
        result.putalpha(alpha)
    return result


def _upright(image, exif):
    """Apply the EXIF orientation; an unreadable EXIF block counts as upright."""
    tags = Image.Exif()
    try:
        tags.load(exif or b"")
        orientation = tags.get(0x0112, 1)
        turn = TURNS.get(orientation)
    except Exception:
        return image, False
    return (image.transpose(turn), orientation >= 5) if turn is not None else (image, False)
