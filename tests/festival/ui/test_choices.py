import pytest

from festival.world import territories


def test_the_names_that_a_typed_field_suggests_are_public_and_kept(client):
    answer = client.get("/choices/countries/")
    assert "Norway" in answer.json()
    assert "max-age=86400" in answer["Cache-Control"]


@pytest.mark.parametrize("source", ["planets", "__class__"])
def test_there_are_no_other_lists(client, db, source):
    assert client.get(f"/choices/{source}/").status_code == 404


def test_territories_are_suggested_as_the_rows_of_rights_read_them(client):
    names = client.get("/choices/territories/").json()
    assert {"Worldwide", "Europe", "Norway"} <= set(names)
    assert len(names) == len(set(names))
    known = [(name, territories.parse(name)) for name in names]
    assert {code for _name, code in known} >= {"WORLD", "NORDIC", "NO"}


@pytest.mark.parametrize(("source", "name"), [("genres", "Road movie"), ("rights", "Theatrical")])
def test_vocabularies_of_the_record_are_suggested_by_name(client, source, name):
    assert name in client.get(f"/choices/{source}/").json()
