"""The compose file and the image ask for no more rights than needed and hold no secret."""

import os
import re
import threading
import time

import pytest
import yaml
from django.conf import settings

from festival import probe
from festival.environment import DATABASES
from festival.letters import worker

ROOT = settings.BASE_DIR
TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
OURS = ["migrate", "web", "worker"]
KEYS = {
    *("image", "build", "restart", "read_only", "tmpfs", "cap_drop", "security_opt", "volumes"),
    *("environment", "command", "ports", "healthcheck", "depends_on"),
}
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def test_the_file_has_the_services_and_volumes_that_the_guide_names():
    assert set(SERVICES) == {*OURS, "db"}
    assert set(COMPOSE) == {"name", "x-site", "services", "volumes"}
    assert set(COMPOSE["volumes"]) == {"media", "database"}


@pytest.mark.parametrize("name", SERVICES)
def test_services_use_known_keys_and_declared_volumes(name):
    service = SERVICES[name]
    assert set(service) <= KEYS
    assert {line.split(":")[0] for line in service["volumes"]} <= set(COMPOSE["volumes"])
    assert set(service.get("depends_on", {})) <= set(SERVICES)
    assert isinstance(service.get("restart"), str)


@pytest.mark.parametrize("name", ["web", "worker", "db"])
def test_what_keeps_running_tells_whether_it_is_well(name):
    check = SERVICES[name]["healthcheck"]
    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert {"interval", "timeout", "start_period", "retries"} <= set(check)
    for span in ("interval", "timeout", "start_period"):
        assert re.fullmatch(r"\d+s", check[span])


@pytest.mark.parametrize("name", OURS)
def test_our_containers_have_no_rights_to_lose(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["depends_on"]["db"]["condition"] == "service_healthy"


def test_pages_wait_for_the_migrations():
    for name in ("web", "worker"):
        assert SERVICES[name]["depends_on"]["migrate"]["condition"] == (
            "service_completed_successfully"
        )


def test_the_file_holds_no_secret_and_nothing_starts_without_them():
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "SITE_URL"):
        uses = re.findall(r"\$\{" + name + r"[^}]*\}", TEXT)
        assert uses
        assert all(use.startswith("${" + name + ":?") for use in uses)
    assert SERVICES["web"]["environment"]["DATABASE_URL"].split("://")[0] in DATABASES


def test_only_the_proxy_of_this_machine_reaches_the_site():
    assert SERVICES["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert all("ports" not in SERVICES[name] for name in SERVICES if name != "web")


def test_the_containers_know_settings_that_exist():
    source = (ROOT / "festival" / "settings.py").read_text()
    for name in OURS:
        for variable in SERVICES[name]["environment"]:
            assert f'"{variable}"' in source


def test_the_image_runs_as_a_number_that_is_not_root():
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", last, re.M)
    assert re.search(r"^HEALTHCHECK .*festival\.probe", last, re.M)
    assert re.search(r"^CMD \[", last, re.M)
    assert len(re.findall(r"^FROM ", DOCKERFILE, re.M)) == 2


def test_only_what_the_site_needs_is_sent_to_the_build():
    rules = (ROOT / ".dockerignore").read_text().split()
    assert rules[0] == "*"
    assert {".env", "var", ".git"}.isdisjoint(rule.strip("!/") for rule in rules)


def test_the_probe_asks_by_the_name_of_the_site(live_server, monkeypatch, settings):
    settings.ALLOWED_HOSTS = ["films.example.org"]
    monkeypatch.setenv("PORT", live_server.url.rpartition(":")[2])
    monkeypatch.setenv("SITE_URL", "https://films.example.org")
    assert probe.is_well()
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example.org")
    assert not probe.is_well()


def test_the_probe_finds_a_dead_site_unwell(monkeypatch):
    monkeypatch.setenv("PORT", "1")
    assert not probe.is_well()


def test_the_probe_knows_a_worker_by_its_last_look_into_the_outbox(tmp_path, transactional_db):
    pulse = tmp_path / "pulse"
    assert not probe.is_working(pulse)
    stop = threading.Event()
    stop.set()
    worker.run(stop, pulse)
    assert probe.is_working(pulse)
    os.utime(pulse, (0, time.time() - probe.LONGEST_SILENCE - 1))
    assert not probe.is_working(pulse)
    worker.run(stop, pulse)
    assert probe.is_working(pulse)


def test_a_worker_without_a_place_for_its_pulse_goes_on(tmp_path, transactional_db):
    stop = threading.Event()
    stop.set()
    worker.run(stop, tmp_path / "nowhere" / "pulse")
    assert not (tmp_path / "nowhere").exists()
