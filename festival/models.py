"""The models of this app's slices, where Django looks for them."""

from festival.accounts.models import Membership, User
from festival.letters.models import Letter

__all__ = ["Letter", "Membership", "User"]
