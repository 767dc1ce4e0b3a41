"""How values and states look: the table of DESIGN.md section 8 and short forms for lists."""

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext_lazy as _

from festival.world import partial_dates
from festival.world.reading import locale_of

# state -> (icon, wash, label)
STATES = {
    "draft": ("pen", "", _("Draft")),
    "waiting_for_payment": ("clock", "warn", _("Waiting for payment")),
    "sent": ("send", "info", _("Sent")),
    "opened": ("eye", "info", _("Opened")),
    "in_review": ("half", "review", _("In review")),
    "needs_something": ("warn", "warn", _("Needs something from you")),
    "shortlisted": ("flag", "short", _("Shortlisted")),
    "waiting_list": ("wave", "short", _("Waiting list")),
    "selected": ("tick", "ok", _("Selected")),
    "award": ("laurel", "award", _("Award")),
    "not_selected": ("dash", "", _("Not selected")),
    "withdrawn": ("back", "", _("Withdrawn")),
    "disqualified": ("cross", "bad", _("Disqualified")),
    "public": ("eye", "ok", _("Public")),
    "hidden": ("lock", "", _("Hidden")),
    "open": ("dot", "ok", _("Open for entries")),
    "closed": ("lock", "", _("Closed")),
    "complete": ("tick", "ok", _("Complete")),
    "incomplete": ("half", "warn", _("Not complete")),
}


def partial_date(iso, *, short=False) -> str:
    """An ISO text of year, month or day precision as people write it."""
    try:
        date = partial_dates.from_iso(str(iso or ""))
    except ValueError:
        return str(iso or "")
    if not short or date.precision == "year":
        return date.format()
    if date.precision == "month":
        return format_skeleton("yMMM", date.first_day, locale=locale_of())
    return format_date(date.first_day, "medium", locale=locale_of())
