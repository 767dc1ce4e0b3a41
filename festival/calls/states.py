"""What may come next for a call, and what it needs before people see it."""

from django.utils.translation import gettext as _

from festival.calls.vocabulary import CallState

_S = CallState

TRANSITIONS: dict[CallState, frozenset[CallState]] = {
    _S.DRAFT: frozenset({_S.SCHEDULED}),
    _S.SCHEDULED: frozenset({_S.DRAFT, _S.JUDGING, _S.SUSPENDED}),
    _S.JUDGING: frozenset({_S.SCHEDULED, _S.DECIDED, _S.SUSPENDED}),
    _S.DECIDED: frozenset({_S.JUDGING, _S.ARCHIVED}),
    _S.ARCHIVED: frozenset({_S.DECIDED}),
    _S.SUSPENDED: frozenset({_S.SCHEDULED, _S.JUDGING, _S.ARCHIVED}),
}

_NEEDED = {
    "opens_at": lambda: _("Say when the call opens"),
    "closes_at": lambda: _("Say when the call closes"),
    "rules": lambda: _("Write the rules: filmmakers agree to them"),
    "notification_on": lambda: _("Say by which day filmmakers get their answer"),
    "contact_email": lambda: _("Give an address for questions"),
}


def following(state) -> list[CallState]:
    """Return `state` and what may come after it, in the order of the vocabulary."""
    now = CallState(state)
    return [each for each in CallState if each == now or each in TRANSITIONS[now]]


def missing(values: dict) -> dict[str, str]:
    """Return {field: sentence} for what a call of these values lacks before it is scheduled."""
    return {name: text() for name, text in _NEEDED.items() if not values.get(name)}


def obstacle(call, to) -> str:
    """Return why `call`, as it is stored, cannot become `to`; empty when it can."""
    if to not in following(call.state):
        return _("This state cannot follow the present one")
    if to == CallState.DRAFT and call.state != to and call.has_entries:
        return _("Filmmakers have begun entries: suspend the call instead")
    return ""
