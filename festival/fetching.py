"""Asking another web server about an address that a user typed, without trust in either.

Only public addresses are connected to: the host is resolved once, every address that it has is
checked, and the connection goes to a checked one, so that a name cannot point elsewhere in
between. Each redirect is checked again. No cookies, no credentials, no proxy of the environment.
"""

import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.conf import settings

SECONDS = 5.0
MOST_BYTES = 1024 * 1024
MOST_HEADER_BYTES = 64 * 1024
MOST_REDIRECTS = 5
MOST_TRIES = 3
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Python counts these as global, or wraps an address that is not.
_NEVER = tuple(
    ipaddress.ip_network(each)
    for each in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "240.0.0.0/4", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64",
        "2001::/23", "2002::/16", "3fff::/20", "fc00::/7", "fe80::/10", "fec0::/10",
    )
)  # fmt: skip


class Refused(Exception):
    """The address is none that we ask: not http, not public, an odd port, a user's name in it."""


class Unreachable(Exception):
    """Nobody answered as a web server does: no such name, no connection, bad TLS, out of time."""


@dataclass(frozen=True)
class Fetched:
    """The last answer: `body` holds at most MOST_BYTES bytes, `seconds` is the time of it all."""

    url: str
    status: int
    media_type: str
    body: bytes
    seconds: float


def fetch(url: str, *, seconds: float = SECONDS, most_bytes: int = MOST_BYTES) -> Fetched:
    """Return what stands at `url` after at most five redirects; raise Refused or Unreachable.

    `seconds` limits the whole: names, connections, redirects and a body that trickles. A body
    beyond `most_bytes` is cut there.
    """
    began = time.monotonic()
    clock = _Clock(began + seconds)
    for _step in range(MOST_REDIRECTS + 1):
        answer, following = _ask(url, clock, most_bytes)
        if following is None:
            return Fetched(url, *answer, time.monotonic() - began)
        url = following
    raise Unreachable("too many redirects")


class _Clock:
    """What is left of the time for the whole."""

    def __init__(self, ends: float):
        self.ends = ends

    def left(self) -> float:
        left = self.ends - time.monotonic()
        if left <= 0:
            raise Unreachable("out of time")
        return left


def _ask(url, clock, most_bytes):
    scheme, host, port, target = _parts(url)
    connection, wire = http.client.HTTPConnection(host, port), None
    try:
        wire = _connected(scheme, host, port, clock)
        connection.sock = _Wire(wire, clock, most_bytes)
        shown = f"[{host}]" if ":" in host else host
        connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", shown if port == PORTS[scheme] else f"{shown}:{port}")
        connection.putheader("Accept", "text/html, application/json, video/*;q=0.9, */*;q=0.5")
        connection.putheader("User-Agent", f"{settings.SITE_NAME} link check")
        connection.putheader("Connection", "close")
        connection.endheaders()
        answer = connection.getresponse()
        if answer.status in REDIRECTS and (place := answer.headers.get("Location")):
            return None, urljoin(url, place.strip())
        media_type = answer.headers.get_content_type()
        return (answer.status, media_type, _body(answer, most_bytes)), None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        raise Unreachable(type(error).__name__) from error
    finally:
        if wire is not None:
            wire.close()


def _parts(url: str) -> tuple[str, str, int, str]:
    """Return scheme, host, port and target of an address that may be asked."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if "[" not in parts.netloc:
            host = host.encode("idna").decode()
        port = PORTS.get(parts.scheme, 0) if parts.port is None else parts.port
    except (ValueError, UnicodeError) as error:
        raise Refused("no address") from error
    if parts.scheme not in PORTS or not host or set(host) & set("% ") or "@" in parts.netloc:
        raise Refused("not an address of the web")
    if port not in settings.FETCHING_PORTS:
        raise Refused("another port")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    quoted = "".join(c if "!" <= c <= "~" else _percent(c) for c in target)
    return parts.scheme, host.rstrip("."), port, quoted


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def _connected(scheme, host, port, clock):
    """Return a socket to one of the checked addresses of `host`, with verified TLS for https."""
    wire = _plain(_addresses(host, port, clock), clock)
    if scheme == "http":
        return wire
    wire.settimeout(clock.left())
    try:
        return ssl.create_default_context().wrap_socket(wire, server_hostname=host)
    except BaseException:
        wire.close()
        raise


def _plain(places, clock):
    for number, (family, place) in enumerate(places, start=1):
        wire = socket.socket(family, socket.SOCK_STREAM)
        try:
            wire.settimeout(clock.left())
            wire.connect(place)
            return wire
        except BaseException as error:
            wire.close()
            if not isinstance(error, OSError) or number == len(places):
                raise
    raise Unreachable("no address")


def _addresses(host, port, clock) -> list:
    """Resolve the name once, in the time that is left, and refuse it if any address is ours."""
    found: list = []

    def look_up():
        try:
            found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.append(error)

    # The resolver of the system knows no time limit; who outlasts ours is left behind.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(clock.left())
    if not found:
        raise Unreachable("out of time")
    if isinstance(found[0], Exception):
        raise Unreachable("no such name")
    rows = [(family, place) for family, _type, _proto, _name, place in found[0]]
    if not rows or not all(is_public(place[0]) for _family, place in rows):
        raise Refused("not a public address")
    return rows[:MOST_TRIES]


def is_public(text: str) -> bool:
    """Tell whether the IP address is one of the open internet, or allowed by the settings."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if any(address in ipaddress.ip_network(each) for each in settings.FETCHING_ALSO):
        return True
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in net for net in _NEVER if net.version == address.version)


class _Wire:
    """The part of a socket that http.client uses, each piece within the time and the bytes."""

    def __init__(self, wire, clock, most_bytes):
        self.wire, self.clock = wire, clock
        self.reader = _Reader(wire, clock, most_bytes + MOST_HEADER_BYTES)

    def sendall(self, content):
        self.wire.settimeout(self.clock.left())
        self.wire.sendall(content)

    def makefile(self, mode, *args, **kwargs):
        return io.BufferedReader(self.reader)

    def close(self):
        """Leave the socket open: http.client lets go of it before the body is read."""


class _Reader(io.RawIOBase):
    def __init__(self, wire, clock, most):
        self.wire, self.clock, self.left = wire, clock, most

    def readable(self):
        return True

    def readinto(self, room):
        if self.left <= 0:
            raise Unreachable("too long")
        self.wire.settimeout(self.clock.left())
        got = self.wire.recv_into(memoryview(room)[: self.left])
        self.left -= got
        return got


def _body(answer, most_bytes) -> bytes:
    """Read up to the limit; what a server breaks off is as good as what it said until then."""
    try:
        return answer.read(most_bytes)
    except http.client.IncompleteRead as error:
        return error.partial
