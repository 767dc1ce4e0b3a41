"""Lines of the history as sentences for the team."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.projects.completeness import SECTION_LABELS
from submissions.projects.display import choice, joined
from submissions.projects.vocabulary import Deed, TeamRole

LINES_ON_A_PAGE = 50
_WITH_ROLE = {
    Deed.INVITED: gettext_lazy("Invited %(who)s as %(role)s"),
    Deed.ROLE_CHANGED: gettext_lazy("Made %(who)s %(role)s"),
    Deed.JOINED: gettext_lazy("Joined the team as %(role)s"),
}
_WITH_NAME = {
    Deed.REVOKED: gettext_lazy("Took back the invitation of %(who)s"),
    Deed.REMOVED: gettext_lazy("Removed %(who)s from the team"),
    Deed.OFFERED: gettext_lazy("Offered the project to %(who)s"),
    Deed.KEPT: gettext_lazy("Kept version %(who)s"),
    Deed.RESTORED: gettext_lazy("Restored version %(who)s"),
    Deed.SENT: gettext_lazy("Submitted to %(who)s"),
    Deed.WITHDRAWN: gettext_lazy("Withdrew from %(who)s"),
    Deed.IMPORTED: gettext_lazy("Imported: %(who)s"),
}


@dataclass(frozen=True)
class Line:
    """One deed as a sentence, with the name of who did it."""

    at: datetime
    who: str
    text: str


def lines_of(project, number):
    """Return the page `number` of the history, newest first, and its lines."""
    page = Paginator(project.history.for_page(), LINES_ON_A_PAGE).get_page(number)
    return page, [_line(change) for change in page]


def newest_lines(project, count=20):
    """Return the newest lines of the history."""
    return [_line(change) for change in project.history.for_page()[:count]]


def _line(change) -> Line:
    who = change.by.name if change.by else _("Somebody whose account is deleted")
    return Line(change.at, who, _text(change.what, change.detail))


def _text(what: str, detail: str) -> str:
    if what == Deed.SAVED:
        names = joined(SECTION_LABELS.get(key, key) for key in detail.split(",") if key)
        return _("Saved: %(sections)s") % {"sections": names} if names else _("Saved")
    if what in _WITH_ROLE:
        role, _space, who = detail.partition(" ")
        return _WITH_ROLE[what] % {"who": who, "role": choice(TeamRole, role).lower()}
    if what in _WITH_NAME and detail:
        return _WITH_NAME[what] % {"who": detail}
    return ": ".join(filter(None, [choice(Deed, what), detail]))
