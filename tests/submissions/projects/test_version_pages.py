"""History, versions, one beside another, and back to an earlier one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from submissions.projects import actions, history, record, versions
from submissions.projects.actions import Stale
from submissions.projects.models import Project, Screener
from submissions.projects.vocabulary import Deed, TeamRole
from tests import factories

pytestmark = pytest.mark.django_db


def fresh(project):
    return Project.objects.get(pk=project.pk)


def retitle(project, title):
    Project.objects.filter(pk=project.pk).update(title=title)
    return actions.changed(project=fresh(project))


@pytest.fixture
def mine(client_of, filmmaker):
    return client_of(filmmaker)


def at(name, project, number=None):
    words = {"code": project.code} | ({"number": number} if number else {})
    return reverse(f"project_{name}", kwargs=words)


def text_of(response):
    return response.content.decode()


def test_the_history_is_in_sentences_newest_first(mine, project, filmmaker, second):
    history.note_saved(project, ["title", "specs"], by=filmmaker)
    for what, detail in (
        (Deed.INVITED, "viewer ines@example.org"), (Deed.JOINED, "viewer"),
        (Deed.ROLE_CHANGED, "editor ines@example.org"), (Deed.REMOVED, "ines@example.org"),
        (Deed.RESTORED, "3"), (Deed.IMPORTED, "<b>listing</b>"), (Deed.HANDED_OVER, ""),
    ):  # fmt: skip
        history.note(project, what, by=second, detail=detail)
    response = mine.get(at("history", project))
    assert [line.text for line in response.context["lines"]] == [
        "Took the project over", "Imported: <b>listing</b>", "Restored version 3",
        "Removed ines@example.org from the team", "Made ines@example.org editor",
        "Joined the team as viewer", "Invited ines@example.org as viewer",
        "Saved: Title and logline, Specifications", "Created the project",
    ]  # fmt: skip
    assert "<b>listing" not in text_of(response)
    assert "Ines Barreto" in text_of(response)


@pytest.mark.parametrize("name", ["history", "versions"])
def test_a_long_list_costs_what_a_short_one_costs(mine, project, category, name):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert mine.get(at(name, project)).status_code == 200
        return len(queries)

    factories.make_submission(project=project, category=category)
    few = asked()
    for number in range(12):
        somebody = factories.make_user()
        history.note(project, Deed.JOINED, by=somebody, detail="viewer")
        retitle(project, f"Title {number}")
        call = factories.make_call(edition=factories.make_edition())
        factories.make_submission(project=project, category=factories.make_category(call=call))
    assert asked() == few
    assert few <= 12


def test_the_lists_have_pages(mine, project, filmmaker):
    for number in range(60):
        history.note(project, Deed.IMPORTED, by=filmmaker, detail=f"text {number}")
    second_page = mine.get(at("history", project), {"page": "2"})
    assert len(second_page.context["lines"]) == 11
    assert mine.get(at("history", project), {"page": "nonsense"}).status_code == 200


def test_a_version_is_kept_on_demand_and_once(mine, project):
    answer = mine.post(at("version_keep", project), follow=True)
    assert "Version 1 is kept" in text_of(answer)
    assert "Nothing has changed since version 1" in text_of(
        mine.post(at("version_keep", project), follow=True)
    )
    assert project.versions.count() == 1
    assert [line.what for line in project.history.all()] == [Deed.KEPT, Deed.CREATED]


def test_the_list_says_who_took_it_and_who_has_it(mine, submission, filmmaker):
    text = text_of(mine.get(at("versions", submission.project)))
    version = submission.version
    assert version.sha256[:12] in text
    assert version.sha256 not in text
    assert filmmaker.name in text
    assert "Harbour Lights" in text


def test_two_versions_stand_beside_each_other_the_older_first(mine, project, filmmaker):
    actions.take_version(project=project, by=filmmaker)
    actions.take_version(project=retitle(project, "Second title"), by=filmmaker)
    retitle(project, "Third <title>")
    page = mine.get(at("version", project, 2), {"with": "1"})
    assert (page.context["before"], page.context["after"]) == ("Version 1", "Version 2")
    [change] = page.context["changes"]
    assert (change.label, change.before, change.after) == ("Title", "Understory", "Second title")
    page = mine.get(at("version", project, 2))
    assert (page.context["before"], page.context["after"]) == ("Version 2", "Now")
    assert "Third &lt;title&gt;" in text_of(page)


@pytest.mark.parametrize("odd", ["x", "0", "-1", "99", "2" * 30, "²", ""])
def test_an_odd_neighbour_is_the_present_state(mine, project, filmmaker, odd):
    actions.take_version(project=project, by=filmmaker)
    page = mine.get(at("version", project, 1), {"with": odd})
    assert page.context["after"] == "Now"
    assert "The two say the same" in text_of(page)


@pytest.mark.parametrize("number", [2, 2**31, 2**70])
@pytest.mark.parametrize("name", ["version", "version_restore"])
def test_a_version_that_is_not_there_is_not_found(mine, project, filmmaker, name, number):
    actions.take_version(project=project, by=filmmaker)
    assert mine.get(at(name, project, number)).status_code == 404


def test_restoring_asks_first_and_names_what_is_gone(mine, project, filmmaker):
    picture = factories.make_media(project=project, alt="A pier")
    actions.take_version(project=project, by=filmmaker)
    picture.delete()
    retitle(project, "Second title")
    page = mine.get(at("version_restore", project, 1))
    assert [change.label for change in page.context["changes"]] == ["Title"]
    assert "A pier" in page.context["gone"][0]
    assert fresh(project).title == "Second title"
    mine.post(at("version_restore", project, 1), {"revision": project.revision})
    assert fresh(project).title == "Understory"
    assert fresh(project).media.count() == 0


def test_restoring_brings_everything_back_and_loses_nothing(mine, project, filmmaker):
    factories.make_credit(project=project, name="Ola Berg", role="editor")
    factories.make_press(project=project)
    project.screeners.create(url="https://vimeo.com/1", password_sealed=b"x")
    first = actions.take_version(project=actions.changed(project=fresh(project)), by=filmmaker)
    project.credits.all().delete()
    project.press.all().delete()
    factories.make_right(project=project)
    changed = record.build(retitle(project, "Second title"))
    foreseen = versions.differences(changed, first.record)
    answer = mine.post(at("version_restore", project, 1), {"revision": project.revision})
    assert answer.status_code == 302
    assert record.build(fresh(project))["slug"] == "understory"
    assert record.build(fresh(project)) == first.record
    kept = project.versions.get(number=2)
    assert kept.record == changed
    assert [change.kind for change in foreseen] == ["changed", "added", "added", "removed", "added"]
    assert bytes(Screener.objects.get(project=project).password_sealed) == b"x"
    assert project.history.first().what == Deed.RESTORED
    assert fresh(project).revision == project.revision + 1
    assert mine.get(at("version_restore", project, 1)).context["changes"] == []


def test_what_is_foreseen_is_what_comes(project, filmmaker, programmer):
    factories.make_media(project=project, alt="Old words", credit_line="x")
    factories.make_screening(
        project=project, verified_at="2026-01-01T00:00Z", verified_by=programmer
    )
    first = actions.take_version(project=actions.changed(project=fresh(project)), by=filmmaker)
    project.media.update(alt="New words")
    factories.make_media(project=project, alt="Newer picture")
    project.screenings.update(award="Grand Prix", verified_at=None, verified_by=None)
    before = record.build(fresh(project))
    foreseen = versions.differences(before, first.record)
    versions.restore(project=fresh(project), version=first, revision=project.revision, by=filmmaker)
    from submissions.projects.diff import changes

    assert changes(before, record.build(fresh(project))) == foreseen
    assert {change.label.rpartition(": ")[2] for change in foreseen} == {
        "What is on the picture", "Award",
    }  # fmt: skip


def test_an_entry_keeps_what_it_had(submission, filmmaker, mine):
    project = retitle(submission.project, "Second title")
    actions.take_version(project=project, by=filmmaker)
    mine.post(at("version_restore", project, 1), {"revision": project.revision})
    submission.refresh_from_db()
    assert submission.version.number == 1
    retitle(project, "Third")
    assert submission.version.record["identity"]["title"] == "Understory"


def test_who_was_too_late_is_shown_it_again(mine, project, filmmaker):
    actions.take_version(project=project, by=filmmaker)
    project = retitle(project, "Second title")
    actions.claim_revision(project=project, revision=project.revision, by=filmmaker)
    answer = mine.post(at("version_restore", project, 1), {"revision": 1})
    assert answer.status_code == 409
    assert "Somebody saved the project in the meantime" in text_of(answer)
    assert fresh(project).title == "Second title"
    with pytest.raises(Stale):
        versions.restore(project=project, version=project.versions.get(), revision=1, by=filmmaker)
    assert project.versions.count() == 1


def test_what_the_forms_no_longer_take_is_said_and_nothing_changes(mine, project, filmmaker):
    project.references.create(scheme="other", value="gopher://old.example")
    actions.take_version(project=project, by=filmmaker)
    project.references.all().delete()
    answer = mine.post(at("version_restore", project, 1), {"revision": project.revision})
    assert answer.status_code == 422
    assert "Links and numbers 1:" in text_of(answer)
    assert fresh(project).revision == project.revision
    assert project.versions.count() == 1


def test_a_viewer_reads_and_an_editor_restores(client_of, project, filmmaker, second):
    actions.take_version(project=project, by=filmmaker)
    project = retitle(project, "Second title")
    member = factories.make_team_member(project=project, user=second, role=TeamRole.VIEWER)
    reader = client_of(second)
    for name in ("history", "versions"):
        assert reader.get(at(name, project)).status_code == 200
    assert reader.get(at("version", project, 1)).status_code == 200
    assert "/restore/" not in text_of(reader.get(at("versions", project)))
    answer = reader.post(at("version_restore", project, 1), {"revision": project.revision})
    assert answer.status_code == 403
    member.role = TeamRole.EDITOR
    member.save()
    reader.post(at("version_restore", project, 1), {"revision": project.revision})
    assert fresh(project).title == "Understory"
    member.delete()
    assert reader.get(at("version", project, 1)).status_code == 404


def test_the_credits_of_somebody_who_has_left_keep_their_people(project, filmmaker, second, mine):
    member = factories.make_team_member(project=project, user=second)
    person = actions.person_named("Ola Berg", by=second)
    credit = project.credits.create(person=person, role="editor")
    history.note_saved(project, ["credits"], by=second)
    actions.take_version(project=project, by=filmmaker)
    credit.delete()
    member.delete()
    mine.post(at("version_restore", project, 1), {"revision": project.revision})
    assert project.credits.get(role="editor").person == person
