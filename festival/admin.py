"""The desks of this app's slices, where Django looks for them."""

from festival.accounts import admin as accounts
from festival.letters import admin as letters

__all__ = ["accounts", "letters"]
