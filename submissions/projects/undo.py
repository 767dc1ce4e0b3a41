"""Rows that were removed: kept for a day, offered again for a while, brought back as they were."""

from datetime import timedelta

from django.core import serializers
from django.db import IntegrityError, models, transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.accounts.access import NotAllowed
from submissions.projects import journal
from submissions.projects.actions import changed, claim_revision
from submissions.projects.models import Project, RemovedRow

_KEPT_FOR = timedelta(days=1)
_OFFERED_FOR = timedelta(minutes=30)
_MOST_OFFERED = 3


def remember(project, rows) -> None:
    """Keep what `rows`, a set of rows that is about to be saved, takes out of `project`."""
    gone = [form for form in rows.rows if form.is_removed and form.instance.pk]
    if not gone:
        return
    RemovedRow.objects.filter(project=project).older_than(timezone.now() - _KEPT_FOR).delete()
    lost = _with_them([form.instance for form in gone])
    RemovedRow.objects.bulk_create(
        RemovedRow(
            project=project,
            rows=rows.prefix,
            row=form.instance.pk,
            name=form.what[:200],
            content=serializers.serialize("json", [form.instance, *lost[form.instance.pk]]),
        )
        for form in gone
    )


def _with_them(rows) -> dict[int, list]:
    """Return the rows of other tables that go, or lose their link, with each of `rows`."""
    lost = {row.pk: [] for row in rows}
    for relation in rows[0]._meta.related_objects:
        if relation.on_delete in (models.CASCADE, models.SET_NULL):
            name = relation.field.attname
            for each in relation.related_model.objects.filter(**{f"{name}__in": list(lost)}):
                lost[getattr(each, name)].append(each)
    return lost


def offered(editor) -> dict[str, list[RemovedRow]]:
    """Return the rows that the page offers to bring back, by their set of rows, newest first.

    Those that still stand in its form as removed are offered there.
    """
    project, found = editor.project, {}
    if not getattr(project, "has_removed_rows", False):
        return found
    for row in project.removed_rows.since(timezone.now() - _OFFERED_FOR):
        some = found.setdefault(row.rows, [])
        if len(some) < _MOST_OFFERED and row.row not in editor.claimed(row.rows):
            some.append(row)
    return found


def remembered(project, part, form):
    """Return the row that a form names as it was when it was removed, or None."""
    lost = _lost(project, part, form.data.get(f"{form.prefix}-id", ""))
    return _rows_in(lost)[0].object if lost else None


def _rows_in(lost):
    return list(serializers.deserialize("json", lost.content, ignorenonexistent=True))


def pressed(project, data, rows, *, by) -> tuple[Project, QueryDict]:
    """Do what the button "restore" of `rows` asks; return project and form as they are then.

    Its value names a row of the form ("credits-2"), which comes back from the database where it
    was already taken out, or a row that an earlier save took out ("credits-was-17").
    """
    place, _was, number = data["restore"].removeprefix(f"{rows}-").partition("was-")
    claimed = number or data.get(f"{rows}-{place}-id", "")
    lost = _lost(project, rows, claimed)
    if lost is None:
        return project, data
    position = max(_position(lost), 1)
    project = bring_back(project=project, lost=lost, by=by)
    if number:
        _make_room(data, rows, position)
        total = _whole(data.get(f"{rows}-TOTAL_FORMS", ""))
        data[f"{rows}-TOTAL_FORMS"] = str(total + 1)
        data[f"{rows}-{total}-ORDER"] = str(position)
        data[f"{rows}-{total}-id"], data[f"{rows}-{total}-whole"] = claimed, "1"
    return project, data


def _make_room(data, rows, position) -> None:
    for name in list(data):
        if name.startswith(f"{rows}-") and name.endswith("-ORDER"):
            place = _whole(data[name])
            if place >= position:
                data[name] = str(place + 1)


def _lost(project, rows, claimed):
    if not _whole(claimed):
        return None
    return RemovedRow.objects.filter(project=project, rows=rows, row=_whole(claimed)).first()


def _whole(text) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _position(lost) -> int:
    return getattr(_rows_in(lost)[0].object, "position", 0)


@transaction.atomic
def bring_back(*, project, lost: RemovedRow, by) -> Project:
    """Put a removed row back with everything it held; return the project as it is then."""
    if not Project.objects.editable_by(by).filter(pk=project.pk).exists():
        raise NotAllowed(_("Your role does not allow this"))
    claim_revision(project=project, revision=project.revision, by=by)
    try:
        with transaction.atomic():
            for each in _rows_in(lost):
                each.save()
    except IntegrityError:
        raise NotAllowed(_("This row cannot come back")) from None
    lost.delete()
    journal.write(project, {}, by=by)
    changed(project=project)
    return Project.objects.for_editor().get(pk=project.pk)
