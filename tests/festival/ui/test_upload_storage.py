"""Files by content hash: shared, completed after a crash, collected when no row names them."""

import os
import time

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from festival.ui.uploads import (
    orphans,
    picture_name,
    read_document,
    read_picture,
    remove_unused,
    store,
    store_document,
    variants,
)
from tests.festival.ui import hostile
from tests.festival.ui.test_documents import PDF


@pytest.fixture
def picture():
    content = hostile.as_bytes(hostile.picture(700, 1050), "JPEG")
    return read_picture(ContentFile(content, name="Ottilie private holiday.jpg"))


def make_old(name):
    long_ago = time.time() - 7200
    os.utime(default_storage.path(name), (long_ago, long_ago))


def test_names_come_from_the_content_and_not_from_the_sender(picture):
    names = store(variants(picture, "poster"), picture.sha256)
    assert names[0] == picture_name(picture.sha256, 240, "webp")
    assert all(default_storage.size(name) for name in names)
    assert not any("Ottilie" in name for name in names)


def test_the_same_picture_sent_twice_is_stored_once(picture):
    first = store(variants(picture, "poster"), picture.sha256)
    assert store(variants(picture, "poster"), picture.sha256) == first
    _folders, files = default_storage.listdir(first[0].rpartition("/")[0])
    assert len(files) == len(first)


def test_two_kinds_of_one_picture_agree_on_the_files_they_share(picture):
    poster = {(v.width, v.ext): v.content for v in variants(picture, "poster")}
    portrait = {(v.width, v.ext): v.content for v in variants(picture, "portrait")}
    shared = poster.keys() & portrait.keys()
    assert shared == {(240, "webp"), (700, "jpg")}
    assert all(poster[key] == portrait[key] for key in shared)


def test_a_file_cut_by_a_crash_is_written_again(picture):
    made = variants(picture, "poster")
    name = picture_name(picture.sha256, 240, "webp")
    default_storage.save(name, ContentFile(b"RIFF"))
    store(made, picture.sha256)
    with default_storage.open(name) as file:
        assert file.read() == made[0].content


def test_files_that_another_row_uses_stay(picture):
    names = store(variants(picture, "poster"), picture.sha256)
    assert remove_unused([picture.sha256], used=[picture.sha256]) == 0
    assert all(default_storage.exists(name) for name in names)
    assert remove_unused([picture.sha256], used=[]) == len(names)
    assert not any(default_storage.exists(name) for name in names)
    assert remove_unused([picture.sha256], used=[]) == 0


def test_orphans_are_old_files_that_no_row_names(picture):
    names = store(variants(picture, "poster"), picture.sha256)
    document = read_document(ContentFile(PDF, name="a.pdf"), "pdf")
    paper = store_document(document)
    assert list(orphans([])) == []
    for name in [*names, paper]:
        make_old(name)
    assert sorted(orphans([])) == sorted([*names, paper])
    assert list(orphans([picture.sha256])) == [paper]
    assert list(orphans([picture.sha256, document.sha256])) == []


def test_without_any_file_there_are_no_orphans():
    assert list(orphans([])) == []
