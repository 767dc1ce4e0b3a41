"""A credit list pasted into the editor: read, shown, and added to the rows that are there.

The buttons are named `paste`: `credits-open` brings the box, `credits-read` shows what was
understood, `credits-add` puts it into the posted form as rows. `credits-roles` lists the roles
that the rows know. Nothing is saved by any of them.
"""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions.projects.forms.posted_rows import PostedCredits, key
from submissions.projects.reading import credits as reading

OPEN, READ, ADD = "credits-open", "credits-read", "credits-add"
ROLES = "credits-roles"
TEXT = "credits-list"


class Pasted:
    """The fold below the credits; `data` is the posted form, which `add` writes into."""

    def __init__(self, data, most: int):
        self.data, self.most = data, most
        self.asked = data.get("paste", "") if data is not None else ""
        self.text = data.get(TEXT, "") if data is not None else ""
        self.added = self.known = 0

    @property
    def is_open(self) -> bool:
        return bool(self.text.strip()) or self.asked in (OPEN, READ, ADD)

    @property
    def shows_roles(self) -> bool:
        """Whether somebody without script asked for the list of roles."""
        return self.asked == ROLES

    @property
    def is_shown(self) -> bool:
        return self.asked in (READ, ADD)

    @cached_property
    def found(self):
        return reading.read(self.text if self.is_shown else "")

    @property
    def rows(self):
        """What the button "Add" would add."""
        return [] if self.asked == ADD else self.found.rows

    @property
    def add_label(self) -> str:
        count = len(self.rows)
        return ngettext("Add %(count)d credit", "Add %(count)d credits", count) % {"count": count}

    @property
    def said(self) -> str:
        """One sentence about what the press of a button did."""
        if self.asked == READ and not self.found.rows:
            return _("No credit was found in this text")
        if self.asked == READ:
            return self._counted(
                ngettext("%(count)d credit was found", "%(count)d credits were found",
                         len(self.found.rows)), len(self.found.rows))  # fmt: skip
        sentences = [
            self._counted(
                ngettext("%(count)d credit added", "%(count)d credits added", self.added),
                self.added,
            )
        ]
        if self.known:
            text = ngettext("%(count)d was in the list already",
                            "%(count)d were in the list already", self.known)  # fmt: skip
            sentences.append(self._counted(text, self.known))
        return ". ".join(sentences)

    def _counted(self, words, count) -> str:
        return words % {"count": count}

    def add(self, prefix: str) -> None:
        """Append the credits to the posted rows of `prefix`; the lines not read stay in the box."""
        if self.asked != ADD:
            return
        there = PostedCredits(self.data, prefix)
        there.drop_empty()
        known, left = there.keys(), []
        for row in self.found.rows:
            mine = key(row.role_shown, row.name)
            if mine in known:
                self.known += 1
            elif there.total < self.most:
                there.append(row)
                self.added += 1
                known.add(mine)
            else:
                left.append(row)
        lines = [reading.write(left)] if left else []
        self.text = "\n".join(lines + [each.text for each in self.found.unread])
