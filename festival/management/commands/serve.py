"""Start the web server, and with it the letters worker."""

import os
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from festival.processes import run_together

WORKER = [sys.executable, "manage.py", "run_worker"]


def web_server(host: str, port: int, workers: int) -> list[str]:
    """Return the command line of granian: 8 threads a process, and room for 1,024 slow visitors."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "8", "--backpressure", "1024", "--backlog", "1024"),
        *("--http", "1", "--no-ws", "--http1-buffer-size", "16384"),
        *("--http1-header-read-timeout", "10000", "--respawn-failed-workers"),
        *("--workers-kill-timeout", "5", "--log-level", "error"),
        "festival.wsgi:application",
    ]


class Command(BaseCommand):
    help = "Start the web server and the letters worker; both end with this command."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=settings.PORT, help="PORT by default")
        parser.add_argument("--workers", type=int, default=2, help="web processes")
        parser.add_argument(
            "--web-only", action="store_true", help="leave the letters worker to another process"
        )

    def handle(self, *args, host, port, workers, web_only, **options):
        if not settings.DEBUG and not (settings.STATIC_ROOT / "staticfiles.json").exists():
            raise CommandError("Run manage.py collectstatic first: the pages need their styles.")
        command = web_server(host, port, workers)
        os.chdir(settings.BASE_DIR)
        if web_only:
            os.execv(command[0], command)  # noqa: S606  no shell, and no word from outside
        self.stdout.write(f"{settings.SITE_NAME} runs at {settings.SITE_URL} (Ctrl-C ends it)")
        self.stdout.flush()
        sys.exit(run_together([command, WORKER]))
