"""Passwords of screeners: sealed at rest, opened only to play the film, never shown again."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"screener password"


def seal(text: str) -> bytes:
    """Return `text` encrypted with the newest key; an empty text stays empty."""
    return _ring().encrypt(text.encode()) if text else b""


def unseal(sealed: bytes) -> str:
    """Return what was sealed; empty when there is nothing or when no key of the ring fits."""
    if not sealed:
        return ""
    try:
        return _ring().decrypt(bytes(sealed)).decode()
    except InvalidToken:
        return ""


def _ring() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_from(secret)) for secret in secrets])


def _key_from(secret: str) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(key)
