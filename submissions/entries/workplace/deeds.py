"""The forms by which the festival's people act on one entry, each with its action.

Every form carries what the page showed (`seen`): the action starts from there, so that a change
by somebody else in between is refused and never overwritten.
"""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from festival.accounts.access import NotAllowed
from festival.accounts.roles import Permission
from festival.ui.admin.instants import WallField
from festival.ui.forms import PortalForm
from submissions.entries import actions
from submissions.entries.notes import write_note
from submissions.entries.status import AXES, AwardResult
from submissions.entries.workplace import choices


def seen_of(submission) -> str:
    """Return the axes of the entry as one text for a hidden field."""
    return ":".join(getattr(submission, axis) for axis in AXES.values())


def go_back_to(submission, seen: str) -> None:
    """Set the axes of the object in memory to what the page showed; ValueError if it cannot be."""
    for (axis, values), value in zip(choices.KINDS.items(), seen.split(":"), strict=True):
        setattr(submission, axis, values(value).value)


class Deed(PortalForm, forms.Form):
    """One thing that can be done; `may` is the permission that it needs."""

    may = Permission.DECIDE
    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, *args, submission, by, **kwargs):
        self.submission, self.by = submission, by
        kwargs.setdefault("initial", {})["seen"] = seen_of(submission)
        super().__init__(*args, **kwargs)

    def full_clean(self):
        """Read times as the clocks of the festival show them."""
        with timezone.override(self.submission.call.time_zone):
            super().full_clean()

    def perform(self) -> str:
        """Do it and return the sentence that says so; NotAllowed where the rules refuse."""
        try:
            go_back_to(self.submission, self.cleaned_data["seen"])
        except ValueError as error:
            raise NotAllowed(_t("This page is out of date. Look at the entry again")) from error
        return self.act()


def _reason(help_text=""):
    return forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        help_text=help_text,
        widget=forms.Textarea({"rows": 2}),
    )


class MoveForm(Deed):
    """One step on one axis: the pressed button names the next status."""

    to = forms.CharField(max_length=40, widget=forms.HiddenInput)
    reason = _reason()

    def clean_to(self):
        step = choices.step_of(self.cleaned_data["to"])
        if step is None:
            raise forms.ValidationError(_("Choose one of the steps"))
        return step

    def act(self):
        choices.take(self.submission, self.cleaned_data["to"], self.by, self.cleaned_data["reason"])
        label = self.cleaned_data["to"].label
        return _t("%(title)s: %(status)s") % {"title": self.submission.title, "status": label}


class AskForm(Deed):
    """Ask the filmmaker for something until a day."""

    wanted = forms.CharField(
        label=_("What the entry needs"),
        max_length=500,
        help_text=_("The filmmaker reads these words."),
        widget=forms.Textarea({"rows": 2}),
    )
    wanted_by = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def act(self):
        actions.ask(
            submission=self.submission,
            wanted=self.cleaned_data["wanted"],
            wanted_by=self.cleaned_data["wanted_by"],
            by=self.by,
        )
        return _t("%(title)s is asked for something") % {"title": self.submission.title}


class OpenForm(Deed):
    """Note that the festival has opened the entry."""

    may = Permission.SEE_ENTRIES

    def act(self):
        actions.open_entry(submission=self.submission, by=self.by)
        return _t("The filmmaker sees now that you have opened it")


class ReleaseForm(Deed):
    """Let the filmmaker read the decision."""

    may = Permission.RELEASE

    def act(self):
        choices.release_seen(self.submission, self.by)
        return _t("Released. The letter is on its way")


class AwardForm(Deed):
    """Record a result of the fourth axis."""

    result = forms.ChoiceField(label=_("Result"), choices=AwardResult)
    name = forms.CharField(label=_("Award"), max_length=200, required=False)
    public_from = WallField(label=_("Public from"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["public_from"].help_text = _t(
            "In the time of %(zone)s. Left empty, only the festival knows it."
        ) % {"zone": self.submission.call.time_zone}

    def act(self):
        given = {name: self.cleaned_data[name] for name in ("result", "name", "public_from")}
        award = actions.give_award(submission=self.submission, by=self.by, **given)
        return _t("%(title)s: %(award)s") % {"title": self.submission.title, "award": award}


class NoteForm(Deed):
    """Rewrite the internal note, unless somebody else has just done so."""

    may = Permission.WRITE_NOTES
    note = forms.CharField(
        label=_("Internal note"),
        max_length=5000,
        required=False,
        help_text=_("Only the festival reads it."),
        widget=forms.Textarea({"rows": 4}),
    )
    before = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def __init__(self, *args, submission, **kwargs):
        note = submission.internal_note
        kwargs["initial"] = {"note": note, "before": note}
        super().__init__(*args, submission=submission, **kwargs)

    def act(self):
        write_note(
            submission=self.submission,
            text=self.cleaned_data["note"],
            before=self.cleaned_data["before"],
            by=self.by,
        )
        return _t("The note is kept")


DEEDS = {
    "move": MoveForm,
    "ask": AskForm,
    "open": OpenForm,
    "release": ReleaseForm,
    "award": AwardForm,
    "note": NoteForm,
}
