"""The record and its frozen versions."""

import json

import pytest

from submissions.projects import actions, record
from submissions.projects.models import ProjectVersion, Submitter
from submissions.projects.visibility import FIELDS, Audience, redact
from tests import factories


def test_the_same_record_has_one_spelling_and_one_hash(project):
    whole = record.build(project)
    shuffled = json.loads(json.dumps(whole, sort_keys=True))
    assert record.canonical(whole) == record.canonical(shuffled)
    assert record.digest(whole) == record.digest(shuffled)


def test_the_record_has_every_block_and_no_word_of_the_submitter(project, filmmaker):
    Submitter.objects.filter(project=project).update(
        phone="+44 1632 960961", last_name="Zaubernuss", address="Canary Lane"
    )
    whole = record.build(project)
    assert set(FIELDS) <= set(whole)
    assert not [word for word in ("960961", "Zaubernuss", "Canary", filmmaker.email)
                if word in record.canonical(whole).decode()]  # fmt: skip


def test_a_record_survives_its_own_json(project):
    factories.make_right(project=project, ends_on="2031-12-31")
    project.specs.frame_rate = "23.976"
    project.specs.save()
    project.specs.refresh_from_db()
    whole = record.build(project)
    assert json.loads(record.canonical(whole)) == whole
    assert whole["specs"]["frame_rate"] == "23.976"


def test_an_unchanged_project_keeps_its_version(project, filmmaker):
    first = actions.take_version(project=project, by=filmmaker)
    assert actions.take_version(project=project, by=filmmaker) == first
    assert (first.number, first.sha256) == (1, record.digest(first.record))


def test_a_changed_project_has_a_new_version_and_the_old_one_stands(project, filmmaker):
    first = actions.take_version(project=project, by=filmmaker)
    factories.make_credit(project=project, name="Ola Berg", role="editor")
    second = actions.take_version(project=project, by=filmmaker)
    assert (second.number, second.sha256 != first.sha256) == (2, True)
    first.refresh_from_db()
    assert len(first.record["credits"]) == 1


def test_a_version_cannot_be_changed(project, filmmaker):
    actions.take_version(project=project, by=filmmaker)
    with pytest.raises(TypeError, match="never changed"):
        ProjectVersion.objects.update(number=7)


@pytest.mark.parametrize("audience", list(Audience))
def test_a_reader_of_some_levels_gets_no_field_of_another(project, audience):
    factories.make_screening(project=project)
    factories.make_media(project=project)
    seen = redact(record.build(project), audience)
    for block, fields in FIELDS.items():
        rows = seen[block] if isinstance(seen[block], list) else [seen[block]]
        for row in rows:
            assert {fields[name] for name in row} <= audience.value, block


def test_rows_of_which_nothing_may_be_read_are_not_even_counted(project):
    project.screeners.create(url="https://vimeo.com/1")
    seen = redact(record.build(project), Audience.VISITOR)
    assert seen["screeners"] == []
    assert len(redact(record.build(project), Audience.FESTIVAL)["screeners"]) == 1


def test_redacting_leaves_the_record_itself_alone(project):
    whole = record.build(project)
    before = record.canonical(whole)
    redact(whole, Audience.VISITOR)["identity"]["title"] = "Another"
    assert record.canonical(whole) == before
