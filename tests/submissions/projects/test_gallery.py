"""Pictures that the editor's script sends one at a time."""

import io

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from submissions.projects import files
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client_of, filmmaker, project):
    """Post one file as the script does."""

    def post(file, user=filmmaker, **more):
        address = reverse("project_pictures", args=[project.code])
        return client_of(user).post(address, {"file": file, "kind": "still", "number": 0} | more)

    return post


def test_a_file_becomes_a_picture_and_answers_with_its_row(send, project, picture):
    factories.make_media(project=project, position=3)
    answer = send(picture(size=(1920, 1080)), number=7)
    row = project.media.get(position=4)
    assert (row.kind, row.alt, row.width) == ("still", "", 1920)
    text = answer.content.decode()
    assert f'name="pictures-7-id" value="{row.pk}"' in text
    for field in ("alt", "credit_line", "kind", "focal_x", "focal_y"):
        assert f'name="pictures-7-{field}"' in text
    errors = html5lib.HTMLParser(strict=False)
    errors.parseFragment(text)
    assert errors.errors == []


def test_the_history_says_so(send, project, picture, filmmaker):
    send(picture(size=(64, 64)))
    line = project.history.first()
    assert (line.what, line.detail, line.by) == ("saved", "pictures", filmmaker)


def test_the_row_can_be_saved_with_what_was_on_the_page(send, editor, project, picture):
    editor.open()
    row_id = send(picture(size=(800, 450))) and project.media.get().pk
    editor.type(
        pictures__TOTAL_FORMS="1", pictures__0__id=str(row_id), pictures__0__ORDER="1",
        pictures__0__alt="A pier", pictures__0__credit_line="Una", pictures__0__kind="still",
        pictures__0__focal_x="20", pictures__0__focal_y="80",
    )  # fmt: skip
    assert editor.send().status_code == 302, "another picture makes no conflict"
    row = project.media.get()
    assert (row.alt, row.credit_line, row.focal_x, row.focal_y) == ("A pier", "Una", 20, 80)


def test_a_page_that_was_open_before_loses_nothing(send, editor, project, picture):
    editor.open().type(logline="Typed while a picture came.")
    send(picture(size=(800, 450)))
    assert editor.send().status_code == 302
    project.refresh_from_db()
    assert project.logline == "Typed while a picture came."
    assert project.media.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.jpg", b"GIF89a" + b"\0" * 40, "GIF"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "damaged"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        ("a.jpg", b"", "empty"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(send, project, name, content, sentence):
    answer = send(SimpleUploadedFile(name, content))
    assert answer.status_code == 422
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert sentence in answer.content.decode()
    assert not project.media.exists()


@pytest.mark.parametrize(
    "more", [{"number": "x"}, {"number": -1}, {"number": 10**9}, {"kind": "poster"}, {"kind": ""}]
)
def test_an_odd_request_is_refused(send, project, picture, more):
    assert send(picture(size=(64, 64)), **more).status_code == 422
    assert not project.media.exists()


def test_a_project_holds_so_many_and_a_person_has_so_much_room(send, project, picture, monkeypatch):
    monkeypatch.setattr(files, "MOST_PICTURES", 1)
    assert send(picture(size=(64, 64))).status_code == 200
    assert b"at most 1" in send(picture(size=(64, 64))).content
    monkeypatch.setattr(files, "MOST_PICTURES", 40)
    monkeypatch.setattr(files, "ROOM_PER_PERSON", 10)
    assert b"all the room" in send(picture(size=(64, 64))).content
    assert project.media.count() == 1


def test_only_the_team_may(send, project, picture, second):
    assert send(picture(), user=second).status_code == 404
    factories.make_team_member(project=project, user=second, role="viewer")
    assert send(picture(), user=second).status_code == 403
    assert not project.media.exists()


class TestFocalPoint:
    def test_it_is_kept_where_pictures_are_cut(self, client, editor, project, picture):
        factories.make_media(project=project)
        editor.open().send(**{"poster-file": picture()})
        editor.open().type(
            pictures__0__focal_x="10", pictures__0__focal_y="90", poster__focal_y="0",
            poster__credit_line="Una",
        ).send()  # fmt: skip
        project.refresh_from_db()
        assert project.poster_focus == "fx-5 fy-0"
        factories.actions.publish(project=project, by=project.created_by)
        page = client.get(project.get_absolute_url()).content.decode()
        assert 'class="frame fx-1 fy-9"' in page
        assert 'class="poster fx-5 fy-0"' in page
        assert 'class="poster fx-5 fy-0"' in client.get(reverse("projects")).content.decode()

    @pytest.mark.parametrize("typed", ["101", "-1", "left"])
    def test_what_is_no_percentage_is_told(self, editor, project, typed):
        factories.make_media(project=project)
        page = editor.open().type(pictures__0__focal_x=typed).send()
        assert page.status_code == 200
        assert 'href="#id_pictures-0-focal_x"' in page.content.decode()


class TestPressDownloads:
    @pytest.fixture
    def film(self, editor, project, picture):
        editor.open().send(
            **{"poster-file": picture(), "new-files": [picture("a.jpg", (3000, 1500))]}
        )
        project.media.update(alt="A pier", credit_line="Photo: Ünal / Hale")
        return factories.actions.publish(project=project, by=project.created_by)

    def test_nobody_gets_one_until_the_filmmaker_allows_it(
        self, client, client_of, editor, film, second
    ):
        addresses = [reverse("picture_download", args=[each.code]) for each in film.media.all()]
        page = client.get(film.get_absolute_url()).content.decode()
        for address in addresses:
            assert address not in page
            assert client.get(address).status_code == 404
            assert client_of(second).get(address).status_code == 404
        assert "press_downloads" not in editor.open().typed, "not ticked from the start"
        editor.type(press_downloads="on").send()
        page = client.get(film.get_absolute_url()).content.decode()
        for address in addresses:
            assert f'href="{address}"' in page
            answer = client.get(address)
            assert answer.status_code == 200
            assert answer["Content-Type"] == "image/jpeg"
            assert answer.getvalue()[:3] == b"\xff\xd8\xff"
        editor.open().type(press_downloads=[]).send()
        assert client.get(addresses[0]).status_code == 404

    def test_it_has_the_full_size_and_its_credit_in_the_name(self, client, editor, film):
        editor.open().type(press_downloads="on").send()
        still = film.media.get(kind="still")
        answer = client.get(reverse("picture_download", args=[still.code]))
        name = "Understory%20%E2%80%93%20Still%201%20%E2%80%93%20Photo-%20%C3%9Cnal%20-%20Hale.jpg"
        assert answer["Content-Disposition"].endswith(f"filename*=UTF-8''{name}")
        with Image.open(io.BytesIO(answer.getvalue())) as image:
            assert image.size == (2400, 1200)

    def test_what_is_hidden_again_is_for_the_team(self, client, client_of, film, filmmaker):
        film.press_downloads = True
        film.save()
        factories.actions.hide(project=film, by=filmmaker)
        address = reverse("picture_download", args=[film.media.first().code])
        assert client.get(address).status_code == 404
        answer = client_of(filmmaker).get(address)
        assert answer.status_code == 200
        answer.close()

    def test_the_full_size_has_no_other_address(self, client, film):
        still = film.media.get(kind="still")
        for width in (still.width, 2400):
            assert client.get(reverse("media", args=[still.code, width, "jpg"])).status_code == 404
