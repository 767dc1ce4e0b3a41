"""A large PNG read in bands of rows, so that its full size never stands in memory.

Each band becomes a small PNG of its own: the last finished row of the band above (filter 0),
then the filtered rows as they came. Pillow undoes the filters, and the band is reduced at once.
Format: PNG specification, third edition, sections 7.2 and 9 (https://www.w3.org/TR/png-3/).
"""

import io
import struct
import zlib

from PIL import Image

from .headers import PNG_CHANNELS

BAND_BYTES = 4 * 1024 * 1024
SIGNATURE = b"\x89PNG\r\n\x1a\n"
STEP = 1024 * 1024


def chunks(content):
    """Yield (type, bytes) of each chunk; raise ValueError for a wrong checksum or a cut file."""
    view, position = memoryview(content), len(SIGNATURE)
    while position + 12 <= len(view):
        length = struct.unpack_from(">I", view, position)[0]
        name, end = bytes(view[position + 4 : position + 8]), position + 8 + length
        if end + 4 > len(view):
            break
        part = view[position + 8 : end]
        if zlib.crc32(view[position + 4 : end]) != struct.unpack_from(">I", view, end)[0]:
            raise ValueError("wrong checksum")
        yield name, part
        if name == b"IEND":
            return
        position = end + 4
    raise ValueError("cut off")


def side_chunk(content, wanted):
    """Return the first chunk of that type as bytes, or b''."""
    return next((bytes(part) for name, part in chunks(content) if name == wanted), b"")


def _inflated(content):
    inflate = zlib.decompressobj()
    for name, part in chunks(content):
        if name != b"IDAT":
            continue
        piece = inflate.decompress(part, STEP)
        while piece:
            yield piece
            piece = inflate.decompress(inflate.unconsumed_tail, STEP)


def _bands(content, row_bytes, rows, total):
    waiting, left = bytearray(), total
    for piece in _inflated(content):
        waiting += piece
        while left and len(waiting) >= row_bytes * min(rows, left):
            size = row_bytes * min(rows, left)
            yield bytes(waiting[:size])
            del waiting[:size]
            left -= size // row_bytes
        if not left:
            return
    raise ValueError("cut off")


def _high_bytes(band, row_bytes):
    # Filters work byte by byte at the distance of one pixel, so the high bytes of 16-bit samples
    # are themselves a well-formed 8-bit picture.
    rows = (band[i : i + row_bytes] for i in range(0, len(band), row_bytes))
    return b"".join(row[:1] + row[1::2] for row in rows)


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _small_png(width, height, colour, extra, raw):
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"".join(
        [
            SIGNATURE,
            _chunk(b"IHDR", head),
            extra,
            _chunk(b"IDAT", zlib.compress(raw, 0)),
            _chunk(b"IEND", b""),
        ]
    )


def _key_colour(content, bits):
    key = side_chunk(content, b"tRNS")
    if not key:
        return b""
    if bits == 16:
        key = b"".join(b"\0" + key[i : i + 1] for i in range(0, len(key), 2))
    return _chunk(b"tRNS", key)


def can_stream(header):
    """Only true-colour and grey-with-alpha files without interlacing: the others take less."""
    return header.colour in (2, 4, 6) and header.bits in (8, 16) and not header.interlaced


def reduced(content, header, factor):
    """Return the picture in RGB or RGBA, both sides divided by a whole factor and rounded up."""
    channels = PNG_CHANNELS[header.colour]
    row_bytes = 1 + header.width * channels * header.bits // 8
    rows = factor * max(1, BAND_BYTES // (row_bytes * factor))
    extra = _key_colour(content, header.bits)
    mode = "RGBA" if header.colour != 2 or extra else "RGB"
    size = (-(-header.width // factor), -(-header.height // factor))
    result, above, y = Image.new(mode, size), bytes(header.width * channels), 0
    for filtered in _bands(content, row_bytes, rows, header.height):
        band = _high_bytes(filtered, row_bytes) if header.bits == 16 else filtered
        count = len(filtered) // row_bytes
        png = _small_png(header.width, count + 1, header.colour, extra, b"\0" + above + band)
        with Image.open(io.BytesIO(png), formats=["PNG"]) as part:
            above = part.crop((0, count, header.width, count + 1)).tobytes()
            part = part.crop((0, 1, header.width, count + 1))
        part = part if part.mode == mode else part.convert(mode)
        result.paste(part.reduce(factor) if factor > 1 else part, (0, y // factor))
        y += count
    return result
