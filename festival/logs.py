"""Log lines without secrets, and without lines that somebody else wrote."""

import logging
import re

ADDRESS = re.compile(r"([A-Za-z0-9])[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]*@([A-Za-z0-9.-]+)")
SECRET = re.compile(
    r"(?i)\b(password\w*|secret\w*|token|key|signature|sessionid|csrftoken|csrfmiddlewaretoken)"
    r"(['\"]?\s*[=:]\s*['\"]?)[^\s'\"&,;)]+"
)
LINK = re.compile(r"(/(?:key|confirm-email|unsubscribe|invitation)/)[^/\s\"']+")
USER_INFO = re.compile(r"(://[^:/\s]*:)[^@/\s]+@")


def without_secrets(text: str) -> str:
    """Return the text with passwords, keys, link tokens and the names in mail addresses masked."""
    text = USER_INFO.sub(r"\1…@", text)
    text = LINK.sub(r"\1…", text)
    text = SECRET.sub(r"\1\2…", text)
    return ADDRESS.sub(r"\1…@\2", text)


class DiscreetFormatter(logging.Formatter):
    """One line per message, whatever the message holds; tracebacks follow, with secrets masked."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatMessage(self, record):
        message = "".join(
            c if c.isprintable() else c.encode("unicode_escape").decode() for c in record.message
        )
        record.message = without_secrets(message)
        return super().formatMessage(record)

    def formatException(self, ei):
        return without_secrets(super().formatException(ei))
