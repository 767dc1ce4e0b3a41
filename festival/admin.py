"""The desks of this app's slices, where Django looks for them."""

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group

from festival.accounts import admin as accounts
from festival.calls import admin as calls
from festival.letters import admin as letters

# Rights come from roles at a festival, and an address is proved by a letter: neither is typed.
admin.site.unregister([Group, EmailAddress])

__all__ = ["accounts", "calls", "letters"]
