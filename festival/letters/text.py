"""What people typed, made harmless for a letter."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from django.utils.functional import Promise

PLAIN = (int, float, Decimal, bool, date, datetime, type(None))
# A dot before letters would turn a title into a link in most mail programs; so would a scheme.
_DOT = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})")
_BREAK = "\u200b"


def plain(context: dict) -> dict:
    """Return `context` with every text neutralised; TypeError for anything but plain values.

    Texts become one line each. Addresses (`url`, `email` and names that end so) stay as they are.
    """
    return {
        name: value if _is_address(name) else _neutral(value, name)
        for name, value in context.items()
    }


def one_line(text: str, length: int = 200) -> str:
    """Return `text` without line breaks, at most `length` characters: fit for a mail header."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def _is_address(name):
    return name.rpartition("_")[2] in {"url", "email"}


def _neutral(value, name):
    if isinstance(value, str | Promise):
        return _without_links(_without_controls(str(value)))
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list | tuple):
        return [_neutral(item, name) for item in value]
    raise TypeError(f"A letter takes plain values, {name} is a {type(value).__name__}")


def _without_controls(text):
    """Join lines; drop control and direction-override characters, keep those that join letters."""
    return "".join(
        char
        for char in " ".join(text.split())
        if unicodedata.category(char) != "Cc"
        and not ("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069")
    )


def _without_links(text):
    return _DOT.sub("." + _BREAK, text).replace("://", ":" + _BREAK + "//")
