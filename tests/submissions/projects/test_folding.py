"""Fields that come to the page once somebody asks for them and keep their values until then."""

import pytest

from submissions.projects.models import Project
from tests import factories
from tests.submissions.projects.paper import errors_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def screening(project):
    return factories.make_screening(
        project=project, section="Competition", award="Best sound", is_public=False
    )


def test_a_closed_row_keeps_what_it_does_not_show(editor, screening):
    editor.open()
    assert "screenings-0-section" not in editor.typed
    assert "Competition" not in editor.page.content.decode()
    assert editor.type(screenings__0__city="Lisbon").send().status_code == 302
    screening.refresh_from_db()
    assert (screening.city, screening.section, screening.is_public) == (
        "Lisbon", "Competition", False,
    )  # fmt: skip


def test_the_button_says_how_much_is_filled_in(editor, screening):
    assert "More, 2 fields filled in" in editor.open().page.content.decode()


def test_an_opened_row_shows_what_is_kept_beside_what_was_typed(editor, screening):
    page = editor.open().type(screenings__0__city="Lisbon").press("open", "screenings-0")
    assert editor.typed["screenings-0-section"] == ["Competition"]
    assert editor.typed["screenings-0-city"] == ["Lisbon"]
    assert "screenings-0-is_public" not in editor.typed
    assert errors_of(page) == []
    assert page.content.decode().count(" autofocus") == 1
    editor.type(screenings__0__section="Panorama", screenings__0__is_public="on").send()
    screening.refresh_from_db()
    assert (screening.section, screening.is_public) == ("Panorama", True)


def test_an_open_row_can_be_emptied_and_unticked(editor, screening):
    screening.is_public = True
    screening.save()
    editor.open().press("open", "screenings-0")
    del editor.typed["screenings-0-is_public"]
    editor.type(screenings__0__award="").send()
    screening.refresh_from_db()
    assert (screening.award, screening.is_public, screening.section) == ("", False, "Competition")


def test_an_open_row_stays_open_when_another_button_is_pressed(editor, screening):
    editor.open().press("open", "screenings-0")
    editor.type(screenings__0__section="Panorama").press("add", "credits")
    assert editor.typed["screenings-0-section"] == ["Panorama"]


def test_a_wrong_value_in_an_open_row_is_told_and_stays_in_sight(editor, screening):
    editor.open().press("open", "screenings-0")
    page = editor.type(screenings__0__geo_limits="Atlantis").send()
    assert page.status_code == 200
    assert len(errors_of(page)) == 1
    assert 'value="Atlantis"' in page.content.decode()


@pytest.mark.parametrize("value", ["screenings-99", "screenings", "specs-1", "press-x"])
def test_a_button_for_what_is_not_there_opens_nothing(editor, screening, value):
    assert "screenings-0-section" not in editor.open().press("open", value).content.decode()


@pytest.mark.parametrize("button", ["add", "remove", "move"])
def test_a_row_button_for_the_specifications_is_no_failure(editor, project, button):
    assert editor.open().send(**{button: "specs"}).status_code == 200


def test_technical_details_open_with_what_is_kept(editor, project):
    specs = project.specs
    specs.sound, specs.captions, specs.frame_rate_varies = ["stereo"], "yes", True
    specs.save()
    editor.open()
    assert "sound" not in editor.typed
    assert "Technical details (3)" in editor.page.content.decode()
    editor.press("open", "specs")
    assert editor.typed["sound"] == ["Stereo"]
    assert editor.typed["frame_rate_varies"] == ["on"]
    editor.type(sound="Mono").send()
    specs = Project.objects.get(pk=project.pk).specs
    assert (specs.sound, specs.captions, specs.frame_rate_varies) == (["mono"], "yes", True)


def test_a_kind_without_technical_details_has_no_button_for_them(tab_of, filmmaker):
    script = factories.make_project(by=filmmaker, kind="script")
    assert "Technical details" not in tab_of(filmmaker, script).page.content.decode()


def test_who_becomes_the_director_keeps_the_biography(editor, project):
    kept = factories.make_credit(project=project, name="Eero Lind", role="editor", bio="Born.")
    editor.open().type(credits__1__role="Director").press("add", "press")
    assert editor.typed["credits-1-bio"] == ["Born."]
    editor.send()
    kept.refresh_from_db()
    assert (kept.role, kept.bio) == ("director", "Born.")


def test_who_is_no_longer_the_director_keeps_all_that_is_folded_away(editor, project):
    credit = project.credits.get()
    credit.bio, credit.character, credit.is_key = "Born.", "Herself", True
    credit.save()
    editor.open().type(credits__0__role="Editor").press("add", "press")
    assert editor.typed["credits-0-character"] == ["Herself"]
    assert editor.typed["credits-0-is_key"] == ["on"]
    editor.send()
    credit.refresh_from_db()
    assert (credit.role, credit.bio) == ("editor", "Born.")
    assert (credit.character, credit.is_key) == ("Herself", True)


def test_a_role_that_cannot_be_read_leaves_the_biography_with_the_director(editor, project):
    page = editor.open().type(credits__0__role="Best boy", credits__0__bio="Born.").send()
    text = page.content.decode()
    assert text.index('id="director"') < text.index('name="credits-0-bio"')


def test_a_territory_is_checked_against_the_exceptions_that_are_folded_away(editor, project):
    factories.make_right(project=project, territories=["NORDIC"], territories_excluded=["NO"])
    page = editor.open().type(rights__0__territories="Norway").send()
    assert errors_of(page) == ["Leave at least one country of the deal"]
    assert 'href="#id_rights-0-territories"' in page.content.decode()


def test_a_press_does_not_make_an_old_page_new(editor, tab_of, filmmaker, project):
    other = tab_of(filmmaker, project)
    editor.open().type(logline="From the first tab").send()
    other.press("add", "press")
    assert other.type(logline="From the second tab").send().status_code == 409
    assert Project.objects.get().logline == "From the first tab"


def test_languages_with_a_share_that_is_folded_away_cannot_leave(editor, project):
    specs = project.specs
    specs.dialogue_languages, specs.dialogue_shares = ["ru", "en"], {"ru": 70, "en": 30}
    specs.save()
    page = editor.open().type(dialogue_languages="Russian").send()
    assert errors_of(page) == ["Keep the languages that have a share under “Technical details”"]


class TestTypedNames:
    @pytest.mark.parametrize("typed", ["Sound design", "sound  DESIGN", "sound_design"])
    def test_a_role_is_understood_by_its_name(self, editor, project, typed):
        editor.open().type(credits__0__role=typed).send()
        assert project.credits.get().role == "sound_design"

    def test_another_role_is_told_and_stays(self, editor, project):
        page = editor.open().type(credits__0__role="Best boy").send()
        assert errors_of(page)[0].startswith("Choose a role from the list")
        assert 'value="Best boy"' in page.content.decode()

    def test_genres_that_the_list_does_not_have_become_words_of_ones_own(self, editor, project):
        editor.open().type(genres="Road movie, Gulag, drama", genres_free="Zone").send()
        project.refresh_from_db()
        assert project.genres == ["drama", "road_movie"]
        assert project.genres_free == ["Zone", "Gulag"]

    def test_too_many_words_of_ones_own_are_told_at_the_genres(self, editor, project):
        page = editor.open().type(genres=", ".join(f"Word {n}" for n in range(13))).send()
        assert errors_of(page) == ["Name at most 12"]

    def test_a_shooting_format_of_ones_own_moves_to_its_field(self, editor, project):
        editor.open().type(shooting_formats="Pixelvision, 16 mm").send()
        specs = Project.objects.get(pk=project.pk).specs
        assert (specs.shooting_formats, specs.shooting_format_free) == (["film_16"], "Pixelvision")

    def test_a_right_that_is_not_in_the_list_is_told(self, editor, project):
        factories.make_right(project=project)
        page = editor.open().type(rights__0__rights="Theatrical, Moon").send()
        assert errors_of(page) == ["Choose a name from the list instead of “Moon”"]
