"""Trailers on other sites: which players a page may open, and only after a press."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from csp.decorators import csp_update

from festival.world import durations
from submissions.projects.display import text_of

YOUTUBE = "https://www.youtube-nocookie.com"
VIMEO = "https://player.vimeo.com"
_YOUTUBE_HOSTS = frozenset({"www.youtube.com", "youtube.com", "m.youtube.com"})
_VIMEO_HOSTS = frozenset({"vimeo.com", "www.vimeo.com"})

with_player = csp_update({"frame-src": [YOUTUBE, VIMEO]})


@dataclass(frozen=True)
class Player:
    """A trailer: its page, the host that will be contacted, and the player if we allow one."""

    url: str
    host: str
    embed: str
    length: str
    iso: str
    language: str
    captions: str


def player_of(trailer: dict) -> Player | None:
    """Return the trailer of a record; None without an address of the web."""
    url = web_address(trailer.get("url"))
    if not url:
        return None
    seconds = trailer.get("duration")
    return Player(
        url=url,
        host=urlsplit(url).hostname.removeprefix("www."),
        embed=embed_of(url),
        length=text_of("trailer", "duration", seconds),
        iso=durations.isoformat(seconds) if seconds else "",
        language=text_of("trailer", "language", trailer.get("language")),
        captions=text_of("trailer", "captions", trailer.get("captions")),
    )


def web_address(url) -> str:
    """Return `url` if a browser may follow it: http or https with a host, nothing else."""
    try:
        parts = urlsplit(str(url or "").strip())
        # A port that is no number shows only when it is asked for.
        odd = parts.username or parts.port == 0
        usable = parts.scheme in ("http", "https") and parts.hostname and not odd
    except ValueError:
        return ""
    return parts.geturl() if usable else ""


def embed_of(url: str) -> str:
    """Return the player for the page of a video; empty unless its host is on our list."""
    parts = urlsplit(url)
    if parts.port or parts.scheme != "https":
        return ""
    path = parts.path.strip("/")
    if parts.hostname in _YOUTUBE_HOSTS:
        return _youtube((parse_qs(parts.query).get("v") or [path.rpartition("/")[2]])[0])
    if parts.hostname == "youtu.be":
        return _youtube(path)
    if parts.hostname in _VIMEO_HOSTS and re.fullmatch(r"[0-9]{4,12}", path):
        return f"{VIMEO}/video/{path}?autoplay=1&dnt=1"
    return ""


def _youtube(code: str) -> str:
    known = re.fullmatch(r"[A-Za-z0-9_-]{11}", code)
    return f"{YOUTUBE}/embed/{code}?autoplay=1" if known else ""
