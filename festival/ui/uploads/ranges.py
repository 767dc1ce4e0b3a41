"""The part of a file that a request asks for (RFC 9110, section 14): one range of bytes."""

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


@dataclass(frozen=True)
class Span:
    """Bytes from `start` up to `stop`, which is not part of it; empty when nothing fits."""

    start: int
    stop: int

    @property
    def length(self) -> int:
        return self.stop - self.start


def asked_span(headers, size: int, tag: str) -> Span | None:
    """Return the span that the headers of a request ask for in a file of `size` bytes.

    None is the whole file: no range, one that cannot be read, several at once, or an If-Range
    that names another content than `tag`, which is quoted.
    """
    if headers.get("If-Range", tag) != tag:
        return None
    found = _ONE_RANGE.fullmatch(headers.get("Range", "").replace(" ", ""))
    if not found or found[0] == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        start, stop = max(0, size - int(last)), size
    else:
        start, stop = int(first), min(size, int(last) + 1 if last else size)
        if last and int(last) < start:
            return None
    return Span(start, stop) if start < stop else Span(0, 0)
