import re
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from festival.world.reading import tidy


class FilmColor(TextChoices):
    COLOUR = "colour", _("Colour")
    BLACK_AND_WHITE = "black_and_white", _("Black and white")
    BOTH = "both", _("Colour and black and white")
    TINTED = "tinted", _("Tinted or hand-coloured")
    OTHER = "other", _("Other")


class ShootingFormat(TextChoices):
    DIGITAL_SD = "digital_sd", _("Digital SD")
    DIGITAL_HD = "digital_hd", _("Digital HD")
    DIGITAL_2K = "digital_2k", _("Digital 2K")
    DIGITAL_4K = "digital_4k", _("Digital 4K")
    DIGITAL_6K = "digital_6k", _("Digital 6K")
    DIGITAL_8K = "digital_8k", _("Digital 8K")
    PHONE = "phone", _("Phone")
    SUPER_8 = "super_8", _("Super 8")
    FILM_8 = "film_8", _("8 mm")
    FILM_16 = "film_16", _("16 mm")
    SUPER_16 = "super_16", _("Super 16")
    FILM_35 = "film_35", _("35 mm")
    FILM_70 = "film_70", _("65 or 70 mm")
    IMAX = "imax", _("IMAX")
    VHS = "vhs", _("VHS")
    HI8 = "hi8", _("Hi8")
    MINIDV = "minidv", _("MiniDV")
    HDV = "hdv", _("HDV")
    BETACAM = "betacam", _("Betacam")
    STOP_MOTION = "stop_motion", _("Stop motion")
    HAND_DRAWN = "hand_drawn", _("Hand-drawn")
    COMPUTER_GENERATED = "computer_generated", _("Computer generated")
    SCREEN_CAPTURE = "screen_capture", _("Screen capture")
    ARCHIVE = "archive", _("Archive")
    VR_360 = "vr_360", _("360° or VR")
    MIXED = "mixed", _("Mixed")


class AspectRatio(TextChoices):
    """The usual ratios; a project may also store its own as `n:n` or `n.nn:1`."""

    R133 = "1.33:1", _("1.33:1 (4:3)")
    R137 = "1.37:1", _("1.37:1 (Academy)")
    R143 = "1.43:1", _("1.43:1 (IMAX film)")
    R166 = "1.66:1", _("1.66:1")
    R175 = "1.75:1", _("1.75:1")
    R178 = "1.78:1", _("1.78:1 (16:9)")
    R185 = "1.85:1", _("1.85:1 (flat)")
    R190 = "1.90:1", _("1.90:1 (IMAX digital)")
    R200 = "2.00:1", _("2.00:1")
    R220 = "2.20:1", _("2.20:1 (70 mm)")
    R235 = "2.35:1", _("2.35:1")
    R239 = "2.39:1", _("2.39:1 (scope)")
    R255 = "2.55:1", _("2.55:1")
    R276 = "2.76:1", _("2.76:1")
    SQUARE = "1:1", _("1:1 (square)")
    PORTRAIT_9_16 = "9:16", _("9:16 (upright)")
    PORTRAIT_4_5 = "4:5", _("4:5 (upright)")
    SPHERE = "360", _("360°")
    VARIABLE = "variable", _("Variable")

    @property
    def ratio(self) -> Decimal | None:
        """Width over height with at most four decimals; None for 360° and variable."""
        return ratio_of(self.value)


_RATIO = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?):([0-9]{1,4}(?:\.[0-9]{1,4})?)")


def ratio_of(text: str) -> Decimal | None:
    """Width over height of a stored aspect ratio; None when it has no single one."""
    match = _RATIO.fullmatch(text[:20])
    if not match or not Decimal(match[2]):
        return None
    return (Decimal(match[1]) / Decimal(match[2])).quantize(Decimal("0.0001"))


# Names in whole numbers whose exact ratio is not the rounded one of the trade.
_TRADE_NAMES = {
    "4:3": AspectRatio.R133,
    "16:9": AspectRatio.R178,
    "360°": AspectRatio.SPHERE,
}


def parse_aspect_ratio(text: str) -> str:
    """The stored form of `16:9`, `2.39`, `1,85 : 1`, `variable`; ValueError otherwise."""
    wanted = tidy(text, 40).replace(" ", "").lower().replace(",", ".").replace("×", ":")
    wanted = _TRADE_NAMES.get(wanted, wanted)
    if wanted in AspectRatio.values:
        return str(wanted)
    if re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,4}", wanted):
        wanted += ":1"
    ratio = ratio_of(wanted)
    if ratio is None or not Decimal("0.1") <= ratio <= 10:
        raise ValueError(gettext("Write the aspect ratio like 1.85:1 or 16:9."))
    usual = (each for each in AspectRatio if wanted.endswith(":1") and each.ratio == ratio)
    return str(next(usual, wanted))


class Resolution(TextChoices):
    PAL = "720x576", _("720 × 576 (PAL)")
    NTSC = "720x480", _("720 × 480 (NTSC)")
    HD = "1280x720", _("1280 × 720 (HD)")
    FULL_HD = "1920x1080", _("1920 × 1080 (Full HD)")
    FLAT_2K = "1998x1080", _("1998 × 1080 (2K flat)")
    SCOPE_2K = "2048x858", _("2048 × 858 (2K scope)")
    UHD = "3840x2160", _("3840 × 2160 (UHD)")
    FLAT_4K = "3996x2160", _("3996 × 2160 (4K flat)")
    SCOPE_4K = "4096x1716", _("4096 × 1716 (4K scope)")
    OTHER = "other", _("Other")

    @property
    def pixels(self) -> tuple[int, int] | None:
        """Width and height in pixels; None for other."""
        if self is Resolution.OTHER:
            return None
        width, height = self.value.split("x")
        return int(width), int(height)


class FrameRate(TextChoices):
    F15 = "15", _("15 fps")
    F16 = "16", _("16 fps")
    F18 = "18", _("18 fps")
    F23_976 = "23.976", _("23.976 fps")
    F24 = "24", _("24 fps")
    F25 = "25", _("25 fps")
    F29_97 = "29.97", _("29.97 fps")
    F30 = "30", _("30 fps")
    F48 = "48", _("48 fps")
    F50 = "50", _("50 fps")
    F59_94 = "59.94", _("59.94 fps")
    F60 = "60", _("60 fps")
    VARIABLE = "variable", _("Variable")

    @property
    def fps(self) -> Decimal | None:
        """Frames per second; None when variable."""
        return None if self is FrameRate.VARIABLE else Decimal(self.value)


class Scan(TextChoices):
    PROGRESSIVE = "progressive", _("Progressive")
    INTERLACED = "interlaced", _("Interlaced")


class SoundFormat(TextChoices):
    SILENT = "silent", _("Silent")
    MONO = "mono", _("Mono")
    STEREO = "stereo", _("Stereo")
    LCR = "lcr", _("LCR")
    SURROUND_5_1 = "surround_5_1", _("5.1")
    SURROUND_7_1 = "surround_7_1", _("7.1")
    ATMOS = "atmos", _("Atmos")
    AMBISONIC = "ambisonic", _("Ambisonic")
    BINAURAL = "binaural", _("Binaural")
    LIVE = "live", _("Live accompaniment")


class SubtitleKind(TextChoices):
    BURNT_IN = "burnt_in", _("Burnt in")
    FILE = "file", _("Separate file")
    NONE = "none", _("None")


class ScriptKind(TextChoices):
    FEATURE = "feature", _("Feature")
    SHORT = "short", _("Short")
    PILOT_HOUR = "pilot_hour", _("Pilot, one hour")
    PILOT_HALF_HOUR = "pilot_half_hour", _("Pilot, half an hour")
    LIMITED_SERIES = "limited_series", _("Limited series")
    STAGE_PLAY = "stage_play", _("Stage play")
    TREATMENT = "treatment", _("Treatment")


class DegreesOfFreedom(TextChoices):
    THREE = "3", _("Three: looking around")
    SIX = "6", _("Six: looking and moving")


class Posture(TextChoices):
    SEATED = "seated", _("Seated")
    STANDING = "standing", _("Standing")
    ROOM = "room", _("Room-scale")
