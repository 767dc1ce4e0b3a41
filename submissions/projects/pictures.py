"""Addresses and sizes of pictures: uploaded ones and covers drawn from the title."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from festival.ui.uploads.variants import WIDTHS
from submissions.projects.card import focus_of
from submissions.projects.completeness import authors
from submissions.projects.covers import cover_hash, cover_hue, cover_svg, script_cover_svg
from submissions.projects.display import choice
from submissions.projects.vocabulary import CreditRole, MediaKind, ProjectKind

_COVER = {"width": 400, "height": 600}
_MAKERS = frozenset(
    {
        CreditRole.DIRECTOR, CreditRole.CO_DIRECTOR, CreditRole.WRITER, CreditRole.CO_WRITER,
        CreditRole.COMPOSER, CreditRole.SONGWRITER, CreditRole.PERFORMER,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Image:
    """A picture for `<img>`: address, sizes in pixels, words, and its focal point in tenths."""

    src: str
    srcset: str
    alt: str
    width: int
    height: int
    full: str = ""
    download: str = ""
    caption: str = ""
    credit: str = ""
    focus: str = ""


@dataclass(frozen=True)
class Cover:
    """The words that a drawn cover shows; the same words always give the same picture."""

    slug: str
    title: str
    credit_line: str
    year: str
    kind: str

    @property
    def words(self) -> dict:
        label = choice(ProjectKind, self.kind)
        return {"credit_line": self.credit_line, "year": self.year, "kind_label": label}

    @property
    def url(self) -> str:
        digits = cover_hash(self.title, **self.words)
        return reverse("cover", args=[self.slug, digits])

    @property
    def svg(self) -> str:
        if self.kind == ProjectKind.SCRIPT:
            return script_cover_svg(self.title, credit_line=self.credit_line)
        return cover_svg(self.title, **self.words)

    @property
    def hue(self) -> int:
        return cover_hue(self.title)


def cover_of(project) -> Cover:
    """Return the cover of a project, from the columns of its card."""
    year = str(project.year or "")
    return Cover(project.slug, project.title, project.credit_line, year, project.kind)


def cover_of_record(record: dict) -> Cover:
    """Return the cover that the card of this record would have."""
    names = [row["name"] for row in authors(record) if row["role"] in _MAKERS]
    year = (record["specs"].get("completion_date") or "")[:4]
    line = ", ".join(dict.fromkeys(names))[:300]
    return Cover(record["slug"], record["identity"]["title"], line, year, record["kind"])


def press_name(picture) -> str:
    """Return the file name of a picture for the press, with its credit line in it."""
    number = picture.position or ""
    parts = (picture.project.title[:50], f"{picture.get_kind_display()} {number}".strip())
    return " – ".join(filter(None, (*parts, picture.credit_line[:60]))) + ".jpg"


def cover_url(project) -> str:
    return cover_of(project).url


def picture_url(code: str, width: int, ext: str = "webp") -> str:
    return reverse("media", args=[code, width, ext])


def stored_width(row, width: int, ext: str) -> int | None:
    """Return the width of the file that answers for `width`; None if no page asks for that one.

    A picture narrower than a size of its kind is stored in its own width and stands in for it.
    """
    if ext == "jpg":
        return width if width == _middle(row.widths, row.width) else None
    if width not in {*WIDTHS[row.kind], *row.widths}:
        return None
    return min((own for own in row.widths if own >= width), default=max(row.widths))


def card_poster(project) -> dict:
    """Return the poster for a card, or the drawn cover; needs no query."""
    if not project.poster_code:
        return {"src": cover_of(project).url, "alt": "", **_COVER}
    widths = WIDTHS[MediaKind.POSTER]
    return {
        "src": picture_url(project.poster_code, widths[1]),
        "srcset": _srcset(project.poster_code, widths),
        "alt": "",
        "focus": project.poster_focus,
        **_COVER,
    }


def image_of(row: dict, *, width: int, download=False) -> Image:
    """Return the picture of a row of `record["media"]` in the size nearest to `width`."""
    widths = row["widths"] or [row["width"]]
    shown = min((own for own in widths if own >= width), default=max(widths))
    code = row["code"]
    return Image(
        src=picture_url(code, shown),
        srcset=_srcset(code, widths),
        alt=row["alt"],
        width=shown,
        height=max(1, round(row["height"] * shown / row["width"])),
        full=picture_url(code, max(widths)),
        download=reverse("picture_download", args=[code]) if download else "",
        caption=row["caption"],
        credit=" · ".join(filter(None, (row["credit_line"], row["licence"]))),
        focus=focus_of(row),
    )


def poster_of(record: dict, title: str, *, download=False) -> Image:
    """Return the uploaded poster of a record, or the drawn cover."""
    alt = _("Poster of %(title)s") % {"title": title}
    if row := first_of(record, MediaKind.POSTER):
        image = image_of(row, width=WIDTHS[MediaKind.POSTER][1], download=download)
        return replace(image, alt=row["alt"] or alt, **_COVER)
    if record["kind"] == ProjectKind.SCRIPT:
        alt = _("Title page of the script %(title)s") % {"title": title}
    return Image(cover_of_record(record).url, "", alt, **_COVER)


def first_of(record: dict, kind: str) -> dict | None:
    return next((row for row in record["media"] if row["kind"] == kind), None)


def all_of(record: dict, kind: str) -> list[dict]:
    return [row for row in record["media"] if row["kind"] == kind]


def preview_of(record: dict) -> dict | None:
    """Return the row whose picture stands for the project elsewhere: banner, still or poster."""
    kinds = (MediaKind.BANNER, MediaKind.STILL, MediaKind.POSTER)
    return next(filter(None, (first_of(record, kind) for kind in kinds)), None)


def jpeg_url(row: dict) -> str:
    """Return the address of the JPEG that programs of other sites can read."""
    return picture_url(row["code"], _middle(row["widths"], row["width"]), "jpg")


def _middle(widths, full: int) -> int:
    return min(sorted(widths)[len(widths) // 2], full) if widths else full


def _srcset(code: str, widths) -> str:
    return ", ".join(f"{picture_url(code, width)} {width}w" for width in widths)
