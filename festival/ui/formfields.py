"""Form fields that turn what people type into values of the world."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from festival.ui.widgets import (
    DurationWidget,
    MoneyWidget,
    NamesInput,
    PartialDateWidget,
    PickMany,
    SegRadios,
)
from festival.world import countries, currencies, durations, languages, money, partial_dates

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def texts(value, count):
    """Return `count` stripped texts, whatever the widget or a test handed over."""
    values = list(value) if isinstance(value, (list, tuple)) else [value]
    return [str(v or "").strip() for v in values + [""] * count][:count]


class DurationField(forms.Field):
    """Whole seconds, or None; takes [hours, minutes, seconds] or one text such as "98 min"."""

    widget = DurationWidget
    default_error_messages = {
        "required": _("Enter the runtime"),
        "hours": _("Enter the hours as a whole number"),
        "minutes": _("Enter the minutes as a number from 0 to 59"),
        "seconds": _("Enter the seconds as a number from 0 to 59"),
        "longest": _("Enter a duration of at most 100 hours"),
    }

    def to_python(self, value):
        if isinstance(value, int):
            return value
        typed = texts(value, 3)
        filled = [text for text in typed if text]
        if not filled:
            return None
        if len(filled) == 1 and not _is_number(filled[0]):
            return self._from_text(filled[0])
        return self._from_parts(typed)

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True

    def _from_text(self, text):
        try:
            return durations.parse(text)
        except ValueError as error:
            raise ValidationError(str(error), code="text") from None

    def _from_parts(self, typed):
        names = ("hours", "minutes", "seconds")
        wrong = [
            self._error(name)
            for place, (name, text) in enumerate(zip(names, typed, strict=True))
            if not self._fits(text, place, typed)
        ]
        if wrong:
            raise ValidationError(wrong)
        hours, minutes, seconds = (int(text or 0) for text in typed)
        return self._bounded(hours * 3600 + minutes * 60 + seconds)

    def _fits(self, text, place, typed):
        # "98" minutes without hours is how a runtime is said, so the first filled part has no top.
        leads = not any(typed[:place])
        return not text or (_is_number(text) and (leads or int(text) < 60))

    def _bounded(self, seconds):
        if seconds > durations.LONGEST:
            raise self._error("longest")
        return seconds

    def _error(self, code):
        return ValidationError(self.error_messages[code], code=code)


class PartialDateField(forms.Field):
    """ISO 8601 text of day, month or year precision ("2016-09"), or an empty string."""

    widget = PartialDateWidget
    default_error_messages = {
        "required": _("Enter the year, or the full date"),
        "month": _("Enter the month as well as the day"),
        "year": _("Enter the year with four digits"),
    }

    def to_python(self, value):
        if isinstance(value, str):
            return self._read(value.strip())
        day, month, year = texts(value, 3)
        if not (day or month or year):
            return ""
        if not year:
            raise ValidationError(self.error_messages["year"], code="year")
        if day and not month:
            raise ValidationError(self.error_messages["month"], code="month")
        parts = [part for part in (year, month, day) if part]
        if not all(_is_number(part) for part in parts):
            return self._read(" ".join(part for part in (day, month, year) if part))
        return _iso(partial_dates.PartialDate, *map(int, parts))

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != str(initial or "")
        except ValidationError:
            return True

    def _read(self, text):
        return _iso(partial_dates.parse, text) if text else ""


class MoneyField(forms.Field):
    """A Money of integer minor units and an ISO 4217 code, or None.

    `default` is the currency chosen at first; a code within the amount ("2,400 USD") wins.
    """

    widget = MoneyWidget
    default_error_messages = {
        "required": _("Enter the amount and its currency"),
        "currency": _("Choose the currency of the amount"),
    }

    def __init__(self, *, default="", **kwargs):
        super().__init__(**kwargs)
        self.default = default
        self.widget.set_currencies(_currency_choices)

    def to_python(self, value):
        if isinstance(value, money.Money):
            return value
        amount, currency = texts(value, 2)
        if not amount:
            return None
        if currency and not currencies.is_known(currency):
            raise ValidationError(self.error_messages["currency"], code="currency")
        try:
            return money.parse(amount, currency or None)
        except ValueError as error:
            raise ValidationError(str(error), code="amount") from None

    def prepare_value(self, value):
        if isinstance(value, money.Money):
            return [value.plain(), value.currency]
        return value if value else ["", self.default]

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


class PickManyField(forms.MultipleChoiceField):
    """A list of codes from a long vocabulary, in its order."""

    widget = PickMany

    def __init__(self, *, choices, label=None, **kwargs):
        super().__init__(choices=choices, label=label, **kwargs)
        if isinstance(self.widget, PickMany) and label:
            self.widget.attrs.setdefault("data-title", label)


class NamesField(forms.CharField):
    """Codes of a vocabulary, typed as names with commas between ("Norway, Soviet Union").

    `read` turns the text into a list of codes or raises ValueError with what to do; `name` turns
    a code back into its name. Value: the list of codes, in the order typed.
    """

    many = True
    source = ""
    read = staticmethod(list)
    name = staticmethod(str)

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", NamesInput(source=self.source, many=self.many))
        super().__init__(**({"empty_value": []} | kwargs))

    def to_python(self, value):
        if isinstance(value, (list, tuple)):
            return list(value)
        text = super().to_python(value)
        try:
            return self.read(text) if text else []
        except ValueError as error:
            raise ValidationError(str(error), code="unknown") from None

    def prepare_value(self, value):
        if isinstance(value, (list, tuple)):
            return ", ".join(self._typed(code) for code in value)
        return value

    def _typed(self, code):
        """The name where it reads back as the same code (Burma is Myanmar too), else the code."""
        name = self.name(code)
        try:
            return name if self.read(name) in (code, [code]) else code
        except ValueError:
            return code

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


class NameField(NamesField):
    """One code of a vocabulary, typed as a name; an empty string where nothing is said."""

    many = False

    def __init__(self, **kwargs):
        super().__init__(**({"empty_value": ""} | kwargs))

    def to_python(self, value):
        text = forms.CharField.to_python(self, value)
        try:
            return self.read(text) if text else ""
        except ValueError as error:
            raise ValidationError(str(error), code="unknown") from None

    def prepare_value(self, value):
        return self._typed(value) if value else value


class CountriesField(NamesField):
    source = "countries"
    read = staticmethod(countries.parse_list)
    name = staticmethod(countries.label)


class CountryField(NameField):
    source = "countries"
    read = staticmethod(countries.parse)
    name = staticmethod(countries.label)


class LanguagesField(NamesField):
    source = "languages"
    read = staticmethod(languages.parse_list)
    name = staticmethod(languages.name)


class LanguageField(NameField):
    source = "languages"
    read = staticmethod(languages.parse)
    name = staticmethod(languages.name)


class YesNoField(forms.TypedChoiceField):
    """True, False, or None where nothing is said."""

    def __init__(self, **kwargs):
        super().__init__(
            **(
                {"choices": YES_NO, "coerce": "yes".__eq__, "empty_value": None}
                | {"widget": SegRadios}
                | kwargs
            )
        )

    def prepare_value(self, value):
        return {True: "yes", False: "no"}.get(value, value)

    def to_python(self, value):
        return super().to_python(self.prepare_value(value))


def _currency_choices():
    return [("", _("Currency")), *currencies.choices()]


def _iso(read, *typed):
    """Return the ISO text of the date that `read` makes; its ValueError becomes a field error."""
    try:
        return read(*typed).isoformat()
    except ValueError as error:
        raise ValidationError(str(error), code="date") from None


def _is_number(text):
    return text.isascii() and text.isdigit() and len(text) <= 9
