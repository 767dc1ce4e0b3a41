"""Commands do what the README says, and the README names every command."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from urllib.error import URLError

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command, get_commands

from festival.management.commands.serve import web_server

ROOT = settings.BASE_DIR
OURS = sorted(name for name, app in get_commands().items() if app in {"festival", "submissions"})
SLEEP = "import time; time.sleep(60)"
# One write, so that the numbers of two children cannot mix.
ANNOUNCE = f"import os; os.write(1, b'%d\\n' % os.getpid()); {SLEEP}"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answer(address, of, seconds=40):
    """Return the body once the address answers; fails after `seconds`, or when the process ends."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.read()
        except (URLError, ConnectionError, TimeoutError):
            if time.monotonic() > deadline or of.poll() is not None:
                raise
            time.sleep(0.2)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def supervised(*programs):
    """Start run_together in a process of its own; children write to its output."""
    code = (
        "import sys; from festival.processes import run_together;"
        f"sys.exit(run_together([[sys.executable, '-c', p] for p in {list(programs)!r}]))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_when_one_process_ends_the_other_does_not_stay():
    with supervised(ANNOUNCE, "import time; time.sleep(1); raise SystemExit(3)") as parent:
        pid = int(parent.stdout.readline())
        assert parent.wait(20) == 3
    assert not is_alive(pid)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_all_processes_and_counts_as_success(number):
    with supervised(ANNOUNCE, ANNOUNCE) as parent:
        pids = [int(parent.stdout.readline()) for _ in range(2)]
        parent.send_signal(number)
        assert parent.wait(20) == 0
    assert not any(is_alive(pid) for pid in pids)


def test_a_process_that_ends_cleanly_still_ends_the_site():
    with supervised(SLEEP, "pass") as parent:
        assert parent.wait(20) == 1


def test_the_site_is_served_and_ends_with_its_command(tmp_path):
    port = free_port()
    environment = os.environ | {
        "PORT": str(port),
        "DEBUG": "true",
        "SITE_URL": "",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
    }
    command = [sys.executable, "manage.py", "serve", "--workers", "1"]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log) as site,
    ):
        try:
            assert b'"ok"' in answer(f"http://127.0.0.1:{port}/healthz", of=site)
        except URLError:
            pytest.fail(f"{site.poll()}: {(tmp_path / 'log').read_text()}")
        finally:
            site.terminate()
        assert site.wait(20) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_without_collected_styles_the_site_does_not_start(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    with pytest.raises(CommandError, match="collectstatic"):
        call_command("serve")


def test_the_server_has_room_for_slow_visitors():
    words = web_server("127.0.0.1", 8000, 2)
    assert int(words[words.index("--backpressure") + 1]) >= 1024
    assert words[words.index("--workers") + 1] == "2"


def test_every_command_is_documented():
    documents = (ROOT / "README.md").read_text() + (ROOT / "docs" / "operators.md").read_text()
    assert "serve" in OURS
    assert [name for name in OURS if f"manage.py {name}" not in documents] == []


def test_every_make_target_is_documented():
    targets = re.findall(r"^\.PHONY: (help .*)$", (ROOT / "Makefile").read_text(), re.M)[0].split()
    readme = (ROOT / "README.md").read_text()
    inner = {"help", "database"}
    assert [name for name in targets if name not in inner and f"`make {name}`" not in readme] == []


def test_every_command_explains_itself():
    for name in OURS:
        words = subprocess.run(
            [sys.executable, "manage.py", "help", name], cwd=ROOT, capture_output=True, text=True
        )
        assert words.returncode == 0, words.stderr
        assert "usage:" in words.stdout
