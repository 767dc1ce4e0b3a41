"""Text as the index sees it: the same small letters and tokens whatever the engine."""

import re

from festival.world.folding import fold

LONGEST_QUERY = 200
LONGEST_TOKEN = 40
MOST_TOKENS = 12
# Scripts that write without spaces: Thai to Khmer, kana, ideographs.
_SOLID = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SOLID += "\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_SOLID}]+|[^\W_{_SOLID}]+")
_IS_SOLID = re.compile(rf"[{_SOLID}]")


def tokens(*texts: str) -> list[str]:
    """Return the tokens of `texts` in order; a run without spaces becomes pairs of signs."""
    found = []
    for text in texts:
        for run in _RUN.findall(fold(text or "")):
            found += _pairs(run) if _IS_SOLID.match(run) else [run[:LONGEST_TOKEN]]
    return found


def line(text: str) -> str:
    """Return the words of `text` with one space between, to compare whole titles and names."""
    return " ".join(_RUN.findall(fold(text or "")))


def asked(text: str) -> list[str]:
    """Return the tokens that a visitor's words ask for, each once, at most twelve."""
    found = []
    for run in _RUN.findall(fold(text[:LONGEST_QUERY])):
        found += _pairs(run, ends=False) if _IS_SOLID.match(run) else [run[:LONGEST_TOKEN]]
    return list(dict.fromkeys(found))[:MOST_TOKENS]


def is_open_ended(token: str) -> bool:
    """Return whether the last word asked for may be the beginning of a longer one."""
    return len(token) > 2 or bool(_IS_SOLID.match(token))


def is_solid(sign: str) -> bool:
    """Return whether the sign belongs to a script that writes without spaces."""
    return bool(_IS_SOLID.match(sign))


def starts(text: str, most: int = 6) -> list[str]:
    """Return `line(text)` from each of its first words on; of a solid run, from each sign on."""
    whole = line(text)
    places = [0] + [
        i
        for i in range(1, len(whole))
        if whole[i] != " " and (whole[i - 1] == " " or _IS_SOLID.match(whole[i]))
    ]
    return [whole[place:] for place in places[:most]] if whole else []


def _pairs(run: str, ends: bool = True) -> list[str]:
    """Return the pairs of neighbours; the last sign stands alone too, so that one sign finds it.

    A query (`ends` false) needs no such end: its pairs say all, and a single sign is a prefix.
    """
    if len(run) == 1:
        return [run]
    pairs = [run[i : i + 2] for i in range(len(run) - 1)]
    return [*pairs, run[-1]] if ends else pairs
