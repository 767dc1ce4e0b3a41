"""Instants typed and read as the clock on a wall shows them, in the time zone that is active."""

from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

_FORMATS = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M")


class WallInput(forms.DateTimeInput):
    input_type = "datetime-local"


class WallField(forms.DateTimeField):
    """An aware datetime; a time that the clocks skip is refused, of one that comes twice the first
    is meant.

    The time zone is the active one, see django.utils.timezone.override.
    """

    widget = WallInput
    input_formats = _FORMATS

    def prepare_value(self, value):
        if not isinstance(value, datetime):
            return value
        at = timezone.localtime(value) if timezone.is_aware(value) else value
        return at.strftime(_FORMATS[1] if at.second else _FORMATS[0])

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, datetime) and timezone.is_aware(value):
            return value
        for style in _FORMATS:
            try:
                return instant_of(datetime.strptime(str(value).strip(), style))
            except OverflowError:
                break
            except ValueError:
                continue
        raise ValidationError(_("Enter a date and a time"), code="unread")

    def has_changed(self, initial, data):
        try:
            return self.prepare_value(initial) != self.prepare_value(self.to_python(data))
        except ValidationError:
            return True


def instant_of(wall: datetime) -> datetime:
    """Return the instant at which a clock in the active time zone shows `wall`."""
    zone = timezone.get_current_timezone()
    at = wall.replace(tzinfo=zone)
    shown = at.astimezone(UTC).astimezone(zone)
    if shown.replace(tzinfo=None) != wall:
        raise ValidationError(
            _("The clocks go forward then: %(time)s does not come in %(zone)s. Say %(next)s"),
            code="skipped",
            params={
                "time": f"{wall:%H:%M}",
                "zone": timezone.get_current_timezone_name(),
                "next": f"{shown:%H:%M}",
            },
        )
    return at


def comes_twice(at: datetime, zone) -> bool:
    """Return whether the clocks of `zone` show the wall time of `at` at two instants."""
    wall = at.astimezone(zone)
    return wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()


def keep_second_hour(form, name: str) -> None:
    """Leave an instant as it was when the form shows the same wall time: the second of two."""
    before, after = getattr(form.instance, name), form.cleaned_data.get(name)
    field = form.fields[name]
    if before and after and field.prepare_value(before) == field.prepare_value(after):
        form.cleaned_data[name] = before
