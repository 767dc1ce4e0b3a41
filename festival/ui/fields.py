"""Model fields that both apps share."""

import secrets

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10


def new_code(length: int = CODE_LENGTH) -> str:
    """Return a random public code of letters and digits that cannot be misread (no 0 O 1 I L)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


class CodeField(models.CharField):
    """The public name of a row outside the database: random, unique, 10 characters."""

    def __init__(self, **kwargs):
        defaults = {
            "max_length": CODE_LENGTH,
            "unique": True,
            "editable": False,
            "default": new_code,
        }
        super().__init__(**(defaults | kwargs))


class PartialDateField(models.CharField):
    """A day, month or year as ISO 8601 text: 2016-09-05, 2016-09 or 2016; sorts by time."""

    default_validators = [
        RegexValidator(
            r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
            _("Enter a year, a month and a year, or a full date"),
        )
    ]

    def __init__(self, **kwargs):
        super().__init__(**({"max_length": 10, "blank": True, "default": ""} | kwargs))


class CurrencyField(models.CharField):
    """An ISO 4217 code; empty where no amount is given."""

    def __init__(self, **kwargs):
        super().__init__(**({"max_length": 3, "blank": True, "default": ""} | kwargs))


class CountryField(models.CharField):
    """ISO 3166-1 alpha-2, a former state of ISO 3166-3, or WORLD; see festival.world.countries."""

    def __init__(self, **kwargs):
        super().__init__(**({"max_length": 5, "blank": True, "default": ""} | kwargs))


class LanguageField(models.CharField):
    """A BCP 47 tag; zxx where nobody speaks; see festival.world.languages."""

    def __init__(self, **kwargs):
        super().__init__(**({"max_length": 12, "blank": True, "default": ""} | kwargs))


class ListField(models.JSONField):
    """A short ordered list of words from a vocabulary, kept as JSON text."""

    def __init__(self, **kwargs):
        super().__init__(**({"default": list, "blank": True} | kwargs))


def one_of(name: str, field: str, values) -> models.CheckConstraint:
    """Return the constraint that `field` holds one of `values`."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": list(values)}), name=name)
