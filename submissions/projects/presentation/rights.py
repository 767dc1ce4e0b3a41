"""Distribution and rights as rows for the page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from festival.world import countries
from submissions.projects.display import joined, label_of, text_of, texts_of
from submissions.projects.vocabulary import Answer, DealStatus


@dataclass(frozen=True)
class RightRow:
    where: str
    except_for: str
    is_world: bool
    rights: str
    terms: str
    holder: str
    holder_kind: str
    starts: str
    ends: str
    status: str
    private: tuple[str, ...]


def rights_of(record: dict) -> list[RightRow]:
    return [_right(row) for row in record.get("rights", [])]


def _right(row) -> RightRow:
    block = "rights"
    exclusive = {Answer.YES: _("exclusive"), Answer.NO: _("not exclusive")}
    where, out, rights, languages, kind = texts_of(
        block, row, "territories", "territories_excluded", "rights", "languages", "party_kind"
    )
    signed = row.get("status") in ("", None, DealStatus.SIGNED)
    return RightRow(
        where=where,
        except_for=out,
        is_world=countries.WORLD in row.get("territories", []),
        rights=rights,
        terms=joined([exclusive.get(row.get("exclusive")), languages]),
        holder=row["party"],
        holder_kind=kind,
        starts=text_of(block, "starts_on", row.get("starts_on")),
        ends=text_of(block, "ends_on", row.get("ends_on")),
        status="" if signed else text_of(block, "status", row["status"]),
        private=tuple(_private(row)),
    )


def _private(row):
    """What festivals and the team read below the holder."""
    yield joined([row.get("contact_name"), row.get("contact_email")])
    for name in ("allows_festivals", "screening_fee"):
        if text := text_of("rights", name, row.get(name), row):
            yield f"{label_of('rights', name)}: {text}"
