"""Deletes again what had been deleted when a backup was restored."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from servicefinder.cases.domain.restoring import NotAList, replay


class Command(BaseCommand):
    help = "After a restore: delete what the list of `export_deletions` names. Can be repeated."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        try:
            with options["file"].open() as lines:
                for reference in replay(lines):
                    count += 1
                    self.stdout.write(f"deleted again: {reference}")
        except (OSError, NotAList) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{count} cases deleted again.")
