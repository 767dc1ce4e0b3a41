"""Every page of the site after the people behind it have left."""

import pytest

from festival.accounts.models import User
from submissions.privacy import leaving
from submissions.projects.models import Project
from tests.test_canaries import addresses, everything_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_root(scene, settings):
    settings.MEDIA_ROOT = scene.media


@pytest.mark.parametrize(
    ("leaver", "roles"), [("owner", ("anonymous", "programmer")), ("programmer", ("owner",))]
)
def test_no_page_breaks_when_somebody_has_left(scene, leaver, roles):
    paths = addresses(scene)
    gone = scene.people[leaver]
    leaving.delete_account(user=User.objects.get(pk=gone.pk))
    for role in roles:
        client, found = scene.client(role), []
        for path in paths:
            answer = client.get(path)
            found.append(answer.status_code)
            assert answer.status_code < 500, (role, path)
            assert gone.email not in everything_of(answer), (role, path)
        assert found.count(200) > 15, role


def test_after_the_owner_left_only_the_festival_has_what_it_received(scene):
    record = scene.quiet_entry.version.record
    leaving.delete_account(user=scene.people["owner"])
    scene.quiet_entry.refresh_from_db()
    assert scene.quiet_entry.version.record == record
    assert not Project.objects.filter(pk=scene.draft.pk).exists()
    for label in ("work", "quiet"):
        page = scene.client("viewer").get(f"/my/projects/{getattr(scene, label).code}/preview/")
        assert page.status_code == 404
