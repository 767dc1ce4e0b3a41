"""What a page sends for a field: of a value that is kept, and of what was typed.

Both are {ending of the name: [texts]}: one ending, "", for most fields, one for each part of a
runtime or a date.
"""

from django.utils.translation import gettext as _

NOTHING = "–"


def as_kept(form, name) -> dict[str, list[str]]:
    """Return what the page would send for the kept value of a field."""
    field = form.fields[name]
    value = field.prepare_value(form.get_initial_for_field(field, name))
    endings = _endings(field)
    if endings == [""]:
        return {"": _texts(value)}
    parts = value if isinstance(value, (list, tuple)) else field.widget.decompress(value)
    return {end: _texts(part) for end, part in zip(endings, parts, strict=False)}


def as_sent(form, name) -> dict[str, list[str]]:
    """Return what was typed into a field of a bound form, line breaks as kept ones are."""
    key = form.add_prefix(name)
    found = {}
    for end in _endings(form.fields[name]):
        texts = form.data.getlist(key + end)
        found[end] = [text.replace("\r\n", "\n") for text in texts if text]
    return found


def write(data, form, name, typed: dict[str, list[str]]) -> None:
    """Put `typed` into the posted `data` in the place of what stands there for the field."""
    key = form.add_prefix(name)
    for each in {key, *(key + end for end in _endings(form.fields[name]))}:
        data.pop(each, None)
    for end, texts in typed.items():
        if texts:
            data.setlist(key + end, texts)


def write_kept(data, form, name) -> None:
    write(data, form, name, as_kept(form, name))


def _endings(field) -> list[str]:
    return list(getattr(field.widget, "widgets_names", [])) or [""]


def _texts(value) -> list[str]:
    values = value if isinstance(value, (list, tuple)) else [value]
    said = (each for each in values if each is not None and each is not False and each != "")
    return ["on" if each is True else str(each) for each in said]


def said(field, value) -> str:
    """Return a value as the page shows it, whether it was kept or typed."""
    value = field.prepare_value(value)
    labels = _labels(field)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(labels.get(str(each), each)) for each in value if each)
    return str(labels.get(str(value), value) or NOTHING) if value is not None else NOTHING


def _labels(field) -> dict:
    flat = {}
    for code, label in getattr(field, "choices", ()):
        pairs = label if isinstance(label, (list, tuple)) else [(code, label)]
        flat |= {str(each): text for each, text in pairs}
    return flat
