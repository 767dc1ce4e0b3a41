"""The desks of this app's slices, where Django looks for them."""

from django.contrib import admin

from submissions.entries import admin as entries
from submissions.entries.workplace import overview
from submissions.projects import admin as projects

admin.site.panels.append(overview.panel)

__all__ = ["entries", "projects"]
