"""Fields that few need: they come to the page, and into the form, once somebody asks for them."""

from copy import deepcopy

from django.utils.translation import gettext, ngettext

from festival.ui.formsets import OPENING
from festival.ui.words import spoken
from submissions.projects.forms.typed import write_kept

OF_THE_ROW = frozenset({"id", "ORDER", "DELETE"})


class Folding:
    """Mix into a form: `main` names the fields always in sight; without any, all of them are.

    A long end roll would be a page of thousands of fields that nobody looks at. What the page does
    not show it does not send, so a field that was not sent leaves the form and keeps its value.
    Fields in `elsewhere` stand in another part of the page. A row that is posted with nothing but
    its id and the key `whole` gets all of its values: it came from somebody else, or came back.

    A `sparing` form makes the other fields only where they are needed: of the fields of two
    hundred rows most would be made to be left out.
    """

    main: tuple = ()
    elsewhere: tuple = ()
    sparing = False
    may_open = False
    filled = 0

    def __init__(self, *args, **kwargs):
        if self.sparing:
            self.whole = spoken(type(self))
            self.is_spoken, self.base_fields = True, {name: self.whole[name] for name in self.main}
        super().__init__(*args, **kwargs)

    @property
    def open_key(self):
        return self.add_prefix("open")

    def fold(self):
        """Leave out the fields that the page does not show; those just opened get their values."""
        self._fill_whole()
        names = [name for name in self._every if name not in OF_THE_ROW | {*self.main}]
        names, elsewhere = (names if self.main else []), self.elsewhere
        here = [name for name in names if name not in elsewhere]
        self.may_open, self.filled = bool(names), sum(map(self._is_filled, here))
        sent = {name for name in names if self.is_bound and self._is_sent(name)}
        opened = self.data.get(self.open_key, "") if self.is_bound else ""
        # Fields of a director who became an editor: the page is going to show them with the rest.
        opens = opened == OPENING or (not opened and not sent.isdisjoint(here))
        kept = {name for name in names if name in sent or name in elsewhere or opens or opened}
        self._bring(kept)
        for name in names:
            if name not in kept:
                self.fields.pop(name, None)
            elif name not in sent and (name in elsewhere or opens):
                self._write_kept(name)
        if opened == OPENING:
            self.data[self.open_key] = "1"
            if self.folded:
                self.folded[0].field.widget.attrs["autofocus"] = True

    @property
    def _every(self):
        return {**self.whole, **self.fields} if self.sparing else self.fields

    def _bring(self, names):
        """Make the fields of `names` that a sparing form did without."""
        if lacking := [name for name in self._every if name in names - {*self.fields}]:
            self.fields |= {name: deepcopy(self.whole[name]) for name in lacking}
            self.order_fields([*(self.field_order or ()), *self.whole])

    def _fill_whole(self):
        if self.is_bound and self.data.get(self.add_prefix("whole")):
            for name in self.main or [name for name in self.fields if name not in OF_THE_ROW]:
                # A row may do without a field, as the screener that is a file has no link.
                if name in self.fields:
                    self._write_kept(name)

    @property
    def in_sight(self):
        return [field for field in self._own() if not self.main or field.name in self.main]

    @property
    def folded(self):
        away = {*self.main, *self.elsewhere}
        return [field for field in self._own() if self.main and field.name not in away]

    @property
    def more(self):
        """The words on the button that opens the rest."""
        if not self.filled:
            return gettext("More")
        words = ngettext(
            "More, %(count)d field filled in", "More, %(count)d fields filled in", self.filled
        )
        return words % {"count": self.filled}

    def _own(self):
        return [field for field in self if field.name not in OF_THE_ROW]

    def _is_filled(self, name):
        value = self.initial.get(name)
        return bool(value) and value != self._every[name].initial

    def _is_sent(self, name):
        key = self.add_prefix(name)
        parts = getattr(self._every[name].widget, "widgets_names", [])
        keys = [key, f"{key}_kept", *(key + part for part in parts)]
        return any(each in self.data or each in self.files for each in keys)

    def _write_kept(self, name):
        if self.is_bound:
            write_kept(self.data, self, name)
