"""What a field says when its value cannot be used: what to do, with the field's name."""

import re
from copy import deepcopy
from functools import lru_cache

from django import forms
from django.forms.utils import pretty_name
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

FILL_IN = _("Fill in “{label}”")
CHOOSE = _("Choose an answer for “{label}”")
TICK = _("Tick “{label}” to go on")
SHORTEN = _("Shorten “{label}” to %(limit_value)d characters, it has %(show_value)d")
ONE_OF_THE_LIST = _("Choose one of the answers in the list for “{label}”")
A_NUMBER = _("Enter “{label}” as a number")
A_WHOLE_NUMBER = _("Enter “{label}” as a whole number")
AT_LEAST = _("Enter “{label}” as %(limit_value)s or more")
AT_MOST = _("Enter “{label}” as %(limit_value)s or less")
AN_ADDRESS = _("Enter “{label}” as a web address that starts with https://")
AN_EMAIL = _("Enter “{label}” like name@example.org")
_PLACE = re.compile(r"%\((\w+)\)[sd]")
A_FILE = _("Choose a file for “{label}”")


class Sentence(str):
    """A message in which only named places are filled in: a label may hold a percent sign."""

    def __mod__(self, values):
        return _PLACE.sub(lambda place: str(values[place[1]]), self)


def speak_plainly(form) -> None:
    """Give each field of the form our sentences instead of Django's; a form's own ones stay."""
    own = getattr(getattr(form, "_meta", None), "error_messages", None) or {}
    for name, field in form.fields.items():
        _speak(field, form[name].label, own.get(name, {}))


def spoken(form_class) -> dict:
    """Return the base fields of a form class with our sentences, made once for each language.

    A form of which a page has hundreds takes these, and none of them speaks again.
    """
    return _spoken(form_class, get_language())


@lru_cache(maxsize=64)
def _spoken(form_class, _language) -> dict:
    own = getattr(getattr(form_class, "_meta", None), "error_messages", None) or {}
    fields = deepcopy(form_class.base_fields)
    for name, field in fields.items():
        label = pretty_name(name) if field.label is None else field.label
        _speak(field, label, own.get(name, {}))
    return fields


def _speak(field, label, own) -> None:
    for code, sentence in _sentences(field).items():
        if code not in own and not _is_own(field, code):
            field.error_messages[code] = Sentence(sentence.format(label=label))


def _sentences(field):
    found = {"required": FILL_IN, "max_length": SHORTEN}
    found |= {"min_value": AT_LEAST, "max_value": AT_MOST}
    if isinstance(field, forms.BooleanField):
        found["required"] = TICK
    elif isinstance(field, forms.ChoiceField):
        found |= {"required": CHOOSE, "invalid_choice": ONE_OF_THE_LIST}
    elif isinstance(field, forms.FileField):
        found |= {"required": A_FILE, "missing": A_FILE, "empty": A_FILE}
    elif isinstance(field, forms.IntegerField):
        is_whole = not isinstance(field, (forms.FloatField, forms.DecimalField))
        found["invalid"] = A_WHOLE_NUMBER if is_whole else A_NUMBER
    elif isinstance(field, forms.URLField):
        found["invalid"] = AN_ADDRESS
    elif isinstance(field, forms.EmailField):
        found["invalid"] = AN_EMAIL
    return found


def _is_own(field, code):
    """True where the field class of this site, or the form itself, has its own sentence."""
    standard = {}
    for cls in reversed(type(field).__mro__):
        if cls.__module__.startswith("django."):
            standard |= getattr(cls, "default_error_messages", {})
    return field.error_messages.get(code) != standard.get(code)
