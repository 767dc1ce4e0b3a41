"""How far a record is filled in, section by section, and what still stops it from being sent."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from submissions.projects.vocabulary import CreditRole, MediaKind, ProjectKind

_TIMED = frozenset({ProjectKind.FILM, ProjectKind.SERIES, ProjectKind.MUSIC, ProjectKind.IMMERSIVE})
_WRITTEN = frozenset({ProjectKind.SCRIPT})
_AUTHORS = {
    ProjectKind.SCRIPT: (CreditRole.WRITER, CreditRole.CO_WRITER),
    ProjectKind.MUSIC: (CreditRole.COMPOSER, CreditRole.SONGWRITER, CreditRole.PERFORMER),
}


@dataclass(frozen=True)
class Missing:
    """One thing that must be there before the project can be sent."""

    section: str
    field: str
    message: str


@dataclass(frozen=True)
class Section:
    """How many of the fields of one section are filled in; `required` counts what is missing."""

    key: str
    label: str
    done: int
    total: int
    required: int

    @property
    def state(self) -> str:
        """Return done, in_progress or not_started."""
        if self.done == self.total and not self.required:
            return "done"
        return "in_progress" if self.done else "not_started"


SECTION_LABELS = {
    "title": _("Title and logline"),
    "pictures": _("Poster and stills"),
    "specs": _("Specifications"),
    "credits": _("Credits"),
    "screenings": _("Screenings, awards"),
    "rights": _("Rights, distribution"),
    "budget": _("Budget"),
    "director": _("Director"),
    "screener": _("Screener, trailer"),
    "press": _("Press and links"),
    "submitter": _("Who sends it"),
    "visibility": _("Who can see it"),
}


def missing(record: dict, submitter: dict) -> list[Missing]:
    """Return what must still be filled in before `record` can be sent, in page order."""
    identity, specs, kind = record["identity"], record["specs"], record["kind"]
    rules = [
        ("title", "title", identity.get("title"), _("Enter the title")),
        (
            "title",
            "project_types",
            identity.get("project_types"),
            _("Choose at least one project type"),
        ),
        ("title", "logline", identity.get("logline"), _("Enter the logline")),
        ("title", "synopsis", identity.get("synopsis"), _("Enter the synopsis")),
        (
            "specs",
            "runtime",
            kind not in _TIMED or specs.get("runtime"),
            _("Enter the runtime"),
        ),
        (
            "specs",
            "page_count",
            kind not in _WRITTEN or specs.get("page_count"),
            _("Enter the number of pages"),
        ),
        (
            "specs",
            "completion_date",
            kind in _WRITTEN or specs.get("completion_date") or identity.get("work_in_progress"),
            _("Enter the completion date, or say that it is a work in progress"),
        ),
        (
            "specs",
            "countries_of_origin",
            specs.get("countries_of_origin"),
            _("Choose at least one country of origin"),
        ),
        ("credits", "credits", authors(record), _("Name who made it")),
        ("submitter", "email", submitter.get("email"), _("Enter your e-mail address")),
        ("submitter", "country", submitter.get("country"), _("Choose your country")),
    ]
    return [Missing(section, field, text) for section, field, there, text in rules if not there]


def author_roles(kind: str) -> tuple[str, ...]:
    """Return the roles of those who count as makers: directors, or writers of a script."""
    return _AUTHORS.get(kind, (CreditRole.DIRECTOR, CreditRole.CO_DIRECTOR))


def authors(record: dict) -> list[dict]:
    """Return the credits of those who count as its makers."""
    roles = author_roles(record["kind"])
    rows = [row for row in record["credits"] if row["role"] in roles]
    if record["kind"] == ProjectKind.PHOTO_DESIGN:
        return rows or record["credits"]
    return rows


def sections(record: dict, submitter: dict) -> list[Section]:
    """Return every section of the editor with its figures, in page order."""
    gaps = missing(record, submitter)
    filled = _filled(record, submitter)
    return [
        Section(
            key=key,
            label=label,
            done=sum(filled[key]),
            total=len(filled[key]),
            required=sum(gap.section == key for gap in gaps),
        )
        for key, label in SECTION_LABELS.items()
    ]


def percent(rows: list[Section]) -> int:
    """Return the share of filled fields over all sections, 0 to 100, rounded down."""
    total = sum(row.total for row in rows)
    return 100 * sum(row.done for row in rows) // total if total else 0


def figures(record: dict, submitter: dict) -> dict:
    """Return what a project keeps of it: percent, how many needed fields are left, and by section
    how many fields are filled in, of how many, and how many of those left are needed.
    """
    rows = sections(record, submitter)
    return {
        "percent": percent(rows),
        "left": sum(row.required for row in rows),
        "sections": {row.key: [row.done, row.total, row.required] for row in rows},
    }


def kept_sections(kept: dict) -> list[Section]:
    """Return the sections from figures that were kept; where there are none, nothing is begun."""
    by_key = kept.get("sections", {})
    return [
        Section(key, label, *by_key.get(key, (0, 1, 0))) for key, label in SECTION_LABELS.items()
    ]


def left_text(kept: dict) -> str:
    """Return how many needed fields are left, in words; empty when nothing was kept."""
    if not kept:
        return ""
    if not kept["left"]:
        return gettext("Complete") if kept["percent"] == 100 else gettext("Ready to submit")
    return ngettext(
        "%(count)d field left, then you can submit",
        "%(count)d fields left, then you can submit",
        kept["left"],
    ) % {"count": kept["left"]}


def _filled(record: dict, submitter: dict) -> dict[str, list[bool]]:
    identity, specs = record["identity"], record["specs"]
    kinds = {row["kind"] for row in record["media"]}
    makers = authors(record)
    written = record["kind"] in _WRITTEN
    seconds = [] if written else [bool(specs.get("runtime"))]
    return {
        "title": [
            bool(identity.get(name))
            for name in ("title", "project_types", "logline", "synopsis", "genres")
        ],
        "pictures": [MediaKind.POSTER in kinds] + ([] if written else [MediaKind.STILL in kinds]),
        "specs": seconds
        + [
            bool(specs.get(name))
            for name in (
                ("script_kind", "page_count", "countries_of_origin")
                if written
                else ("completion_date", "countries_of_origin", *_shape(record["kind"]))
            )
        ],
        "credits": [bool(makers), len(record["credits"]) > 1],
        "screenings": [bool(record["screenings"])],
        "rights": [bool(record["rights"])],
        "budget": [record["budget"].get("total") is not None],
        "director": [any(row["bio"] for row in makers), any(row["statement"] for row in makers)],
        "screener": [bool(record["screeners"])] if not written else [bool(record["documents"])],
        "press": [bool(record["references"] or identity.get("website")), bool(record["press"])],
        "submitter": [bool(submitter.get(name)) for name in ("first_name", "email", "country")],
        "visibility": [True],
    }


def _shape(kind: str) -> tuple[str, ...]:
    if kind in (ProjectKind.FILM, ProjectKind.SERIES, ProjectKind.IMMERSIVE):
        return ("dialogue_languages", "aspect_ratio", "film_color", "shooting_formats")
    return ()
