"""Who distributes the work, as a listing says it."""

import re

from django.utils.translation import gettext as _

from festival.world import territories
from festival.world.reading import name_key, read_list
from submissions.projects.reading.roles import key_of
from submissions.projects.vocabulary import Right

_LABEL = re.compile(r"(.{2,40}?)\s*[:\uff1a]\s*(.*)")
_LABELS = {
    "country": "territories",
    "countries": "territories",
    "territory": "territories",
    "territories": "territories",
    "rights": "rights",
    "distribution rights": "rights",
}
_VOD = (Right.TVOD, Right.SVOD, Right.AVOD, Right.FVOD)
_TRADE = {
    "internet": _VOD,
    "video on demand": _VOD,
    "vod": _VOD,
    "pay per view": (Right.PPV_RESIDENTIAL, Right.PPV_NON_RESIDENTIAL),
    "video disc": (Right.VIDEO_RENTAL, Right.VIDEO_SALE),
    "free tv": (Right.FREE_TERRESTRIAL, Right.FREE_CABLE_SATELLITE),
    "paid tv": (Right.PAY_TERRESTRIAL, Right.PAY_CABLE_SATELLITE),
    "pay tv": (Right.PAY_TERRESTRIAL, Right.PAY_CABLE_SATELLITE),
}


def rights_of(lines: list[str]) -> tuple[list[dict], list[tuple[str, str, str]]]:
    """Return the deals of the lines, and (field, words, sentence) for what could not be read."""
    deals, remarks, waiting = [], [], ""
    for line in lines:
        match = _LABEL.fullmatch(line)
        name = _LABELS.get(key_of(match[1])) if match else None
        text = match[2] if name else line
        name = name or waiting
        waiting = ""
        if not text:
            waiting = name
        elif not name:
            deals.append({"party": text[:200], "territories": [], "rights": []})
        elif deals:
            try:
                deals[-1][name] = _READERS[name](text)
            except ValueError as error:
                remarks.append((name, text[:200], str(error)))
    return deals, remarks


def _rights(text: str) -> list[str]:
    found = [code for codes in read_list(text, _one, separators="[;|\n]") for code in codes]
    order = [each.value for each in Right]
    return sorted(dict.fromkeys(found), key=order.index)


def _one(text: str) -> tuple[str, ...]:
    known = {name_key(str(right.label)): (right.value,) for right in Right}
    if found := known.get(name_key(text)):
        return found
    if found := _TRADE.get(key_of(text)):
        return tuple(right.value for right in found)
    raise ValueError(_("The list of rights has no “%(name)s”") % {"name": text[:80]})


_READERS = {"territories": territories.parse_list, "rights": _rights}
