"""The lines of a listing page, cut into parts by its headings, labels and bullets."""

import re
from dataclasses import dataclass, field

from festival.world.reading import words as word_set
from submissions.projects.reading import listing_fields as fields
from submissions.projects.reading.lines import lines_of
from submissions.projects.reading.names import is_title
from submissions.projects.reading.roles import key_of, roles_of

_LABEL = re.compile(r"(.{2,60}?)\s*[:\uff1a]\s*(.*)")
_BULLET = re.compile(r"[•·▪●*‣◦]\s*")
_OF_SOMEBODY = re.compile(
    r"(?P<whose>\w+(?: / \w+)?) (?P<what>biography|bio|statement)(?:\s+[-–—]\s+(?P<name>.+))?", re.I
)
_HEADINGS = {
    "distribution information": "rights",
    "distribution": "rights",
    "distributor sales agent": "rights",
    "synopsis": "synopsis",
    "project overview": "synopsis",
    "overview": "synopsis",
    "logline": "logline",
    "credits": "people",
    "project credits": "people",
    "specifications": "fields",
    "project specifications": "fields",
    "screenings awards": "other",
    "screenings and awards": "other",
    "news reviews": "other",
    "news and reviews": "other",
}
_NOISE = {
    "experiencing interruptions", "share", "edit", "follow", "message", "contact", "view project",
    "watch trailer", "trailer", "print", "save", "like", "comments", "more", "see more",
    "read more", "back", "project page",
}  # fmt: skip
_SHORT, _PARAGRAPH = 90, 120
_WHOSE = word_set("director writer author filmmaker submitter artist composer photographer")


@dataclass
class Part:
    """Lines that belong together; `kind` says what they are about, `name` whose they are."""

    kind: str
    name: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as paragraphs."""
        return re.sub(r"\n{2,}", "\n\n", "\n".join(self.lines)).strip()


def parts_of(text: str) -> list[Part]:
    """Return the parts in their order, first the head with the title; never fails."""
    parts = [Part("head")]
    for line in lines_of(text):
        plain = _BULLET.sub("", line.replace("\t", " ").strip(), count=1)
        has_bullet = plain != line.strip()
        if key_of(plain) in _NOISE or plain.lower().startswith("add director"):
            parts.append(Part("other"))
            if len(parts) == 2 and not any(parts[0].lines):
                parts.pop()
        elif (begun := _begun(plain, has_bullet, parts[-1])) is not None:
            parts.append(begun)
        elif parts[-1].kind == "field" and not plain and parts[-1].lines:
            parts.append(Part("other"))
        else:
            parts[-1].lines.append(line.strip() if parts[-1].kind == "people" else plain)
    return parts


def _begun(plain: str, has_bullet: bool, last: Part) -> Part | None:
    """Return the part that a line begins, None when it goes on with the last one."""
    if not plain:
        return None
    if (match := _OF_SOMEBODY.fullmatch(plain)) and match["whose"].lower() in _WHOSE:
        kind = "statement" if match["what"].lower() == "statement" else "bio"
        return Part(kind, match["name"] or "")
    key = key_of(plain)
    if key in _HEADINGS and len(plain) < _SHORT:
        return Part(_HEADINGS[key])
    if last.kind == "rights" and _LABEL.fullmatch(plain):
        return None
    label = _LABEL.fullmatch(plain)
    if label and key_of(label[1]) in fields.LABELS:
        return Part("field", key_of(label[1]), [label[2]] if label[2] else [])
    if key in fields.LABELS and (has_bullet or last.kind in ("field", "fields")):
        return Part("field", key)
    if last.kind == "head" and _begins_people(plain, has_bullet, last):
        return Part("people", lines=["• " + plain])
    return None


def _begins_people(plain: str, has_bullet: bool, head: Part) -> bool:
    if has_bullet or (roles_of(plain) and any(head.lines)):
        return True
    has_text = any(len(line) >= _PARAGRAPH for line in head.lines)
    is_name = len(plain) < _SHORT and plain[-1] not in '.!?…”"'
    return has_text and is_name and not is_title(plain)
