"""Builds pictures that lie, break, carry secrets or grow, for one test at a time."""

import io
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

CANARY = "Zyxwv-Ottilie-Canary"


def as_bytes(image, kind, **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def picture(width=60, height=40, mode="RGB"):
    """A picture whose four quarters differ, so that every turn shows."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((30, 200, 30), (width // 2, 0, width, height // 2))
    image.paste((30, 30, 200), (0, height // 2, width // 2, height))
    image.paste((220, 220, 60), (width // 2, height // 2, width, height))
    return image.convert(mode)


def jpeg(**options):
    return as_bytes(picture(), "JPEG", quality=92, **options)


def png(**options):
    return as_bytes(picture(), "PNG", **options)


def webp(**options):
    return as_bytes(picture(), "WEBP", **options)


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_claiming(width, height, colour=2, bits=8, rows=b""):
    """A PNG whose header claims a size that its few bytes do not hold."""
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def animated(kind):
    frames = [Image.new("RGB", (20, 20), (shade, 0, 0)) for shade in (10, 120, 240)]
    return as_bytes(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def _patched(content, offset, value):
    return content[:offset] + value + content[offset + len(value) :]


def jpeg_claiming(width, height):
    content = jpeg()
    frame = content.index(b"\xff\xc0")
    return _patched(content, frame + 5, struct.pack(">HH", height, width))


def corpus():
    """Return (label, file name, content) of files that must all be refused."""
    whole, small = jpeg(), png()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    page = b"<!doctype html><script>alert(1)</script>"
    many = struct.pack(">I", 3) + struct.pack(">I", 0)
    return [
        ("empty", "a.jpg", b""),
        ("one byte", "a.jpg", b"\xff"),
        ("three bytes", "a.jpg", b"\xff\xd8\xff"),
        ("only the start of a JPEG", "a.jpg", whole[:20]),
        ("half a JPEG", "a.jpg", whole[: len(whole) // 2]),
        ("half a PNG", "a.png", small[: len(small) // 2]),
        ("half a WebP", "a.webp", webp()[: len(webp()) // 2]),
        ("only a PNG signature", "a.png", small[:8]),
        ("only a WebP signature", "a.webp", webp()[:12]),
        ("a PNG with a wrong checksum", "a.png", small.replace(b"IDAT", b"IDAU", 1)),
        ("a PNG without data", "a.png", small[:33] + chunk(b"IEND", b"")),
        ("a PNG of zero width", "a.png", png_claiming(0, 10)),
        ("a PNG of an unknown colour type", "a.png", png_claiming(4, 4, colour=5)),
        ("a PNG of an unknown filter", "a.png", png_claiming(2, 1, rows=b"\x09" + bytes(6))),
        ("a PNG with too few rows", "a.png", png_claiming(40, 40, rows=bytes(500))),
        ("a PNG bomb", "a.png", png_claiming(65_000, 65_000)),
        ("a PNG just above the limit", "a.png", png_claiming(10_001, 5_000)),
        ("a very long PNG", "a.png", png_claiming(40_000, 10)),
        ("a JPEG bomb", "a.jpg", jpeg_claiming(65_000, 65_000)),
        ("a JPEG of zero height", "a.jpg", jpeg_claiming(10, 0)),
        ("a WebP bomb", "a.webp", webp_claiming(16_000, 16_000)),
        ("a moving WebP", "a.webp", animated("WEBP")),
        ("a moving PNG", "a.png", animated("PNG")),
        ("a PNG that says it moves", "a.png", small[:33] + chunk(b"acTL", many) + small[33:]),
        ("a moving GIF", "a.gif", animated("GIF")),
        ("a GIF named .jpg", "a.jpg", as_bytes(picture(), "GIF")),
        ("a script that is a GIF", "a.jpg", b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)//"),
        ("a BMP named .jpg", "a.jpg", as_bytes(picture(), "BMP")),
        ("a TIFF named .jpg", "a.jpg", as_bytes(picture(), "TIFF")),
        ("an ICO named .png", "a.png", as_bytes(picture(), "ICO")),
        ("a PPM named .png", "a.png", as_bytes(picture(), "PPM")),
        ("a JPEG 2000 named .jpg", "a.jpg", as_bytes(picture(), "JPEG2000")),
        ("an AVIF named .jpg", "a.jpg", as_bytes(picture(), "AVIF")),
        ("a PDF named .jpg", "a.jpg", as_bytes(picture(), "PDF")),
        ("a ZIP named .jpg", "a.jpg", b"PK\x03\x04" + bytes(60)),
        ("an SVG", "a.svg", svg),
        ("an SVG named .png", "a.png", svg),
        ("a page named .jpg", "a.jpg", page),
        ("a PNG header before a page", "a.png", small[:33] + page),
        ("a sound file named .webp", "a.webp", b"RIFF" + bytes(4) + b"WAVEfmt " + bytes(40)),
        ("a JPEG named .png", "a.png", whole),
        ("a JPEG named .svg", "a.svg", whole),
        ("a JPEG with two extensions", "a.jpg.html", whole),
        ("a JPEG without a name", "", whole),
        ("a PNG named .webp", "a.webp", small),
        ("a JPEG of many scans", "a.jpg", whole[:-2] + b"\xff\xda\x00\x02" * 50 + b"\xff\xd9"),
    ]


def webp_claiming(width, height):
    content = as_bytes(picture(mode="RGBA"), "WEBP", exif=b"Exif\0\0" + Image.Exif().tobytes())
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return _patched(content, content.index(b"VP8X") + 12, sides)


def accepted_but_dirty():
    """Return (label, file name, content): good pictures with a canary in all that is not pixels."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = CANARY
    packed = exif.tobytes()
    xmp = f"<x:xmpmeta><dc:creator>{CANARY}</dc:creator></x:xmpmeta>".encode()
    iptc = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", 40) + b"\x1c\x02\x50\x00\x14" + _canary()
    app13 = b"Photoshop 3.0\x00" + iptc.ljust(60, b"\0")
    segment = b"\xff\xed" + struct.pack(">H", len(app13) + 2) + app13
    icc = profile()
    plain = jpeg(exif=packed, xmp=xmp, comment=_canary(), icc_profile=icc)
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY)
    text.add_text("Comment", CANARY, zip=True)
    text.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return [
        ("jpeg", "a.jpg", plain[:2] + segment + plain[2:]),
        ("png", "a.png", png(pnginfo=text, exif=packed, icc_profile=icc)),
        ("png interlaced late text", "a.png", png()[:-12] + late_text() + png()[-12:]),
        ("webp", "a.webp", webp(exif=packed, xmp=xmp, icc_profile=icc)),
        ("jpeg and page", "a.jpg", jpeg() + f"<script>{CANARY}</script>".encode()),
        ("jpeg and zip", "a.jpg", jpeg() + b"PK\x03\x04" + _canary() + b"PK\x05\x06" + bytes(18)),
        ("png and page", "a.png", png() + f"<html>{CANARY}".encode()),
        ("webp and page", "a.webp", webp() + f"<html>{CANARY}".encode()),
    ]


def late_text():
    return chunk(b"tEXt", b"Author\0" + _canary())


def _canary():
    return CANARY.encode()


def profile(name=CANARY):
    """A real sRGB-like ICC profile with the canary appended where readers look for text."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for word in (b"sRGB built-in", b"s\0R\0G\0B\0"):
        made = made.replace(word, name.encode()[: len(word)].ljust(len(word)))
    return made + name.encode()
