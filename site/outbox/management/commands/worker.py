"""`manage.py worker`: does what the site asked for after a commit, and what the schedule says."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from outbox.domain.worker import Worker


class Command(BaseCommand):
    help = "Does background work until SIGTERM or Ctrl-C, then ends after the job at hand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        stop = threading.Event()
        worker = Worker(stop)
        if once:
            worker.finish()
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        worker.run()
