"""The credits of a record: people and companies found again, or written down anew."""

from submissions.projects import actions, crediting
from submissions.projects.applying.judging import judged
from submissions.projects.applying.rows import Rows
from submissions.projects.forms.credits import CreditRows
from submissions.projects.models import Credit, Organisation, Person
from submissions.projects.vocabulary import ORGANISATION_ROLES

_NAMED = ("name", "person", "organisation", "native_name")


class Credits(Rows):
    """A code counts only for people whom somebody of this project wrote down, under that name."""

    model, formset = Credit, CreditRows

    def __init__(self, *args, **kwargs):
        self.named = {}
        super().__init__(*args, **kwargs)

    def kept(self):
        return list(self.project.credits.select_related("person", "organisation"))

    def judge(self, instance, values):
        form, told = judged(
            self.formset.form, self.block, values, instance=instance, kind=self.project.kind
        )
        self.named[id(instance)] = {name: values.get(name) for name in _NAMED}
        return form, told

    def save(self, by):
        codes = {row["person"] for row in self.named.values() if _is_code(row["person"])}
        known = Person.objects.known_to(self.project, by).filter(code__in=codes)
        self.people = {person.code: person for person in known}
        named = [
            self._name(form)
            for row, form in self.forms
            if form is not None and self._is_unknown(row, form)
        ]
        self.fresh = crediting.people_named(named, by=by)
        super().save(by)

    def _is_unknown(self, row, form) -> bool:
        said = self.named[id(row)]
        return not self._is_company(row, said) and not self._found(row, said, self._name(form))

    def _name(self, form) -> str:
        return " ".join(form.cleaned_data["name"].split())

    def fill(self, row, form, by):
        said, name = self.named[id(row)], self._name(form)
        if self._is_company(row, said):
            row.person, row.organisation = None, self._company(row, said, name, by)
            return
        row.person, row.organisation = self._person(row, said, name), None
        if said["native_name"] is not None:
            native = form.cleaned_data["native_name"]
            actions.write_native_name(person=row.person, text=native, by=by)

    def _is_company(self, row, said):
        if said["organisation"] or said["person"]:
            return bool(said["organisation"])
        return row.role in ORGANISATION_ROLES

    def _person(self, row, said, name):
        return self._found(row, said, name) or self.fresh[crediting.key(name)]

    def _found(self, row, said, name) -> Person | None:
        """Return who is meant: by the code, or whom the row names already."""
        meant = self.people.get(said["person"]) if _is_code(said["person"]) else None
        same = (
            each for each in (meant, row.person) if each and each.name.casefold() == name.casefold()
        )
        return next(same, None)

    def _company(self, row, said, name, by):
        there = row.organisation
        if there and there.name == name:
            return there
        code = said["organisation"] if _is_code(said["organisation"]) else ""
        own = Organisation.objects.filter(created_by=by, name=name, code=code).first()
        return own or actions.organisation_named(name, by=by)


def _is_code(value) -> bool:
    return isinstance(value, str) and value.isascii() and value.isalnum()
