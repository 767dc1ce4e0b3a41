"""Writing one demo project down, through the same actions as the editor."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from django.core.files.base import File
from django.db import transaction

from festival.accounts.access import NotAllowed
from festival.ui.uploads import read_picture, store, variants
from submissions.projects import actions
from submissions.projects.hues import hue_bucket
from submissions.projects.models import (
    Credit,
    DistributionRight,
    Media,
    Project,
    Screening,
)
from submissions.screeners import uploads

ART = Path(__file__).parent / "art"
_TEXTS = (
    "title_language", "title_original", "title_original_language", "logline", "synopsis",
    "project_types", "genres", "genres_free", "keywords", "visibility",
)  # fmt: skip


@transaction.atomic
def write_project(values: dict, *, by, published_at) -> Project:
    """Return the project that `values` describes, made once for each title and owner.

    `published_at` is the instant from which visitors see it; a draft has none.
    """
    known = written(by).filter(title=values["title"]).first()
    if known:
        return known
    project = actions.create_project(by=by, kind=values["kind"], title=values["title"])
    for name in _TEXTS:
        if name in values:
            setattr(project, name, values[name])
    project.save()
    _write_parts(project, values)
    _write_rows(project, values)
    _write_pictures(project, values)
    if "film" in values:
        # A full disk refuses films; the demo goes without.
        with (ART / values["film"]).open("rb") as film, suppress(NotAllowed):
            uploads.take_whole(project=project, by=by, file=File(film, name=values["film"]))
    project = actions.changed(project=project)
    if values.get("status") == "draft":
        return project
    project.published_at = published_at
    return actions.publish(project=project, by=by)


def written(by):
    """Return the projects of `by` that were not generated; titles of those may be the same."""
    return Project.objects.filter(created_by=by).exclude(creation_key__startswith="made-")


def _write_parts(project, values) -> None:
    for name, value in values["specs"].items():
        setattr(project.specs, name, value)
    project.specs.save()
    if "budget" in values:
        project.budget.total, project.budget.currency = values["budget"]
        project.budget.band = project.budget.derived_band()
        project.budget.save()
    submitter = project.submitter
    submitter.first_name, _space, submitter.last_name = project.created_by.name.partition(" ")
    submitter.country = (values["specs"].get("countries_of_origin") or ["NO"])[0]
    submitter.role = "director"
    submitter.is_adult = "yes"
    submitter.save()


def _write_rows(project, values) -> None:
    by = project.created_by
    for position, row in enumerate(values["credits"]):
        fields = {key: value for key, value in row.items() if key != "name"}
        person = actions.person_named(row["name"], by=by)
        Credit.objects.create(project=project, person=person, position=position, **fields)
    for position, row in enumerate(values.get("screenings", ())):
        Screening.objects.create(project=project, position=position, **row)
    for position, row in enumerate(values.get("rights", ())):
        DistributionRight.objects.create(project=project, position=position, **row)
    for position, (category, amount) in enumerate(values.get("costs", ())):
        project.budget_lines.create(
            side="cost", category=category, amount=amount, position=position
        )
    for position, (kind, name, amount, status) in enumerate(values.get("sources", ())):
        project.budget_lines.create(
            side="source",
            source_kind=kind,
            name=name,
            amount=amount,
            status=status,
            position=position,
        )


def _write_pictures(project, values) -> None:
    if "poster" in values:
        alt = f"Drawn poster of {values['title']}"
        _write_picture(project, "poster", values["poster"], alt)
    for position, (name, alt) in enumerate(values.get("stills", ())):
        _write_picture(project, "still", name, alt, position=position)
    if "portrait" in values:
        name, alt = values["portrait"]
        credit = project.credits.filter(role="director").first()
        _write_picture(project, "portrait", name, alt, credit=credit)


def _write_picture(project, kind, name, alt, **fields) -> None:
    columns, made = _drawn(name, kind)
    store(made, columns["sha256"])
    Media.objects.create(
        project=project,
        kind=kind,
        alt=alt,
        credit_line="Drawn for this site",
        **columns,
        **fields,
    )


@cache
def _drawn(name: str, kind: str) -> tuple[dict, list]:
    """Return the columns and the variants of one piece of the artwork, worked out once."""
    with (ART / f"{name}.webp").open("rb") as source:
        picture = read_picture(File(source, name=f"{name}.webp"))
    made = variants(picture, kind)
    columns = {
        "sha256": picture.sha256,
        "width": picture.width,
        "height": picture.height,
        "size": picture.size,
        "widths": sorted({variant.width for variant in made if variant.ext == "webp"}),
        "hue": hue_bucket(picture.image),
    }
    return columns, made
