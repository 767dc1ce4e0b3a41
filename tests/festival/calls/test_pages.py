"""The public pages of festivals, editions and calls."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from festival.calls.banners import banner_svg, hue_of
from festival.calls.models import Call, Edition, Festival
from tests import factories


def text_of(response):
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def show(db):
    """Return the text of the page of a festival, an edition or a call for a visitor."""

    def text(row, client=None):
        response = (client or Client()).get(row.get_absolute_url())
        assert response.status_code == 200
        return text_of(response)

    return text


def cost(address):
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(address).status_code == 200
    return len(queries)


# ---------- who ----------


def test_an_unlisted_festival_is_there_for_its_people_only(
    festival, call, programmer, juror, rival, filmmaker, client_of, show
):
    festival.is_listed = False
    festival.save()
    addresses = [festival.get_absolute_url(), call.get_absolute_url()]
    addresses.append(reverse("festival_banner", args=[festival.slug]))
    for address in addresses:
        for client in (Client(), client_of(rival), client_of(filmmaker)):
            assert client.get(address).status_code == 404
        for person in (programmer, juror):
            assert client_of(person).get(address).status_code == 200
    assert "It is not listed" in show(call, client_of(programmer))
    assert festival.name not in text_of(Client().get(reverse("festivals")))


def test_a_draft_call_is_there_for_its_people_only(
    call, festival, programmer, rival, client_of, show
):
    Call.objects.update(state="draft")
    for client in (Client(), client_of(rival)):
        assert client.get(call.get_absolute_url()).status_code == 404
        assert call.get_absolute_url() not in text_of(client.get(festival.get_absolute_url()))
    assert "The call is a draft" in show(call, client_of(programmer))


def test_a_draft_without_dates_is_a_page_too(festival, programmer, client_of, show):
    edition = factories.make_edition(festival=festival)
    Call.objects.create(edition=edition)
    shown = show(edition, client_of(programmer))
    assert "Not open yet" in shown
    assert "The festival has not named its categories yet" in shown


@pytest.mark.parametrize(
    "address",
    ["/festivals/nowhere/", "/festivals/harbour-lights/1066/", "/festivals/nowhere/2027/"],
)
def test_what_does_not_exist_is_not_found(address, call):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("verification", ["unverified", "verified"])
def test_a_festival_that_nobody_checked_says_so(verification, festival, call, show):
    festival.verification = verification
    festival.save()
    for row in (festival, call):
        assert ("has not checked yet who runs" in show(row)) is (verification == "unverified")


def test_pages_for_visitors_set_no_cookie(festival, call):
    for address in (
        reverse("festivals"), festival.get_absolute_url(), call.get_absolute_url(),
    ):  # fmt: skip
        assert not Client().get(address).cookies


# ---------- the edition ----------


@pytest.fixture
def full(call, category):
    """An open call with two phases, of which the first is over, and two categories."""
    early = factories.make_deadline(call=call, kind="early", ends_in=-2)
    regular = factories.make_deadline(call=call, kind="regular", ends_in=5)
    late = factories.make_deadline(call=call, kind="late", ends_in=15)
    for deadline, amount in ((early, 1200), (regular, 1800), (late, 2600)):
        factories.make_fee(category=category, deadline=deadline, amount=amount)
    factories.make_category(
        call=call,
        name="Northern debut",
        runtime_min=600,
        runtime_max=1800,
        completed_from=date(2025, 1, 1),
        countries=["NO", "SE"],
        first_time_only=True,
    )
    return call


def test_the_fee_of_now_is_marked_and_the_past_one_struck_through(full, show):
    shown = show(full)
    assert '<th scope="col" class="fee on">Regular, now</th>' in shown
    assert '<td class="fee gone" data-label="Early"><span>12 EUR</span></td>' in shown
    assert '<td class="fee on" data-label="Regular, now"><span>18 EUR</span></td>' in shown
    assert '<td class="fee" data-label="Late"><span>26 EUR</span></td>' in shown


def test_a_category_says_who_can_enter(full, show):
    conditions = (
        "10 min to 30 min · finished on 1 January 2025 or later · from Norway, Sweden · "
        "first-time filmmakers"
    )
    assert conditions in show(full)


def test_the_line_of_dates_marks_what_comes_next(full, show):
    shown = show(full)
    assert shown.count('aria-current="step"') == 1
    assert '<li class="now" aria-current="step"><b>Regular</b>' in shown
    assert '<li class="past"><b>Early</b>' in shown


def test_the_deadline_stands_on_both_clocks(call, show):
    closing = datetime(2126, 12, 15, 22, 59, tzinfo=UTC)
    Call.objects.update(closes_at=closing)
    Festival.objects.update(city="Haugen")
    shown = show(call)
    assert "Sunday 15 December 2126, 23:59 in Haugen" in shown
    local = '<time datetime="2126-12-15T22:59:00Z" data-local>15 Dec 2126, 22:59 UTC</time>'
    assert local in shown
    assert 'data-until="2126-12-15T22:59:00Z"' in shown


def test_without_a_town_the_zone_names_the_clock(call, show):
    assert "in Oslo." in show(call)


def test_the_terms_stand_on_the_page(call, category, show):
    Call.objects.update(
        refund_rule="In full until 48 hours after you submit.",
        notification_on=date(2127, 3, 1),
        screening_fee="300 EUR for a feature",
        feedback_promised=True,
        viewings_promised=2,
        max_per_filmmaker=3,
    )
    Edition.objects.update(awards="Best short: 2,000 EUR\nAudience award: a lantern")
    shown = show(call)
    for words in (
        "In full until 48 hours", "By 1 March 2127, whatever it is", "300 EUR for a feature",
        "Everybody gets a few lines", "at least 2 people", "Up to 3 entries from one person",
        "<dt dir=\"auto\">Best short</dt><dd dir=\"auto\">2,000 EUR</dd>",
        "One screening needs no extra consent.", "Version 1",
    ):  # fmt: skip
        assert words in shown, words


def test_words_of_a_festival_are_text_and_never_markup(call, festival, show):
    evil = "<script>alert(1)</script>"
    Festival.objects.update(name=evil, about=evil, tagline=evil, organiser=evil, city=evil)
    Call.objects.update(rules=evil, refund_rule=evil, suspended_reason=evil, state="suspended")
    Edition.objects.update(about=evil, awards=evil)
    festival.refresh_from_db()
    for row in (call, festival):
        assert "<script>alert" not in show(row)
    assert b"<script" not in Client().get(reverse("festival_banner", args=[festival.slug])).content


def test_an_open_call_leads_to_the_first_step(call, show):
    address = reverse("submit", args=[call.edition.festival.slug, call.edition.slug])
    assert show(call).count(f'href="{address}"') == 2


def place(call, **columns):
    now = timezone.now()
    days = {name: now + timedelta(days=value) for name, value in columns.items()
            if name in ("opens_at", "closes_at")}  # fmt: skip
    Call.objects.update(**(columns | days))
    return call


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"opens_at": 3, "closes_at": 9}, "The call opens in"),
        ({"opens_at": -9, "closes_at": -3}, "The call has closed"),
        ({"state": "judging", "opens_at": -9, "closes_at": -3}, "is watching the entries"),
        ({"state": "decided", "opens_at": -9, "closes_at": -3}, "has decided about this edition"),
        ({"state": "archived", "opens_at": -9, "closes_at": -3}, "has decided about this edition"),
        ({"state": "suspended", "suspended_reason": "The hall burned down"}, "The hall burned"),
        ({"state": "suspended"}, "The call takes no entries now"),
    ],
)
def test_each_phase_has_its_words_and_no_button(columns, words, call, category, show):
    shown = show(place(call, **columns))
    assert words in shown
    assert "btn--lamp" not in shown


def test_in_the_grace_the_page_leads_on_who_had_begun(call, show):
    Call.objects.update(closes_at=timezone.now() - timedelta(minutes=5))
    shown = show(call)
    assert "What you had begun before that can be sent until" in shown
    assert "Finish what I had begun" in shown


def test_a_suspended_festival_takes_nothing(call, show):
    Festival.objects.update(verification="suspended")
    shown = show(call)
    assert "This site has suspended the festival" in shown
    assert "btn--lamp" not in shown


def test_an_edition_without_a_call_says_so(festival, show):
    edition = factories.make_edition(festival=festival, year=2031)
    assert "This edition has not called for entries" in show(edition)


def test_a_zone_that_nobody_knows_is_no_error_of_the_server(call, show):
    Call.objects.update(time_zone="Europe/Haugen")
    assert "in Haugen" in show(call)


# ---------- lists ----------


def test_open_calls_come_first_and_the_next_to_close_before_all(db):
    for name, closes_in in (("Later", 9), ("Sooner", 2), ("Zero", None), ("Alpha", None)):
        festival = factories.make_festival(name=name)
        if closes_in:
            factories.make_call(
                edition=factories.make_edition(festival=festival), closes_in=closes_in
            )
    factories.make_festival(name="Hidden", is_listed=False)
    cards = Client().get(reverse("festivals")).context["cards"]
    assert [card.name for card in cards] == ["Sooner", "Later", "Alpha", "Zero"]
    assert [card.countdown is not None for card in cards] == [True, True, False, False]


@pytest.mark.parametrize("page", ["2", "99", "-1", "x", "9" * 40])
def test_any_page_number_gives_a_page(page, db):
    for number in range(25):
        factories.make_festival(name=f"Festival {number:02}")
    response = Client().get(reverse("festivals"), {"page": page})
    assert response.status_code == 200
    assert response.context["cards"]


def test_without_festivals_the_list_says_so(db):
    assert "No festival is listed yet" in text_of(Client().get(reverse("festivals")))


def test_past_editions_stay_on_the_page_of_the_festival(festival, call, show):
    past = factories.make_edition(festival=festival, year=2025)
    factories.make_call(edition=past, opens_in=-400, closes_in=-350, state="archived")
    shown = show(festival)
    assert call.get_absolute_url() in shown
    assert past.get_absolute_url() in shown


# ---------- the banner ----------


def test_the_banner_is_the_same_each_time_and_needs_nothing_from_elsewhere(festival):
    response = Client().get(reverse("festival_banner", args=[festival.slug]))
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.content.decode() == banner_svg(festival)
    assert banner_svg(factories.make_festival(name="Another")) != banner_svg(festival)
    assert "href" not in banner_svg(festival)


@pytest.mark.parametrize(("hue", "shown"), [(0, 0), (23, 23), (24, 0), (None, range(24))])
def test_the_hue_is_one_of_24(hue, shown, festival):
    festival.hue = hue
    assert hue_of(festival) in (shown if hue is None else [shown])


# ---------- what they cost ----------


def test_each_page_asks_as_much_for_three_rows_as_for_one(festival, full):
    addresses = [reverse("festivals"), festival.get_absolute_url(), full.get_absolute_url()]
    first = [cost(address) for address in addresses]
    for number in range(2):
        category = factories.make_category(call=full)
        for deadline in full.deadlines.all():
            factories.make_fee(category=category, deadline=deadline)
        other = factories.make_call(
            edition=factories.make_edition(festival=festival, year=2028 + number)
        )
        factories.make_category(call=other)
        another = factories.make_call()
        factories.make_fee(
            category=factories.make_category(call=another),
            deadline=factories.make_deadline(call=another),
        )
    assert [cost(address) for address in addresses] == first
    assert first == [6, 6, 4]
