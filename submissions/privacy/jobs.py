"""What the worker does here: it packs archives and throws old ones away."""

import time

from submissions.privacy import archiving

HOUR = 3600.0
_tidied_at = [0.0]


def pack() -> int:
    return archiving.pack_next()


def tidy() -> int:
    """Throw away what is over, once an hour."""
    if time.monotonic() - _tidied_at[0] < HOUR and _tidied_at[0]:
        return 0
    _tidied_at[0] = time.monotonic()
    return archiving.tidy()


JOBS = (pack, tidy)
