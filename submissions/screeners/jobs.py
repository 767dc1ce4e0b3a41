"""What the worker does for screeners beside its letters, seldom enough to cost nothing."""

import time

from submissions.screeners import doctor, uploads

PAUSE = 20.0  # seconds between two looks for links that are due
HOUR = 3600.0


class Every:
    """A job that does something at most every so many seconds; at once again while it is busy."""

    def __init__(self, seconds: float, act):
        self.seconds, self.act, self.next = seconds, act, 0.0

    def __call__(self) -> int:
        if time.monotonic() < self.next:
            return 0
        done = self.act()
        self.next = 0.0 if done else time.monotonic() + self.seconds
        return done


def tidy() -> int:
    """Delete what is kept no longer; the next time is an hour later, whatever there was."""
    doctor.forget_old()
    uploads.tidy()
    return 0


JOBS = (Every(PAUSE, doctor.check_due), Every(HOUR, tidy))
