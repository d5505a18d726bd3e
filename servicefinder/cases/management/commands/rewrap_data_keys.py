"""Moves all keys of personal data to the newest of DATA_KEYS."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from servicefinder.cases.domain.keys import KeyProblem, rewrap

REPORT_EVERY = 1000


class Command(BaseCommand):
    help = "Wrap all keys of cases by the newest of DATA_KEYS. While the site runs; can be repeated."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        try:
            for count, _ in enumerate(rewrap(), 1):
                if count % REPORT_EVERY == 0:
                    self.stdout.write(f"{count} keys …")
        except KeyProblem as problem:
            raise CommandError(f"{problem}. Put it back into DATA_KEYS and run this again.") from None
        self.stdout.write(
            f"{count} keys wrapped anew. Keys of DATA_KEYS behind the first are not needed now."
        )
