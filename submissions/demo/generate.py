"""Many generated projects, quickly: rows in bulk, the index by its own bulk door."""

import random
from datetime import timedelta
from itertools import count

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from festival.accounts.models import User
from festival.ui.fields import new_code
from submissions.catalogue.indexing import add_many
from submissions.demo import words
from submissions.projects.card import sort_title
from submissions.projects.models import (
    Budget,
    Credit,
    Person,
    Project,
    Specs,
    Submitter,
    TeamMember,
    Trailer,
)
from submissions.projects.vocabulary import TYPES_OF_KIND, Genre, ProjectStatus, TeamRole

BATCH = 2_000
_SEED = 20_260


def generate(number: int, *, say=lambda text: None) -> None:
    """Add generated projects until there are `number` of them; the same call again adds none."""
    owner = User.objects.get(email="second@demo.example")
    made = Project.objects.filter(creation_key__startswith="made-").count()
    chance = random.Random(_SEED + made)  # noqa: S311
    people = _people(owner, min(5_000, max(50, number // 10)), chance)
    oldest = timezone.now() - timedelta(days=60, minutes=number)
    while made < number:
        size = min(BATCH, number - made)
        with transaction.atomic():
            projects = _projects(owner, made, size, chance, oldest)
            _rows(projects, people, owner, chance)
            add_many(projects)
        made += size
        say(f"{made} of {number} generated projects")


def _people(owner, wanted: int, chance) -> list[Person]:
    known = list(Person.objects.filter(created_by=owner, slug__startswith="made-")[:wanted])
    rows = []
    for number in range(len(known), wanted):
        given, family = chance.choice(words.GIVEN_NAMES), chance.choice(words.FAMILY_NAMES)
        rows.append(
            Person(
                slug=f"made-{number}-{new_code(4).lower()}",
                name=f"{given} {family}",
                given_name=given,
                family_name=family,
                created_by=owner,
            )
        )
    return known + Person.objects.bulk_create(rows, batch_size=BATCH)


def _projects(owner, start: int, size: int, chance, oldest) -> list[Project]:
    numbers = count(start)
    rows = [_project(owner, next(numbers), chance, oldest) for _ in range(size)]
    return Project.objects.bulk_create(rows)


def _project(owner, number: int, chance, oldest) -> Project:
    kind = chance.choices(*words.KINDS)[0]
    title = f"{chance.choice(words.ADJECTIVES)} {chance.choice(words.NOUNS)}"
    if chance.random() < 0.5:
        title = f"{title} {chance.choice(words.ENDINGS)}"
    year = chance.choices(range(1960, 2027), weights=range(1, 68))[0]
    return Project(
        slug=f"{slugify(title)}-{number}",
        kind=kind,
        status=ProjectStatus.PUBLISHED,
        title=title,
        title_sort=sort_title(title),
        logline=f"{chance.choice(words.WHO)} {chance.choice(words.WHAT)}.",
        synopsis=f"{chance.choice(words.WHO)} {chance.choice(words.WHAT)}. {words.SYNOPSIS}",
        project_types=[chance.choice(TYPES_OF_KIND[kind])],
        genres=chance.sample(Genre.values, chance.randint(1, 3)),
        created_by=owner,
        creation_key=f"made-{number}",
        published_at=oldest + timedelta(minutes=number),
        year=year,
        runtime=None if kind == "script" else chance.randint(2, 150) * 60,
        countries=[chance.choices(words.COUNTRIES, weights=words.WEIGHTS)[0]],
    )


def _rows(projects, people, owner, chance) -> None:
    credits = []
    for project in projects:
        maker, *others = chance.sample(people, 3)
        role = "writer" if project.kind == "script" else "director"
        credits.append(Credit(project=project, person=maker, role=role, is_key=True))
        credits += [
            Credit(project=project, person=other, role="key_cast", position=place)
            for place, other in enumerate(others, 1)
        ]
        project.credit_line = maker.name
    Project.objects.bulk_update(projects, ["credit_line"], batch_size=500)
    Specs.objects.bulk_create([_specs(project, chance) for project in projects])
    Credit.objects.bulk_create(credits)
    for part in (Budget, Trailer):
        part.objects.bulk_create([part(project=project) for project in projects])
    Submitter.objects.bulk_create(
        [Submitter(project=project, email=owner.email, country="NO") for project in projects]
    )
    TeamMember.objects.bulk_create(
        [TeamMember(project=project, user=owner, role=TeamRole.OWNER) for project in projects]
    )


def _specs(project, chance) -> Specs:
    return Specs(
        project=project,
        runtime=project.runtime,
        completion_date=str(project.year),
        countries_of_origin=project.countries,
        dialogue_languages=[chance.choice(words.LANGUAGES)],
    )
