"""Keeps the catalogue's tables in step with the projects, in the transaction of each change."""

from collections import defaultdict
from itertools import islice

from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from submissions.catalogue.models import FacetValue, ListedName, Listing, ListingFacet, Match
from submissions.catalogue.texts import Texts, keys_of, texts_of
from submissions.projects.models import Credit, Person, Project, Specs

BATCH = 500
ROWS = 2_000
_LOCK = 7_150_402


def place_of(project) -> int:
    """Return the project's place in the order of publication, a number of at most 62 bits."""
    milliseconds = int(project.published_at.timestamp() * 1000)
    return (milliseconds << 20) | (project.pk & 0xFFFFF)


@transaction.atomic
def follow(project) -> None:
    """List a published project as it is now; take any other off the lists."""
    _one_at_a_time()
    if not project.is_published:
        return remove(project)
    old = Listing.objects.filter(project=project).first()
    if old and old.place != place_of(project):
        remove(project)
        old = None
    _list_again(project, old)
    return None


@transaction.atomic
def remove(project) -> None:
    """Take a project off the lists, with the names of people who have no other public credit."""
    listing = Listing.objects.filter(project=project).first()
    if listing:
        listing.delete()
        _forget_people(listing.people)


@transaction.atomic
def add_many(projects) -> int:
    """List published projects that are not listed yet, fast; return how many rows were read.

    Specs and credits must be in the database; project, its card columns and `published_at` are
    read from the objects given.
    """
    _one_at_a_time()
    rows, done, known = iter(projects), 0, _known_values()
    while batch := list(islice(rows, BATCH)):
        _add_batch([project for project in batch if project.is_published], known)
        done += len(batch)
    return done


def rebuild(*, after: int = 0, most: int | None = None):
    """List all projects with an id above `after` anew; yield (last id, how many) after each batch.

    Each batch is a transaction of its own, so that a run cut short goes on from its last id.
    """
    while True:
        projects = list(Project.objects.filter(pk__gt=after).order_by("pk")[:BATCH])
        if not projects:
            break
        with transaction.atomic():
            Listing.objects.filter(project__gt=after, project__lte=projects[-1].pk).delete()
            add_many(projects)
        after = projects[-1].pk
        yield after, len(projects)


@transaction.atomic
def tidy() -> None:
    """Count the values anew, and drop texts and names that belong to nothing listed."""
    _one_at_a_time()
    rows = ListingFacet.objects.filter(value=OuterRef("pk")).order_by().values("value")
    counted = Subquery(rows.annotate(n=Count("listing")).values("n"))
    FacetValue.objects.update(count=Coalesce(counted, 0))
    Match.objects.exclude(rowid__in=Listing.objects.values("pk")).delete()
    seen = Person.objects.visible_to(AnonymousUser())
    ListedName.objects.filter(person__isnull=False).exclude(person__in=seen).delete()


def _one_at_a_time() -> None:
    """Let writers of the index wait for each other, or their counts could deadlock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _list_again(project, old) -> None:
    credits = list(_credits_of([project.pk]))
    texts = texts_of(project, project.specs, credits)
    listing = _listing(project, texts, credits)
    listing.save(force_insert=old is None, force_update=old is not None)
    Match.objects.filter(rowid=listing.place).delete()
    Match.objects.create(rowid=listing.place, names=texts.names, words=texts.words)
    _set_values(listing, texts)
    ListedName.objects.filter(listing=listing).delete()
    ListedName.objects.bulk_create(_title_rows(listing, texts))
    _name_people({credit.person_id: credit.person for credit in credits if credit.person})
    gone = set(old.people if old else ()) - set(listing.people)
    _forget_people(gone)


def _set_values(listing, texts: Texts) -> None:
    ids = _ids_of(texts.values, _known_values(value__in={value for _facet, value in texts.values}))
    mine = ListingFacet.objects.filter(listing=listing)
    has = set(mine.values_list("value_id", flat=True))
    if has - ids:
        mine.filter(value__in=has - ids).delete()
    if ids - has:
        ListingFacet.objects.bulk_create(
            ListingFacet(value_id=value, listing=listing) for value in sorted(ids - has)
        )


def _known_values(**some) -> dict[tuple[str, str], int]:
    rows = FacetValue.objects.filter(**some).values_list("pk", "facet", "value")
    return {(facet, value): pk for pk, facet, value in rows}


def _ids_of(values, known: dict) -> set[int]:
    """Return the ids of (facet, value) pairs; those that `known` lacks are read or made."""
    for facet, value in values:
        if (facet, value) not in known:
            row, _made = FacetValue.objects.get_or_create(facet=facet, value=value)
            known[facet, value] = row.pk
    return {known[pair] for pair in values}


def _credits_of(projects):
    return (
        Credit.objects.filter(project__in=projects)
        .select_related("person", "organisation")
        .order_by("project", "position", "pk")
    )


def _listing(project, texts: Texts, credits) -> Listing:
    return Listing(
        place=place_of(project),
        project=project,
        title_key=texts.title_key,
        title_line=texts.title_line,
        minutes=texts.minutes,
        year=texts.year,
        people=sorted({credit.person_id for credit in credits if credit.person_id}),
    )


def _title_rows(listing, texts: Texts) -> list[ListedName]:
    return [ListedName(key=key, is_inner=inner, listing=listing) for key, inner in texts.titles]


def _name_people(people: dict[int, Person]) -> None:
    """Write down the names of people that are not listed, or listed under another name."""
    if not people:
        return
    has = defaultdict(set)
    for row in ListedName.objects.filter(person__in=people):
        has[row.person_id].add((bytes(row.key), row.is_inner))
    wanted = {pk: set(_person_keys(person)) for pk, person in people.items()}
    changed = [pk for pk in people if has.get(pk, set()) != wanted[pk]]
    ListedName.objects.filter(person__in=[pk for pk in changed if pk in has]).delete()
    ListedName.objects.bulk_create(
        (
            ListedName(key=key, is_inner=inner, person_id=pk)
            for pk in changed
            for key, inner in sorted(wanted[pk])
        ),
        batch_size=ROWS,
    )


def _person_keys(person) -> list[tuple[bytes, bool]]:
    return [*keys_of(person.name), *keys_of(person.native_name)]


def _forget_people(people) -> None:
    if people:
        seen = Person.objects.visible_to(AnonymousUser()).filter(pk__in=people)
        gone = set(people) - set(seen.values_list("pk", flat=True))
        ListedName.objects.filter(person__in=gone).delete()


def _add_batch(projects, known: dict) -> None:
    listed = Listing.objects.filter(project__in=[project.pk for project in projects])
    has = set(listed.values_list("project_id", flat=True))
    projects = [project for project in projects if project.pk not in has]
    ids = [project.pk for project in projects]
    specs, credits = Specs.objects.in_bulk(ids), defaultdict(list)
    for credit in _credits_of(ids):
        credits[credit.project_id].append(credit)
    rows = []
    for project in projects:
        texts = texts_of(project, specs[project.pk], credits[project.pk])
        rows.append((_listing(project, texts, credits[project.pk]), texts))
    _insert(rows, known)
    _name_people({c.person_id: c.person for some in credits.values() for c in some if c.person})


def _insert(rows, known: dict) -> None:
    Listing.objects.bulk_create((listing for listing, _texts in rows), batch_size=ROWS)
    _insert_rows(
        Match,
        ("rowid", "names", "words"),
        [(listing.place, texts.names, texts.words) for listing, texts in rows],
    )
    _insert_rows(
        ListingFacet,
        ("value_id", "listing_id"),
        [
            (value, listing.place)
            for listing, texts in rows
            for value in sorted(_ids_of(texts.values, known))
        ],
    )
    _insert_rows(
        ListedName,
        ("key", "is_inner", "listing_id"),
        [(key, inner, listing.place) for listing, texts in rows for key, inner in texts.titles],
    )


def _insert_rows(model, columns: tuple[str, ...], rows: list[tuple]) -> None:
    """Insert many rows with each statement; model objects would take several times as long."""
    name, one = connection.ops.quote_name, f"({', '.join(['%s'] * len(columns))})"
    table, listed = name(model._meta.db_table), ", ".join(map(name, columns))
    head = f"INSERT INTO {table} ({listed}) VALUES "  # noqa: S608 - names from our own models
    with connection.cursor() as cursor:
        for start in range(0, len(rows), ROWS):
            chunk = rows[start : start + ROWS]
            values = [value for row in chunk for value in row]
            cursor.execute(head + ", ".join([one] * len(chunk)), values)
