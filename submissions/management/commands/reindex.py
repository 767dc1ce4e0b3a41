"""Build the catalogue's lists, filters and full-text index anew from the projects."""

from django.core.management.base import BaseCommand

from submissions.catalogue import indexing
from submissions.projects.models import Project


class Command(BaseCommand):
    help = "List all published projects anew: order, filters and search. Safe at any time."

    def add_arguments(self, parser):
        parser.add_argument(
            "--after", type=int, default=0, help="go on after this project id (printed as it runs)"
        )

    def handle(self, *, after, **options):
        total = Project.objects.filter(pk__gt=after).count()
        done = 0
        for last, count in indexing.rebuild(after=after):
            done += count
            if options["verbosity"]:
                self.stdout.write(
                    f"{done:,} of {total:,} projects; go on from here with --after {last}"
                )
        indexing.tidy()
        if options["verbosity"]:
            self.stdout.write(self.style.SUCCESS(f"{done:,} projects read."))
