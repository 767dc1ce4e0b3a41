"""A listing or a file of our own goes into a project as its owner chooses, and never by itself."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from submissions.projects.models import Change, Project
from submissions.projects.vocabulary import Deed
from tests import factories
from tests.submissions.projects.paper import errors_of
from tests.submissions.projects.reading.test_listing import PAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(filmmaker):
    film = factories.make_project(by=filmmaker, title="Untitled", complete=False)
    film.credits.all().delete()
    return film


@pytest.fixture
def desk(client_of, filmmaker, film):
    """Return a function that posts to the import page of `film`."""
    client, url = client_of(filmmaker), reverse("project_import", args=[film.code])

    def post(**data):
        return client.post(url, data)

    return post


def ticks(page) -> list[str]:
    """Return what is offered in a preview, ticked or not."""
    text = page.content.decode()
    return [part.partition('"')[0] for part in text.split('name="take" value="')[1:]]


def record_of(film):
    return Project.objects.with_one_of_each().get(pk=film.pk).current_record()


def write(desk, film, text, take=None):
    page = desk(text=text)
    keys = ticks(page) if take is None else take
    return desk(text=text, write="", take=keys, revision=film.revision)


def test_the_preview_shows_each_field_and_writes_nothing(desk, film):
    before = record_of(film)
    page = desk(text=PAGE)
    text = page.content.decode()
    for said in ("1 h 38 min 20 s", "2,400", "Northern Reel", "Digital HD", "5 September 2016"):
        assert said in text
    assert record_of(film) == before


def test_only_what_overwrites_nothing_is_ticked_at_first(desk):
    text = desk(text=PAGE).content.decode()
    assert 'value="identity.title">' in text
    assert 'value="specs.runtime" checked' in text or 'value="specs.runtime">' in text
    assert 'value="rights.0" checked' in text


def test_everything_that_was_ticked_is_in_the_record_and_in_the_history(desk, film, filmmaker):
    assert write(desk, film, PAGE).status_code == 302
    record = record_of(film)
    assert record["identity"]["title"] == "Salt Line"
    assert record["identity"]["genres_free"] == ["Lamps"]
    assert record["specs"]["runtime"] == 5900
    assert record["budget"] | {"total": 240_000, "currency": "USD"} == record["budget"]
    assert [(row["role"], row["name"]) for row in record["credits"]] == [
        ("director", "Ana Ruiz"), ("writer", "Ana Ruiz"), ("producer", "Bo Li"),
        ("key_cast", "Lana Hale"), ("key_cast", "Noor Aziz"),
    ]  # fmt: skip
    assert record["credits"][0]["bio"].startswith("Ana Ruiz rows.")
    assert [row["party"] for row in record["rights"]] == ["Northern Reel", "Harbour Films"]
    line = Change.objects.get(project=film, what=Deed.IMPORTED)
    assert line.by == filmmaker


def test_what_was_not_ticked_stays_as_it_was(desk, film):
    write(desk, film, PAGE, take=["specs.runtime", "credits.2"])
    record = record_of(film)
    assert record["identity"]["title"] == "Untitled"
    assert record["specs"]["runtime"] == 5900
    assert [row["name"] for row in record["credits"]] == ["Bo Li"]
    assert record["rights"] == []


def test_a_second_import_of_the_same_page_finds_nothing_new(desk, film):
    write(desk, film, PAGE)
    page = desk(text=PAGE)
    assert ticks(page) == []
    assert "Nothing new was found" in page.content.decode()


def test_a_project_saved_in_the_meantime_is_not_overwritten(desk, film):
    page = desk(text=PAGE, write="", take=["specs.runtime"], revision=film.revision - 1)
    assert page.status_code == 409
    assert record_of(film)["specs"]["runtime"] != 5900


def test_what_the_editor_would_refuse_is_refused_with_its_sentence(desk, film):
    page = write(desk, film, "Salt\n\nProject Website: https://", take=["identity.website"])
    assert page.status_code == 200
    assert errors_of(page)


def test_words_that_say_nothing_are_named_beside_the_list(desk):
    text = desk(text="Salt\n\nRuntime: soon").content.decode()
    assert "“soon”" in text
    assert "Write the duration like" in text


def test_the_file_that_a_project_gives_goes_into_another_one(client_of, filmmaker, film):
    source = factories.make_project(by=filmmaker, title="Tern")
    factories.make_screening(project=source, event="Meridian")
    client = client_of(filmmaker)
    answer = client.get(reverse("project_record", args=[source.code]))
    assert answer["Content-Disposition"] == f'attachment; filename="{source.code}.json"'
    file = SimpleUploadedFile("tern.json", answer.content, "application/json")
    page = client.post(reverse("project_import", args=[film.code]), {"file": file})
    keys = ticks(page)
    sent = {"text": answer.content.decode(), "write": "", "take": keys, "revision": film.revision}
    assert client.post(reverse("project_import", args=[film.code]), sent).status_code == 302
    ours, theirs = record_of(film), record_of(source)
    assert ours["identity"]["logline"] == theirs["identity"]["logline"]
    assert [row["event"] for row in ours["screenings"]] == ["Meridian"]
    assert [row["name"] for row in ours["credits"]] == [row["name"] for row in theirs["credits"]]
    assert ours["code"] == film.code


SMALL = {"schema": 1, "kind": "film"}
HOSTILE = [
    "{", "{}", '{"schema": 1}', json.dumps(SMALL | {"schema": 2}), "{" * 100_000,
    json.dumps(SMALL | {"kind": "tank"}), json.dumps(SMALL | {"kind": ["film"]}),
    '{"schema": 1, "kind": "film", "x": NaN}', '{"schema": 1, "kind": "film", "x": "\\ud800"}',
    '{"schema": 1, "kind": "film", "identity": {"title": "a\\u0000b"}}',
    '{"schema": 1, "kind": "film", "x": ' + "[" * 50_000 + "]" * 50_000 + "}",
    '{"schema": 1, "kind": "film", "x": ' + "9" * 5_000 + "}",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_file_is_refused_with_a_sentence(desk, text):
    page = desk(text=text)
    assert page.status_code == 200
    assert errors_of(page)


ODD = [
    {"identity": {"title": ["a"], "genres": "drama", "keywords": [{"a": 1}], "ai_use": ["x"]}},
    {"identity": ["title"], "credits": {"name": "x"}, "specs": None, "budget": 7},
    {"credits": [7, None, {"role": ["director"], "name": {}}, {"role": "x", "name": "y" * 5000}]},
    {"specs": {"runtime": True, "dialogue_shares": ["x"], "frame_rate": "1e999999"}},
    {"budget": {"total": 10**14, "currency": "ZZZ"}, "budget_lines": [{"side": "x", "amount": -1}]},
    {"rights": [{"party": "p", "territories": ["ATLANTIS"], "rights": ["sing"]}]},
    {"screenings": [{"event": "<script>", "date": "2016-99-99", "country": "ZZ"}] * 400},
    {"press": [{"title": "t", "url": "javascript:alert(1)"}], "references": [{"scheme": "x"}]},
    {"media": [{"code": "x"}], "screeners": [{"url": "http://x"}], "documents": [{}], "code": "X"},
    {"translations": 1, "visibility": {"budget": "public"}, "trailer": {"url": "ftp://x"}},
]


@pytest.mark.parametrize("more", ODD, ids=range(len(ODD)))
def test_odd_values_in_a_file_never_break_the_page_and_never_get_in(desk, film, more):
    before, text = record_of(film), json.dumps(SMALL | more)
    page = desk(text=text)
    assert page.status_code == 200
    answer = desk(text=text, write="", take=ticks(page), revision=film.revision)
    assert answer.status_code == 200, "nothing of this may be written"
    assert record_of(film) == before


def test_a_file_that_is_no_text_is_refused(client_of, filmmaker, film):
    file = SimpleUploadedFile("a.json", b"\xff\xfe\x00", "application/json")
    url = reverse("project_import", args=[film.code])
    page = client_of(filmmaker).post(url, {"file": file})
    assert errors_of(page)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_preview_asks_the_database_as_often_for_one_row_as_for_three(
    desk, django_assert_num_queries, rows
):
    text = "Salt\n\n" + "\n".join(f"• Player {n}\n  Key Cast" for n in range(rows)) + "\n• Runtime:"
    desk(text=text)
    with django_assert_num_queries(14):
        desk(text=text)
