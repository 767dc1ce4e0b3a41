"""How a title breaks into lines on a drawn cover, in any script."""

import unicodedata
from itertools import accumulate, combinations, pairwise

MOST_WIDTH = 90
ENOUGH_WORDS = 12
LONG_WORD = 10
LONG_PIECE = 15
BREAK = "\u00ad"
JOINER = "\u200d"
# No line starts with these (Japanese and Chinese closing marks, small kana, long-vowel mark).
NOT_FIRST = set("、。，．・：；？！ー々）」』】〉》ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥")  # noqa: RUF001
CAPITAL_RANGES = ((0, 0x58F), (0x1E00, 0x1FFF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF))


def clean(text):
    """Return one line of text without control, direction and unpaired characters."""
    kept = (
        ch
        for ch in str(text or "")
        if unicodedata.category(ch) not in ("Cc", "Cs", "Co", "Cn") or ch in "\t\n"
    )
    shown = (ch for ch in kept if unicodedata.category(ch) != "Cf" or ch in (JOINER, "\u200c"))
    return " ".join("".join(shown).split())


def is_capital_script(text):
    """Say whether every letter is Latin, Greek, Cyrillic or Armenian: capitals may be used."""
    return all(
        any(low <= ord(ch) <= high for low, high in CAPITAL_RANGES) for ch in text if ch.isalpha()
    ) and not any(unicodedata.category(ch) == "So" for ch in text)


def is_right_to_left(text):
    """Say whether the first letter with a direction runs from the right."""
    ways = (unicodedata.bidirectional(ch) for ch in text)
    return next((way in ("R", "AL") for way in ways if way in ("L", "R", "AL")), False)


def width_of(text):
    """Return the width in ems of a condensed face: 1 for wide characters, 0 for marks."""
    return max(0.5, sum(_widths(text)))


def _widths(text):
    joined = False
    for ch in text:
        if joined or unicodedata.category(ch) in ("Mn", "Me", "Cf"):
            joined = ch == JOINER
            yield 0
        elif unicodedata.east_asian_width(ch) in "WF":
            yield 1
        else:
            yield 0.5 if is_capital_script(ch) else 0.62


def split_title(title, most=None):
    """Break a title into the lines that look most even: four, or more for a long title."""
    parts, glue = _parts(_shortened(title))
    total = width_of(title)
    if most is None:
        most = 4 if total <= 26 else 6 if total <= 55 else 8
    if len(parts) > ENOUGH_WORDS:
        return [_finished(line) for line in _filled(parts, glue, min(most, len(parts)))]
    choices = (
        cuts
        for count in range(min(most, len(parts)))
        for cuts in combinations(range(1, len(parts)), count)
    )
    lines = min((_joined(parts, glue, cuts) for cuts in choices), key=_cost)
    return [_finished(line) for line in lines]


def _shortened(title):
    for end, width in enumerate(accumulate(_widths(title))):
        if width > MOST_WIDTH:
            return title[:end].rstrip() + "…"
    return title


def _broken(word):
    """Break a word whose letters would be too small in one line, where hyphens are a custom."""
    if width_of(word) <= LONG_WORD or not is_capital_script(word):
        return [word]
    count = -(-len(word) // LONG_PIECE)
    size = -(-len(word) // count)
    pieces = [word[i : i + size] for i in range(0, len(word), size)]
    return [piece + BREAK for piece in pieces[:-1]] + pieces[-1:]


def _finished(line):
    """Put words together whose pieces met in one line; a piece at the end gets its hyphen."""
    return line.replace(f"{BREAK} ", "").replace(BREAK, "-")


def _parts(title):
    words = title.split()
    wide = sum(unicodedata.east_asian_width(ch) in "WF" for ch in title)
    if len(words) > 1 or wide < 6:
        return [piece for word in words for piece in _broken(word)] or [title], " "
    parts = []
    for ch in title:
        tied = unicodedata.category(ch) in ("Mn", "Me", "Cf") or ch in NOT_FIRST
        narrow = parts and unicodedata.east_asian_width(ch) not in "WF"
        if parts and (tied or parts[-1].endswith(JOINER) or narrow):
            parts[-1] += ch
        else:
            parts.append(ch)
    return parts, ""


def _joined(parts, glue, cuts):
    edges = [0, *cuts, len(parts)]
    return [glue.join(parts[a:b]) for a, b in pairwise(edges)]


def _cost(lines):
    widths = [2 * width_of(line) for line in lines]
    # A taller stack means bigger type; .42 of the height reads best.
    height = sum(1 / max(4, width) for width in widths)
    return max(widths) / 5 + abs(height - 0.42) * 9 + (max(widths) - min(widths)) / 9


def _filled(parts, glue, most):
    """Fill lines from the start with an even share each, for titles of many words."""
    share = width_of(glue.join(parts)) / most
    lines, current = [], parts[0]
    for part in parts[1:]:
        longer = f"{current}{glue}{part}"
        if width_of(longer) > share * 1.1 and len(lines) < most - 1:
            lines.append(current)
            current = part
        else:
            current = longer
    return [*lines, current]
