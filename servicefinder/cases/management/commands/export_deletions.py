"""Writes the list of deletions, to be kept apart from the backups."""

from typing import Any

from django.core.management.base import BaseCommand

from servicefinder.cases.domain.restoring import deletions_as_lines


class Command(BaseCommand):
    help = "Print all proofs of deletion, one JSON object a line, for `replay_deletions` after a restore."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in deletions_as_lines():
            self.stdout.write(line)
