"""Files above the cap are let go while they arrive, and the form keeps what was typed."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile

from festival.ui import upload_handlers
from festival.ui.uploads import BadUpload, read_picture
from tests.festival.ui import hostile


@pytest.fixture
def small_caps(monkeypatch):
    monkeypatch.setattr(upload_handlers, "MAX_FILE", 100_000)
    monkeypatch.setattr(upload_handlers, "MAX_REQUEST", 400_000)


def post(rf, **sizes):
    files = {
        name: SimpleUploadedFile(f"{name}.jpg", hostile.jpeg().ljust(size, b"\0"))
        for name, size in sizes.items()
    }
    return rf.post("/", {"title": "Kelp", **files})


def test_files_below_the_cap_pass_whole(rf, small_caps):
    request = post(rf, poster=90_000)
    assert request.POST["title"] == "Kelp"
    assert request.FILES["poster"].size == 90_000
    assert read_picture(request.FILES["poster"]).width == 60


def test_a_file_above_the_cap_is_dropped_and_the_rest_is_kept(rf, small_caps):
    request = post(rf, poster=250_000, still=5_000)
    assert request.POST["title"] == "Kelp"
    assert request.FILES["poster"].size == 250_000
    assert request.FILES["poster"].read() == b""
    assert request.FILES["still"].size == 5_000
    with pytest.raises(BadUpload) as caught:
        read_picture(request.FILES["poster"], max_bytes=100_000)
    assert "244.1" in caught.value.messages[0]


def test_a_request_above_the_cap_is_not_read(rf, small_caps):
    request = post(rf, poster=250_000, still=250_000)
    with pytest.raises(RequestDataTooBig):
        request.FILES  # noqa: B018


def test_the_settings_use_the_cap_first(settings):
    assert settings.FILE_UPLOAD_HANDLERS[0] == "festival.ui.upload_handlers.CappedUpload"
