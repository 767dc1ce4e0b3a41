"""Projects on the desk, which only site staff see and nobody changes."""

import logging

import pytest

from submissions.projects.models import Project
from tests import factories

LIST = "/admin/submissions/project/"
VERSIONS = "/admin/submissions/projectversion/"


@pytest.fixture
def desk(client_of, staff):
    return client_of(staff)


def test_programmers_have_no_list_of_projects(client_of, programmer, submission):
    client = client_of(programmer)
    project = submission.project
    number = project.versions.get().number
    for address in (
        LIST,
        VERSIONS,
        f"{LIST}{project.pk}/change/",
        f"{LIST}{project.pk}/versions/{number}/",
        f"{VERSIONS}{submission.version_id}/change/",
    ):
        assert client.get(address).status_code in (403, 404), address


def test_a_look_at_a_project_is_written_to_the_log(desk, staff, project, caplog):
    with caplog.at_level(logging.INFO, logger="foyer.looks"):
        text = desk.get(f"{LIST}{project.pk}/change/").content.decode()
    assert "Understory" in text
    assert f"{staff.pk} looks at project {project.code}" in caplog.text


def test_the_history_stands_beside_the_project(desk, submission, filmmaker):
    text = desk.get(f"{LIST}{submission.project_id}/change/").content.decode()
    assert "Created the project" in text
    assert f"Submitted to {submission.call.edition}" in text
    assert filmmaker.name in text


def test_a_version_is_shown_as_it_froze_the_record(desk, submission):
    Project.objects.filter(pk=submission.project_id).update(title="Renamed since")
    base = f"{LIST}{submission.project_id}/"
    now = desk.get(f"{base}change/").content.decode()
    then = desk.get(f"{base}versions/1/").content.decode()
    assert "Renamed since</bdi></h1>" in now
    assert "Understory</bdi></h1>" in then
    assert desk.get(f"{base}versions/9/").status_code == 404
    row = f"{VERSIONS}{submission.version_id}/change/"
    assert "Understory</bdi></h1>" in desk.get(row).content.decode()


def test_nobody_adds_changes_or_deletes_here(desk, submission):
    for base, row in ((LIST, submission.project_id), (VERSIONS, submission.version_id)):
        assert desk.get(f"{base}add/").status_code == 403
        assert desk.get(f"{base}{row}/delete/").status_code == 403
        assert desk.post(f"{base}{row}/delete/", {"post": "yes"}).status_code == 403
    assert desk.post(f"{VERSIONS}{submission.version_id}/change/", {"number": 7}).status_code == 200
    assert submission.project.versions.get().number == 1


@pytest.mark.parametrize(
    ("words", "found"), [("under", True), ("UNDERST", True), ("story", False), ("CODE", True)]
)
def test_search_reads_the_beginning_of_the_title_or_the_code(desk, project, words, found):
    words = words.replace("CODE", project.code.lower())
    rows = desk.get(LIST, {"q": words}).context["cl"].result_list
    assert [row.pk for row in rows] == ([project.pk] if found else [])


def test_lists_need_as_many_queries_for_three_as_for_one(desk, submission):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counted = {}
    for _round in (1, 3):
        for address in (LIST, VERSIONS):
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(address).status_code == 200
            counted.setdefault(address, []).append(len(queries))
        for _more in range(2):
            factories.make_submission()
    assert all(one == three <= 6 for one, three in counted.values()), counted
