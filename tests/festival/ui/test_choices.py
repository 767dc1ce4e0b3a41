import pytest


def test_the_names_that_a_typed_field_suggests_are_public_and_kept(client):
    answer = client.get("/choices/countries/")
    assert "Norway" in answer.json()
    assert "max-age=86400" in answer["Cache-Control"]


@pytest.mark.parametrize("source", ["planets", "__class__"])
def test_there_are_no_other_lists(client, db, source):
    assert client.get(f"/choices/{source}/").status_code == 404
