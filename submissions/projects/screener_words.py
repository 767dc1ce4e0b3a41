"""What people read about the link of a screener."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.projects.vocabulary import LinkState

_SENTENCES = {
    LinkState.UNKNOWN: gettext_lazy("We could not tell whether it plays."),
    LinkState.OK: gettext_lazy("The page of the film answers."),
    LinkState.SLOW: gettext_lazy("The page answers, but it takes more than three seconds."),
    LinkState.WRONG_LENGTH: gettext_lazy(
        "The video has another length than your record: another cut, or a wrong figure."
    ),
    LinkState.NEEDS_PASSWORD: gettext_lazy(
        "The page asks for a password, and none is kept here. Festivals cannot watch it."
    ),
    LinkState.DEAD: gettext_lazy("The page does not answer. Festivals cannot watch it."),
}
# Icon and colour of each state.
LOOKS = {
    LinkState.UNKNOWN: ("clock", ""),
    LinkState.OK: ("tick", "ok"),
    LinkState.SLOW: ("warn", "warn"),
    LinkState.WRONG_LENGTH: ("warn", "warn"),
    LinkState.NEEDS_PASSWORD: ("lock", "bad"),
    LinkState.DEAD: ("cross", "bad"),
}


def sentence_of(state: str) -> str:
    """Return what the state of a link means."""
    return str(_SENTENCES[LinkState(state)])


def said_of(screener) -> str:
    """Return one line on the last look at the link; empty for a row without an address."""
    if screener.pk and not screener.is_link:
        return _("The film lies on this site.")
    if not screener.pk or not screener.url:
        return ""
    if screener.checked_at is None:
        return _("The link is being checked. Come back in a minute.")
    at = date_format(screener.checked_at, "j F, H:i")
    words = {"when": at, "sentence": sentence_of(screener.check_state)}
    return _("Checked %(when)s UTC: %(sentence)s") % words
