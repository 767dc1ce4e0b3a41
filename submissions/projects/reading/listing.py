"""The page of a listing, copied as text by its owner, as parts of the record of a project."""

from dataclasses import dataclass, field

from submissions.projects.reading import listing_fields as fields
from submissions.projects.reading.listing_parts import Part, parts_of
from submissions.projects.reading.listing_people import credits_of, tell_apart, with_texts
from submissions.projects.reading.listing_rights import rights_of

_LONGEST_TITLE = 250


@dataclass(frozen=True)
class Remark:
    """What a person should look at: the block and field, the words found and a sentence.

    A guess stands in the record; the field of one about credits is the role.
    """

    block: str
    field: str
    found: str
    text: str
    is_guess: bool = False


@dataclass
class Listing:
    """What was found: `record` has the shape of a record with only these blocks and fields."""

    record: dict = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def put(self, block: str, name: str, value) -> None:
        self.record.setdefault(block, {})[name] = value


def read(text: str) -> Listing:
    """Return what a listing says; never fails, whatever the text is."""
    listing, parts = Listing(), parts_of(text)
    _read_head(listing, parts[0])
    people, texts = [], []
    for part in parts[1:]:
        if part.kind == "people":
            people += tell_apart(part.lines)
        elif part.kind == "rights":
            _take(listing, "rights", *rights_of(part.lines))
        elif part.kind in ("bio", "statement"):
            texts.append(part)
        elif part.kind in ("synopsis", "logline") and part.text:
            listing.put("identity", part.kind, part.text)
        elif part.kind == "field":
            _read_field(listing, part)
    _take(listing, "credits", *credits_of(people))
    if texts:
        rows = with_texts(listing.record.get("credits", []), texts)
        _take(listing, "credits", rows, [])
    return listing


def _take(listing, block, rows, remarks) -> None:
    if rows:
        listing.record[block] = rows
    listing.remarks += [Remark(block, *each, is_guess=block == "credits") for each in remarks]


def _read_head(listing: Listing, head: Part) -> None:
    """Take the title from the first line and the synopsis from the paragraphs below it."""
    lines = [line for line in head.lines if line]
    if lines and len(lines[0]) <= _LONGEST_TITLE:
        listing.put("identity", "title", lines[0])
        body = Part("synopsis", lines=head.lines[head.lines.index(lines[0]) + 1 :])
        if body.text:
            listing.put("identity", "synopsis", body.text)


def _read_field(listing: Listing, part: Part) -> None:
    if not (text := " ".join(part.text.split())):
        return
    try:
        for block, name, value in fields.read(part.name, text):
            listing.put(block, name, value)
    except ValueError as error:
        block, name = fields.LABELS[part.name]
        listing.remarks.append(Remark(block, name, text, str(error)))
