"""SRT and WebVTT read line by line and written back as UTF-8 without notes.

Formats: https://www.w3.org/TR/webvtt1/ and the SubRip text format.
"""

import codecs
import re

from django.utils.translation import gettext as _

from .signatures import BadUpload

MAX_LINE = 1000
MAX_CUES = 20_000
CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMING = re.compile(rf"\s*{CLOCK}[ \t]+-->[ \t]+{CLOCK}(?:[ \t].*)?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def cues_of(content, ext):
    """Return the checked text of a subtitle file; raise BadUpload naming the line at fault.

    The header text, notes and comments of WebVTT are left out: they name people and programs.
    """
    lines = _decoded(content).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _check_lines(lines)
    blocks = list(_blocks(lines))
    head = []
    if ext == "vtt":
        if not lines[0].startswith("WEBVTT"):
            raise BadUpload(_("A .vtt file starts with the word WEBVTT. Export the file again."))
        blocks, head = blocks[1:], ["WEBVTT"]
        blocks = [block for block in blocks if not block[1][0].startswith("NOTE")]
    cues = [block for block in blocks if not (ext == "vtt" and _is_style(block))]
    if not cues:
        raise BadUpload(_("There are no subtitles in this file: no line has start and end times."))
    if len(cues) > MAX_CUES:
        raise BadUpload(_("The file has more than %(most)s subtitles.") % {"most": MAX_CUES})
    for number, block in cues:
        _check_cue(number, block)
    return "\n\n".join(["\n".join(head)] * bool(head) + ["\n".join(b) for _n, b in blocks]) + "\n"


def _decoded(content):
    encoding = next((name for mark, name in BOMS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        # Older programs write the Windows code page; every byte has a meaning in Latin-1.
        return content.decode("latin-1")


def _check_lines(lines):
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise BadUpload(
                _("Line %(line)s is longer than %(most)s characters.")
                % {"line": number, "most": MAX_LINE}
            )
        if CONTROL.search(line):
            raise BadUpload(
                _("Line %(line)s has characters that are not text. Save the file as UTF-8.")
                % {"line": number}
            )


def _blocks(lines):
    start, block = 0, []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            yield start, block
            block = []


def _is_style(block):
    return block[1][0].strip() in ("STYLE", "REGION")


def _check_cue(number, block):
    for offset, line in enumerate(block[:2]):
        found = TIMING.fullmatch(line)
        if found:
            if _millis(found.groups()[4:]) < _millis(found.groups()[:4]):
                raise BadUpload(
                    _("Line %(line)s ends before it starts. Correct the times.")
                    % {"line": number + offset}
                )
            return
    # A blank line inside a subtitle leaves its second half without times of its own.
    if not any("-->" in line for line in block) and number > 1:
        return
    raise BadUpload(
        _("Line %(line)s has no times that we can read, such as 00:01:02,500 --> 00:01:04,000.")
        % {"line": number}
    )


def _millis(clock):
    hours, minutes, seconds, rest = clock
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(rest.ljust(3, "0"))
