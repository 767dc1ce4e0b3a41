"""Everything that changes an entry."""

from submissions.entries.actions.answering import answer, discard, withdraw
from submissions.entries.actions.moving import (
    LONGEST_REASON,
    ask,
    decide,
    give_award,
    move,
    open_entry,
    release,
    start_review,
)
from submissions.entries.actions.sending import (
    TooLate,
    begin,
    choose,
    entries_left,
    send,
    send_all,
)

__all__ = [
    "LONGEST_REASON",
    "TooLate",
    "answer",
    "ask",
    "begin",
    "choose",
    "decide",
    "discard",
    "entries_left",
    "give_award",
    "move",
    "open_entry",
    "release",
    "send",
    "send_all",
    "start_review",
    "withdraw",
]
