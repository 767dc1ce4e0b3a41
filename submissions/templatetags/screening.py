"""What the pages of an entry say about its screener."""

from django import template

from submissions.screeners import ledger

register = template.Library()


@register.inclusion_tag("submissions/screeners/_watched.html")
def watched(entry):
    """Figures without names for the filmmaker: how many opened it, how much they watched."""
    return {"entry": entry, "watched": ledger.of_entry(entry)}


@register.inclusion_tag("submissions/screeners/_watched_here.html")
def watched_here(entry):
    """The way to the screener for the festival, and the figures that the filmmaker sees."""
    return {"entry": entry, "watched": ledger.of_entry(entry)}
