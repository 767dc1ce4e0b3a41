"""Sizes from the first bytes of JPEG, PNG and WebP, read before any decoder sees the file."""

import struct
from dataclasses import dataclass

PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


@dataclass(frozen=True)
class Header:
    """Sizes in pixels; `decode_bytes` is what Pillow holds to decode the file at full size,
    `scaled_bytes` what libwebp holds while it decodes to a smaller one.
    """

    width: int
    height: int
    frames: int = 1
    decode_bytes: int = 0
    scans: int = 1
    bits: int = 8
    colour: int = 2
    interlaced: bool = False
    scaled_bytes: int = 0


def jpeg_header(content):
    """Read the frame of a JPEG; raise ValueError where there is none.

    A progressive or multi-scan file makes the decoder keep every coefficient (2 bytes each)
    whatever the scale, so those bytes are counted.
    """
    position = 2
    while position + 4 <= len(content):
        if content[position] != 0xFF:
            raise ValueError("no marker")
        marker = content[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            position += 2
            continue
        if marker in (0xD9, 0xDA):
            break
        length = struct.unpack_from(">H", content, position + 2)[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return _jpeg_frame(content, position, marker)
        position += 2 + max(2, length)
    raise ValueError("no frame")


def _jpeg_frame(content, position, marker):
    height, width, parts = struct.unpack_from(">HHB", content, position + 5)
    sampling = [content[position + 11 + 3 * i] for i in range(parts)]
    across, down = [s >> 4 for s in sampling], [s & 15 for s in sampling]
    if not (width and height and parts and all(across) and all(down)):
        raise ValueError("empty frame")
    scans = content.count(b"\xff\xda", position)
    share = sum(a * d for a, d in zip(across, down, strict=True)) / (max(across) * max(down))
    kept = int(2 * width * height * share) if marker == 0xC2 or scans > 1 else 0
    return Header(width, height, decode_bytes=kept, scans=scans)


def png_header(content):
    """Read IHDR and whether the file is animated; raise ValueError when IHDR is not first."""
    if content[12:16] != b"IHDR":
        raise ValueError("no IHDR")
    width, height, bits, colour, _, _, interlace = struct.unpack_from(">IIBBBBB", content, 16)
    if not (width and height and colour in PNG_CHANNELS and bits in (1, 2, 4, 8, 16)):
        raise ValueError("odd IHDR")
    first_data = content.find(b"IDAT")
    frames = 2 if content.find(b"acTL", 0, first_data if first_data > 0 else None) > 0 else 1
    held = 4 if colour in (2, 4, 6) else 2
    return Header(width, height, frames, width * height * held, 1, bits, colour, bool(interlace))


def webp_header(content):
    """Read the canvas of a WebP; raise ValueError for an unknown first chunk."""
    first, frames = content[12:16], 1
    if first == b"VP8X":
        frames = 2 if content[20] & 2 else 1
        width = int.from_bytes(content[24:27], "little") + 1
        height = int.from_bytes(content[27:30], "little") + 1
    elif first == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 26))
    elif first == b"VP8L" and content[20] == 0x2F:
        size = struct.unpack_from("<I", content, 21)[0]
        width, height = (size & 0x3FFF) + 1, (size >> 14 & 0x3FFF) + 1
    else:
        raise ValueError("unknown chunk")
    if not (width and height):
        raise ValueError("empty canvas")
    pixels = width * height
    return Header(width, height, frames, 16 * pixels, scaled_bytes=_webp_kept(content) * pixels)


def _webp_kept(content):
    """Return bytes per pixel that libwebp keeps whatever the scale: lossless parts stand whole."""
    if content.find(b"VP8L", 12) >= 0:
        return 4
    return 5 if content.find(b"ALPH", 12) >= 0 else 1


READERS = {"JPEG": jpeg_header, "PNG": png_header, "WebP": webp_header}


def read_header(kind, content):
    """Return the Header of a JPEG, PNG or WebP; raise ValueError when it cannot be one."""
    try:
        return READERS[kind](content)
    except (IndexError, struct.error) as error:
        raise ValueError("cut off") from error
