"""A category may ask for a premiere."""

import pytest
from django.db import IntegrityError, transaction

from festival.calls.conditions import conditions_of
from festival.calls.forms import CategoryForm
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_page_of_the_call_says_which_premiere_it_asks_for(client):
    category = factories.make_category(premiere="continental")
    factories.make_category(call=category.call)
    text = "asks for: Premiere on its continent"
    assert text in list(conditions_of(category))
    page = client.get(category.call.get_absolute_url()).content.decode()
    assert page.count(text) == 1


def test_the_desk_offers_the_premieres_that_exist():
    offered = [value for value, _label in CategoryForm().fields["premiere"].choices]
    assert offered == ["", "world", "international", "continental", "national"]


def test_the_database_refuses_any_other():
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_category(premiere="galactic")
