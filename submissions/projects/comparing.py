"""What the pages of the versions show: a list of them, and two side by side."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from submissions.projects.diff import changes
from submissions.projects.models import Project, ProjectVersion

VERSIONS_ON_A_PAGE = 30
NOW = "now"
MOST_OFFERED = 200


@dataclass(frozen=True)
class Row:
    """A version in the list, and the editions that hold it."""

    version: ProjectVersion
    sent_to: list


def listed(project, user, number) -> dict:
    """Return the context of the page `number` of all versions."""
    rows = project.versions.for_list().with_festivals()
    page = Paginator(rows, VERSIONS_ON_A_PAGE).get_page(number)
    return {
        "project": project,
        "page": page,
        "rows": [Row(version, _places(version)) for version in page],
        "may_edit": _may_edit(project, user),
        "here": "versions",
    }


def _places(version) -> list:
    editions = (entry.call.edition for entry in version.submissions.all())
    return list({edition.pk: edition for edition in editions}.values())


def compared(project, version, wanted, user) -> dict:
    """Return the context of `version` beside the one that `wanted` names, or the present state."""
    text = wanted or NOW
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    other = None if number == version.number else project.versions.numbered(number)
    left, right = version, other
    if other and other.number < version.number:
        left, right = other, version
    new = right.record if right else project.current_record()
    chosen = str(other.number) if other else NOW
    return {
        "project": project,
        "version": version,
        "before": _named(left),
        "after": _named(right),
        "changes": changes(left.record, new),
        "others": [
            {"value": value, "label": label, "is_chosen": value == chosen}
            for value, label in _others(project, version)
        ],
        "may_edit": _may_edit(project, user),
        "here": "versions",
    }


def _named(version) -> str:
    return _("Version %(number)d") % {"number": version.number} if version else _("Now")


def _others(project, version):
    yield NOW, _("Now")
    for other in project.versions.for_list()[:MOST_OFFERED]:
        if other.pk != version.pk:
            yield str(other.number), _named(other)


def _may_edit(project, user) -> bool:
    return Project.objects.editable_by(user).filter(pk=project.pk).exists()
