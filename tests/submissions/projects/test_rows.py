import pytest

from submissions.projects import secrets
from submissions.projects.models import Credit, Person, Project, Screening
from tests import factories
from tests.submissions.projects.paper import errors_of

pytestmark = pytest.mark.django_db

# What the least that is typed into one new row of each kind looks like.
LEAST = {
    "credits": {"role": "writer", "name": "Eero Lind"},
    "screenings": {"event": "Meridian"},
    "rights": {"party": "Northern Reel"},
    "costs": {"category": "crew", "amount": "10"},
    "sources": {"source_kind": "grant", "amount": "10"},
    "screeners": {"url": "https://video.example/1"},
    "copies": {"format": "dcp", "purpose": "exhibition"},
    "references": {"scheme": "imdb", "value": "tt0000001"},
    "press": {"title": "A quiet train"},
}
RELATED = {
    "credits": "credits", "screenings": "screenings", "rights": "distribution_rights",
    "costs": "budget_lines", "sources": "budget_lines", "screeners": "screeners",
    "copies": "copies", "references": "references", "press": "press",
}  # fmt: skip


def typed_row(rows, place, **more):
    return {f"{rows}__{place}__{name}": value for name, value in (LEAST[rows] | more).items()}


class TestWithoutScript:
    @pytest.mark.parametrize("rows", LEAST)
    def test_a_row_is_added_saved_and_removed(self, editor, project, rows):
        there = getattr(project, RELATED[rows])
        before = there.count()
        page = editor.open().type(budget__money_currency="EUR").press("add", rows)
        assert page.status_code == 200
        assert errors_of(page) == []
        editor.type(**typed_row(rows, before)).send()
        assert there.count() == before + 1
        editor.open().press("remove", f"{rows}-{before}")
        assert there.count() == before + 1, "a press alone saves nothing"
        assert editor.send().status_code == 302
        assert there.count() == before

    def test_rows_move_up_and_down(self, editor, project):
        for event in ("One", "Two", "Three"):
            factories.make_screening(project=project, event=event)
        editor.open().press("move", "screenings-2-up")
        editor.press("move", "screenings-2-up")
        editor.press("move", "screenings-0-down")
        editor.send()
        events = [row.event for row in project.screenings.order_by("position")]
        assert events == ["Three", "Two", "One"]

    def test_an_empty_new_row_is_forgotten(self, editor, project):
        editor.open().press("add", "screenings")
        assert editor.send().status_code == 302
        assert not project.screenings.exists()

    def test_a_half_filled_row_says_what_is_missing(self, editor, project):
        editor.open().press("add", "screenings")
        page = editor.type(screenings__0__city="Lisbon").send()
        assert errors_of(page) == ["Fill in “Festival or event”"]
        assert "Lisbon" in page.content.decode()

    @pytest.mark.parametrize("value", ["credits", "credits-99", "credits-x-up", "", "nothing-1"])
    @pytest.mark.parametrize("button", ["remove", "move", "add"])
    def test_a_button_for_a_row_that_is_not_there_changes_nothing(
        self, editor, project, button, value
    ):
        editor.open()
        assert editor.send(**{button: value}).status_code in (200, 302)
        assert project.credits.count() == 1


class TestWhoseRowsTheyAre:
    def test_a_row_of_another_project_is_refused(self, editor, project, second):
        theirs = factories.make_screening(project=factories.make_project(by=second), event="Theirs")
        editor.open().press("add", "screenings")
        page = editor.type(screenings__0__id=str(theirs.pk), screenings__0__event="Mine").send()
        assert "This row is no longer part of the project" in errors_of(page)[0]
        theirs.refresh_from_db()
        assert theirs.event == "Theirs"
        assert theirs.project.created_by == second

    def test_removing_a_row_of_another_project_removes_nothing(self, editor, second):
        theirs = factories.make_screening(project=factories.make_project(by=second))
        editor.open().press("add", "screenings")
        editor.type(screenings__0__id=str(theirs.pk), screenings__0__DELETE="on").send()
        assert Screening.objects.filter(pk=theirs.pk).exists()

    def test_one_id_in_two_rows_is_refused(self, editor, project):
        row = factories.make_screening(project=project, event="Once")
        editor.open().press("add", "screenings")
        page = editor.type(screenings__1__id=str(row.pk), screenings__1__event="Twice").send()
        assert page.status_code == 200
        assert project.screenings.get().event == "Once"

    @pytest.mark.parametrize(
        "name",
        ["status", "slug", "code", "created_by", "revision", "published_at", "completeness", "hue"],
    )
    def test_a_column_that_no_form_has_cannot_be_set(self, editor, project, name):
        before = Project.objects.filter(pk=project.pk).values(name).get()
        editor.open().typed |= {f"title-{name}": ["x"]}
        if name != "revision":
            editor.typed |= {name: ["published"]}
        editor.send()
        after = Project.objects.filter(pk=project.pk).values(name).get()
        if name == "revision":
            assert after[name] == before[name] + 1
        else:
            assert after == before


class TestCredits:
    def test_one_name_is_one_person_for_the_same_filmmaker(self, editor, project):
        editor.open().press("add", "credits")
        editor.type(**typed_row("credits", 1, name="rhys  MORGAN")).send()
        assert Credit.objects.count() == 2
        assert Person.objects.count() == 1

    def test_another_name_is_another_person_and_the_first_stays(self, editor, project):
        editor.open().type(credits__0__name="Rhys Llewellyn").send()
        assert project.credits.get().person.name == "Rhys Llewellyn"
        assert Person.objects.filter(name="Rhys Morgan").exists()

    def test_a_person_written_down_by_somebody_else_keeps_their_own_script(
        self, tab_of, second, project, editor
    ):
        factories.make_team_member(project=project, user=second)
        tab = tab_of(second, project).type(credits__0__native_name="Не тот")
        assert tab.send().status_code == 302
        assert project.credits.get().person.native_name == ""

    def test_the_director_gets_biography_and_portrait_in_a_section_of_their_own(
        self, editor, project, picture
    ):
        text = editor.open().page.content.decode()
        section = text[text.index('id="director"') : text.index('id="screener"')]
        assert 'name="credits-0-bio"' in section
        assert text.count('name="credits-0-bio"') == 1
        editor.send(**{"credits-0-portrait": picture(size=(600, 800))})
        portrait = project.media.get()
        assert (portrait.kind, portrait.credit.person.name) == ("portrait", "Rhys Morgan")
        assert portrait.alt == "Portrait of Rhys Morgan"

    def test_a_new_project_has_room_for_its_maker(self, tab_of, filmmaker):
        script = factories.make_project(by=filmmaker, kind="script", complete=False)
        tab = tab_of(filmmaker, script)
        assert tab.typed["credits-0-role"] == ["Writer"]
        tab.type(credits__0__name="Odile Brandt", credits__0__bio="Writes.").send()
        assert script.credits.get().bio == "Writes."

    def test_a_biography_without_a_name_asks_for_the_name(self, tab_of, filmmaker):
        bare = factories.make_project(by=filmmaker, complete=False)
        page = tab_of(filmmaker, bare).type(credits__0__bio="Writes.").send()
        assert errors_of(page) == ["Enter the name, or remove the credit"]


class TestRights:
    def test_two_exclusive_deals_that_meet_are_told(self, editor, project):
        factories.make_right(project=project, party="Northern Reel")
        factories.make_right(project=project, party="Second Reel", territories=["NO"])
        text = editor.open().page.content.decode()
        assert "Northern Reel and Second Reel both hold All rights for Norway" in text

    def test_a_deal_ends_after_it_starts(self, editor):
        editor.open().press("add", "rights")
        page = editor.type(
            **typed_row("rights", 0, starts_on="2026-05-02", ends_on="2026-05-01")
        ).send()
        assert errors_of(page) == ["Enter a day that is not before the first one"]


class TestBudget:
    def test_another_currency_needs_the_rate_for_its_band(self, editor, project):
        editor.open().type(budget__money_amount="40,000", budget__money_currency="NOK").send()
        budget = Project.objects.get(pk=project.pk).budget
        assert (budget.total, budget.currency, budget.band) == (4_000_000, "NOK", "")
        editor.open().type(budget__usd_rate="0,1").send()
        assert Project.objects.get(pk=project.pk).budget.band == "micro"

    def test_a_currency_outside_the_list_can_be_typed(self, editor, project):
        editor.open().type(budget__money_amount="2,400 ISK").send()
        assert Project.objects.get(pk=project.pk).budget.currency == "ISK"
        assert editor.open().typed["budget-money_currency"] == ["ISK"]

    def test_a_line_without_a_currency_asks_for_it(self, editor):
        editor.open().press("add", "costs")
        page = editor.type(**typed_row("costs", 0)).send()
        assert errors_of(page) == ["Choose the currency of the budget first"]

    def test_lines_follow_when_the_budget_changes_its_currency(self, editor, project):
        editor.open().type(budget__money_currency="EUR").press("add", "costs")
        editor.type(**typed_row("costs", 0)).send()
        editor.open().type(budget__money_currency="JPY", costs__0__amount="10").send()
        assert project.budget_lines.get().amount == 10


class TestScreenerPassword:
    @pytest.fixture
    def screener(self, editor, project):
        editor.open().press("add", "screeners")
        editor.type(**typed_row("screeners", 0, password="open sesame 77")).send()
        return project.screeners.get()

    def test_it_is_sealed_and_can_be_opened(self, screener):
        assert b"sesame" not in bytes(screener.password_sealed)
        assert secrets.unseal(screener.password_sealed) == "open sesame 77"

    def test_it_never_comes_back(self, screener, editor, project):
        page = editor.open().page
        assert "sesame" not in page.content.decode()
        assert "sesame" not in str(project.current_record())
        wrong = editor.type(screeners__0__password="sesame 88", screeners__0__url="ftp://x").send()
        assert wrong.status_code == 200
        assert "sesame" not in wrong.content.decode()

    def test_it_stays_until_it_is_replaced_or_forgotten(self, screener, editor):
        editor.open().type(screeners__0__version_label="final").send()
        screener.refresh_from_db()
        assert secrets.unseal(screener.password_sealed) == "open sesame 77"
        editor.open().type(screeners__0__forget_password="on").send()
        screener.refresh_from_db()
        assert bytes(screener.password_sealed) == b""

    def test_an_older_key_of_the_ring_still_opens_it(self, screener, settings):
        old, settings.SECRET_KEY = settings.SECRET_KEY, "another" * 10
        assert secrets.unseal(screener.password_sealed) == ""
        settings.SECRET_KEY_FALLBACKS = [old]
        assert secrets.unseal(screener.password_sealed) == "open sesame 77"


class TestReferences:
    @pytest.mark.parametrize(
        ("scheme", "value", "kept"),
        [
            ("imdb", "https://www.imdb.com/title/tt0079944/", "tt0079944"),
            ("isan", "0000-0000-d07a-0090-q", "0000-0000-D07A-0090-Q"),
            ("wikipedia", "en.wikipedia.org/wiki/Kelp", "https://en.wikipedia.org/wiki/Kelp"),
        ],
    )
    def test_numbers_and_links_are_read(self, editor, project, scheme, value, kept):
        editor.open().press("add", "references")
        editor.type(references__0__scheme=scheme, references__0__value=value).send()
        assert project.references.get().value == kept

    @pytest.mark.parametrize(
        ("scheme", "value"),
        [("imdb", "79944"), ("wikipedia", "javascript:alert(1)"), ("vimeo", "ftp://x.example/1")],
    )
    def test_what_does_not_fit_is_told(self, editor, project, scheme, value):
        editor.open().press("add", "references")
        page = editor.type(references__0__scheme=scheme, references__0__value=value).send()
        assert page.status_code == 200
        assert len(errors_of(page)) == 1
        assert not project.references.exists()

    def test_two_rows_may_swap_their_values(self, editor, project):
        factories.make_reference(project=project, scheme="tmdb", value="11")
        factories.make_reference(project=project, scheme="tmdb", value="12")
        editor.open().type(references__0__value="12", references__1__value="11")
        assert editor.send().status_code == 302
        assert [row.value for row in project.references.all()] == ["12", "11"]

    def test_the_same_one_twice_is_told(self, editor, project):
        factories.make_reference(project=project, scheme="tmdb", value="11")
        editor.open().press("add", "references")
        page = editor.type(references__1__scheme="tmdb", references__1__value="11").send()
        assert errors_of(page) == ["This one is already in the list"]
