"""What an import would change, one thing after the other, for a person to choose from."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from submissions.projects.diff import name_of, whole
from submissions.projects.display import field_of, label_of, section_of, text_of
from submissions.projects.importing.given import Given
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.visibility import FIELDS

# What makes a row of the import the same as a row that is there.
_SAME = {
    "references": ("scheme", "value"),
    "credits": ("name", "role"),
    "budget_lines": ("side", "category", "source_kind", "name"),
    "screenings": ("event", "edition", "date"),
    "rights": ("party",),
    "press": ("title", "url"),
}
# Long texts of a row are chosen apart from it.
_APART = ("bio", "statement")
_WITH_TOTAL = "currency"
_UNSAID = frozenset({"person", "slug", "organisation", "verified_at"})


@dataclass(frozen=True)
class Item:
    """One field or row: what stands there now, what would stand there, and what to look at."""

    key: str
    section: str
    label: str
    before: str
    after: str
    remarks: tuple[str, ...] = ()
    is_possible: bool = True

    @property
    def is_chosen(self) -> bool:
        """Whether it is ticked at first: only what overwrites nothing."""
        return self.is_possible and not self.before


class Plan:
    """The way from the record `old` to what `given` says; `kind` is that of the project."""

    def __init__(self, old: dict, given: Given):
        self.old, self.new, self.given = old, given.record, given

    @cached_property
    def items(self) -> list[Item]:
        """Everything that differs, in the order of the page; what the import does not say stays."""
        found = []
        for block in FIELDS:
            content = self.new.get(block)
            if isinstance(content, list):
                for place in range(len(content)):
                    found += self._of_row(block, place)
            elif content:
                found += self._of_fields(block, content)
        return found

    @property
    def left_out(self) -> list:
        """The remarks on words that became no field."""
        return [each for each in self.given.remarks if not each.is_guess]

    @property
    def is_other_kind(self) -> bool:
        return self.new.get("kind", self.old["kind"]) != self.old["kind"]

    def _of_fields(self, block, content) -> list[Item]:
        there = self.old.get(block) or {}
        names = SPECS_OF_KIND[self.old["kind"]] if block == "specs" else FIELDS[block]
        found = []
        for name in names:
            value = content.get(name)
            if _is_empty(value) or there.get(name) == value or name == _WITH_TOTAL:
                continue
            texts = (text_of(block, name, row.get(name), row) for row in (there, content))
            found.append(self._item(block, name, label_of(block, name), *texts, said=value))
        return found

    def _of_row(self, block, place) -> list[Item]:
        row = self.new[block][place]
        one = self._there(block, row)
        merged = (one or {}) | _said(row)
        found = []
        short = {name: value for name, value in merged.items() if name not in _APART}
        if one is None or any(one.get(name) != value for name, value in short.items()):
            before = whole(block, _short(one), self._currency) if one else ""
            after = whole(block, short, self._currency)
            found.append(self._item(block, str(place), name_of(block, merged), before, after, row))
        for name in _APART:
            if row.get(name) and row[name] != (one or {}).get(name):
                label = f"{name_of(block, merged)}: {label_of(block, name)}"
                before = (one or {}).get(name, "")
                found.append(
                    self._item(block, f"{place}.{name}", label, before, row[name], said=row[name])
                )
        return found

    def _item(self, block, name, label, before, after, row=None, said="") -> Item:
        remarks = [each.text for each in self.given.remarks if _is_about(each, block, name, row)]
        too_long = _too_long(block, name.rpartition(".")[2], said)
        return Item(
            key=f"{block}.{name}",
            section=section_of(block),
            label=label,
            before=before,
            after=after,
            remarks=tuple(remarks + ([too_long] if too_long else [])),
            is_possible=not too_long,
        )

    def chosen(self, keys) -> dict:
        """Return the record to be written: only blocks of which something is chosen."""
        keys = {*keys} & {item.key for item in self.items if item.is_possible}
        record = {"kind": self.old["kind"]}
        for key in (item.key for item in self.items if item.key in keys):
            block, name, *more = key.split(".")
            if isinstance(self.new[block], list):
                rows = record.setdefault(block, [dict(row) for row in self.old.get(block) or []])
                self._choose_row(block, rows, self.new[block][int(name)], more)
            else:
                fields = record.setdefault(block, {})
                fields[name] = self.new[block][name]
                if name == "total":
                    fields[_WITH_TOTAL] = self.new[block].get(_WITH_TOTAL, "")
        return record

    def _choose_row(self, block, rows, row, more) -> None:
        said = {more[0]: row[more[0]]} if more else _short(_said(row))
        there = _same(block, rows, row)
        if there is None:
            rows.append({name: row.get(name) for name in _SAME[block]} | said)
        else:
            there |= said

    def _there(self, block, row):
        return _same(block, self.old.get(block) or [], row)

    @property
    def _currency(self) -> str:
        budgets = (self.new.get("budget") or {}, self.old.get("budget") or {})
        return next((each["currency"] for each in budgets if each.get("currency")), "")


def _same(block, rows, row) -> dict | None:
    return next((each for each in rows if _key(block, each) == _key(block, row)), None)


def _key(block, row) -> tuple[str, ...]:
    return tuple(str(row.get(name) or "").casefold() for name in _SAME[block])


def _said(row: dict) -> dict:
    return {n: value for n, value in row.items() if n not in _UNSAID and not _is_empty(value)}


def _short(row: dict) -> dict:
    return {name: value for name, value in row.items() if name not in _APART}


def _is_empty(value) -> bool:
    return value is None or value in ("", [], {}, "not_said") or value is False


def _is_about(remark, block, name, row) -> bool:
    if remark.block != block:
        return False
    if row is None or block != "credits":
        return remark.field == name
    return remark.field == row.get("role") and row.get("name", "") in remark.found


def _too_long(block, name, said) -> str:
    most = getattr(field_of(block, name), "max_length", None)
    if not most or not isinstance(said, str) or len(said) <= most:
        return ""
    return _("Longer than %(most)d characters: shorten it first") % {"most": most}
