"""Read the settings of the site from the environment; what is malformed is said with its name."""

import os
import secrets
import tempfile
import zoneinfo
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
YES, NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})
DATABASES = {"sqlite", "postgres", "postgresql"}
CACHES = {"dbcache", "filecache", "locmemcache"}
MAILS = {"consolemail", "filemail", "smtp", "smtp+tls", "smtp+ssl"}
KEY_LENGTH, KEY_VARIETY = 50, 5


class Malformed(ValueError):
    """What a setting must look like, as the end of a sentence that starts with its name."""


def read(name: str, default: str, parse: Callable):
    """Return the parsed value of the variable; an empty one counts as not set."""
    try:
        return parse(os.environ.get(name, "").strip() or default)
    except Malformed as problem:
        raise ImproperlyConfigured(f"{name} {problem}.") from None


def word(text: str) -> str:
    if not text or not text.isprintable():
        raise Malformed("must be one line of text")
    return text


def truth(text: str) -> bool:
    if text.lower() not in YES | NO:
        raise Malformed("must be true or false")
    return text.lower() in YES


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a parser for the whole numbers from `least` to `most`."""

    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise Malformed(f"must be a whole number from {least} to {most}")
        return int(text)

    return parse


def zone(text: str) -> str:
    if text not in zoneinfo.available_timezones():
        raise Malformed("must be a time zone name such as Europe/Warsaw")
    return text


def site_url(text: str) -> SplitResult:
    """Return the parts of the address that people type; no path, no query, no user."""
    try:
        parts = urlsplit(text.rstrip("/"))
        well_formed = parts.hostname and (parts.port or True)
    except ValueError:
        well_formed = False
    if not well_formed or parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        raise Malformed("must be an address such as https://films.example.org")
    if parts.path or parts.query or parts.fragment:
        raise Malformed("must end after the host: the site cannot live below a path")
    return parts


def hosts(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if any(set(name) & set("/@ ?#") for name in names):
        raise Malformed("must be host names with commas between, without http://")
    return names


def database(text: str) -> dict:
    """Return the entry for DATABASES of a sqlite:// or postgres:// address."""
    parts = _address(text, DATABASES, "sqlite:///path or postgres://user:password@host/name")
    if parts.scheme == "sqlite" and (parts.netloc or not parts.path.strip("/")):
        raise Malformed("must have three slashes before a relative path, four before a full one")
    if parts.scheme != "sqlite" and not parts.path.strip("/"):
        raise Malformed("must end with the name of the database, as in postgres://host/foyer")
    return environ.Env.db_url_config(text)


def cache(text: str) -> dict:
    """Return the entry for CACHES: a table of the database, a folder, or one process's memory."""
    _address(text, CACHES, "dbcache://table, filecache:///path or locmemcache://")
    return environ.Env.cache_url_config(text)


def mail(text: str) -> dict:
    """Return the EMAIL_ settings of a consolemail://, filemail:// or smtp address."""
    parts = _address(
        text, MAILS, "consolemail://, filemail:///path or smtp+tls://user:password@host:587"
    )
    if parts.scheme.startswith("smtp") and not parts.hostname:
        raise Malformed("must name the mail server")
    settings = environ.Env.email_url_config(text)
    if parts.scheme == "filemail":
        settings["EMAIL_FILE_PATH"] = parts.path
    return {key: value for key, value in settings.items() if value is not None}


def folder(text: str) -> Path:
    """Return the folder of a file:// address, where uploads are kept."""
    parts = _address(text, {"file"}, "file:///path (other storages are not in this version)")
    if parts.netloc or not parts.path.startswith("/"):
        raise Malformed("must be a full path with three slashes before it, as in file:///srv/media")
    return Path(parts.path)


def accel_prefix(text: str) -> str:
    """Return the inner address of the media folder at the proxy; empty where there is none."""
    if text and not (text.startswith("/") and text.endswith("/") and text.isprintable()):
        raise Malformed("must start and end with a slash, as in /films/")
    return text


def contact(text: str) -> str:
    if not text.startswith(("mailto:", "https://")):
        raise Malformed("must start with mailto: or https://")
    return word(text)


def secret_key(kept_in: Path | None) -> Callable[[str], str]:
    """Return a parser for keys that nobody can guess; without one the key of `kept_in` is used."""

    def parse(text: str) -> str:
        key = text or (kept_key(kept_in) if kept_in else "")
        if len(key) < KEY_LENGTH or len(set(key)) < KEY_VARIETY or key.startswith("django-insec"):
            raise Malformed(f"must be at least {KEY_LENGTH} random characters")
        return key

    return parse


def kept_key(path: Path) -> str:
    """Return the key in the file at `path`, made there once; for a site on this machine alone."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:
        draft.write(secrets.token_urlsafe(KEY_LENGTH))
        draft.flush()
        # A link, so that of two processes that start at once one key wins for both.
        with suppress(FileExistsError):
            os.link(draft.name, path)
    return path.read_text().strip()


def _address(text: str, schemes: set[str], example: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        known = parts.scheme in schemes and (parts.port or True)
    except ValueError:
        known = False
    if not known:
        raise Malformed(f"must look like {example}")
    return parts
