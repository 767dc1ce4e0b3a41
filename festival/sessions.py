"""Sessions in the database that know when they began."""

import time

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Keep the second of sign-in as `began_at`; the middleware ends a session by it."""

    def create(self):
        self.setdefault("began_at", int(time.time()))
        super().create()

    def cycle_key(self):
        # Every sign-in and every new password gives the session a new key: here it begins again.
        self["began_at"] = int(time.time())
        super().cycle_key()
