"""Blocks of a record that are rows of a table of their own."""

from django.utils.translation import gettext as _

from festival.world import currencies
from festival.world.money import LARGEST, Money
from submissions.projects.applying.judging import judged, listed, sentences
from submissions.projects.diff import matched
from submissions.projects.forms import budget, copies, showing
from submissions.projects.forms.rows import written_columns
from submissions.projects.models import (
    BudgetLine,
    DistributionRight,
    FilmCopy,
    PressItem,
    Reference,
    Screener,
    Screening,
)
from submissions.projects.record import ROWS
from submissions.projects.visibility import FIELDS
from submissions.projects.vocabulary import ScreenerKind


class Rows:
    """One block: its rows beside those that the project has, each judged before any is written."""

    model, formset = None, None
    # Fields that say nothing by which a row counts as changed.
    silent: frozenset = frozenset()

    def __init__(self, project, block, value, *, here):
        self.project, self.block = project, block
        given, told = listed(block, value, self.most)
        self.problems = sentences(block, told)
        kept = self.kept()
        row_of = {id(old): row for old, row in zip(here[block], kept, strict=True)}
        olds = [old for old in here[block] if self.is_ours(old)]
        given = [row for row in given if self.is_ours(row)]
        self.forms, self.gone, number = [], [], 0
        for old, new in matched(block, olds, given):
            if new is None:
                self.gone.append(row_of[id(old)])
                continue
            number += 1
            row = row_of[id(old)] if old is not None and self.is_same(old, new) else None
            if old is not None and row is None:
                self.gone.append(row_of[id(old)])
            self.take(number, row, old, new)

    @property
    def most(self) -> int:
        return self.formset.max_num

    def kept(self) -> list:
        return list(getattr(self.project, ROWS[self.block]).all())

    def is_ours(self, row: dict) -> bool:
        """Whether the row is one that a record can bring back."""
        return True

    def is_same(self, old: dict, new: dict) -> bool:
        """Whether the row that stands for `old` may go on as `new`."""
        return True

    def take(self, number, row, old, new):
        """Judge one row; one that says what it said before is only put into its place."""
        if row is not None and self._said(old) == self._said(new):
            self.forms.append((row, None))
            return
        instance = row or self.model(project=self.project)
        form, told = self.judge(instance, self._blank() | new)
        self.problems += sentences(self.block, told, number)
        self.forms.append((instance, form))

    def judge(self, instance, values):
        return judged(self.formset.form, self.block, values, instance=instance)

    def _said(self, row):
        return {name: row.get(name) for name in FIELDS[self.block] if name not in self.silent}

    def _blank(self):
        empty = self.model()
        return {name: getattr(empty, name) for name in FIELDS[self.block] if hasattr(empty, name)}

    def save(self, by):
        """Delete what is gone, write what is new or changed, in the order of the record."""
        if gone := [row.pk for row in self.gone]:
            self.model.objects.filter(pk__in=gone).delete()
        changed, moved = [], []
        for place, (row, form) in enumerate(self.forms, start=1):
            if form is None:
                if row.position != place:
                    row.position = place
                    moved.append(row)
                continue
            row.position = place
            self.fill(row, form, by)
            changed.append(row)
        self._write(changed)
        self.model.objects.bulk_update(moved, ["position"], batch_size=300)

    def _write(self, rows):
        """Write all of them in two queries, however many there are."""
        known, new = [row for row in rows if row.pk], [row for row in rows if not row.pk]
        self.model.objects.bulk_create(new)
        self.model.objects.bulk_create(
            known,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=written_columns(self.model),
        )

    def fill(self, row, form, by):
        """Set what the fields of the form do not; a subclass says what."""


class References(Rows):
    model, formset = Reference, showing.ReferenceRows

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        pairs = [(row.scheme, row.value) for row, _form in self.forms]
        if not self.problems and len(set(pairs)) < len(pairs):
            self.problems += sentences(self.block, [_("Each link or number stands once")])

    def is_same(self, old, new):
        # Two rows that swap their values would meet half way.
        return self._said(old) == self._said(new)


class Screenings(Rows):
    """A festival's word that it showed the work is not written from a record, only kept."""

    model, formset, silent = Screening, showing.ScreeningRows, frozenset({"verified_at"})

    def fill(self, row, form, by):
        row.verified_at = row.verified_by = None


class Rights(Rows):
    model, formset = DistributionRight, showing.RightRows

    def judge(self, instance, values):
        fee, currency = values.get("screening_fee"), values.get("screening_fee_currency")
        text, told = "", []
        if type(fee) is int and 0 <= fee <= LARGEST and currencies.is_known(str(currency)):
            text = f"{Money(fee, currency).plain()} {currency}"
        elif fee is not None or currency:
            told = [_("Give the screening fee as an amount and its currency")]
        more = {"fee": text}
        form, found = judged(self.formset.form, self.block, values, more=more, instance=instance)
        return form, told + found

    def fill(self, row, form, by):
        fee = form.cleaned_data["fee"]
        row.screening_fee = fee.amount if fee else None
        row.screening_fee_currency = fee.currency if fee else ""


class Press(Rows):
    model, formset = PressItem, showing.PressRows


class Copies(Rows):
    model, formset = FilmCopy, copies.CopyRows


class Screeners(Rows):
    """Links; a password stays with the link that it opens, and uploaded films stay as they are."""

    model, formset = Screener, copies.ScreenerRows

    def is_ours(self, row):
        return row.get("kind", ScreenerKind.LINK) == ScreenerKind.LINK

    def is_same(self, old, new):
        return old.get("url") == new.get("url")

    def judge(self, instance, values):
        form, told = judged(self.formset.form, self.block, values, instance=instance)
        if not values.get("url"):
            told = [text for text in told if text not in form.errors.get("url", ())]
        return form, told


class BudgetLines(Rows):
    """Lines of both sides, their amounts in minor units of the currency of the whole."""

    model, formset = BudgetLine, budget.CostRows
    sides = {BudgetLine.COST: budget.CostForm, BudgetLine.SOURCE: budget.SourceForm}

    def __init__(self, project, block, value, *, here, currency):
        self.currency = currency
        super().__init__(project, block, value, here=here)

    @property
    def most(self):
        return 2 * super().most

    def judge(self, instance, values):
        side = values.get("side")
        if not isinstance(side, str) or side not in self.sides:
            return None, [_("A line is spending or financing")]
        instance.side, amount, told = side, values.get("amount"), []
        if type(amount) is not int or not 0 <= amount <= LARGEST:
            amount, told = 0, [_("Enter the amount as a whole number of the smallest coin")]
        is_known = bool(self.currency) and currencies.is_known(self.currency)
        text = Money(amount, self.currency).plain() if is_known else str(amount)
        form, found = judged(
            self.sides[side], self.block, {**values, "amount": text}, instance=instance,
            currency=self.currency if is_known else "", kept_currency=self.currency,
        )  # fmt: skip
        return form, told + found

    def fill(self, row, form, by):
        row.amount = form.cleaned_data["amount"]


TABLES = {
    "references": References,
    "screenings": Screenings,
    "rights": Rights,
    "press": Press,
    "copies": Copies,
    "screeners": Screeners,
}
