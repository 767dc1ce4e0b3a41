"""Blocks of a record that a project has once: columns, and lists of dicts inside columns."""

from copy import copy

from django.utils.translation import gettext as _

from festival.world import currencies
from festival.world.money import LARGEST, Money
from submissions.projects.applying.judging import judged, listed, sentences
from submissions.projects.display import label_of
from submissions.projects.forms.budget import BudgetForm
from submissions.projects.forms.copies import TrailerForm
from submissions.projects.forms.identity import (
    AiUseRows,
    FactsForm,
    TitleForm,
    TranslationRows,
    VisibilityForm,
)
from submissions.projects.forms.specs import SpecsForm, SubtitleRows
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.models import Budget, Specs, Trailer
from submissions.projects.visibility import CHOOSABLE, FIELDS
from submissions.projects.vocabulary import ProjectType


class Single:
    """One row of a project; what the record does not name keeps its value."""

    related, model, form = "", None, None

    def __init__(self, project, block, value, *, here):
        self.project, self.block, self.problems = project, block, []
        if not isinstance(value, dict):
            self.problems = sentences(block, [_("These are not fields of a record")])
            value = {}
        self.row = copy(self.existing())
        self.values = here[block] | value
        self.judge()

    def existing(self):
        row = getattr(self.project, self.related, None)
        return row or self.model(project=self.project)

    def judge(self):
        self.take(self.form)

    def take(self, form_class, *, more=None, **kwargs):
        """Let one form judge its fields and write them into the row."""
        form, told = judged(
            form_class, self.block, self.values, more=more, instance=self.row, **kwargs
        )
        self.problems += sentences(self.block, told)
        return form

    def take_list(self, name, formset):
        """Judge the list of dicts in one column."""
        rows, told = listed(self.block, self.values.get(name, []), formset.max_num)
        label, kept = label_of(self.block, name), []
        for number, values in enumerate(rows, start=1):
            form, found = judged(formset.form, self.block, values)
            told += [f"{label} {number}: {text}" for text in found]
            kept.append({key: form.cleaned_data.get(key) for key in values if key in form.fields})
        self.problems += sentences(self.block, told)
        setattr(self.row, name, kept)

    def save(self, by):
        """Write the row and let the project hold it."""
        self.row.save()
        setattr(self.project, self.related, self.row)


class IdentityForm(FactsForm, TitleForm):
    """All columns of the project that the record has, in one form."""

    class Meta(TitleForm.Meta):
        fields = [name for name in FIELDS["identity"] if name not in ("translations", "ai_use")]


class Identity(Single):
    def existing(self):
        return self.project

    def judge(self):
        types = self.values["project_types"]
        if isinstance(types, list):
            # Types of another kind of project may stay where they are, as in the editor.
            self.row.project_types = [each for each in types if each in ProjectType.values]
        self.columns = [*self.take(IdentityForm).fields, "translations", "ai_use"]
        self.take_list("translations", TranslationRows)
        self.take_list("ai_use", AiUseRows)

    def save(self, by):
        """Write the columns of the block into the project that the caller holds."""
        for name in self.columns:
            setattr(self.project, name, getattr(self.row, name))
        self.project.save(update_fields=[*self.columns, "changed_at"])


class Technical(Single):
    related, model, form = "specs", Specs, SpecsForm

    def judge(self):
        self.take(SpecsForm, kind=self.project.kind)
        if "subtitles" in SPECS_OF_KIND[self.project.kind]:
            self.take_list("subtitles", SubtitleRows)


class Costs(Single):
    """Total and currency in one; the band follows from them."""

    related, model, form = "budget", Budget, BudgetForm

    def judge(self):
        total, currency = self.values.get("total"), self.values.get("currency")
        is_known = isinstance(currency, str) and currencies.is_known(currency)
        if (currency and not is_known) or (total is not None and not currency):
            self._refuse("currency")
            return
        if total is not None and (type(total) is not int or not 0 <= total <= LARGEST):
            self._refuse("total")
            return
        amount = Money(total, currency).plain() if total is not None else ""
        more = {"money_amount": amount, "money_currency": currency or ""}
        form = self.take(BudgetForm, more=more)
        if form.is_valid():
            self.row = form.save(commit=False)

    def _refuse(self, name):
        text = _("“%(label)s” holds something of another kind") % {
            "label": label_of(self.block, name)
        }
        self.problems += sentences(self.block, [text])


class Clip(Single):
    related, model, form = "trailer", Trailer, TrailerForm


class Audiences:
    """Which block is shown to whom; one that is not named is shown as by default."""

    def __init__(self, project, block, value, *, here):
        self.project, self.problems = project, []
        if not isinstance(value, dict):
            self.problems = sentences(block, [_("These are not fields of a record")])
            value = {}
        levels = {each: str(CHOOSABLE[each]) for each in CHOOSABLE} | value
        self.form, told = judged(VisibilityForm, block, levels, chosen=value)
        self.problems += sentences(block, told)

    def save(self, by):
        """Write the choices that were made."""
        self.project.visibility = self.form.values()
        self.project.save(update_fields=["visibility", "changed_at"])


ONE_OF_EACH = {
    "visibility": Audiences,
    "identity": Identity,
    "specs": Technical,
    "budget": Costs,
    "trailer": Clip,
}
