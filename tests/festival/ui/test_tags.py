from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateDoesNotExist
from django.test import RequestFactory
from django.utils import translation

from festival.world.money import Money


def rendered(text, path="/", **context):
    request = RequestFactory().get(path)
    with translation.override("en-gb"):
        return Template(text).render(Context({"request": request, **context})).strip()


def test_an_icon_is_an_inline_drawing_hidden_from_readers():
    drawing = rendered('{% icon "search" %}')
    assert drawing.startswith('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">')


def test_an_unknown_icon_is_an_error_and_not_a_hole():
    with pytest.raises(TemplateDoesNotExist):
        rendered('{% icon "clapperboard" %}')


def test_the_longest_word_of_a_title_is_measured():
    assert rendered('{{ "Two Understory 雨"|longest_word }}') == "10"
    assert rendered('{{ ""|longest_word }}') == "0"


def test_a_runtime_is_short_in_lists_and_exact_in_specifications():
    assert rendered("{{ 5900|runtime }}") == "98 min"
    assert rendered("{{ 5900|runtime_long }}") == "1 h 38 min 20 s"
    assert rendered("{{ 5900|runtime_iso }}") == "PT1H38M20S"


@pytest.mark.parametrize("name", ["runtime", "runtime_long", "runtime_iso", "country", "language"])
def test_what_is_not_stated_prints_nothing(name):
    assert rendered("{{ none|" + name + " }}", none=None) == ""


def test_money_leaves_out_empty_cents_unless_asked():
    assert rendered('{% money 240000 "USD" %}') == "2,400\xa0USD"
    assert rendered('{% money 1800 "EUR" full=True %}') == "18.00\xa0EUR"
    assert rendered("{% money fee %}", fee=Money(500, "JPY")) == "500\xa0JPY"
    assert rendered("{% money nothing %}", nothing=None) == ""


@pytest.mark.parametrize(
    ("iso", "long", "short"),
    [
        ("2016-09-05", "5 September 2016", "5 Sept 2016"),
        ("2016-09", "September 2016", "Sept 2016"),
        ("2016", "2016", "2016"),
        ("", "", ""),
        ("soon", "soon", "soon"),
    ],
)
def test_a_partial_date_keeps_its_precision(iso, long, short):
    assert rendered("{{ iso|partial_date }}", iso=iso) == long
    assert rendered("{{ iso|partial_date_short }}", iso=iso) == short


def test_codes_become_names():
    assert rendered('{{ "SU"|country }}') == "Soviet Union"
    assert rendered('{{ "ru"|language }}') == "Russian"


def test_a_query_keeps_the_other_keys():
    path = "/projects/?genre=drama&genre=war&page=3&q=a%26b"
    assert rendered("{% autoescape off %}{% query page=4 %}{% endautoescape %}", path) == (
        "?genre=drama&genre=war&page=4&q=a%26b"
    )
    assert rendered('{% query q=None page="" %}', path) == "?genre=drama&amp;genre=war"
    assert rendered('{% query_without "genre" "war" %}', path) == "?genre=drama&amp;q=a%26b"


def test_a_status_is_an_icon_a_word_and_a_wash():
    pill = rendered('{% status "in_review" %}')
    assert "is-review" in pill
    assert "<svg" in pill
    assert "In review" in pill


def test_a_festival_may_rename_a_status_and_its_word_is_escaped():
    pill = rendered('{% status "selected" label=word %}', word="<i>Chosen")
    assert "is-ok" in pill
    assert "&lt;i&gt;Chosen" in pill


def test_not_selected_is_never_red():
    assert "is-bad" not in rendered('{% status "not_selected" %}')


def test_a_meter_needs_no_inline_width():
    bar = rendered('{% meter 72 "7 fields left" %}')
    assert '<progress max="100" value="72"' in bar
    assert "is-done" not in bar
    assert "is-done" in rendered('{% meter 100 "Complete" %}')


def test_the_pager_keeps_the_filters_and_marks_the_page():
    page = Paginator(range(100), 10).page(2)
    links = rendered("{% pager page %}", "/projects/?genre=war&page=2", page=page)
    assert 'href="?genre=war&amp;page=1" rel="prev"' in links
    assert 'href="?genre=war&amp;page=3" rel="next"' in links
    assert links.count("aria-current") == 1


def test_a_single_page_has_no_pager():
    assert rendered("{% pager page %}", page=Paginator(range(3), 10).page(1)) == ""


def test_a_poster_says_its_size_and_may_wait():
    picture = {"src": "/covers/a.svg", "alt": "Poster of Kelp"}
    drawn = rendered("{% poster p lazy=True is_new=True %}", p=picture)
    assert 'alt="Poster of Kelp" width="400" height="600" loading="lazy"' in drawn
    assert "New this week" in drawn
    assert 'alt=""' in rendered("{% poster p %}", p={"src": "/a.svg"})


def test_a_card_has_one_link_and_escapes_the_title():
    card = {
        "url": "/projects/kelp/",
        "title": "<b>Kelp",
        "people": "Mika Tanabe",
        "facts": ["2026", "6 min"],
        "poster": {"src": "/a.svg"},
    }
    text = rendered('{% include "components/_card.html" %}', card=card)
    assert text.count("<a ") == 1
    assert "&lt;b&gt;Kelp" in text
    assert "2026 · 6 min" in text


def test_a_facet_keeps_ticked_values_and_disables_empty_ones():
    options = [
        {"value": "war", "label": "War", "count": 0, "selected": True},
        {"value": "sea", "label": "Sea", "count": 0, "selected": False},
    ]
    text = rendered(
        '{% include "components/_facet.html" with title="Genre" name="genre" %}', options=options
    )
    assert 'value="war" checked>' in text
    assert 'value="sea" disabled>' in text


def test_a_time_stands_in_utc_until_the_script_knows_better():
    at = datetime(2026, 12, 15, 23, 59, tzinfo=ZoneInfo("Europe/Oslo"))
    text = rendered('{% include "components/_local_time.html" %}', at=at)
    assert '<time datetime="2026-12-15T22:59:00Z" data-local>15 Dec, 22:59 UTC</time>' in text


def test_a_trailer_asks_nobody_before_the_press():
    trailer = {"url": "https://v.example/1", "embed": "https://v.example/e/1", "host": "v.example"}
    text = rendered('{% include "components/_trailer.html" %}', title="Kelp", **trailer)
    assert "<iframe" not in text
    assert 'href="https://v.example/1"' in text
