"""Fees by phase, the half hour for which one holds, and when a call takes what."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from festival.calls.models import Call, Category
from festival.calls.prices import HOLD, price_held, price_of
from festival.calls.vocabulary import Phase
from tests import factories

SECOND = timedelta(seconds=1)


@pytest.fixture
def priced(category):
    """Early 12 EUR for 2 days, regular 18 until day 10; the call runs 20 days more."""
    for kind, ends_in, amount in (("early", 2, 1200), ("regular", 10, 1800)):
        deadline = factories.make_deadline(call=category.call, kind=kind, ends_in=ends_in)
        factories.make_fee(category=category, deadline=deadline, amount=amount)
    return category


def ends(priced, kind):
    return priced.call.deadlines.get(kind=kind).ends_at


def test_the_fee_is_that_of_the_next_deadline(priced):
    now = timezone.now()
    assert price_of(priced, at=now).amount == 1200
    assert price_of(priced, at=now).deadline.kind == "early"
    assert price_of(priced, at=ends(priced, "early")).amount == 1200
    assert price_of(priced, at=ends(priced, "early") + SECOND).amount == 1800
    assert price_of(priced, at=ends(priced, "regular") + SECOND).amount == 1800


def test_a_category_without_fees_is_free_in_the_currency_of_the_call(category):
    price = price_of(category, at=timezone.now())
    assert (price.amount, price.currency, price.deadline) == (0, "EUR", None)


def test_a_call_without_a_currency_counts_in_euro(category):
    category.call.currency = ""
    assert price_of(category, at=timezone.now()).currency == "EUR"


@pytest.mark.parametrize(
    ("begun", "sent", "amount"),
    [
        (-HOLD, -SECOND, 1200),
        (-SECOND, SECOND, 1200),
        (-SECOND, HOLD - SECOND, 1200),
        (-SECOND, HOLD + SECOND, 1800),
        (-timedelta(days=30), HOLD + SECOND, 1800),
        (-timedelta(days=30), HOLD - SECOND, 1200),
        (SECOND, 2 * SECOND, 1800),
    ],
)
def test_a_fee_holds_half_an_hour_for_who_had_begun(begun, sent, amount, priced):
    rise = ends(priced, "early")
    assert price_held(priced, begun_at=rise + begun, at=rise + sent).amount == amount


def test_prices_of_all_categories_cost_one_query_each_kind(priced, django_assert_num_queries):
    for _ in range(2):
        other = factories.make_category(call=priced.call)
        factories.make_fee(category=other, deadline=priced.call.deadlines.first())
    with django_assert_num_queries(2):
        rows = list(Category.objects.select_related("call").with_fees())
        assert len([price_of(row, at=timezone.now()) for row in rows]) == 3


@pytest.mark.parametrize(
    ("state", "opens_in", "closes_in", "phase"),
    [
        ("draft", -1, 1, Phase.COMING),
        ("scheduled", 1, 2, Phase.COMING),
        ("scheduled", -1, 1, Phase.OPEN),
        ("scheduled", -2, -1, Phase.CLOSED),
        ("judging", -2, -1, Phase.JUDGING),
        ("decided", -2, -1, Phase.DECIDED),
        ("archived", -2, -1, Phase.DECIDED),
        ("suspended", -1, 1, Phase.SUSPENDED),
    ],
)
def test_the_phase_follows_state_and_clock(state, opens_in, closes_in, phase, db):
    call = factories.make_call(state=state, opens_in=opens_in, closes_in=closes_in)
    assert call.phase() == phase
    assert Call.objects.open().exists() is (phase is Phase.OPEN)
    now = timezone.now()
    assert call.accepts(begun_at=now, sent_at=now) is (phase is Phase.OPEN)


def test_a_suspended_festival_has_no_open_call(call, festival):
    festival.verification = "suspended"
    festival.save()
    call = Call.objects.get()
    assert call.phase() == Phase.SUSPENDED
    assert not Call.objects.open().exists()


@pytest.mark.parametrize("minutes", [0, 30, 90])
def test_the_grace_is_that_of_the_call(minutes, call):
    call.grace_minutes = minutes
    begun_at, last = call.closes_at, call.closes_at + timedelta(minutes=minutes)
    assert call.accepts(begun_at=begun_at, sent_at=last)
    assert not call.accepts(begun_at=begun_at, sent_at=last + SECOND)
    assert not call.accepts(begun_at=begun_at + SECOND, sent_at=begun_at + SECOND)


@pytest.mark.parametrize("name", ["Europe/Oslo", "Asia/Kathmandu", "UTC", "America/New_York"])
def test_a_time_zone_by_its_name_is_taken(name, call):
    call.time_zone = name
    call.full_clean(exclude=["code"])


@pytest.mark.parametrize("name", ["", "CEST+2", "Europe/Haugen", "../etc/passwd", "Europe/Oslo "])
def test_any_other_time_zone_is_refused_at_its_field(name, call):
    call.time_zone = name
    with pytest.raises(ValidationError) as refusal:
        call.full_clean()
    assert "time_zone" in refusal.value.message_dict
