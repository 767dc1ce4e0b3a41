"""Template tags of the portal; every template has them without a load."""

from functools import lru_cache

from django import forms, template
from django.template.loader import get_template
from django.utils.safestring import mark_safe

from festival.ui import looks
from festival.ui.forms import problems
from festival.world import countries, durations, languages
from festival.world.money import Money

register = template.Library()


# ---------- values of the world ----------


@register.filter
def runtime(seconds):
    """98 min, for lists; empty stays empty."""
    return durations.short(int(seconds)) if seconds not in (None, "") else ""


@register.filter
def runtime_long(seconds):
    """1 h 38 min 20 s, for specifications."""
    return durations.long(int(seconds)) if seconds not in (None, "") else ""


@register.filter
def runtime_iso(seconds):
    """PT1H38M20S, for `<time datetime>`."""
    return durations.isoformat(int(seconds)) if seconds not in (None, "") else ""


@register.simple_tag
def money(amount, currency="", full=False):
    """An amount of minor units with its code, 2,400 USD; `full` keeps the cents of 18.00 EUR."""
    if amount in (None, ""):
        return ""
    value = amount if isinstance(amount, Money) else Money(int(amount), currency)
    return value.format(short=not full)


@register.filter
def country(code):
    return countries.name(code) if code else ""


@register.filter
def country_label(code):
    """The name for lists of choice: a former state with its years."""
    return countries.label(code) if code else ""


@register.filter
def language(tag):
    return languages.name(tag) if tag else ""


@register.filter
def partial_date(iso):
    """2016-09 as September 2016; a text that is no date comes back as it is."""
    return looks.partial_date(iso)


@register.filter
def partial_date_short(iso):
    """2016-09-05 as 5 Sept 2016, for lists and tables."""
    return looks.partial_date(iso, short=True)


@register.filter
def year(iso):
    """The year of a partial date, 2016."""
    return str(iso or "")[:4]


@register.filter
def longest_word(text):
    """The letters of the longest word of `text`, 0 for none: what a narrow column must hold."""
    return max(map(len, text.split()), default=0)


@register.filter
def at(mapping, key):
    """mapping[key] for keys that a template cannot spell; None if there is none."""
    return mapping.get(key) if mapping else None


# ---------- addresses ----------


@register.simple_tag(takes_context=True)
def query(context, **changes):
    """The current query string with some keys replaced, or removed by None: "?…"."""
    data = _query_of(context)
    for key, value in changes.items():
        if value is None or value == "":
            data.pop(key, None)
        elif isinstance(value, (list, tuple)):
            data.setlist(key, value)
        else:
            data[key] = value
    return f"?{data.urlencode()}"


@register.simple_tag(takes_context=True)
def query_without(context, key, value):
    """The current query string without one of the values of a key, and back on the first page."""
    data = _query_of(context)
    data.setlist(key, [v for v in data.getlist(key) if v != str(value)])
    data.pop("page", None)
    return f"?{data.urlencode()}"


def _query_of(context):
    return context["request"].GET.copy()


# ---------- parts ----------


@lru_cache
def _svg(name):
    # Our own file without any variable, read once.
    return mark_safe(get_template(f"components/icon/{name}.html").render().strip())  # noqa: S308


@register.simple_tag
def icon(name):
    """An inline SVG from templates/components/icon; an unknown name is an error."""
    return _svg(name)


@register.inclusion_tag("components/_status.html")
def status(state, label=""):
    """A state as icon, word and wash; a festival's own label may stand in for ours."""
    icon_name, look, word = looks.STATES[str(state)]
    return {"icon_name": icon_name, "look": look, "label": label or word}


@register.inclusion_tag("components/_meter.html")
def meter(value, text="", label=""):
    """A bar from 0 to 100 with the words that belong to it."""
    return {"value": int(value), "text": text, "label": label}


@register.inclusion_tag("components/_pager.html", takes_context=True)
def pager(context, page):
    """Links to the pages around `page` that keep the rest of the query."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "request": context["request"]}


@register.inclusion_tag("components/_laurel.html")
def laurel(text, name, year="", award=False):
    """One laurel; the page has included components/_laurel_symbol.html once."""
    return {"text": text, "name": name, "year": year, "award": award}


@register.inclusion_tag("components/_poster.html")
def poster(poster, sizes="", lazy=False, is_new=False):
    """A 2:3 picture from {"src", "srcset"?, "alt"?, "width"?, "height"?}."""
    return {"poster": poster, "sizes": sizes, "lazy": lazy, "is_new": is_new}


# ---------- forms ----------


@register.inclusion_tag("components/_error_summary.html")
def error_summary(*forms_and_formsets):
    """All problems of bound forms and formsets, each a link to its control."""
    return {"problems": problems(*forms_and_formsets)}


@register.filter
def control(field):
    """The widget of a bound field with the class of its kind and its ARIA links."""
    widget = field.field.widget
    classes = f"{_class_of(widget)} {widget.attrs.get('class', '')}".strip()
    attrs = {"class": classes} if classes else {}
    if limit(field):
        described = f"{field.aria_describedby or ''} {field.auto_id}_left".strip()
        attrs |= {"aria-describedby": described, "data-maxlength": limit(field)}
        attrs["maxlength"] = False
    return field.as_widget(attrs=attrs)


@register.filter
def limit(field):
    """The most characters of a long text, which is counted and never cut; None elsewhere."""
    is_text = isinstance(field.field.widget, forms.Textarea)
    return getattr(field.field, "max_length", None) if is_text else None


@register.filter
def is_tick(field):
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_optional(field):
    """True where the label says so: not required, and not needed before sending either."""
    return not field.field.required and field.name not in getattr(field.form, "needed", ())


def _class_of(widget):
    if isinstance(widget, (forms.MultiWidget, forms.RadioSelect, forms.CheckboxInput)):
        return ""
    if isinstance(widget, forms.Select):
        return "select"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    if isinstance(widget, forms.FileInput):
        return "input input--file"
    return "input" if isinstance(widget, forms.widgets.Input) else ""
