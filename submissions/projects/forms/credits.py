"""Who made it: one row for each line of the end roll."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from festival.ui import suggestions
from festival.ui.widgets import NamesInput
from submissions.projects import actions, crediting
from submissions.projects.completeness import author_roles
from submissions.projects.forms.base import row_field_of
from submissions.projects.forms.fields import TypedChoice
from submissions.projects.forms.pasting import Pasted
from submissions.projects.forms.people import PersonField, chosen_people
from submissions.projects.forms.pictures import PictureFile
from submissions.projects.forms.rows import ModelRows, RowForm, rows_of
from submissions.projects.models import Credit
from submissions.projects.reading.roles import roles_of
from submissions.projects.vocabulary import CAST_ROLES, ORGANISATION_ROLES, ROLE_CHOICES, CreditRole

suggestions.offer("roles", lambda: ROLE_CHOICES)

OF_THE_DIRECTOR = ("bio", "statement", "portrait")
MOST = 250


class RoleField(TypedChoice):
    """A role of the end roll, by its name or by what the trade calls it."""

    vocabulary = CreditRole
    default_error_messages = {
        "unknown": _("Choose a role from the list, or “Other” with its name under “More”")
    }

    def __init__(self, **kwargs):
        super().__init__(**({"widget": NamesInput(source="roles", many=False)} | kwargs))

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            meant = roles_of(str(value))
            if len(meant) != 1:
                raise
            return meant[0].code


class CreditForm(RowForm, forms.ModelForm):
    main = ("role", "name", "prior_credits")
    sparing = True
    needed = frozenset({"name"})

    role = RoleField(label=_("Role"))
    name = PersonField(label=_("Name"), max_length=200, required=False, help_text=_("As credited."))
    native_name = forms.CharField(label=_("Name in its own script"), max_length=200, required=False)
    portrait = PictureFile("portrait", label=_("Portrait"), required=False)

    class Meta:
        model = Credit
        fields = [
            "role", "prior_credits", "character", "role_label", "is_key", "is_main_contact",
            "bio", "statement", "pronouns", "nationality", "birth_year", "contact_email",
        ]  # fmt: skip
        formfield_callback = row_field_of
        widgets = {name: forms.Textarea(attrs={"rows": 5}) for name in ("bio", "statement")}
        help_texts = {
            "prior_credits": _("Example: Barashevo (2015)."),
            "character": _("For cast only."),
            "role_label": _("If the end roll calls it otherwise."),
            "is_key": _("Shown at the top of the page."),
            "is_main_contact": _("Festivals write to this person first. Only your team sees it."),
            "nationality": _("For festivals with such a rule. Never public."),
            "birth_year": _("For festivals with such a rule. Never public."),
            "contact_email": _("Only your team sees it."),
            "bio": _("In the third person, about 100 words."),
            "statement": _("Why this work, in their own voice."),
        }

    field_order = ["role", "name", "character", "role_label", "prior_credits"]

    def __init__(self, *args, kind, **kwargs):
        self.main = _in_sight(*args, **kwargs)
        super().__init__(*args, **kwargs)
        self.kind = kind
        if self.instance.pk:
            named = self.instance.person or self.instance.organisation
            self.initial["name"] = named.name
            self.initial["native_name"] = getattr(named, "native_name", "")

    def clean(self):
        cleaned = super().clean()
        if "name" in cleaned and not cleaned["name"].strip():
            self.add_error("name", _("Enter the name, or remove the credit"))
        year = cleaned.get("birth_year")
        if year is not None and not 1850 <= year <= 2100:
            self.add_error("birth_year", _("Enter the year of birth with four digits"))
        return cleaned

    @property
    def is_maker(self):
        """Whether biography and statement stand in the section of the director."""
        return self._role in author_roles(self.kind)

    @property
    def role_shown(self):
        return self["role"].field.name(self._role)

    @property
    def _role(self):
        try:
            return self.fields["role"].to_python(self["role"].value())
        except ValidationError:
            return self.initial.get("role", "")

    @property
    def elsewhere(self):
        return OF_THE_DIRECTOR if self.is_maker else ()

    @property
    def for_director(self):
        return [self[name] for name in OF_THE_DIRECTOR]


class CreditsFormSet(ModelRows):
    def __init__(self, data=None, *args, **kwargs):
        self.pasted = Pasted(data, MOST)
        super().__init__(data, *args, **kwargs)
        self.pasted.add(self.prefix)

    def total_form_count(self):
        return super().total_form_count() if self.is_bound else max(1, len(self.kept))

    def _construct_form(self, i, **kwargs):
        if not self.kept and i == 0:
            kwargs["initial"] = {"role": author_roles(self.options["kind"])[0]}
        return super()._construct_form(i, **kwargs)

    @property
    def makers(self):
        return [form for form in self.rows if not form.is_removed and form.is_maker]

    def fill_all(self, forms, *, by):
        """Give each credit its person or organisation, looked up by all names at once."""
        self.chosen = chosen_people((form.cleaned_data["name"] for form in forms), by=by)
        people, companies = [], []
        for form in forms:
            wanted = companies if form.instance.role in ORGANISATION_ROLES else people
            if _known(form.instance) != (name := _named(form)) and not self._chosen(form):
                wanted.append(name)
        named = crediting.people_named(people, by=by)
        companies = crediting.organisations_named(companies, by=by)
        for form in forms:
            self._attach(form, form.instance, named, companies, by=by)

    def _chosen(self, form):
        """Return the person who was chosen for the name as it stands now."""
        if form.instance.role in ORGANISATION_ROLES:
            return None
        person = self.chosen.get(form.cleaned_data["name"].code)
        return (
            person if person and crediting.key(person.name) == crediting.key(_named(form)) else None
        )

    def _attach(self, form, row, people, companies, *, by):
        name, is_company = _named(form), row.role in ORGANISATION_ROLES
        known = row.organisation if is_company else row.person
        if chosen := self._chosen(form):
            known = chosen
        elif known is None or known.name != name:
            known = (companies if is_company else people)[crediting.key(name)]
        row.person, row.organisation = (None, known) if is_company else (known, None)
        if not is_company and "native_name" in form.cleaned_data:
            actions.write_native_name(person=known, text=form.cleaned_data["native_name"], by=by)


ROLE = RoleField(required=False)


def _in_sight(data=None, files=None, *, prefix="", instance=None, **_more) -> tuple[str, ...]:
    """Return the fields that a row shows: a player has a character, an “other” the word for it.

    A folded row shows again what its page showed: what was not sent must not come in empty.
    """
    names = ("prior_credits", "character", "role_label")
    is_sent = data is not None and f"{prefix}-name" in data
    if is_sent and not data.get(f"{prefix}-open"):
        return ("role", "name", *(name for name in names if f"{prefix}-{name}" in data))
    said = {name: getattr(instance, name, "") for name in ("role", *names)}
    if is_sent:
        said = {name: data.get(f"{prefix}-{name}", "") for name in said}
    asked = {
        "character": _role_in(said["role"]) in CAST_ROLES,
        "role_label": _role_in(said["role"]) == CreditRole.OTHER,
    }
    asked["prior_credits"] = not any(asked.values())
    shown = (name for name in names if said[name] or asked[name])
    return ("role", "name", *shown)


def _role_in(text) -> str:
    try:
        return ROLE.to_python(text or "")
    except ValidationError:
        return ""


def _named(form) -> str:
    return " ".join(form.cleaned_data["name"].split())


def _known(credit) -> str | None:
    """Return the name that the credit has in the table that its role asks for."""
    is_company = credit.role in ORGANISATION_ROLES
    named = credit.organisation if is_company else credit.person
    return named.name if named else None


CreditRows = rows_of(CreditForm, CreditsFormSet, most=MOST)
