"""Rows that can be added, removed and moved by plain buttons, with or without script."""

from django.forms import formsets

# What a row's "open" key holds between the press and the page that answers it.
OPENING = "opening"


class Rows:
    """Mix into a formset class: the rows in the order of their ORDER fields, removed ones last.

    Each form gains number, is_first, is_last, is_new and is_removed for the template.
    """

    added = False

    @property
    def rows(self):
        standing = sorted((f for f in self.forms if not _is_removed(f)), key=_place)
        removed = [f for f in self.forms if _is_removed(f)]
        for number, form in enumerate(standing, start=1):
            form.number, form.is_removed = number, False
            form.is_first, form.is_last = number == 1, number == len(standing)
            form.is_new = self.added and form is self.forms[-1]
        for form in removed:
            form.is_removed = True
        return standing + removed

    def add_fields(self, form, index):
        super().add_fields(form, index)
        order = form.fields.get(formsets.ORDERING_FIELD_NAME)
        if order is not None and order.initial is None:
            order.initial = (index or 0) + 1


def pressed(data, prefixes):
    """Return the prefix whose row button sent `data`, or None when it was the save button."""
    for button in ("add", "remove", "restore", "move", "open", "paste"):
        value = data.get(button, "")
        for prefix in prefixes:
            if value == prefix or value.startswith(f"{prefix}-"):
                return prefix
    return None


def after_press(data, prefix, *, most=1000):
    """Return a copy of the posted QueryDict as the row button of `prefix` leaves it.

    Add appends an empty row, remove marks a row as deleted, restore takes that back, move swaps
    the ORDER of two neighbours, open asks for the fields that were not shown. A button for a row
    that does not exist changes nothing.
    """
    data = data.copy()
    total = _number(data.get(f"{prefix}-TOTAL_FORMS"))
    if data.get("add") == prefix:
        _add(data, prefix, total, most)
    elif "remove" in data:
        row = _row(data["remove"].removeprefix(f"{prefix}-"), total)
        if row is not None:
            data[f"{prefix}-{row}-DELETE"] = "on"
    elif "restore" in data:
        row = _row(data["restore"].removeprefix(f"{prefix}-"), total)
        if row is not None:
            data.pop(f"{prefix}-{row}-DELETE", None)
    elif "open" in data:
        row = _row(data["open"].removeprefix(f"{prefix}-"), total)
        if row is not None:
            data[f"{prefix}-{row}-open"] = OPENING
        elif data["open"] == prefix:
            data[f"{prefix}-open"] = OPENING
    elif "move" in data:
        row, _dash, way = data["move"].removeprefix(f"{prefix}-").partition("-")
        _move(data, prefix, total, _row(row, total), way)
    return data


def _add(data, prefix, total, most):
    if total < most:
        data[f"{prefix}-TOTAL_FORMS"] = str(total + 1)
        last = max((_order(data, prefix, n) for n in range(total)), default=0)
        data[f"{prefix}-{total}-ORDER"] = str(last + 1)


def _move(data, prefix, total, row, way):
    standing = [n for n in range(total) if not data.get(f"{prefix}-{n}-DELETE")]
    standing.sort(key=lambda n: _order(data, prefix, n))
    if row not in standing or way not in {"up", "down"}:
        return
    here = standing.index(row)
    there = here - 1 if way == "up" else here + 1
    if 0 <= there < len(standing):
        standing[here], standing[there] = standing[there], standing[here]
    for place, number in enumerate(standing, start=1):
        data[f"{prefix}-{number}-ORDER"] = str(place)


def _order(data, prefix, number):
    return _number(data.get(f"{prefix}-{number}-ORDER")) or number + 1


def _row(text, total):
    number = _number(text, default=None)
    return number if number is not None and number < total else None


def _number(text, default=0):
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _is_removed(form):
    field = form[formsets.DELETION_FIELD_NAME] if form.fields.get("DELETE") else None
    return bool(field is not None and field.value())


def _place(form):
    value = form[formsets.ORDERING_FIELD_NAME].value() if form.fields.get("ORDER") else None
    return _number(str(value or "")) or 10**6
