import io

import pytest
from django.urls import reverse
from PIL import Image

from tests.submissions.projects.paper import Browser


@pytest.fixture
def editor(client_of, filmmaker, project):
    """The filmmaker's browser with the project's editor in it."""
    return Browser(client_of(filmmaker), reverse("project_edit", args=[project.code]))


@pytest.fixture
def tab_of(client_of):
    """Return a function that opens the editor of a project in a new tab of somebody."""

    def opened(user, project):
        return Browser(client_of(user), reverse("project_edit", args=[project.code])).open()

    return opened


@pytest.fixture
def picture():
    """Return a function that makes an uploaded picture file."""

    def make(name="kelp.jpg", size=(1200, 1800), colour=(140, 60, 40), form="JPEG"):
        file = io.BytesIO()
        Image.new("RGB", size, colour).save(file, form)
        file.seek(0)
        file.name = name
        return file

    return make
