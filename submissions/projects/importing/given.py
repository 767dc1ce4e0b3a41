"""What a person gives to be imported: the text of a listing, or a file of our own."""

from dataclasses import dataclass, field

from submissions.projects.importing import ours
from submissions.projects.reading import listing
from submissions.projects.reading.listing import Remark


@dataclass(frozen=True)
class Given:
    """`record` has the shape of a record with only what was found; `text` is what was given."""

    text: str
    record: dict = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    is_ours: bool = False

    @property
    def title(self) -> str:
        return self.record.get("identity", {}).get("title", "")


def read(text: str) -> Given:
    """Return what `text` holds; ValueError with a sentence when it is a file that is not ours."""
    if ours.is_ours(text):
        record, remarks = ours.read(text)
        return Given(text, record, tuple(Remark(*each) for each in remarks), is_ours=True)
    found = listing.read(text)
    return Given(text, found.record, tuple(found.remarks))
