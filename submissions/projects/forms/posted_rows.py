"""The rows of a posted form before any form reads them: what stands there, and adding to it."""

from submissions.projects.reading.credits import CreditLine
from submissions.projects.reading.roles import key_of


class PostedCredits:
    """The credits under `prefix` in `data`, a QueryDict that may be written into."""

    def __init__(self, data, prefix: str):
        self.data, self.prefix = data, prefix

    @property
    def total(self) -> int:
        """How many rows there are, the removed ones among them."""
        return _number(self.data.get(f"{self.prefix}-TOTAL_FORMS"))

    def append(self, row: CreditLine) -> None:
        """Add a row after the last one."""
        number = self.total
        orders = (_number(self.data.get(self._key(n, "ORDER"))) for n in range(number))
        values = {
            "role": CreditLine(row.role, row.name).role_shown,
            "name": row.name,
            "ORDER": str(max(max(orders, default=0), number) + 1),
        }
        said = {name: getattr(row, name) for name in ("prior_credits", "character", "role_label")}
        values |= {name: text for name, text in said.items() if text}
        for name, value in values.items():
            self.data[self._key(number, name)] = value
        self.data[f"{self.prefix}-TOTAL_FORMS"] = str(number + 1)

    def drop_empty(self) -> None:
        """Remove the row that a new project begins with, when nobody has written into it."""
        for number in range(self.total):
            if not any(self._value(number, name) for name in ("id", "name", "prior_credits")):
                self.data[self._key(number, "DELETE")] = "on"

    def keys(self) -> set[tuple[str, str]]:
        """Return the role and the name of each row that stands, as `key` gives them."""
        found = set()
        for number in range(self.total):
            if not self._value(number, "DELETE"):
                labels = (self._value(number, name) for name in ("role_label", "role"))
                found |= {key(label, self._value(number, "name")) for label in labels if label}
        return found

    def _key(self, number: int, name: str) -> str:
        return f"{self.prefix}-{number}-{name}"

    def _value(self, number: int, name: str) -> str:
        return self.data.get(self._key(number, name), "").strip()


def key(role: str, name: str) -> tuple[str, str]:
    """Return what two spellings of one credit share."""
    return key_of(role), " ".join(name.split()).casefold()


def _number(text) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
