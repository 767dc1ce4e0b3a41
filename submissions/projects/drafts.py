"""Text of the editor that could not be saved: kept for its writer alone, on any device."""

import json

from submissions.projects.forms.editor import revision_in, revisions_in
from submissions.projects.models import Draft

LARGEST = 200_000
_NEVER = ("csrfmiddlewaretoken", "revision", "revisions", "save")


def keep(editor, key, *, by, sent) -> bool:
    """Keep what was typed into one section; False when it is too much to be kept.

    `sent` is the form as it came: its revision tells what the writer had seen.
    """
    # PostgreSQL cannot keep the character NUL, and no field takes it.
    values = {
        name.replace("\0", ""): [text.replace("\0", "") for text in texts]
        for name, texts in editor.data.lists()
        if name not in _NEVER and _is_of(editor, key, name) and "password" not in name
    }
    if len(json.dumps(values)) > LARGEST:
        return False
    given = revisions_in(sent).get(key, revision_in(sent))
    Draft.objects.update_or_create(
        project=editor.project,
        person=by,
        section=key,
        defaults={"values": values, "wrong": editor.problem_count(key), "revision": given},
    )
    return True


def _is_of(editor, key, name) -> bool:
    return bool(editor.only) or any(_belongs(part, name) for part in editor.of_section(key))


def _belongs(part, name) -> bool:
    if prefix := getattr(part, "prefix", None):
        return name.startswith(f"{prefix}-")
    names = [*part.fields, getattr(part, "open_key", "")]
    return any(name == each or name.startswith(f"{each}_") for each in names if each)


def of(project, person) -> dict[str, Draft]:
    """Return what `person` left unfinished in the sections of `project`."""
    if not getattr(project, "has_drafts", False):
        return {}
    return {draft.section: draft for draft in project.drafts.filter(person=person)}


def forget(project, keys, *, by) -> None:
    if getattr(project, "has_drafts", True):
        Draft.objects.filter(project=project, person=by, section__in=keys).delete()
