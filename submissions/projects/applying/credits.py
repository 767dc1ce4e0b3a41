"""The credits of a record: people and companies found again, or written down anew."""

from submissions.projects import actions
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
        super().save(by)

    def fill(self, row, form, by):
        said, name = self.named[id(row)], " ".join(form.cleaned_data["name"].split())
        if self._is_company(row, said):
            row.person, row.organisation = None, self._company(row, said, name, by)
            return
        row.person, row.organisation = self._person(row, said, name, by), None
        if said["native_name"] is not None:
            native = form.cleaned_data["native_name"]
            actions.write_native_name(person=row.person, text=native, by=by)

    def _is_company(self, row, said):
        if said["organisation"] or said["person"]:
            return bool(said["organisation"])
        return row.role in ORGANISATION_ROLES

    def _person(self, row, said, name, by):
        meant = self.people.get(said["person"]) if _is_code(said["person"]) else None
        return next(
            (one for one in (meant, row.person) if one and one.name.casefold() == name.casefold()),
            None,
        ) or actions.person_named(name, by=by)

    def _company(self, row, said, name, by):
        there = row.organisation
        if there and there.name == name:
            return there
        code = said["organisation"] if _is_code(said["organisation"]) else ""
        own = Organisation.objects.filter(created_by=by, name=name, code=code).first()
        return own or actions.organisation_named(name, by=by)


def _is_code(value) -> bool:
    return isinstance(value, str) and value.isascii() and value.isalnum()
