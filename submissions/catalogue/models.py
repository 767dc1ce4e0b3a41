"""What the catalogue keeps about published projects, so that lists and searches stay quick.

`place` is the order of publication as one number, newest highest: milliseconds since 1970 and
the last 20 bits of the project's id. Lists, filters and both search engines sort by it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from submissions.catalogue.querysets import (
    ListedNameQuerySet,
    ListingFacetQuerySet,
    ListingQuerySet,
    MatchQuerySet,
)
from submissions.projects.models import Person, Project


class Facet(models.TextChoices):
    """What a filter may ask about."""

    KIND = "kind", _("Kind")
    TYPE = "type", _("Type")
    GENRE = "genre", _("Genre")
    COUNTRY = "country", _("Country")
    LANGUAGE = "language", _("Language")
    YEAR = "year", _("Year")
    MINUTES = "minutes", _("Runtime")


class Listing(models.Model):
    """A published project as the lists sort and filter it."""

    place = models.BigIntegerField(primary_key=True)
    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="listing")
    title_key = models.BinaryField(max_length=120)
    title_line = models.CharField(max_length=500)
    minutes = models.PositiveIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    people = models.JSONField(default=list)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listed project")
        verbose_name_plural = _("listed projects")
        ordering = ["-place"]
        indexes = [
            models.Index(fields=["title_key", "place"], name="listing_by_title"),
            models.Index(fields=["minutes", "place"], name="listing_by_runtime"),
            models.Index(fields=["year", "place"], name="listing_by_year"),
        ]

    def __str__(self):
        return self.title_line


class FacetValue(models.Model):
    """One value of a filter, and how many listed projects have it: the database keeps count."""

    facet = models.CharField(max_length=8, choices=Facet)
    value = models.CharField(max_length=40)
    count = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("filter value")
        verbose_name_plural = _("filter values")
        constraints = [
            models.UniqueConstraint(fields=["facet", "value"], name="a_filter_value_stands_once"),
        ]

    def __str__(self):
        return f"{self.facet}: {self.value}"


class ListingFacet(models.Model):
    """A listed project has a value; read in list order for each value."""

    pk = models.CompositePrimaryKey("value", "listing")
    value = models.ForeignKey(FacetValue, on_delete=models.CASCADE, db_index=False)
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, db_index=False)

    objects = ListingFacetQuerySet.as_manager()

    class Meta:
        verbose_name = _("value of a listed project")
        verbose_name_plural = _("values of listed projects")
        indexes = [models.Index(fields=["listing", "value"], name="listing_facet_back")]

    def __str__(self):
        return f"{self.listing_id}: {self.value_id}"


class ListedName(models.Model):
    """A title or a person's name from one of its words on, as UTF-8 that sorts by bytes."""

    key = models.BinaryField(max_length=80)
    is_inner = models.BooleanField()
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, null=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True)

    objects = ListedNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("listed name")
        verbose_name_plural = _("listed names")
        indexes = [models.Index(fields=["is_inner", "key"], name="listed_name_by_key")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(listing__isnull=False, person__isnull=True)
                | models.Q(listing__isnull=True, person__isnull=False),
                name="a_listed_name_is_a_title_or_a_person",
            ),
        ]

    def __str__(self):
        return bytes(self.key).decode(errors="replace")


class Match(models.Model):
    """The full-text index: an FTS5 table on SQLite, a table with GIN indexes on PostgreSQL."""

    rowid = models.BigIntegerField(primary_key=True)
    names = models.TextField()
    words = models.TextField()

    objects = MatchQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "submissions_match"

    def __str__(self):
        return self.names
