import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from festival.ui.uploads import picture_name
from submissions.projects import files
from submissions.projects.models import Project
from tests import factories
from tests.submissions.projects.paper import errors_of, form_of

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"


class TestPoster:
    def test_it_is_cut_stored_and_shown(self, editor, project, picture):
        editor.open().send(**{"poster-file": picture()})
        poster = project.media.get()
        assert (poster.kind, poster.width, poster.height) == ("poster", 1200, 1800)
        assert poster.widths == [240, 400, 600]
        assert poster.hue is not None
        assert poster.alt == "Poster of Understory"
        assert default_storage.exists(picture_name(poster.sha256, 400, "webp"))
        project.refresh_from_db()
        assert project.poster_code == poster.code
        assert poster.code in editor.open().page.content.decode()

    def test_another_file_replaces_it_under_a_new_address(self, editor, project, picture):
        editor.open().send(**{"poster-file": picture()})
        first = project.media.get()
        editor.open().type(poster__credit_line="Design: Una").send(
            **{"poster-file": picture(colour=(20, 90, 160))}
        )
        second = project.media.get()
        assert second.code != first.code
        assert second.sha256 != first.sha256
        assert (second.alt, second.credit_line) == (first.alt, "Design: Una")
        assert default_storage.exists(picture_name(first.sha256, 400, "webp")), "versions need it"

    def test_it_is_removed(self, editor, project, picture):
        editor.open().send(**{"poster-file": picture()})
        editor.open().type(poster__remove="on").send()
        assert not project.media.exists()
        project.refresh_from_db()
        assert project.poster_code == ""


class TestStills:
    def test_several_come_at_once_and_ask_what_is_on_them(self, editor, project, picture):
        stills = [picture(f"{n}.jpg", (1920, 1080), (n * 40, 80, 90)) for n in range(3)]
        editor.open().send(**{"new-files": stills})
        rows = project.media.order_by("position")
        assert [row.kind for row in rows] == ["still"] * 3
        assert {row.alt for row in rows} == {""}
        assert "pictures-2-alt" in editor.open().typed

    def test_they_move_and_go(self, editor, project):
        for alt in ("One", "Two", "Three"):
            factories.make_media(project=project, alt=alt)
        editor.open().press("move", "pictures-2-up")
        editor.press("remove", "pictures-0")
        editor.send()
        assert [row.alt for row in project.media.order_by("position")] == ["Three", "Two"]

    def test_the_picture_of_another_project_is_refused(self, editor, project, second):
        theirs = factories.make_media(project=factories.make_project(by=second), alt="Theirs")
        factories.make_media(project=project)
        page = editor.open().type(pictures__0__id=str(theirs.pk), pictures__0__alt="Mine").send()
        assert page.status_code == 200
        theirs.refresh_from_db()
        assert theirs.alt == "Theirs"

    def test_a_row_without_a_picture_makes_none(self, editor, project):
        editor.open().type(pictures__TOTAL_FORMS="3", pictures__1__alt="A ghost").send()
        assert not project.media.exists()

    def test_a_project_holds_so_many_and_no_more(self, editor, project, picture, monkeypatch):
        monkeypatch.setattr(files, "MOST_PICTURES", 1)
        factories.make_media(project=project)
        page = editor.open().send(**{"new-files": [picture()]})
        assert errors_of(page) == ["A project holds at most 1 pictures"]
        assert project.media.count() == 1

    def test_a_person_has_so_much_room_and_no_more(self, editor, project, picture, monkeypatch):
        monkeypatch.setattr(files, "ROOM_PER_PERSON", 1500)
        factories.make_media(project=project, size=1000)
        page = editor.open().send(**{"new-files": [picture()]})
        assert errors_of(page) == [
            "Your files take up all the room there is. Remove some of them first"
        ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.jpg", b"GIF89a" + b"\0" * 40, "This is a GIF file"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture that we can read"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "damaged or cut off"),
        ("a.jpg", b"", "empty"),
    ],
)
def test_what_is_no_picture_is_told_at_its_field(editor, project, name, content, sentence):
    for field in ("poster-file", "new-files", "credits-0-portrait"):
        page = editor.open().send(**{field: SimpleUploadedFile(name, content)})
        assert page.status_code == 200
        assert len(errors_of(page)) == 1, field
        if content:
            assert sentence in errors_of(page)[0]
            assert f'href="#id_{field}"' in page.content.decode()
    assert not project.media.exists()


class TestFilesAreNotChosenTwice:
    def test_a_file_survives_a_mistake_elsewhere(self, editor, project, picture):
        wrong = (
            editor.open()
            .type(runtime_m="6O")
            .send(
                **{
                    "poster-file": picture("kelp poster.jpg"),
                    "new-files": [picture(size=(800, 450))],
                }
            )
        )
        assert "kelp poster.jpg is here and goes in when you save" in wrong.content.decode()
        assert not project.media.exists()
        editor.typed = form_of(wrong)
        assert editor.type(runtime_m="14").send().status_code == 302
        assert sorted(row.kind for row in project.media.all()) == ["poster", "still"]

    def test_a_forged_token_is_refused(self, editor, project):
        editor.open().typed["poster-file_kept"] = ["eyJzaGEyNTYiOiAiMCJ9:1:x"]
        page = editor.send()
        assert errors_of(page) == ["Choose the file again"]
        assert not project.media.exists()

    def test_a_row_button_keeps_the_file_too(self, editor, project):
        editor.open().press("add", "documents")
        editor.type(documents__0__kind="script")
        page = editor.send(
            add="screenings",
            **{"documents-0-file": SimpleUploadedFile("kelp.pdf", PDF, "application/pdf")},
        )
        assert "kelp.pdf is here and goes in when you save" in page.content.decode()
        editor.typed = form_of(page)
        editor.send()
        assert project.documents.get().extension == "pdf"


class TestDocuments:
    def test_a_script_is_kept_and_replaced(self, editor, project):
        page = editor.open().press("add", "documents")
        assert "the names of its author and program stay in it" in page.content.decode()
        editor.type(documents__0__kind="script", documents__0__label="Draft 3")
        editor.send(**{"documents-0-file": SimpleUploadedFile("x.pdf", PDF)})
        first = project.documents.get()
        assert (first.media_type, first.label) == ("application/pdf", "Draft 3")
        editor.open().send(**{"documents-0-file": SimpleUploadedFile("y.pdf", PDF + b"\n")})
        second = project.documents.get()
        assert second.code != first.code
        assert second.label == "Draft 3"

    @pytest.mark.parametrize(
        ("kind", "name", "content"),
        [
            ("script", "x.pdf", b"no pdf"),
            ("subtitles", "x.srt", b"\0\1\2"),
            ("subtitles", "x.pdf", PDF),
            ("", "x.pdf", PDF),
            ("script", "", b""),
        ],
    )
    def test_what_does_not_fit_is_told(self, editor, project, kind, name, content):
        editor.open().press("add", "documents")
        editor.type(documents__0__kind=kind, documents__0__label="x")
        sent = {"documents-0-file": SimpleUploadedFile(name, content)} if name else {}
        page = editor.send(**sent)
        assert page.status_code == 200
        assert errors_of(page)
        assert not project.documents.exists()


def test_nobody_else_puts_a_picture_into_a_project(client_of, second, project, picture):
    url = reverse("project_edit", args=[project.code])
    answer = client_of(second).post(url, {"revision": "1", "poster-file": picture()})
    assert answer.status_code == 404
    assert not Project.objects.get(pk=project.pk).media.exists()
