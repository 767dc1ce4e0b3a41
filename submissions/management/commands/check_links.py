from django.core.management.base import BaseCommand

from submissions.screeners import doctor
from submissions.screeners.querysets import links_due


class Command(BaseCommand):
    """Look at the links of screeners that are due, as the worker does."""

    help = "Check the links of screeners that are due now; the worker does it by itself."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say how many are due")

    def handle(self, *, dry_run, **options):
        due = list(links_due().values_list("pk", flat=True))
        if dry_run:
            self.stdout.write(f"{len(due):,} links are due")
            return
        rows = [row for row in map(doctor.check, due) if row is not None]
        worse = sum(row.state not in ("ok", "unknown") for row in rows)
        self.stdout.write(f"{len(rows):,} links checked, {worse:,} with a problem")
