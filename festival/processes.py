"""Processes that live and die together."""

import signal
import subprocess
import time

PATIENCE = 15.0
STEP = 0.1


def run_together(commands: list[list[str]]) -> int:
    """Run the commands until one of them ends or we are told to stop; then end them all.

    Returns 0 after a signal, else the exit code of the one that ended by itself (1 for a clean one:
    the others cannot go on without it). Those that do not end within 15 seconds are killed.
    """
    told: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda sign, frame: told.append(sign))
    # In sessions of their own: Ctrl-C at the terminal reaches us alone, and we end them in order.
    children = [subprocess.Popen(c, start_new_session=True) for c in commands]  # noqa: S603
    try:
        while not told and all(child.poll() is None for child in children):
            time.sleep(STEP)
        ended = [child.returncode for child in children if child.returncode is not None]
    finally:
        end(children)
    return 0 if told else (ended[0] or 1)


def end(children: list[subprocess.Popen]) -> None:
    for child in children:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(STEP, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
