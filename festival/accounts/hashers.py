"""How passwords are kept."""

from threading import BoundedSemaphore

from django.contrib.auth.hashers import Argon2PasswordHasher

_AT_A_TIME = BoundedSemaphore(4)


class FoyerArgon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane: the minimum that OWASP asks for, about 50 ms.

    Four at a time in one process, so that a crowd at the door cannot use up the memory.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1

    def encode(self, password, salt):
        with _AT_A_TIME:
            return super().encode(password, salt)

    def verify(self, password, encoded):
        with _AT_A_TIME:
            return super().verify(password, encoded)
