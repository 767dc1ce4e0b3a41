import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template

from festival.ui.formsets import Rows, after_press, pressed


class CreditForm(forms.Form):
    name = forms.CharField()


class CreditRows(Rows, forms.BaseFormSet):
    pass


Credits = forms.formset_factory(
    CreditForm, formset=CreditRows, can_delete=True, can_order=True, extra=0
)
THREE = (
    "credits-TOTAL_FORMS=3&credits-INITIAL_FORMS=0"
    "&credits-0-name=Ada&credits-0-ORDER=1&credits-1-name=Bo&credits-1-ORDER=2"
    "&credits-2-name=Cy&credits-2-ORDER=3"
)


def after(button):
    data = QueryDict(f"{THREE}&{button}")
    return Credits(after_press(data, pressed(data, ["credits"])), prefix="credits")


def names(rows):
    return [form["name"].value() for form in rows.rows if not form.is_removed]


def test_the_save_button_is_no_row_button():
    assert pressed(QueryDict(f"{THREE}&save=1"), ["credits"]) is None


def test_a_button_belongs_to_its_own_formset():
    assert pressed(QueryDict("add=credits_more"), ["credits"]) is None
    assert pressed(QueryDict("remove=credits-1"), ["screenings", "credits"]) == "credits"


def test_add_appends_one_empty_row_and_keeps_what_was_typed():
    assert names(after("add=credits")) == ["Ada", "Bo", "Cy", None]


def test_add_stops_at_the_most():
    data = QueryDict(f"{THREE}&add=credits")
    assert after_press(data, "credits", most=3)["credits-TOTAL_FORMS"] == "3"


def test_remove_hides_the_row_and_remembers_it_for_the_save():
    rows = after("remove=credits-1")
    assert names(rows) == ["Ada", "Cy"]
    assert rows.is_valid()
    assert [form.cleaned_data["name"] for form in rows.deleted_forms] == ["Bo"]


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ("move=credits-1-up", ["Bo", "Ada", "Cy"]),
        ("move=credits-1-down", ["Ada", "Cy", "Bo"]),
        ("move=credits-0-up", ["Ada", "Bo", "Cy"]),
        ("move=credits-2-down", ["Ada", "Bo", "Cy"]),
        ("move=credits-9-up", ["Ada", "Bo", "Cy"]),
        ("move=credits-1-sideways", ["Ada", "Bo", "Cy"]),
        ("move=credits-1", ["Ada", "Bo", "Cy"]),
        ("remove=credits--1", ["Ada", "Bo", "Cy"]),
        ("remove=credits-x", ["Ada", "Bo", "Cy"]),
    ],
)
def test_move_swaps_neighbours_and_nonsense_changes_nothing(button, order):
    rows = after(button)
    assert names(rows) == order
    assert rows.is_valid()
    assert [form.cleaned_data["name"] for form in rows.ordered_forms] == order


def test_move_skips_removed_rows():
    data = after_press(QueryDict(f"{THREE}&remove=credits-1"), "credits")
    del data["remove"]
    data["move"] = "credits-2-up"
    assert names(Credits(after_press(data, "credits"), prefix="credits")) == ["Cy", "Ada"]


@pytest.mark.parametrize("total", ["", "x", "-5", "99999999999", "²"])
def test_a_broken_count_of_rows_is_no_crash(total):
    data = QueryDict(f"credits-TOTAL_FORMS={total}&add=credits")
    assert after_press(data, "credits")["credits-TOTAL_FORMS"] == "1"


def test_the_rows_are_buttons_with_names_and_removed_ones_stay_hidden():
    rows = after("remove=credits-0")
    text = Template(
        '{% include "components/_rows.html" with noun="Credit" add="Add a credit" %}'
    ).render(Context({"rows": rows}))
    assert 'name="add" value="credits"' in text
    assert 'name="move" value="credits-1-down"' in text
    assert 'name="remove" value="credits-2"' in text
    assert '<input type="hidden" name="credits-0-DELETE" value="True"' in text
    assert text.count("<fieldset") == 2
