"""The conditions of a category in words, as its page and the submit flow show them."""

from django.utils.translation import gettext as _

from festival.calls import words
from festival.world import countries, durations
from festival.world.partial_dates import PartialDate


def conditions_of(category):
    """Yield what a project needs for `category`, one short phrase for each condition."""
    if kinds := category.kinds or category.call.kinds:
        yield words.names_of(words.KIND_NAMES, kinds)
    if category.types:
        yield words.names_of(words.TYPE_NAMES, category.types)
    if runtime := _runtime(category.runtime_min, category.runtime_max):
        yield runtime
    if category.completed_from:
        day = PartialDate.of(category.completed_from).format()
        yield _("finished on %(day)s or later") % {"day": day}
    if category.countries:
        names = ", ".join(countries.name(code) for code in category.countries)
        yield _("from %(countries)s") % {"countries": names}
    if category.first_time_only:
        yield _("first-time filmmakers")
    if category.student_only:
        yield _("student projects")
    if category.premiere:
        yield _("asks for: %(premiere)s") % {"premiere": category.get_premiere_display()}


def _runtime(least, most) -> str:
    words_of = {"least": durations.short(least or 0), "most": durations.short(most or 0)}
    if least and most:
        return _("%(least)s to %(most)s") % words_of
    if least:
        return _("%(least)s or longer") % words_of
    return _("up to %(most)s") % words_of if most else ""
