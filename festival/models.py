"""The models of this app's slices, where Django looks for them."""

from festival.accounts.models import Membership, User
from festival.calls.models import Call, Category, Deadline, Edition, Fee, Festival
from festival.letters.models import Letter

__all__ = [
    "Call",
    "Category",
    "Deadline",
    "Edition",
    "Fee",
    "Festival",
    "Letter",
    "Membership",
    "User",
]
