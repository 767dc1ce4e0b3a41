"""What a record says about files that the project has; the files themselves stay."""

from submissions.projects.applying.judging import judged, listed, sentences
from submissions.projects.forms.pictures import DocumentRows, PictureRows
from submissions.projects.vocabulary import MediaKind

_OF_PICTURE = (
    "alt", "caption", "credit_line", "licence", "focal_x", "focal_y",
)  # fmt: skip
_SWAPPED = (MediaKind.STILL, MediaKind.LAUREL)


class Described:
    """Rows that stand for files, found by their code; the order of the record comes first."""

    def __init__(self, project, block, value, *, here):
        self.project, self.block = project, block
        given, told = listed(block, value, 200)
        self.problems = sentences(block, told)
        kept = list(getattr(project, block).all())
        by_code = {row.code: row for row in kept}
        self.rows, self.said = [], {}
        for number, values in enumerate(given, start=1):
            row = by_code.pop(values.get("code"), None) if _is_code(values) else None
            if row is None:
                continue
            self.rows.append(row)
            self.said[row.pk] = values
            self.problems += sentences(block, self.judge(row, values), number)
        self.rows += by_code.values()

    def judge(self, row, values) -> list[str]:
        """Take what is said into the row and return what is wrong with it."""
        raise NotImplementedError

    def save(self, by):
        """Write the rows in their order."""
        for place, row in enumerate(self.rows, start=1):
            if row.pk in self.said or row.position != place:
                row.position = place
                row.save()


class Pictures(Described):
    def judge(self, row, values):
        names = (*_OF_PICTURE, "kind") if row.kind in _SWAPPED else _OF_PICTURE
        said = {name: getattr(row, name) for name in names}
        said |= {name: values[name] for name in names if name in values}
        form, told = judged(PictureRows.form, self.block, said, instance=row)
        row.kind = form.cleaned_data.get("kind") or row.kind
        return told

    def save(self, by):
        """Write the rows, and join each portrait to the credit of its person."""
        credits = {
            credit.person.code: credit
            for credit in self.project.credits.select_related("person").exclude(person=None)
        }
        for row in self.rows:
            person = self.said.get(row.pk, {}).get("person")
            if row.kind == MediaKind.PORTRAIT and isinstance(person, str):
                row.credit = credits.get(person, row.credit)
        super().save(by)


class Documents(Described):
    def judge(self, row, values):
        said = {name: getattr(row, name) for name in ("kind", "label", "language")}
        said |= {name: values[name] for name in ("label", "language") if name in values}
        _form, told = judged(DocumentRows.form, self.block, said, instance=row)
        return told


def _is_code(values) -> bool:
    return isinstance(values.get("code"), str)
