"""A large WebP decoded at a smaller size by the libwebp that Pillow brings along.

Pillow itself decodes WebP at full size only and holds it four times (16 bytes a pixel). libwebp
scales while it decodes: lossy files cost little more than the result. The library checks the
version of its structures, so another major version only means that large files are refused.
Structures: libwebp src/webp/decode.h.
"""

import ctypes
import io
from functools import cache

from PIL import Image

ABI = 0x0209
MODE_RGBA = 1


class Features(ctypes.Structure):
    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("has_alpha", ctypes.c_int),
        ("has_animation", ctypes.c_int),
        ("format", ctypes.c_int),
        ("pad", ctypes.c_uint32 * 5),
    ]


class Pixels(ctypes.Structure):
    _fields_ = [("rgba", ctypes.c_void_p), ("stride", ctypes.c_int), ("size", ctypes.c_size_t)]


class Planes(ctypes.Structure):
    _fields_ = [
        ("planes", ctypes.c_void_p * 4),
        ("strides", ctypes.c_int * 4),
        ("sizes", ctypes.c_size_t * 4),
    ]


class PixelsOrPlanes(ctypes.Union):
    _fields_ = [("rgba", Pixels), ("yuva", Planes)]


class Buffer(ctypes.Structure):
    _fields_ = [
        ("colorspace", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("is_external_memory", ctypes.c_int),
        ("u", PixelsOrPlanes),
        ("pad", ctypes.c_uint32 * 4),
        ("private_memory", ctypes.c_void_p),
    ]


class Options(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_int)
        for name in (
            *("bypass_filtering", "no_fancy_upsampling"),
            *("use_cropping", "crop_left", "crop_top", "crop_width", "crop_height"),
            *("use_scaling", "scaled_width", "scaled_height"),
            *("use_threads", "dithering_strength", "flip", "alpha_dithering_strength"),
        )
    ] + [("pad", ctypes.c_uint32 * 5)]


class Config(ctypes.Structure):
    _fields_ = [("input", Features), ("output", Buffer), ("options", Options)]


@cache
def _library():
    try:
        from PIL import _webp

        library = ctypes.CDLL(_webp.__file__)
        # Function names are looked up in the libraries that the extension is linked to as well.
        library.WebPInitDecoderConfigInternal.argtypes = [ctypes.POINTER(Config), ctypes.c_int]
        library.WebPDecode.argtypes = [
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.POINTER(Config),
        ]
    except (ImportError, OSError, AttributeError):
        return None
    return library if library.WebPInitDecoderConfigInternal(Config(), ABI) else None


def can_scale():
    """Say whether large files can be decoded at a smaller size in this installation."""
    return _library() is not None


def decode(content, header, longest):
    """Return (RGBA image, ICC profile, EXIF) with the longest side as given; ValueError if bad."""
    library, config = _library(), Config()
    library.WebPInitDecoderConfigInternal(config, ABI)
    scale = longest / max(header.width, header.height)
    width, height = (max(1, round(side * scale)) for side in (header.width, header.height))
    pixels = ctypes.create_string_buffer(width * height * 4)
    config.options.use_scaling = 1
    config.options.scaled_width, config.options.scaled_height = width, height
    config.output.colorspace, config.output.is_external_memory = MODE_RGBA, 1
    config.output.u.rgba.rgba = ctypes.addressof(pixels)
    config.output.u.rgba.stride, config.output.u.rgba.size = width * 4, width * height * 4
    if library.WebPDecode(content, len(content), config) != 0:
        raise ValueError("damaged")
    image = Image.frombuffer("RGBA", (width, height), pixels, "raw", "RGBA", 0, 1).copy()
    return image, _part(content, b"ICCP"), _part(content, b"EXIF")


def _part(content, wanted):
    source, position = io.BytesIO(content), 12
    while position + 8 <= len(content):
        source.seek(position)
        name, length = source.read(4), int.from_bytes(source.read(4), "little")
        if name == wanted:
            return source.read(length)
        position += 8 + length + length % 2
    return b""
