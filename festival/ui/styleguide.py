"""Sample parts for the living style guide, the visual test bed under DEBUG."""

from django import forms
from django.core.paginator import Paginator

from festival.ui.formfields import (
    DurationField,
    LanguagesField,
    MoneyField,
    PartialDateField,
    PickManyField,
    YesNoField,
)
from festival.ui.forms import PortalForm
from festival.ui.formsets import Rows
from festival.ui.looks import STATES
from festival.ui.widgets import CardRadios, Checks, PictureInput, SegRadios
from festival.world import countries

GROUNDS = ["bg", "surface", "sunken", "line", "ctl", "text", "text-2", "text-3"]
INKS = ["lamp", "lamp-ink", "lamp-wash", "info", "review", "short", "ok", "warn", "bad"]
RATIOS = {"1.33": "r133", "1.66": "r166", "1.78": "r178", "1.85": "r185", "2.39": "r239"}
SEEN_BY = {
    "all": "In the catalogue and in search engines",
    "link": "Not in the catalogue, open to everybody who has the address",
}


class SampleForm(PortalForm, forms.Form):
    title = forms.CharField(label="Title", help_text="As it stands in the credits.")
    title_en = forms.CharField(label="Title in English", required=False)
    kind = forms.ChoiceField(
        label="Project type",
        choices=[("feature", "Feature"), ("short", "Short"), ("script", "Script")],
        widget=SegRadios,
    )
    logline = forms.CharField(
        label="Logline",
        max_length=240,
        widget=forms.Textarea({"rows": 3}),
        help_text="One or two sentences: who wants what, and what stands in the way.",
    )
    runtime = DurationField(
        label="Runtime", help_text="Including credits. Example: 1 h 38 min 20 s."
    )
    completed_on = PartialDateField(label="Completion date", help_text="Example: 5 9 2026.")
    country = forms.ChoiceField(
        label="Country", choices=[("", "Choose a country"), ("IE", "Ireland"), ("IS", "Iceland")]
    )
    ratio = forms.ChoiceField(
        label="Aspect ratio", choices=[(r, r) for r in RATIOS], widget=SegRadios(shapes=RATIOS)
    )
    is_first = YesNoField(label="First film of the director?", required=False)
    budget = MoneyField(label="Production budget", required=False, help_text="Example: 2,400.")
    countries = PickManyField(label="Countries of filming", choices=countries.choices)
    languages = LanguagesField(label="Languages", help_text="Example: English, Norwegian.")
    genres = forms.MultipleChoiceField(
        label="Genres",
        choices=[("drama", "Drama"), ("comedy", "Comedy")],
        widget=Checks,
        required=False,
    )
    seen_by = forms.ChoiceField(
        label="Who can see it",
        choices=[("all", "Everyone"), ("link", "People with the link")],
        widget=CardRadios(notes=SEEN_BY),
    )
    poster = forms.FileField(label="Poster", required=False, widget=PictureInput)
    is_rule_accepted = forms.BooleanField(
        label="I accept the rules", help_text="Of 1 September 2026"
    )


class CreditForm(PortalForm, forms.Form):
    role = forms.ChoiceField(label="Role", choices=[("director", "Director"), ("cast", "Cast")])
    name = forms.CharField(label="Name")
    prior = forms.CharField(label="Prior credit", required=False)


class SampleRows(Rows, forms.BaseFormSet):
    pass


CreditRows = forms.formset_factory(
    CreditForm, formset=SampleRows, can_delete=True, can_order=True, extra=0
)
WRONG = {"runtime_h": "0", "runtime_m": "6O", "runtime_s": "12", "title": "Kelp", "country": ""}
CREDITS = [{"role": "director", "name": "Mika Tanabe"}, {"role": "cast", "name": "Noor Aziz"}]


def context(request):
    """Return every part of the kit in each of its states, a form with errors included."""
    form = SampleForm(WRONG)
    form.is_valid()
    return {
        "form": form,
        "rows": CreditRows(initial=CREDITS, prefix="credits"),
        "colours": GROUNDS + INKS,
        "states": list(STATES),
        "looks": ["ok", "info", "warn", "bad"],
        "page": Paginator(range(400), 24).get_page(request.GET.get("page", 3)),
        "card": {
            "url": "#card",
            "title": "Salt Line",
            "people": "Ines Barreto",
            "facts": ["2025", "Portugal", "104 min"],
            "note": "3 laurels",
            "note_icon": "laurel",
            "poster": {"src": "/static/img/icon.svg"},
        },
    }
