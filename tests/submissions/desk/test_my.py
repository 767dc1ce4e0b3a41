import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from submissions.entries.status import EntryStatus
from submissions.projects import actions
from submissions.projects.models import Project
from tests import factories

pytestmark = pytest.mark.django_db

URL = "/my/"


def text_of(client):
    answer = client.get(URL)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_new_filmmaker_is_shown_how_to_begin(client_of, filmmaker):
    text = text_of(client_of(filmmaker))
    assert "No project yet" in text
    assert 'href="/my/projects/new/"' in text
    assert "Submissions" not in text


def test_a_project_stands_there_with_its_meter(client_of, filmmaker, project):
    text = text_of(client_of(filmmaker))
    assert "Understory" in text
    assert "Ready to submit" in text
    assert f'value="{project.completeness["percent"]}"' in text


def test_what_is_left_is_counted(client_of, filmmaker):
    factories.make_project(by=filmmaker, complete=False, title="Kelp")
    text = text_of(client_of(filmmaker))
    assert "fields left, then you can submit" in text
    assert "Ready to submit" not in text


def test_an_entry_stands_there_with_its_state_and_number(client_of, filmmaker, submission):
    text = text_of(client_of(filmmaker))
    assert submission.tracking_number in text
    assert "Harbour Lights Film Festival" in text
    assert "Delivered. The festival has not opened it yet" in text


def test_an_unreleased_decision_is_not_shown(client_of, filmmaker, submission):
    type(submission).objects.filter(pk=submission.pk).update(
        decision="not_selected", decided_by=filmmaker, decided_at=submission.submitted_at
    )
    assert "Not selected" not in text_of(client_of(filmmaker))


def test_what_a_festival_asks_for_is_next(client_of, filmmaker, submission):
    type(submission).objects.filter(pk=submission.pk).update(
        entry_status=EntryStatus.INCOMPLETE, wanted="English subtitles", wanted_by="2027-01-29"
    )
    text = text_of(client_of(filmmaker))
    assert "Harbour Lights Film Festival needs something for Understory" in text
    assert "English subtitles" in text
    assert "by 29 January" in text


def test_a_begun_entry_is_next(client_of, filmmaker, project, category):
    factories.make_draft(project=project, category=category)
    text = text_of(client_of(filmmaker))
    assert "Finish your submission of Understory to Harbour Lights Film Festival" in text
    assert "days left" in text


def test_a_viewer_is_offered_the_preview_and_no_editing(client_of, second, project):
    factories.make_team_member(project=project, user=second, role="viewer")
    text = text_of(client_of(second))
    assert f"/my/projects/{project.code}/preview/" in text
    assert f'href="/my/projects/{project.code}/"' not in text


def test_nothing_of_others_is_there(client_of, second, project, submission):
    text = text_of(client_of(second))
    assert "Understory" not in text
    assert submission.tracking_number not in text


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get(URL).url.startswith("/accounts/login/")


def test_only_reading(client_of, filmmaker):
    assert client_of(filmmaker).post(URL).status_code == 405


@pytest.mark.parametrize("query", ["page=2", "page=x", "sent=99", "page=%00", "sent=-1", "page="])
def test_a_page_that_makes_no_sense_shows_a_page(client_of, filmmaker, project, query):
    assert client_of(filmmaker).get(f"{URL}?{query}").status_code in (200, 400)


def test_many_projects_are_paged(client_of, filmmaker):
    for number in range(25):
        actions.create_project(by=filmmaker, kind="film", title=f"Reel {number:02}")
    first = text_of(client_of(filmmaker))
    assert "25 projects" in first
    assert "Reel 00" not in first
    assert "Reel 00" in client_of(filmmaker).get(f"{URL}?page=2").content.decode()


def queries(client):
    with CaptureQueriesContext(connection) as seen:
        assert client.get(URL).status_code == 200
    return len(seen)


def test_one_row_and_three_rows_cost_the_same(client_of, filmmaker, festival):
    def add(year):
        project = factories.make_project(by=filmmaker)
        edition = factories.make_edition(festival=festival, year=year)
        call = factories.make_call(edition=edition)
        factories.make_submission(project=project, category=factories.make_category(call=call))
        factories.make_draft(project=project, category=factories.make_category(call=call))

    client = client_of(filmmaker)
    add(2026)
    queries(client)
    one = queries(client)
    add(2027)
    add(2028)
    assert queries(client) == one
    assert one == 10
    assert Project.objects.count() == 3
