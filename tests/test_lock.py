"""The locks pin all that the project asks for, for every platform, and name no place."""

import re
import tomllib

import pytest
from django.conf import settings
from packaging.requirements import Requirement

ROOT = settings.BASE_DIR
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
WANTED = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": (
        PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    ),
}
PIN = re.compile(
    r"^([a-z0-9._-]+)==([^\s;]+)[^\\]*\\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", re.M
)


def pins(lock):
    return {name: version for name, version, _ in PIN.findall((ROOT / lock).read_text())}


@pytest.mark.parametrize("lock", WANTED)
def test_the_lock_holds_what_the_project_asks_for(lock):
    pinned = pins(lock)
    for line in WANTED[lock]:
        wanted = Requirement(line)
        version = pinned[wanted.name.lower().replace("_", "-")]
        assert wanted.specifier.contains(version), f"{lock}: {line} but {version}"


@pytest.mark.parametrize("lock", WANTED)
def test_the_lock_names_no_place_and_has_a_hash_for_everything(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "index" not in text
    lines = [line for line in text.splitlines() if not line.startswith((" ", "#"))]
    assert len(lines) == len(pins(lock)) > 15


def test_both_locks_agree():
    development = pins("requirements-dev.txt")
    assert {name: development.get(name) for name in pins("requirements.txt")} == pins(
        "requirements.txt"
    )
