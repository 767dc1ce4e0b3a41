"""What a page on another site tells about its video: a length, and whether it asks for a word."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

_LONGEST = 360_000
# Sites that answer where they document it, and give the length of a video in seconds.
OEMBED = {
    "vimeo.com": "https://vimeo.com/api/oembed.json?url=",
    "www.vimeo.com": "https://vimeo.com/api/oembed.json?url=",
    "player.vimeo.com": "https://vimeo.com/api/oembed.json?url=",
}
_LENGTHS = frozenset({"duration", "video:duration", "og:video:duration"})
_ISO = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?")


class Page(HTMLParser):
    """The meta tags and password fields of a page, however broken it is."""

    def __init__(self, body: bytes):
        super().__init__(convert_charrefs=True)
        self.lengths: list[int] = []
        self.asks_for_password = False
        self.feed(body.decode("utf-8", "replace"))

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        if tag == "input" and found.get("type", "").lower() == "password":
            self.asks_for_password = True
        if tag == "meta":
            names = {found.get(key, "").lower() for key in ("property", "itemprop", "name")}
            seconds = seconds_of(found.get("content", ""))
            if seconds and names & _LENGTHS:
                self.lengths.append(seconds)

    @property
    def duration(self) -> int | None:
        return self.lengths[0] if self.lengths else None


def seconds_of(text: str) -> int | None:
    """Return whole seconds of "5900", "5900.4" or "PT1H38M20S"; None for anything else."""
    text = text.strip()[:40]
    if re.fullmatch(r"[0-9]{1,7}(\.[0-9]*)?", text):
        seconds = int(float(text))
    elif (found := _ISO.fullmatch(text)) and any(found.groups()):
        days, hours, minutes, rest = (int((each or "0")[:6]) for each in found.groups())
        seconds = ((days * 24 + hours) * 60 + minutes) * 60 + rest
    else:
        return None
    return seconds if 0 < seconds <= _LONGEST else None


def oembed_of(url: str) -> str:
    """Return where the site of `url` describes its videos; empty when we know no such place."""
    try:
        place = OEMBED.get(urlsplit(url).netloc.lower(), "")
    except ValueError:
        return ""
    return place and place + quote(url, safe="")


def duration_in(body: bytes) -> int | None:
    """Return the length in an oEmbed answer, if there is one."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    value = found.get("duration") if isinstance(found, dict) else None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return seconds_of(str(value)) if is_number or isinstance(value, str) else None
