import html5lib
import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template

from festival.ui.formfields import (
    CountryField,
    DurationField,
    LanguagesField,
    MoneyField,
    PartialDateField,
    PickManyField,
)
from festival.ui.forms import PortalForm
from festival.ui.layout import LampButton, Part
from festival.ui.widgets import CardRadios, PictureInput, SegRadios
from festival.world import countries

KINDS = [("feature", "Feature"), ("short", "Short")]


class ProjectForm(PortalForm, forms.Form):
    title = forms.CharField(label="Title", help_text="As it stands in the credits.")
    title_en = forms.CharField(label="Title in English", required=False)
    kind = forms.ChoiceField(label="Kind", choices=KINDS, widget=SegRadios)
    logline = forms.CharField(label="Logline", max_length=20, widget=forms.Textarea)
    runtime = DurationField(label="Runtime", help_text="Including credits.")
    completed_on = PartialDateField(label="Completed", required=False)
    budget = MoneyField(label="Budget", required=False, default="EUR")
    countries = PickManyField(label="Countries", choices=countries.choices, required=False)
    seen_by = forms.ChoiceField(
        label="Seen by", choices=KINDS, widget=CardRadios(notes={"short": "A <note>"})
    )
    poster = forms.FileField(label="Poster", required=False, widget=PictureInput)
    accept = forms.BooleanField(label="I accept the rules", help_text="Of 1 September")
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    needed = frozenset({"completed_on"})


def tree(html):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    page = parser.parse(f"<!doctype html><title>t</title>{html}")
    assert parser.errors == []
    return page


def by_id(page, id_):
    found = [element for element in page.iter() if element.get("id") == id_]
    assert len(found) == 1, f"{id_} stands {len(found)} times in the page"
    return found[0]


@pytest.fixture
def wrong():
    form = ProjectForm({"runtime_m": "6O", "runtime_h": "1", "logline": "x" * 21})
    assert not form.is_valid()
    return form


def test_every_part_of_a_field_has_the_id_that_its_control_names(wrong):
    page = tree(render_crispy_form(wrong))
    control = by_id(page, "id_title")
    assert control.get("aria-invalid") == "true"
    for id_ in control.get("aria-describedby").split():
        by_id(page, id_)
    assert by_id(page, "id_title_helptext").text == "As it stands in the credits."
    assert by_id(page, "id_title_error")[0].text == "Fill in “Title”"
    assert by_id(page, "div_id_title").get("class") == "field"


def test_a_group_is_a_fieldset_that_names_its_help_and_error(wrong):
    group = by_id(tree(render_crispy_form(wrong)), "div_id_runtime")
    assert group.tag == "fieldset"
    assert group.get("aria-describedby") == "id_runtime_helptext id_runtime_error"
    assert group[0].tag == "legend"


def test_no_id_stands_twice_and_every_label_meets_a_control(wrong):
    page = tree(render_crispy_form(wrong))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    labels = [element.get("for") for element in page.iter("label") if element.get("for")]
    assert set(labels) <= set(ids)


def test_only_what_may_stay_empty_for_good_is_marked_optional(wrong):
    page = tree(render_crispy_form(wrong))
    marked = {
        element.get("id")
        for element in page.iter()
        if element.get("class") == "field"
        for mark in element.iter("span")
        if mark.get("class") == "opt"
    }
    assert marked == {f"div_id_{name}" for name in ("title_en", "budget", "countries", "poster")}


def test_the_summary_links_to_the_control_or_the_first_of_its_group(wrong):
    text = Template("{% error_summary form %}{% load crispy_forms_tags %}{% crispy form %}")
    page = tree(text.render(Context({"form": wrong})))
    box = next(e for e in page.iter("div") if e.get("role") == "alert")
    assert box.get("tabindex") == "-1"
    links = {a.get("href").removeprefix("#"): a.text for a in box.iter("a")}
    for id_ in links:
        by_id(page, id_)
    assert links["id_kind_0"] == "Choose an answer for “Kind”"
    assert links["id_runtime_h"] == "Enter the minutes as a number from 0 to 59"
    assert links["id_accept"] == "Tick “I accept the rules” to go on"
    assert links["id_logline"] == "Shorten “Logline” to 20 characters, it has 21"


def test_a_form_without_problems_has_no_summary():
    text = Template("{% error_summary form %}")
    assert text.render(Context({"form": ProjectForm()})).strip() == ""


def test_a_limited_text_is_counted_and_not_cut(wrong):
    area = by_id(tree(render_crispy_form(wrong)), "id_logline")
    assert area.get("maxlength") is None
    assert area.get("data-maxlength") == "20"
    assert "id_logline_left" in area.get("aria-describedby").split()
    assert area.text.strip() == "x" * 21


def test_what_was_typed_is_still_there(wrong):
    page = tree(render_crispy_form(wrong))
    assert by_id(page, "id_runtime_m").get("value") == "6O"
    assert by_id(page, "id_runtime_h").get("value") == "1"


def test_the_browser_is_not_the_validator(wrong):
    wrong.helper.form_tag = True
    html = render_crispy_form(wrong)
    assert html.strip().startswith("<form")
    assert "novalidate" in html.split(">", 1)[0]
    assert " required" not in html


def test_a_long_list_folds_to_the_names_that_are_ticked():
    form = ProjectForm(initial={"countries": ["NO", "SU"]})
    page = tree(render_crispy_form(form))
    summary = by_id(page, "id_countries")
    assert summary.tag == "summary"
    assert "Norway, Soviet Union" in "".join(summary.itertext())
    ticked = [
        e for e in by_id(page, "div_id_countries").iter("input") if e.get("checked") is not None
    ]
    assert {e.get("value") for e in ticked} == {"NO", "SU"}


def test_names_are_typed_and_light_however_long_the_list_is():
    class Spoken(PortalForm, forms.Form):
        languages = LanguagesField(label="Languages")
        country = CountryField(label="Country")

    html = render_crispy_form(Spoken(initial={"languages": ["ru", "de"], "country": "SU"}))
    page = tree(html)
    assert len(html) < 2_000
    assert by_id(page, "id_languages").get("value") == "Russian, German"
    assert by_id(page, "id_languages").get("data-names") == "/choices/languages/"
    assert by_id(page, "id_country").get("value") == "Soviet Union (1922–1991)"


def test_a_note_of_a_choice_is_escaped():
    html = render_crispy_form(ProjectForm())
    assert "A &lt;note&gt;" in html


def test_a_section_has_a_heading_an_anchor_and_its_count():
    class Sections(ProjectForm):
        layout = [
            Part("Basics", "title", css_id="basics", note="Seen first."),
            LampButton("go", "Go"),
        ]

    html = render_crispy_form(Sections(), context={"counts": {"basics": "6 of 6"}})
    section = by_id(tree(html), "basics")
    assert section.get("aria-labelledby") == "basics-title"
    assert "6 of 6" in "".join(section.itertext())
    assert '<button type="submit" name="go" value="1" class="btn btn--lamp btn--big"' in html


def test_a_bound_picture_field_offers_only_pictures():
    form = ProjectForm({}, {"poster": SimpleUploadedFile("a.png", b"x")})
    control = by_id(tree(render_crispy_form(form)), "id_poster")
    assert control.get("accept") == "image/jpeg,image/png,image/webp"
    assert control.get("class") == "input input--file"
