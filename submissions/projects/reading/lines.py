"""A pasted text as lines, without marks of direction and what cannot be printed."""

import re
import unicodedata

LONGEST_TEXT = 60_000

_MARKS = dict.fromkeys(
    map(ord, "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """Return the lines of the first 60,000 characters, without spaces around; tabs stay."""
    text = unicodedata.normalize("NFC", text[:LONGEST_TEXT]).translate(_MARKS)
    return ["".join(map(_printable, line)).strip(" \u00a0\u3000") for line in _BREAK.split(text)]


def _printable(sign: str) -> str:
    is_kept = sign == "\t" or unicodedata.category(sign)[0] != "C" or sign in "\u200c\u200d"
    return sign if is_kept else " "
