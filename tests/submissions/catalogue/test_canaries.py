"""No field is seen by those who may not read it: its value changes nothing on their page."""

import json

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from submissions.catalogue.jsonld import jsonld_of
from submissions.projects.presentation import page_title, present, share_image
from submissions.projects.visibility import CHOOSABLE, FIELDS, Audience
from tests.submissions.catalogue.samples import empty_record, wide_open, with_field

ALL_FIELDS = [(block, name) for block, fields in FIELDS.items() for name in fields]
# Read by the page without being printed.
NOT_PRINTED = {
    ("credits", "organisation"): "a code of ours",
    ("credits", "person"): "a code that joins a portrait to its person",
    ("credits", "is_key"): "decides what a long roll folds away",
    ("media", "sha256"): "names the files",
    ("documents", "sha256"): "names the file",
    ("documents", "media_type"): "the extension says it",
    ("screeners", "url"): "leads through a door that can be closed",
}


def values(record, audience) -> tuple:
    """Return all that the templates receive: equal values make equal pages."""
    with translation.override("en-gb"):
        work = present(record, audience)["work"]
        return work, page_title(work), share_image(record)


def page(record, audience) -> str:
    with translation.override("en-gb"):
        context = present(record, audience)
        head = f"{page_title(context['work'])} {share_image(record)}"
        return head + render_to_string("submissions/catalogue/_project_body.html", context)


@pytest.mark.parametrize(("block", "name"), ALL_FIELDS, ids=str)
def test_a_field_changes_nothing_for_those_who_may_not_read_it(block, name):
    before, after = with_field(empty_record(**wide_open()), block, name)
    for audience in Audience:
        if FIELDS[block][name] not in audience.value:
            assert values(before, audience) == values(after, audience), audience


@pytest.mark.parametrize(("block", "name"), ALL_FIELDS, ids=str)
def test_a_field_is_on_the_page_of_those_who_may_read_it(block, name):
    before, after = with_field(empty_record(**wide_open()), block, name)
    readers = [audience for audience in Audience if FIELDS[block][name] in audience.value]
    for audience in readers[:1]:
        differs = page(before, audience) != page(after, audience)
        assert differs == ((block, name) not in NOT_PRINTED), audience


@pytest.mark.parametrize(("block", "name"), ALL_FIELDS, ids=str)
def test_the_machine_readable_record_holds_no_field_that_its_reader_may_not_see(block, name):
    before, after = with_field(empty_record(**wide_open()), block, name)
    for audience in Audience:
        if FIELDS[block][name] not in audience.value:
            assert jsonld_of(before, audience) == jsonld_of(after, audience)


@pytest.mark.parametrize("level", ["public", "festivals", "industry", "team"])
@pytest.mark.parametrize("block", list(CHOOSABLE))
def test_a_block_is_shown_as_widely_as_the_filmmaker_says(block, level):
    name = {"budget": "total", "budget_band": "band", "budget_lines": "note", "trailer": "url",
            "screenings": "section", "rights": "party", "press": "quote", "documents": "label",
            }[block]  # fmt: skip
    open_to_all = empty_record(**(wide_open() | {block: level}))
    before, after = with_field(open_to_all, block, name)
    for audience in Audience:
        may_read = level in audience.value and FIELDS[block][name] in audience.value
        assert (values(before, audience) != values(after, audience)) == may_read, audience
        if not may_read:
            assert jsonld_of(before, audience) == jsonld_of(after, audience)


def test_an_unknown_level_falls_back_to_the_default():
    before, after = with_field(empty_record(budget_lines="everybody"), "budget_lines", "note")
    assert values(before, Audience.VISITOR) == values(after, Audience.VISITOR)


def test_a_field_that_the_table_does_not_name_is_shown_to_nobody():
    record = empty_record(**wide_open())
    record["identity"]["shoe_size"] = "Zaubernuss"
    record["submitter"] = {"phone": "Zaubernuss"}
    for audience in Audience:
        assert "Zaubernuss" not in page(record, audience)
        assert "Zaubernuss" not in json.dumps(jsonld_of(record, audience))
