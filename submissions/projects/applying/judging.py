"""Letting the editor's own forms judge the values of a record."""

from django.utils.translation import gettext as _

from submissions.projects.display import label_of, section_of
from submissions.projects.forms.folding import Folding
from submissions.projects.forms.rows import RowForm
from submissions.projects.forms.stated import sent


def judged(form_class, block: str, values: dict, *, more=None, **kwargs):
    """Return the bound form and the sentences of what is wrong with `values`.

    `more` are further texts by name that the form reads beside its fields.
    """
    posted, wrong = sent(form_class.base_fields, values)
    if issubclass(form_class, Folding):
        # The folded fields are there too, so that an empty box says no.
        posted["open"] = posted["specs-open"] = "1"
    for name, text in (more or {}).items():
        posted[name] = text
    form = form_class(posted, **kwargs)
    if isinstance(form, RowForm):
        form.fold()
    _keep_order(form, {name: value for name, value in values.items() if name not in wrong})
    told = [_misshapen(block, name) for name in wrong]
    for name, errors in form.errors.items():
        if name not in wrong:
            told += [str(error) for error in errors]
    return form, told


def _keep_order(form, values):
    """Leave lists in the order of the record: the forms sort what people tick."""
    cleaned = form.cleaned_data if form.is_valid() else {}
    for name, value in cleaned.items():
        stated = values.get(name, value)
        if isinstance(value, list) and stated != value and sorted(value) == sorted(stated):
            setattr(form.instance, name, stated)


def sentences(block: str, told: list[str], number: int | None = None) -> list[str]:
    """Return the sentences with the place that they speak of in front."""
    place = section_of(block) + (f" {number}" if number else "")
    return [f"{place}: {text}" for text in told]


def listed(block: str, value, most: int) -> tuple[list[dict], list[str]]:
    """Return `value` as a list of dicts, empty where it is none, and what is wrong with it."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return [], [_("These are not rows of a record")]
    if len(value) > most:
        return [], [_("At most %(most)d rows find room here") % {"most": most}]
    return value, []


def _misshapen(block: str, name: str) -> str:
    label = label_of(block, name)
    return _("“%(label)s” holds something of another kind") % {"label": label}
