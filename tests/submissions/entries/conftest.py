"""The walk through the four steps of sending, as its tests share it."""

import pytest
from django.urls import reverse

from tests import factories


class Walk:
    """A filmmaker's client that knows the addresses of one project in one call."""

    def __init__(self, client, call, project):
        self.client, self.call, self.project = client, call, project

    def address(self, name, project=None):
        edition, project = self.call.edition, project or self.project
        place = [edition.festival.slug, edition.slug]
        return reverse(name, args=place if name == "submit" else [*place, project.code])

    def get(self, name):
        return self.client.get(self.address(name))

    def post(self, name, answers):
        return self.client.post(self.address(name), answers)

    @staticmethod
    def text(response) -> str:
        """Return the page in one line, with plain spaces."""
        return " ".join(response.content.decode().replace("\u00a0", " ").split())

    @staticmethod
    def answers(page) -> dict:
        """Return what the form of the third step would send with its box ticked."""
        return page.context["form"].initial | {"accepted": "on"}


@pytest.fixture
def step(client_of, filmmaker, call, project):
    return Walk(client_of(filmmaker), call, project)


@pytest.fixture
def draft(project, category):
    return factories.make_draft(project=project, category=category)
