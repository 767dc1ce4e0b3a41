"""What a sent picture may be, and what is left of it."""

import io
import random

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image

from festival.ui.uploads import BadUpload, read_picture, variants
from tests.festival.ui import hostile

KINDS = ("poster", "still", "banner", "portrait", "laurel")


def read(content, name="a.jpg", **limits):
    return read_picture(ContentFile(content, name=name), **limits)


def opened(variant):
    return Image.open(io.BytesIO(variant.content)).convert("RGB")


@pytest.mark.parametrize(
    ("label", "name", "content"),
    [pytest.param(*case, id=case[0]) for case in hostile.corpus()],
)
def test_a_file_that_is_not_a_whole_still_picture_is_refused_with_a_sentence(label, name, content):
    with pytest.raises(ValidationError) as caught:
        read(content, name)
    assert isinstance(caught.value, BadUpload), label
    (sentence,) = caught.value.messages
    assert sentence.endswith(".")
    assert len(sentence) > 25
    assert "%(" not in sentence


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_picture_cut_at_any_place_is_read_or_refused(cut):
    for content, name in (
        (hostile.jpeg(), "a.jpg"),
        (hostile.png(), "a.png"),
        (hostile.webp(), "a.webp"),
    ):
        short = content[: len(content) * cut // 40]
        with pytest.raises(BadUpload):
            read(short, name)


@pytest.mark.parametrize("seed", range(30))
def test_a_picture_with_bytes_changed_is_read_or_refused(seed):
    chance = random.Random(seed)
    wide = hostile.picture(2600, 40)
    for good, name in (
        (hostile.jpeg(), "a.jpg"),
        (hostile.jpeg(progressive=True), "a.jpg"),
        (hostile.png(), "a.png"),
        (hostile.webp(), "a.webp"),
        (hostile.as_bytes(wide, "WEBP"), "a.webp"),
        (hostile.as_bytes(wide, "WEBP", lossless=True), "a.webp"),
    ):
        broken = bytearray(good)
        for _ in range(6):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            found = read(bytes(broken), name)
        except BadUpload:
            continue
        assert found.image.size[0] * found.image.size[1] > 0


def test_the_content_type_that_the_browser_claims_counts_for_nothing():
    file = ContentFile(b"<html></html>", name="a.jpg")
    file.content_type = "image/jpeg"
    with pytest.raises(BadUpload):
        read_picture(file)


def test_the_refusal_names_the_size_and_the_limit():
    with pytest.raises(BadUpload) as caught:
        read(hostile.jpeg(), max_bytes=500)
    assert "500" in caught.value.messages[0]
    with pytest.raises(BadUpload) as caught:
        read(hostile.png_claiming(9_000, 6_000), "a.png")
    assert "9000 × 6000" in caught.value.messages[0]
    assert "50 megapixels" in caught.value.messages[0]


def test_the_refusal_speaks_the_language_of_the_sender():
    with translation.override("de"), pytest.raises(BadUpload) as caught:
        read(hostile.jpeg(), max_bytes=500)
    assert "1,0\xa0KB" in caught.value.messages[0]


def test_a_wrong_extension_is_told_with_the_right_one():
    with pytest.raises(BadUpload) as caught, translation.override("en"):
        read(hostile.jpeg(), "poster.png")
    assert ".jpg" in caught.value.messages[0]


@pytest.mark.parametrize("name", ["A.JPG", "a.jpeg", "../../etc/a.jpg", "C:\\x\\a.jpg", "é 雪.jpg"])
def test_odd_names_of_good_pictures_are_accepted(name):
    file = ContentFile(hostile.jpeg())
    file.name = name
    assert read_picture(file).format == "JPEG"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_orientation_is_applied(orientation, kind):
    exif = Image.Exif()
    exif[0x0112] = orientation
    source = hostile.picture(64, 48)
    options = {"lossless": True} if kind == "WEBP" else {}
    content = hostile.as_bytes(source, kind, exif=exif.tobytes(), **options)
    found = read(content, {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[kind])
    assert (found.width, found.height) == ((48, 64) if orientation >= 5 else (64, 48))
    assert found.image.size == (found.width, found.height)
    wanted = upright_corners(orientation)
    seen = [nearest(found.image.convert("RGB"), corner) for corner in range(4)]
    assert seen == wanted


CORNERS = [(200, 30, 30), (30, 200, 30), (30, 30, 200), (220, 220, 60)]


def nearest(image, corner):
    """Return which of the four colours stands in a corner (0 to 3, row by row)."""
    x = image.width // 4 + (corner % 2) * (image.width // 2)
    y = image.height // 4 + (corner // 2) * (image.height // 2)
    seen = image.getpixel((x, y))
    return min(range(4), key=lambda i: sum(abs(a - b) for a, b in zip(CORNERS[i], seen, strict=1)))


def upright_corners(orientation):
    """Where the stored quarters 0 1 / 2 3 belong, from the table of the EXIF standard."""
    return {
        1: [0, 1, 2, 3],
        2: [1, 0, 3, 2],
        3: [3, 2, 1, 0],
        4: [2, 3, 0, 1],
        5: [0, 2, 1, 3],
        6: [2, 0, 3, 1],
        7: [3, 1, 2, 0],
        8: [1, 3, 0, 2],
    }[orientation]


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_counts_as_upright(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert read(hostile.jpeg(exif=exif.tobytes())).width == 60


# Pillow tells of it while it opens the file; only a test run makes an error of that.
@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_a_broken_exif_block_does_not_cost_the_picture():
    assert read(hostile.jpeg(exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")).width == 60


@pytest.mark.parametrize(
    ("label", "name", "content"),
    [pytest.param(*case, id=case[0]) for case in hostile.accepted_but_dirty()],
)
@pytest.mark.parametrize("kind", ["poster", "laurel"])
def test_nothing_but_the_pixels_survives(label, name, content, kind):
    start = hostile.CANARY.encode()[:12]
    assert start in content, "the canary must be there before"
    found = read(content, name)
    assert found.image.info == {}
    for made in variants(found, kind):
        assert start not in made.content
        for mark in (b"Exif", b"http", b"Photoshop", b"8BIM", b"ICC_PROFILE", b"<script", b"<html"):
            assert mark not in made.content
        assert Image.open(io.BytesIO(made.content)).getexif() == {}


def test_a_picture_in_another_colour_space_keeps_its_look():
    from PIL import ImageCms

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Swap the red and the green primary: a profile that visibly differs from sRGB.
    swapped = lab.replace(b"rXYZ", b"tmpX").replace(b"gXYZ", b"rXYZ").replace(b"tmpX", b"gXYZ")
    swapped = swapped.replace(b"s\0R\0G\0B", b"x\0x\0x\0x").replace(b"sRGB", b"xxxx")
    content = hostile.as_bytes(
        Image.new("RGB", (20, 20), (250, 10, 10)), "PNG", icc_profile=swapped
    )
    red, green, _blue = read(content, "a.png").image.getpixel((5, 5))
    assert green > 200
    assert red < 60


def test_a_broken_colour_profile_does_not_cost_the_picture():
    content = hostile.png(icc_profile=b"not a profile" * 20)
    assert read(content, "a.png").image.getpixel((2, 2)) == (200, 30, 30)


@pytest.mark.parametrize(
    ("mode", "kind", "name"),
    [
        ("CMYK", "JPEG", "a.jpg"),
        ("L", "JPEG", "a.jpg"),
        ("1", "PNG", "a.png"),
        ("L", "PNG", "a.png"),
        ("LA", "PNG", "a.png"),
        ("P", "PNG", "a.png"),
        ("I;16", "PNG", "a.png"),
        ("RGBA", "PNG", "a.png"),
        ("RGBA", "WEBP", "a.webp"),
        ("L", "WEBP", "a.webp"),
    ],
)
def test_every_colour_mode_becomes_web_pictures(mode, kind, name):
    source = hostile.picture().convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        source = Image.frombytes("I;16", (2, 1), b"\x00\x80\xff\xff").resize((60, 40))
    found = read(hostile.as_bytes(source, kind), name)
    assert found.image.mode == "RGB"
    for made in variants(found, "poster"):
        assert opened(made).size == (60, 40) == (made.width, made.height)


def test_sixteen_bit_grey_keeps_its_lightness():
    source = Image.frombytes("I;16", (2, 1), b"\x00\x80\xff\xff").resize((60, 40), 0)
    image = read(hostile.as_bytes(source, "PNG"), "a.png").image
    assert image.getpixel((5, 5)) == (128, 128, 128)
    assert image.getpixel((55, 5)) == (255, 255, 255)


def sixteen_bit_png(colour, channels):
    """A 16-bit PNG with every filter type of the format, Paeth included, on awkward bytes."""
    import zlib

    width, height, rows, above = 37, 29, b"", bytes(37 * channels * 2)
    plain = []
    for y in range(height):
        row = bytes((x * 7 + y * 13 + x * y) % 256 for x in range(width * channels * 2))
        rows += bytes([y % 5]) + filtered(y % 5, row, above, channels * 2)
        plain.append(row[::2])
        above = row
    head = hostile.png_claiming(width, height, colour, 16)[:33]
    data = hostile.chunk(b"IDAT", zlib.compress(rows))
    return head + data + hostile.chunk(b"IEND", b""), width, height, b"".join(plain)


def filtered(kind, row, above, step):
    left, corner = bytes(step) + row, bytes(step) + above
    guess = {
        0: lambda i: 0,
        1: lambda i: left[i],
        2: lambda i: above[i],
        3: lambda i: (left[i] + above[i]) // 2,
        4: lambda i: paeth(left[i], above[i], corner[i]),
    }[kind]
    return bytes((value - guess(i)) % 256 for i, value in enumerate(row))


def paeth(a, b, c):
    return min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]


@pytest.mark.parametrize(("colour", "channels", "mode"), [(2, 3, "RGB"), (6, 4, "RGBA")])
def test_sixteen_bit_colour_is_read_byte_for_byte(colour, channels, mode, monkeypatch):
    monkeypatch.setattr("festival.ui.uploads.scanlines.BAND_BYTES", 900)
    content, width, height, plain = sixteen_bit_png(colour, channels)
    image = read(content, "a.png").image
    assert image == Image.frombytes(mode, (width, height), plain)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA"])
def test_a_png_read_in_bands_equals_one_read_at_once(mode, monkeypatch):
    noise = [Image.effect_noise((211, 307), spread) for spread in (30, 60, 90, 120)]
    source = Image.merge("RGBA", noise).convert(mode)
    content = hostile.as_bytes(source, "PNG")
    monkeypatch.setattr("festival.ui.uploads.scanlines.BAND_BYTES", 5_000)
    found = read(content, "a.png")
    assert found.image == source.convert("RGB" if mode == "RGB" else "RGBA")


@pytest.mark.parametrize("mode", ["RGB", "P"])
def test_transparent_colours_of_a_png_are_kept(mode):
    source = hostile.picture().quantize(8) if mode == "P" else hostile.picture()
    clear = source.getpixel((2, 2))
    content = hostile.as_bytes(source, "PNG", transparency=clear)
    found = read(content, "a.png")
    assert found.image.mode == "RGBA"
    assert found.image.getpixel((2, 2))[3] == 0
    assert found.image.getpixel((50, 30))[3] == 255


def test_transparency_stays_in_webp_and_is_white_in_jpeg():
    source = Image.new("RGBA", (500, 500), (0, 0, 0, 0))
    source.paste((10, 10, 200, 255), (0, 0, 100, 500))
    made = variants(read(hostile.as_bytes(source, "PNG"), "a.png"), "laurel")
    for variant in made:
        image = Image.open(io.BytesIO(variant.content))
        corner = (variant.width - 3, 3)
        if variant.ext == "webp":
            assert image.convert("RGBA").getpixel(corner)[3] == 0
        else:
            assert image.convert("RGB").getpixel(corner) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (2, 9001)])
@pytest.mark.parametrize("kind", KINDS)
def test_the_smallest_and_narrowest_pictures_work(size, kind):
    found = read(hostile.as_bytes(Image.new("RGB", size, "navy"), "PNG"), "a.png")
    assert (found.width, found.height) == size
    for made in variants(found, kind):
        assert opened(made).size == (made.width, made.height)


@pytest.mark.parametrize(
    ("kind", "webp", "jpg"),
    [
        ("poster", [240, 400, 600], [400, 1600]),
        ("still", [780, 960, 1600], [960, 1600]),
        ("banner", [780, 960, 1600], [960, 1600]),
        ("portrait", [240, 480], [480, 1600]),
        ("laurel", [240, 480], [480, 1600]),
    ],
)
def test_each_kind_has_its_widths_and_one_jpeg_for_the_press(kind, webp, jpg):
    made = variants(read(hostile.as_bytes(hostile.picture(2000, 3000), "JPEG")), kind)
    assert [v.width for v in made if v.ext == "webp"] == webp
    assert sorted(v.width for v in made if v.ext == "jpg") == jpg
    press = max((v for v in made if v.ext == "jpg"), key=lambda v: v.width)
    assert max(press.width, press.height) == 2400
    assert len({(v.width, v.ext) for v in made}) == len(made)
    assert all(abs(v.height - v.width * 1.5) <= 1 for v in made)


def test_nothing_is_enlarged():
    made = variants(read(hostile.as_bytes(hostile.picture(300, 450), "JPEG")), "poster")
    assert [(v.width, v.ext) for v in made] == [(240, "webp"), (300, "webp"), (300, "jpg")]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_large_picture_keeps_its_look(kind):
    source = hostile.picture(5000, 3000)
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[kind]
    found = read(hostile.as_bytes(source, kind), name)
    assert (found.width, found.height) == (5000, 3000)
    assert found.image.size == (2400, 1440)
    assert [nearest(found.image.convert("RGB"), corner) for corner in range(4)] == [0, 1, 2, 3]


def test_the_hash_is_that_of_the_file_as_sent():
    import hashlib

    content = hostile.jpeg()
    found = read(content)
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert found.size == len(content)
