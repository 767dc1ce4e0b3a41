"""Fields that few need: they come to the page, and into the form, once somebody asks for them."""

from django.utils.translation import gettext, ngettext

from festival.ui.formsets import OPENING

OF_THE_ROW = frozenset({"id", "ORDER", "DELETE"})


class Folding:
    """Mix into a form: `main` names the fields always in sight; without any, all of them are.

    A long end roll would be a page of thousands of fields that nobody looks at. What the page does
    not show it does not send, so a field that was not sent leaves the form and keeps its value.
    Fields in `elsewhere` stand in another part of the page.
    """

    main: tuple = ()
    elsewhere: tuple = ()
    may_open = False
    filled = 0

    @property
    def open_key(self):
        return self.add_prefix("open")

    def fold(self):
        """Leave out the fields that the page does not show; those just opened get their values."""
        names = [name for name in self.fields if name not in OF_THE_ROW | {*self.main}]
        names, elsewhere = (names if self.main else []), self.elsewhere
        here = [name for name in names if name not in elsewhere]
        self.may_open, self.filled = bool(names), sum(map(self._is_filled, here))
        sent = {name for name in names if self.is_bound and self._is_sent(name)}
        opened = self.data.get(self.open_key, "") if self.is_bound else ""
        # Fields of a director who became an editor: the page is going to show them with the rest.
        opens = opened == OPENING or (not opened and not sent.isdisjoint(here))
        for name in names:
            if name in sent:
                continue
            if name in elsewhere or opens:
                self._write_kept(name)
            elif not opened:
                del self.fields[name]
        if opened == OPENING:
            self.data[self.open_key] = "1"
            if self.folded:
                self.folded[0].field.widget.attrs["autofocus"] = True

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
        return bool(value) and value != self.fields[name].initial

    def _is_sent(self, name):
        key = self.add_prefix(name)
        parts = getattr(self.fields[name].widget, "widgets_names", [])
        keys = [key, f"{key}_kept", *(key + part for part in parts)]
        return any(each in self.data or each in self.files for each in keys)

    def _write_kept(self, name):
        field = self.fields[name]
        value = field.prepare_value(self.get_initial_for_field(field, name))
        values = value if isinstance(value, list) else [value]
        sent = ["on" if each is True else str(each) for each in values if _is_said(each)]
        if self.is_bound and sent:
            self.data.setlist(self.add_prefix(name), sent)


def _is_said(value) -> bool:
    return value is not None and value is not False and value != ""
