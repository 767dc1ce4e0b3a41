"""Values of a record as a browser would send them, for the forms of the editor to judge.

A record may come from a file that anybody wrote, so each value first shows its shape.
"""

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from festival.ui import formfields
from festival.world import durations
from submissions.projects.forms import fields as typed

_MOST = 10**15
_LONGEST = 20_000
_SECONDS = (formfields.DurationField, typed.OneLineDuration)
_NUMBERS = (*_SECONDS, typed.SizeField, forms.IntegerField)
_LISTS = (formfields.NamesField, typed.WordsField, forms.MultipleChoiceField)


def sent(fields, values: dict) -> tuple[MultiValueDict, list[str]]:
    """Return what a browser would send for `values`, and the names whose shape is wrong."""
    posted, wrong = MultiValueDict(), []
    for name, field in fields.items():
        if name not in values:
            continue
        try:
            texts = _texts(field, values[name])
            if texts is not None:
                posted.setlist(name, texts)
        except (TypeError, ValueError):
            wrong.append(name)
    return posted, wrong


def _texts(field, value) -> list[str] | None:
    """Return the texts under the name of a field, None for an empty box; TypeError otherwise."""
    if isinstance(field, forms.BooleanField):
        return ["on"] if _must_be(bool, value) else None
    if isinstance(field, typed.SharesField):
        return [_shares(value)]
    if isinstance(field, _LISTS) and not isinstance(field, formfields.NameField):
        codes = [_text(each) for each in _must_be(list, value)]
        is_many = isinstance(field, forms.MultipleChoiceField)
        return (codes or None) if is_many else [", ".join(codes)]
    if value is None:
        return [""]
    if isinstance(field, forms.DecimalField):
        return [_text(str(value) if type(value) in (int, float) else value)]
    if isinstance(field, _NUMBERS):
        number = _whole(value)
        return [durations.clock(number) if isinstance(field, _SECONDS) else str(number)]
    return [_text(value)]


def _must_be(kind, value):
    if type(value) is not kind:
        raise TypeError(_("This is not what belongs here"))
    return value


def _text(value) -> str:
    """Return a text that a database can hold; half a surrogate pair is none."""
    if not isinstance(value, str):
        raise TypeError(_("This is not a text"))
    value.encode()
    if len(value) > _LONGEST:
        raise ValueError(_("This text is too long"))
    return value


def _whole(value) -> int:
    if not 0 <= _must_be(int, value) <= _MOST:
        raise ValueError(_("This number is too large"))
    return value


def _shares(value) -> str:
    pairs = _must_be(dict, value).items()
    return ", ".join(f"{_text(tag)} {_whole(share)}" for tag, share in pairs)
