from django.core.management.base import BaseCommand, CommandError

from submissions.demo.build import STAGES, RealSite, build
from submissions.demo.generate import generate


class Command(BaseCommand):
    """Fill the site with the demo; a second call changes nothing but the dates."""

    help = "Fill the site with demo people, festivals, projects and entries."

    def add_arguments(self, parser):
        parser.add_argument(
            "--stage", choices=STAGES, default="open", help="How far the open call has come."
        )
        parser.add_argument(
            "--projects", type=int, default=0, metavar="N", help="Also add N generated projects."
        )

    def handle(self, *, stage, projects, **options):
        if projects < 0:
            raise CommandError("--projects takes a number from 0")
        try:
            build(stage, say=self._say)
        except RealSite as error:
            # 3: make run goes on without the demo, as it does not after any other failure.
            raise CommandError(str(error), returncode=3) from error
        if projects:
            generate(projects, say=self._say)
        self._say("Done")

    def _say(self, text):
        if self.verbosity_wanted:
            self.stdout.write(text)

    def execute(self, *args, **options):
        self.verbosity_wanted = options["verbosity"] > 0
        return super().execute(*args, **options)
