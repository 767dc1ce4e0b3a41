import signal
import threading

from django.core.management.base import BaseCommand

from festival.letters.worker import run


class Command(BaseCommand):
    """Send what the outbox holds until told to stop."""

    help = "Send letters from the outbox"

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="send what is due and end")

    def handle(self, *, once, **options):
        stop = threading.Event()
        if once:
            stop.set()
        else:
            signal.signal(signal.SIGTERM, lambda *_: stop.set())
            signal.signal(signal.SIGINT, lambda *_: stop.set())
        run(stop)
