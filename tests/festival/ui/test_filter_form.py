import pytest
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict

from festival.ui.forms import FilterForm


class TypeFilter(FilterForm):
    q = forms.CharField(required=False)
    app = forms.MultipleChoiceField(
        label="App", required=False, choices=[("auth", "People"), ("festival", "House")]
    )
    least = forms.IntegerField(label="From", required=False)
    page_size = 2
    sorts = {"name": ("model",), "last": ("-model",)}

    def filter_app(self, queryset, value):
        return queryset.filter(app_label__in=value)


def types(query=""):
    return TypeFilter(QueryDict(query))


@pytest.fixture
def everything(db):
    return ContentType.objects.all()


def test_without_a_query_everything_is_there(everything):
    assert types().results(everything).count() == everything.count() > 2


def test_several_values_of_a_key_are_alternatives(everything):
    found = types("app=auth").results(everything)
    assert {row.app_label for row in found} == {"auth"}


@pytest.mark.parametrize(
    "query", ["app=nonsense", "least=many", "sort=;drop", "page=-1", "page=x", "page=999"]
)
def test_values_that_do_not_fit_are_left_out(everything, query):
    form = types(query)
    assert form.results(everything).count() == everything.count()
    assert len(form.page(everything).object_list) > 0


def test_only_known_orders_reach_the_database(everything):
    assert types("sort=last").results(everything).query.order_by == ("-model",)
    assert types("sort=password").results(everything).query.order_by == ("model",)


def test_each_value_in_use_is_a_chip_that_takes_itself_away():
    form = types("q=sea&app=auth&app=festival&least=3&page=2&sort=last")
    assert form.chips() == [
        {"label": "People", "query": "?q=sea&app=festival&least=3&sort=last"},
        {"label": "House", "query": "?q=sea&app=auth&least=3&sort=last"},
        {"label": "From: 3", "query": "?q=sea&app=auth&app=festival&sort=last"},
    ]
