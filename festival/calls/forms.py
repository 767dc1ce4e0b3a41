"""The forms of festivals, editions and calls on the desk."""

import zoneinfo

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.calls import states
from festival.calls.models import Call, Category, Deadline, Edition, Festival
from festival.calls.vocabulary import CallState
from festival.calls.words import KIND_NAMES, TYPE_NAMES
from festival.ui.admin.inlines import LabelledRows
from festival.ui.admin.instants import WallField, keep_second_hour
from festival.ui.formfields import CountriesField, CountryField, DurationField
from festival.ui.words import speak_plainly
from festival.world import currencies, money

CONTINENTS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe",
              "Indian", "Pacific")  # fmt: skip


def zone_choices():
    """Return the time zones that places have, by continent, with UTC first."""
    names = sorted(zoneinfo.available_timezones())
    groups = [
        (place, [(name, _place(name)) for name in names if name.startswith(f"{place}/")])
        for place in CONTINENTS
    ]
    return [("UTC", "UTC"), *groups]


def _place(name: str) -> str:
    return name.partition("/")[2].replace("_", " ").replace("/", ", ")


class DeskForm(forms.ModelForm):
    """A form of the desk in our own words for errors."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.prepare()
        speak_plainly(self)

    def prepare(self):
        """Set what depends on the row, before anything reads the fields."""


class Words(forms.CharField):
    """A list of words typed with commas between."""

    def to_python(self, value):
        return [word.strip()[:60] for word in super().to_python(value).split(",") if word.strip()]

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return self.to_python(data) != (initial or [])


class FestivalForm(DeskForm):
    country = CountryField(label=_("Country"), required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    focus = Words(
        label=_("Focus"), required=False, max_length=500, help_text=_("Words with commas between.")
    )

    class Meta:
        model = Festival
        fields = (
            "name", "slug", "organiser", "legal_name", "tagline", "about", "focus", "city",
            "country", "first_year", "website", "contact_email", "accreditations", "is_listed",
            "verification",
        )  # fmt: skip


class EditionForm(DeskForm):
    class Meta:
        model = Edition
        fields = (
            "festival", "slug", "year", "number", "mode", "place", "starts_on", "ends_on", "about",
            "awards",
        )  # fmt: skip
        widgets = {
            "starts_on": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
            "ends_on": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        }


class CallForm(DeskForm):
    """A call with its instants in its own time zone and its fees as a table."""

    opens_at = WallField(label=_("Opens"), required=False)
    closes_at = WallField(label=_("Closes"), required=False)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices, initial="UTC")
    kinds = forms.MultipleChoiceField(
        label=_("Accepted kinds"),
        required=False,
        choices=lambda: list(KIND_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    currency = forms.ChoiceField(
        label=_("Currency of the fees"),
        required=False,
        choices=lambda: [("", "–"), *currencies.choices()],
    )

    class Meta:
        model = Call
        fields = (
            "edition", "state", "suspended_reason", "time_zone", "opens_at", "closes_at",
            "grace_minutes", "notification_on", "kinds", "rules", "refund_rule",
            "payment_instructions", "currency", "screening_fee", "feedback_promised",
            "viewings_promised", "contact_email", "max_per_filmmaker", "tracking_prefix",
        )  # fmt: skip
        widgets = {
            "notification_on": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
            "rules": forms.Textarea({"rows": 10}),
            "refund_rule": forms.Textarea({"rows": 3}),
            "payment_instructions": forms.Textarea({"rows": 3}),
        }

    def prepare(self):
        if "state" not in self.fields:
            return
        allowed = states.following(self.instance.state)
        self.fields["state"].choices = [(each.value, each.label) for each in allowed]
        for name in ("opens_at", "closes_at"):
            self.fields[name].help_text = zone_note(getattr(self.instance, name))
        for place, amount in self._stored_fees().items():
            self.fields[_fee_name(*place)] = forms.CharField(
                required=False, max_length=20, initial=amount, label=self._fee_label(*place)
            )

    @cached_property
    def table(self):
        """The categories, the deadlines and, for each pair, the input of the fee."""
        return {
            "deadlines": self._deadlines,
            "rows": [
                (category, [self[_fee_name(category.pk, end.pk)] for end in self._deadlines])
                for category in self._categories
            ],
        }

    @cached_property
    def _categories(self):
        return list(self.instance.categories.with_fees()) if self.instance.pk else []

    @cached_property
    def _deadlines(self):
        return list(self.instance.deadlines.all()) if self.instance.pk else []

    def _stored_fees(self):
        known = {
            (fee.category_id, fee.deadline_id): fee.amount
            for category in self._categories
            for fee in category.fees.all()
        }
        code = self.instance.currency
        places = [(row.pk, end.pk) for row in self._categories for end in self._deadlines]
        return {place: _typed(known.get(place), code) for place in places}

    def _fee_label(self, category, deadline):
        row = next(each for each in self._categories if each.pk == category)
        end = next(each for each in self._deadlines if each.pk == deadline)
        return _t("%(category)s until %(deadline)s") % {"category": row, "deadline": end}

    def clean(self):
        values = super().clean()
        to = values.get("state")
        if to is not None and (obstacle := states.obstacle(self._stored(), to)):
            self.add_error("state", obstacle)
        if to == CallState.SCHEDULED:
            for name, text in states.missing(values).items():
                if name not in self.errors:
                    self.add_error(name, text)
        if to == CallState.SUSPENDED and not values.get("suspended_reason"):
            self.add_error("suspended_reason", _t("Say why: everybody reads it"))
        if {"opens_at", "closes_at"} <= set(values):
            keep_second_hour(self, "opens_at")
            keep_second_hour(self, "closes_at")
            self._check_order(values["opens_at"], values["closes_at"])
        self.fees = self._read_fees(values)
        return values

    def _stored(self):
        return Call.objects.get(pk=self.instance.pk) if self.instance.pk else Call()

    def _check_order(self, opens, closes):
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _t("The call must close after it opens"))

    def _read_fees(self, values):
        code, fees = values.get("currency", ""), {}
        for row in self._categories:
            for end in self._deadlines:
                name = _fee_name(row.pk, end.pk)
                try:
                    fees[row.pk, end.pk] = _minor(values.get(name, ""), code)
                except ValueError as error:
                    self.add_error(name, str(error))
        return fees


def zone_note(at) -> str:
    """Return the sentence beside an instant: in whose time it is, and how far that is from UTC."""
    name = timezone.get_current_timezone_name()
    shift = timezone.localtime(at or timezone.now()).strftime("%z")
    return _t("In the time of %(zone)s, UTC%(shift)s.") % {
        "zone": name,
        "shift": f"{shift[:3]}:{shift[3:5]}",
    }


def _fee_name(category, deadline):
    return f"fee_{category}_{deadline}"


def _typed(amount, code):
    return money.Money(amount, code).plain() if amount is not None and code else amount


def _minor(text, code):
    if not text:
        return None
    if not code:
        raise ValueError(_t("Choose the currency of the fees"))
    fee = money.parse(text, code)
    if fee.currency != code or fee.amount < 0 or fee.amount > 2**31 - 1:
        raise ValueError(_t("Enter the fee in %(currency)s") % {"currency": code})
    return fee.amount


class CategoryForm(DeskForm):
    """A category with its conditions."""

    kinds = forms.MultipleChoiceField(
        label=_("Kinds of project"),
        required=False,
        choices=lambda: list(KIND_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: all that the call accepts."),
    )
    types = forms.MultipleChoiceField(
        label=_("Project types"),
        required=False,
        choices=lambda: list(TYPE_NAMES.items()),
        widget=forms.SelectMultiple({"size": 6}),
        help_text=_("None chosen: all."),
    )
    runtime_min = DurationField(label=_("Runtime from"), required=False)
    runtime_max = DurationField(label=_("Runtime up to"), required=False)
    countries = CountriesField(
        label=_("Countries of origin accepted"),
        required=False,
        help_text=_("Names with commas between. Empty: all."),
    )

    class Meta:
        model = Category
        fields = (
            "name", "is_active", "position", "description", "kinds", "types", "runtime_min",
            "runtime_max", "completed_from", "countries", "first_time_only", "student_only",
            "premiere",
        )  # fmt: skip
        widgets = {
            "completed_from": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
            "description": forms.Textarea({"rows": 2}),
        }

    def clean(self):
        values = super().clean()
        first, last = values.get("runtime_min"), values.get("runtime_max")
        if first is not None and last is not None and last < first:
            self.add_error("runtime_max", _t("This must be at least as long as “from”"))
        return values


class CategoryRows(LabelledRows):
    def clean(self):
        super().clean()
        left = [
            form
            for form in self.forms
            if form not in self.deleted_forms and (form.instance.pk or form.has_changed())
        ]
        if self.instance.state == CallState.SCHEDULED and not left:
            raise forms.ValidationError(_t("A call needs a category before people can enter"))


class DeadlineForm(DeskForm):
    ends_at = WallField(label=_("Ends"))

    class Meta:
        model = Deadline
        fields = ("kind", "ends_at")

    def prepare(self):
        self.fields["ends_at"].help_text = zone_note(self.instance.ends_at)

    def clean(self):
        values = super().clean()
        if "ends_at" in values:
            keep_second_hour(self, "ends_at")
        return values


class DeadlineRows(LabelledRows):
    """The price phases of a call, which follow each other in the order of their kinds."""

    def clean(self):
        super().clean()
        rows = [
            form
            for form in self.forms
            if form not in self.deleted_forms and form.cleaned_data.get("ends_at")
        ]
        order = list(Deadline._meta.get_field("kind").choices)
        places = {value: place for place, (value, _label) in enumerate(order)}
        rows.sort(key=lambda form: places.get(form.cleaned_data.get("kind"), 0))
        opens, closes = self.instance.opens_at, self.instance.closes_at
        last = None
        for form in rows:
            ends = form.cleaned_data["ends_at"]
            if last and ends <= last:
                form.add_error("ends_at", _t("This phase must end after the one before it"))
            elif (opens and ends <= opens) or (closes and ends > closes):
                form.add_error("ends_at", _t("A phase ends while the call is open"))
            last = ends
