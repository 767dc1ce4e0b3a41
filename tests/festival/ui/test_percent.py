from django import forms

from festival.ui.forms import PortalForm


class Shares(PortalForm, forms.Form):
    left = forms.IntegerField(label="Focal point, %", max_value=100)
    side = forms.ChoiceField(label="Side, %", choices=[("a", "A")])
    rate = forms.DecimalField(label="Rate, %")


def test_a_label_with_a_percent_sign_stands_in_each_error_as_it_is():
    form = Shares({"left": "101", "side": "z", "rate": "x"})

    errors = {name: str(texts[0]) for name, texts in form.errors.items()}

    assert errors == {
        "left": "Enter “Focal point, %” as 100 or less",
        "side": "Choose one of the answers in the list for “Side, %”",
        "rate": "Enter “Rate, %” as a number",
    }
