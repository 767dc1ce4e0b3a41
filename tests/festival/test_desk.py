"""The first page of the desk, and its door."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.utils import timezone

from submissions.entries import actions
from submissions.entries.status import Decision
from tests import factories


def test_the_first_page_says_what_needs_somebody(client_of, programmer, submission, category):
    client = client_of(programmer)
    assert "What needs you" not in client.get("/admin/").content.decode()
    actions.decide(submission=submission, to=Decision.SELECTED, by=programmer)
    late = factories.make_submission(category=category)
    yesterday = timezone.now().date() - timedelta(days=1)
    actions.ask(submission=late, wanted="A screener", wanted_by=yesterday, by=programmer)
    paid = factories.make_category(call=category.call)
    factories.make_fee(category=paid, deadline=factories.make_deadline(call=category.call))
    factories.make_submission(category=paid)
    text = client.get("/admin/").content.decode()
    for part in (
        "1 entry waits for its payment",
        "1 decision is not released",
        "1 entry is late with what was asked for",
        "3 entries",
        '<rect width="100" height="10"/>',
    ):
        assert part in text, part


def test_the_numbers_of_the_chart_are_those_of_its_lists(client_of, programmer, category):
    rows = [factories.make_submission(category=category) for _number in range(3)]
    actions.decide(submission=rows[0], to=Decision.SELECTED, by=programmer)
    actions.withdraw(submission=rows[1], by=rows[1].submitted_by)
    client = client_of(programmer)
    chart = client.get("/admin/").context["charts"][0]
    assert {bar.label: bar.number for bar in chart.bars} == {
        "Selected": 1,
        "Withdrawn": 1,
        "No decision yet": 1,
    }
    assert sum(bar.number for bar in chart.bars) == chart.total == 3
    for bar in chart.bars:
        listed = client.get(bar.url).context["cl"].result_list
        assert len(listed) == bar.number, bar


def test_the_first_page_knows_nothing_of_other_festivals(client_of, rival, submission):
    text = client_of(rival).get("/admin/").content.decode()
    assert "Harbour Lights" not in text
    assert "1 entry" not in text


def test_the_desk_has_no_door_of_its_own(client, client_of, filmmaker, programmer):
    answer = client.get("/admin/login/")
    assert answer["Location"].startswith("/accounts/login/")
    assert client_of(filmmaker).get("/admin/login/").status_code == 404
    assert client_of(programmer).get("/admin/login/")["Location"] == "/admin/"


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_desk_stands_in_the_light_that_was_chosen(client_of, programmer, light):
    client = client_of(programmer)
    client.post("/theme/", {"theme": light})
    assert f"lights-{light}" in client.get("/admin/").content.decode()


def test_rights_and_proved_addresses_are_not_typed_on_the_desk():
    names = {model._meta.label for model in admin.site._registry}
    assert not names & {"auth.Group", "account.EmailAddress", "auth.Permission"}
