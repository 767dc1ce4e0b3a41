"""Two tabs, or two people, at one project: what only one changed is taken, the rest is chosen."""

import pytest
from django.urls import reverse

from submissions.projects.models import Draft, Project, SavedEdit
from tests import factories
from tests.submissions.projects.paper import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(editor):
    return editor.open()


@pytest.fixture
def theirs(tab_of, second, project):
    """The same project in the browser of somebody else of the team."""
    factories.make_team_member(project=project, user=second)
    return tab_of(second, project)


def now(project):
    return Project.objects.get(pk=project.pk)


def test_fields_that_only_one_changed_are_saved_without_a_word(mine, theirs, project):
    theirs.type(logline="Theirs", runtime_m="20").send()
    assert mine.type(synopsis="Mine", title="Kelp").send().status_code == 302
    fresh = now(project)
    assert (fresh.logline, fresh.synopsis, fresh.title) == ("Theirs", "Mine", "Kelp")
    assert fresh.specs.runtime == 1200


def test_where_both_changed_a_field_its_two_texts_stand_with_name_and_choice(mine, theirs, project):
    theirs.type(logline="Theirs").send()
    page = mine.type(logline="Mine", synopsis="Mine too").send()
    text = page.content.decode()
    assert page.status_code == 409
    assert now(project).synopsis != "Mine too"
    clash = page.context["editor"].clashes[0]
    assert (clash.label, clash.mine, clash.theirs) == ("Logline", "Mine", "Theirs")
    assert "By Ines Barreto" in text
    assert text.count('name="choose-logline"') == 2


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_the_choice_is_followed_and_all_else_is_saved(mine, theirs, project, choice, kept):
    theirs.type(logline="Theirs").send()
    mine.typed = form_of(mine.type(logline="Mine", synopsis="Mine too").send())
    mine.typed["choose-logline"] = [choice]
    assert mine.send().status_code == 302
    assert (now(project).logline, now(project).synopsis) == (kept, "Mine too")


def test_a_third_save_in_between_asks_again(mine, theirs, project):
    theirs.type(logline="Theirs").send()
    mine.typed = form_of(mine.type(logline="Mine").send())
    theirs.open().type(logline="Theirs again").send()
    page = mine.type(**{"choose-logline": "mine"}).send()
    assert page.status_code == 409
    assert page.context["editor"].clashes[0].theirs == "Theirs again"


def test_rows_that_both_added_stay_both(mine, theirs, project):
    for tab, name in ((theirs, "Eero Lind"), (mine, "Una Hale")):
        tab.press("add", "credits")
        tab.type(credits__1__role="composer", credits__1__name=name)
    theirs.send()
    assert mine.send().status_code == 302
    names = [str(row.person) for row in project.credits.all()]
    assert sorted(names) == ["Eero Lind", "Rhys Morgan", "Una Hale"]


def test_another_field_of_the_same_row_stays_theirs(mine, theirs, project):
    theirs.type(credits__0__prior_credits="Tern (2021)").send()
    assert mine.type(credits__0__name="Rhys Llewellyn").send().status_code == 302
    row = project.credits.get()
    assert (row.person.name, row.prior_credits) == ("Rhys Llewellyn", "Tern (2021)")


def test_a_row_that_they_removed_and_nobody_missed_is_gone(mine, theirs, project):
    factories.make_screening(project=project, event="Meridian")
    mine.open()
    theirs.open().press("remove", "screenings-0")
    theirs.send()
    assert mine.type(logline="Mine").send().status_code == 302
    assert not project.screenings.exists()


@pytest.mark.parametrize(("choice", "there"), [("mine", True), ("theirs", False)])
def test_a_row_that_they_removed_and_i_changed_is_chosen(mine, theirs, project, choice, there):
    factories.make_screening(project=project, event="Meridian")
    mine.open()
    theirs.open().press("remove", "screenings-0")
    theirs.send()
    mine.typed = form_of(mine.type(screenings__0__city="Lisbon").send())
    mine.typed["choose-screenings-0"] = [choice]
    assert mine.send().status_code == 302
    assert project.screenings.filter(city="Lisbon").exists() == there


def test_rows_without_ids_come_together_too(mine, theirs, project):
    for tab, language, title in ((theirs, "French", "Sous-bois"), (mine, "German", "Unterholz")):
        tab.press("add", "translations")
        tab.type(translations__0__language=language, translations__0__title=title)
    theirs.send()
    assert mine.send().status_code == 302
    titles = {row["title"] for row in now(project).translations}
    assert titles == {"Sous-bois", "Unterholz"}


def test_when_a_save_is_not_known_every_difference_is_asked(mine, project):
    Project.objects.filter(pk=project.pk).update(revision=9, logline="From elsewhere")
    page = mine.type(synopsis="Mine").send()
    assert page.status_code == 409
    labels = {clash.label for clash in page.context["editor"].clashes}
    assert labels == {"Logline", "Synopsis"}


def test_one_section_meets_the_other_save_by_itself(mine, theirs, project):
    theirs.type(logline="Theirs", synopsis="Theirs").send()
    url = reverse("project_section", args=[project.code, "title"])
    first = mine.client.post(url, mine.typed | {"title": ["Kelp"]}).json()
    assert first["state"] == "saved"
    assert first["taken"] == {"logline": ["Theirs"], "synopsis": ["Theirs"]}
    assert (now(project).title, now(project).logline) == ("Kelp", "Theirs")
    second = mine.client.post(url, mine.typed | {"logline": ["Mine"], "title": ["Kelp"]}).json()
    assert second["state"] == "clash"
    assert "Theirs" in second["clash"]
    assert second["taken"]["synopsis"] == ["Theirs"]
    assert Draft.objects.get().section == "title"


def test_who_leaves_before_choosing_is_asked_again(mine, theirs, project):
    theirs.type(logline="Theirs").send()
    assert mine.type(logline="Mine").send().status_code == 409
    mine.open()
    assert mine.typed["logline"] == ["Mine"]
    assert mine.send().status_code == 409
    assert now(project).logline == "Theirs"


def test_my_own_saves_of_other_sections_never_stand_in_my_way(mine, project):
    section = reverse("project_section", args=[project.code, "specs"])
    answer = mine.client.post(section, mine.typed | {"runtime_m": ["20"]}).json()
    mine.type(runtime_m="21", logline="Mine", revisions=f"specs:{answer['revision']}")
    assert mine.send().status_code == 302
    assert now(project).specs.runtime == 1260


def test_a_password_is_never_in_the_journal(mine, project):
    mine.press("add", "screeners")
    mine.type(screeners__0__url="https://video.example/1", screeners__0__password="sesame").send()
    mine.open().type(screeners__0__password="sesame 77").send()
    assert SavedEdit.objects.count() == 2
    assert "sesame" not in str(list(SavedEdit.objects.values()))


@pytest.mark.parametrize(
    "revisions", ["x", "title:", "title:99999", ":1", "title:-1", "a:b:c " * 500, "specs:1 specs:2"]
)
def test_odd_revisions_are_no_failure(mine, project, revisions):
    assert mine.type(revisions=revisions).send().status_code in (302, 409)
