import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from festival.ui.formfields import (
    CountriesField,
    CountryField,
    DurationField,
    LanguagesField,
    MoneyField,
    PartialDateField,
    PickManyField,
    YesNoField,
)
from festival.world import countries, languages
from festival.world.money import Money

VORKUTA = 98 * 60 + 20


class Form(forms.Form):
    runtime = DurationField(required=False)
    completed_on = PartialDateField(required=False)
    budget = MoneyField(required=False, default="EUR")
    countries = PickManyField(label="Countries", choices=[("NO", "Norway"), ("SU", "Soviet Union")])
    is_first = YesNoField(required=False)


def typed(name, query):
    form = Form(QueryDict(query))
    form.is_valid()
    return form.cleaned_data.get(name), [str(e) for e in form.errors.get(name, [])]


@pytest.mark.parametrize(
    ("query", "seconds"),
    [
        ("runtime_h=1&runtime_m=38&runtime_s=20", VORKUTA),
        ("runtime_h=+1+&runtime_m=38&runtime_s=20", VORKUTA),
        ("runtime_m=98&runtime_s=20", VORKUTA),
        ("runtime_h=1:38:20", VORKUTA),
        ("runtime_m=98+min", 98 * 60),
        ("runtime=1+h+38+min+20+s", VORKUTA),
        ("runtime_h=0&runtime_m=0&runtime_s=0", 0),
        ("", None),
        ("runtime_h=&runtime_m=&runtime_s=", None),
    ],
)
def test_a_runtime_is_understood_however_it_is_typed(query, seconds):
    assert typed("runtime", query) == (seconds, [])


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("runtime_h=1&runtime_m=6O", "Enter the minutes as a number from 0 to 59"),
        ("runtime_h=1&runtime_m=60", "Enter the minutes as a number from 0 to 59"),
        ("runtime_h=1&runtime_m=5&runtime_s=-1", "Enter the seconds as a number from 0 to 59"),
        ("runtime_h=x&runtime_m=5", "Enter the hours as a whole number"),
        ("runtime_h=101&runtime_m=5", "Enter a duration of at most 100 hours"),
        ("runtime_h=1&runtime_m=٣", "Enter the minutes as a number from 0 to 59"),
    ],
)
def test_a_runtime_that_cannot_be_read_says_which_part(query, words):
    assert typed("runtime", query) == (None, [words])


def test_a_runtime_in_one_text_that_cannot_be_read_says_how_to_write_it():
    value, errors = typed("runtime", "runtime_h=long")
    assert value is None
    assert "98 min" in errors[0]


@pytest.mark.parametrize(
    ("query", "iso"),
    [
        ("completed_on_d=5&completed_on_m=9&completed_on_y=2016", "2016-09-05"),
        ("completed_on_m=9&completed_on_y=2016", "2016-09"),
        ("completed_on_y=2016", "2016"),
        ("completed_on=2016-09-05", "2016-09-05"),
        ("completed_on_d=5+September+2016", "2016-09-05"),
        ("completed_on_m=September&completed_on_y=2016", "2016-09"),
        ("", ""),
    ],
)
def test_a_date_is_kept_as_precise_as_it_is_known(query, iso):
    assert typed("completed_on", query) == (iso, [])


@pytest.mark.parametrize(
    "query",
    [
        "completed_on_d=31&completed_on_m=2&completed_on_y=2016",
        "completed_on_d=5&completed_on_y=2016",
        "completed_on_d=5&completed_on_m=9",
        "completed_on_m=13&completed_on_y=2016",
        "completed_on_y=16",
        "completed_on_y=soon",
        "completed_on_y=99999999999",
    ],
)
def test_a_date_that_does_not_exist_is_refused_in_one_sentence(query):
    value, errors = typed("completed_on", query)
    assert value is None
    assert len(errors) == 1


@pytest.mark.parametrize(
    ("query", "money"),
    [
        ("budget_amount=2,400&budget_currency=USD", Money(240_000, "USD")),
        ("budget_amount=2.400&budget_currency=EUR", Money(240_000, "EUR")),
        ("budget_amount=18.50&budget_currency=EUR", Money(1_850, "EUR")),
        ("budget_amount=2400&budget_currency=JPY", Money(2_400, "JPY")),
        ("budget=2,400+USD", Money(240_000, "USD")),
        ("budget_amount=&budget_currency=EUR", None),
    ],
)
def test_an_amount_becomes_minor_units(query, money):
    assert typed("budget", query) == (money, [])


@pytest.mark.parametrize(
    "query",
    [
        "budget_amount=2400",
        "budget_amount=lots&budget_currency=EUR",
        "budget_amount=24&budget_currency=XYZ",
        "budget_amount=0.001&budget_currency=EUR",
        "budget_amount=" + "9" * 60 + "&budget_currency=EUR",
    ],
)
def test_an_amount_that_cannot_be_kept_is_refused(query):
    value, errors = typed("budget", query)
    assert value is None
    assert len(errors) == 1


@pytest.mark.parametrize(
    ("query", "value"), [("is_first=yes", True), ("is_first=no", False), ("", None)]
)
def test_yes_no_and_silence_are_three_answers(query, value):
    assert typed("is_first", query) == (value, [])


def test_several_countries_are_several_values():
    assert typed("countries", "countries=SU&countries=NO")[0] == ["SU", "NO"]
    assert typed("countries", "countries=XX")[0] is None


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("filmed_in=Norway,+Soviet+Union", ["NO", "SU"]),
        ("filmed_in=+norge+,+NO,,", ["NO"]),
        ("filmed_in=", []),
    ],
)
def test_countries_are_typed_by_name(query, codes):
    class Filmed(forms.Form):
        filmed_in = CountriesField(required=False)

    form = Filmed(QueryDict(query))
    assert form.is_valid() or "norge" in query
    assert form.cleaned_data.get("filmed_in", ["NO"]) == codes


def test_an_unknown_name_is_named_in_the_error_and_kept():
    class Spoken(forms.Form):
        languages = LanguagesField()
        country = CountryField()

    form = Spoken(QueryDict("languages=English,+Elvishish&country=Mordor"))
    assert not form.is_valid()
    assert "Elvishish" in form.errors["languages"][0]
    assert "Mordor" in form.errors["country"][0]
    assert 'value="English, Elvishish"' in str(form["languages"])


def test_a_list_of_codes_survives_the_way_to_the_page_and_back():
    field = CountriesField()
    codes = [code for code, _label in countries.choices()]
    assert field.clean(field.prepare_value(codes)) == codes
    field = LanguagesField(max_length=None)
    tags = [tag for tag, _label in languages.choices()][:250]
    assert field.clean(field.prepare_value(tags)) == tags


def test_a_stored_value_comes_back_in_its_parts():
    form = Form(
        initial={
            "runtime": VORKUTA,
            "completed_on": "2016-09-05",
            "budget": Money(240_000, "USD"),
            "is_first": False,
        }
    )
    assert 'name="runtime_m" value="38"' in str(form["runtime"])
    assert 'name="completed_on_d" value="5"' in str(form["completed_on"])
    assert 'name="budget_amount" value="2400.00"' in str(form["budget"])
    assert 'value="USD" selected' in str(form["budget"])
    assert 'value="no" id="id_is_first_1" checked' in str(form["is_first"])


def test_only_what_differs_counts_as_changed():
    initial = {"runtime": VORKUTA, "completed_on": "2016-09", "budget": Money(500, "EUR")}
    same = "runtime_h=1&runtime_m=38&runtime_s=20&completed_on_m=9&completed_on_y=2016"
    same += "&budget_amount=5&budget_currency=EUR&countries=NO"
    form = Form(QueryDict(same), initial={**initial, "countries": ["NO"], "is_first": None})
    assert form.changed_data == []
    other = Form(QueryDict("runtime_m=97"), initial=initial)
    assert {"runtime", "completed_on", "budget"} <= set(other.changed_data)


def test_an_empty_required_group_asks_for_itself():
    with pytest.raises(ValidationError, match="Enter the runtime"):
        DurationField().clean(["", "", ""])
