"""The loop of the worker."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connection

from festival.letters.sending import send_due
from festival.probe import PULSE

PAUSE = 2  # seconds between two looks into the outbox
logger = logging.getLogger(__name__)
# What else the worker does at each look; the work puts its own in, because the house must not
# import it. A job is short, returns how much it did, and may run in two workers at once.
JOBS: list[Callable[[], int]] = []


def run(stop, pulse=PULSE) -> None:
    """Send letters until the event `stop` is set; at least one look, also when it is set already.

    A database that is away is waited for. The file `pulse` is touched at each look.
    """
    while True:
        _touch(pulse)
        close_old_connections()
        try:
            sent = send_due()
        except DatabaseError as error:
            logger.warning("The outbox is out of reach: %s", type(error).__name__)
            connection.close()
            sent = 0
        sent += _do_jobs()
        if stop.is_set() or (not sent and stop.wait(PAUSE)):
            return


def _do_jobs() -> int:
    """Do each job; one that fails is told in the log and stops neither letters nor other jobs."""
    done = 0
    for job in JOBS:
        try:
            done += job()
        except Exception as error:
            logger.warning("A job of the worker failed: %s", type(error).__name__)
            if isinstance(error, DatabaseError):
                connection.close()
    return done


def _touch(pulse) -> None:
    try:
        pulse.touch()
    except OSError as error:
        logger.warning("No sign of life can be left: %s", error.strerror)
