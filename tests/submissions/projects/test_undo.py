"""A removed row comes back: before the save that takes it out, after it, and with all it held."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from submissions.projects import record, secrets, undo
from submissions.projects.models import Media, Project, RemovedRow, Screener
from tests import factories
from tests.submissions.projects.paper import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(project):
    for place, name in enumerate(("Eero Lind", "Noor Aziz"), start=2):
        factories.make_credit(
            project=project, name=name, role="composer", position=place, bio=f"About {name}"
        )
    project.credits.filter(position=0).update(position=1)
    return project


def built(project):
    return record.build(Project.objects.get(pk=project.pk))


def test_the_page_says_what_was_removed_and_offers_it(editor, three):
    page = editor.open().press("remove", "credits-1")
    text = page.content.decode()
    assert "Removed <bdi>Composer, Eero Lind" in text
    assert 'name="restore" value="credits-1"' in text


def test_before_the_save_it_comes_back_where_it_was(editor, three):
    before = built(three)
    editor.open().type(credits__1__prior_credits="Tern (2021)").press("remove", "credits-1")
    editor.press("restore", "credits-1")
    assert editor.typed["credits-1-prior_credits"] == ["Tern (2021)"]
    editor.type(credits__1__prior_credits="").send()
    assert built(three) == before


@pytest.mark.parametrize("row", [0, 1, 2])
def test_after_the_save_it_comes_back_with_all_it_held(editor, three, row):
    before = built(three)
    credit = three.credits.all()[row]
    editor.open().press("remove", f"credits-{row}")
    editor.send()
    assert three.credits.count() == 2
    page = editor.open().page
    assert f'value="credits-was-{credit.pk}"' in page.content.decode()
    editor.press("restore", f"credits-was-{credit.pk}")
    assert editor.send().status_code == 302
    assert built(three) == before
    assert not RemovedRow.objects.exists()


def test_a_save_of_somebody_else_at_that_moment_is_told(editor, three, monkeypatch):
    credit = three.credits.all()[1]
    editor.open().press("remove", "credits-1")
    editor.send()
    bring_back = undo.bring_back

    def after_another_save(**words):
        Project.objects.filter(pk=three.pk).update(revision=F("revision") + 1)
        return bring_back(**words)

    monkeypatch.setattr(undo, "bring_back", after_another_save)
    editor.open().type(logline="Typed in the meantime")
    page = editor.press("restore", f"credits-was-{credit.pk}")
    assert page.status_code == 200
    assert "Somebody else saved just then" in page.content.decode()
    assert editor.typed["logline"] == ["Typed in the meantime"]
    assert RemovedRow.objects.count() == 1
    monkeypatch.undo()
    editor.press("restore", f"credits-was-{credit.pk}")
    assert three.credits.count() == 3


def test_what_was_typed_beside_it_stays(editor, three):
    credit = three.credits.all()[1]
    editor.open().press("remove", "credits-1")
    editor.send()
    editor.open().type(logline="Typed in the meantime").press("restore", f"credits-was-{credit.pk}")
    assert editor.typed["logline"] == ["Typed in the meantime"]
    assert editor.send().status_code == 302
    assert Project.objects.get(pk=three.pk).logline == "Typed in the meantime"


def test_a_portrait_and_a_password_come_back_too(editor, project):
    credit = project.credits.get()
    factories.make_media(project=project, kind="portrait", credit=credit)
    sealed = secrets.seal("open sesame 77")
    screener = Screener.objects.create(
        project=project, kind="link", url="https://video.example/1", password_sealed=sealed
    )
    editor.open().press("remove", "credits-0")
    editor.press("remove", "screeners-0")
    editor.send()
    assert not project.screeners.exists()
    assert "sesame" not in str(list(RemovedRow.objects.values()))
    editor.open().press("restore", f"credits-was-{credit.pk}")
    editor.press("restore", f"screeners-was-{screener.pk}")
    editor.send()
    assert Media.objects.get().credit == project.credits.get() == credit
    assert secrets.unseal(project.screeners.get().password_sealed) == "open sesame 77"


def test_after_a_while_it_is_no_longer_offered(editor, three):
    editor.open().press("remove", "credits-1")
    editor.send()
    RemovedRow.objects.update(at=timezone.now() - timedelta(hours=1))
    assert 'value="credits-was-' not in editor.open().page.content.decode()


def test_a_row_of_another_project_does_not_come_back_here(editor, tab_of, second, three):
    theirs = factories.make_project(by=second)
    gone = theirs.credits.get()
    other = tab_of(second, theirs)
    other.press("remove", "credits-0")
    other.send()
    editor.open().press("restore", f"credits-was-{gone.pk}")
    assert three.credits.count() == 3
    assert not theirs.credits.exists()


@pytest.mark.parametrize("value", ["credits-was-", "credits-was-x", "credits-99", "credits-²"])
def test_a_button_for_nothing_changes_nothing(editor, three, value):
    editor.open()
    page = editor.send(restore=value)
    assert page.status_code == 200
    token = {"csrfmiddlewaretoken": editor.typed["csrfmiddlewaretoken"]}
    assert form_of(page) | token == editor.typed


def test_a_row_removed_in_a_list_without_ids_comes_back(editor, project):
    project.translations = [{"language": "fr", "title": "Sous-bois", "logline": "", "synopsis": ""}]
    project.save()
    editor.open().press("remove", "translations-0")
    editor.press("restore", "translations-0")
    editor.send()
    assert Project.objects.get(pk=project.pk).translations[0]["title"] == "Sous-bois"
