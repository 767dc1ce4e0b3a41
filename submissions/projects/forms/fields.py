"""Fields of the record: what people type, read into what the models hold."""

import datetime
import re
from functools import lru_cache

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from festival.ui import formfields
from festival.ui.suggestions import flat
from festival.ui.widgets import NamesInput
from festival.world import durations, languages, money, partial_dates, territories
from festival.world.reading import name_key, read_list, tidy
from submissions.projects.vocabulary import parse_aspect_ratio

SMALL, WHOLE, LARGE = 32_767, 2_147_483_647, 10**15


class WebField(forms.URLField):
    """An address of the web: http or https and nothing else."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs):
        super().__init__(**({"assume_scheme": "https", "max_length": 500} | kwargs))


class WholeField(forms.IntegerField):
    """A whole number from nought up."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        super().__init__(**({"min_value": 0, "max_value": SMALL} | kwargs))
        self.widget.attrs |= {"inputmode": "numeric", "class": "w-s", "autocomplete": "off"}


class NumberField(forms.DecimalField):
    """A decimal number, typed with point or comma."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "class": "w-s", "autocomplete": "off"}

    def to_python(self, value):
        if isinstance(value, str) and value.count(",") == 1 and "." not in value:
            value = value.replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value):
        return f"{value.normalize():f}" if hasattr(value, "normalize") else value


class DayField(formfields.PartialDateField):
    """A full calendar day, or None."""

    def to_python(self, value):
        if isinstance(value, datetime.date):
            return value
        iso = super().to_python(value)
        if iso and len(iso) < 10:
            raise ValidationError(_("Enter day, month and year"), code="day")
        return datetime.date.fromisoformat(iso) if iso else None

    def prepare_value(self, value):
        return value.isoformat() if isinstance(value, datetime.date) else value

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


class OneLineDate(formfields.PartialDateField):
    """A partial date typed in one line: 2016, 9 2016, 5 September 2016."""

    widget = forms.TextInput

    def prepare_value(self, value):
        try:
            shown = partial_dates.format_iso(value or "")
            return shown if not shown or partial_dates.parse(shown).isoformat() == value else value
        except (ValueError, TypeError):
            return value


class OneLineDay(DayField):
    """A full day typed in one line."""

    widget = forms.TextInput


class OneLineDuration(forms.CharField):
    """Seconds, typed as 1:38:20, 98 min or 98; None where nothing is said."""

    def to_python(self, value):
        if isinstance(value, int):
            return value
        text = super().to_python(value)
        return _read(durations.parse, text) if text else None

    def prepare_value(self, value):
        return durations.clock(value) if isinstance(value, int) else value

    def has_changed(self, initial, data):
        return _differs(self, initial, data)


class WordsField(forms.CharField):
    """Words of one's own with commas between; the list, in the order typed, without doubles."""

    def __init__(self, *, most, longest=40, **kwargs):
        super().__init__(**({"empty_value": []} | kwargs))
        self.most, self.longest = most, longest

    def to_python(self, value):
        if isinstance(value, list):
            return value
        text = super().to_python(value) or ""
        words = (" ".join(word.split()) for word in re.split(r"[,;\n]", text))
        found = {}
        for word in words:
            found.setdefault(word.casefold(), word)
        found.pop("", None)
        found = list(found.values())
        if any(len(word) > self.longest for word in found):
            raise ValidationError(
                _("Use at most %(most)d characters for each word, and a comma between words")
                % {"most": self.longest}
            )
        if len(found) > self.most:
            raise ValidationError(_("Name at most %(most)d") % {"most": self.most})
        return found

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return _differs(self, initial or [], data)


class TerritoriesField(formfields.NamesField):
    """Countries, regions and sales groups, or the world."""

    source = "territories"
    read, name = staticmethod(territories.parse_list), staticmethod(territories.name)


class RatioText(forms.CharField):
    """An aspect ratio in one line: 1.85, 16:9, 2.39:1, 360°, variable."""

    def to_python(self, value):
        text = super().to_python(value)
        return _read(parse_aspect_ratio, text) if text else ""


class SizeField(forms.CharField):
    """Bytes, typed as a number or as 98.5 GB; units count in thousands, with an i in 1024s."""

    _typed = re.compile(r"([0-9]{1,18}(?:[.,][0-9]{1,3})?) ?([kmgt]?)(i?)b?(?:ytes)?", re.I)

    def to_python(self, value):
        if isinstance(value, int):
            return value
        text = super().to_python(value)
        if not text:
            return None
        match = self._typed.fullmatch(_read(tidy, text))
        if not match:
            raise ValidationError(_("Write the size like 98.5 GB or as a number of bytes"))
        unit = (1024 if match[3] else 1000) ** " kmgt".index(match[2].lower() or " ")
        size = round(float(match[1].replace(",", ".")) * unit) if match[2] else int(float(match[1]))
        if size > LARGE:
            raise ValidationError(_("Write the size like 98.5 GB or as a number of bytes"))
        return size

    def has_changed(self, initial, data):
        return _differs(self, initial, data)


class FeeField(forms.CharField):
    """Money in one line, "250 EUR"; None where nothing is said."""

    def to_python(self, value):
        if isinstance(value, money.Money):
            return value
        text = super().to_python(value)
        if not text:
            return None
        fee = _read(money.parse, text)
        if fee.amount > WHOLE:
            raise ValidationError(_("Enter a smaller amount"))
        return fee

    def prepare_value(self, value):
        if isinstance(value, money.Money):
            return f"{value.plain()} {value.currency}"
        return value

    def has_changed(self, initial, data):
        return _differs(self, initial, data)


class SharesField(forms.CharField):
    """How much of the dialogue is in which language, in percent: "English 70, French 30"."""

    _share = re.compile(r"(.+?)\s*([0-9]{1,3})\s*%?")

    def to_python(self, value):
        if isinstance(value, dict):
            return value
        text = super().to_python(value)
        shares = dict(_read(lambda typed: read_list(typed, self._one), text)) if text else {}
        if sum(shares.values()) > 100:
            raise ValidationError(_("Shares of the languages add up to at most 100 %"))
        return shares

    def _one(self, text):
        match = self._share.fullmatch(text)
        if not match or not 0 < int(match[2]) <= 100:
            raise ValueError(_("Write the shares like English 70, French 30"))
        return languages.parse(match[1]), int(match[2])

    def prepare_value(self, value):
        if isinstance(value, dict):
            return ", ".join(f"{languages.name(tag)} {share}" for tag, share in value.items())
        return value

    def has_changed(self, initial, data):
        return _differs(self, initial or {}, data)


class ListOfChoices(formfields.PickManyField):
    """Codes of a vocabulary in its order, each once."""

    default_error_messages = {"invalid_choice": gettext_lazy("Choose from the list")}

    def to_python(self, value):
        return _in_order(super().to_python(value), self.choices)


class TypedChoices(formfields.NamesField):
    """Codes of a vocabulary, typed by their names, in its order and each once.

    With `own`, words that the vocabulary does not have come after the codes as they were typed.
    """

    def __init__(self, *, choices, source, own=False, listed=True, **kwargs):
        self.choices, self.source, self.own = choices, source, own
        self._names, self._codes = dict(flat(choices)), {}
        widget = NamesInput(source=source, listed=choices if listed else ())
        super().__init__(**({"widget": widget} | kwargs))

    def read(self, text):
        return _in_order(read_list(text, self._code), self.choices)

    def name(self, code):
        return str(self._names.get(code, code))

    def _code(self, text):
        language = get_language()
        if language not in self._codes:
            self._codes[language] = {name_key(str(n)): code for code, n in self._names.items()}
        if text in self._names:
            return text
        if code := self._codes[language].get(name_key(text)):
            return code
        if self.own and "," not in text:
            return text
        raise ValueError(
            _("Choose a name from the list instead of “%(name)s”") % {"name": text[:80]}
        )

    def split(self, value):
        """Return the codes and the words of one's own of a cleaned value."""
        codes = [each for each in value if each in self._names]
        return codes, [each for each in value if each not in self._names]


class TypedChoice(forms.CharField):
    """One value of a vocabulary, typed by its name; the page has a datalist of the names.

    In a hundred rows a select would repeat each of its options a hundred times.
    """

    vocabulary: type = None
    list_id = ""
    default_error_messages = {"unknown": gettext_lazy("Choose from the list")}

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs |= {"autocomplete": "off"}
        if self.list_id:
            self.widget.attrs["list"] = self.list_id

    def to_python(self, value):
        text = super().to_python(value)
        if not text or self._is_code(text):
            return text
        code = _codes_by_name(self.vocabulary, get_language()).get(name_key(text))
        if code is None:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        return code

    def name(self, code):
        return str(self.vocabulary(code).label) if self._is_code(code) else ""

    def _is_code(self, text):
        # TextChoices.values would translate every label first.
        return text in self.vocabulary._value2member_map_

    def prepare_value(self, value):
        return self.name(value) or value

    def has_changed(self, initial, data):
        return _differs(self, initial or "", data)


@lru_cache(maxsize=64)
def _codes_by_name(vocabulary, _language):
    return {name_key(str(each.label)): each.value for each in vocabulary}


def _read(parse, text):
    try:
        return parse(text)
    except ValueError as error:
        raise ValidationError(str(error), code="unreadable") from None


def _in_order(values, choices):
    order = [str(code) for code, _label in flat(choices)]
    return [code for code in order if code in values] + [
        each for each in values if each not in order
    ]


def _differs(field, initial, data):
    try:
        return field.to_python(data) != initial
    except ValidationError:
        return True
