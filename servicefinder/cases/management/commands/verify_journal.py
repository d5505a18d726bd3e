"""Verifies the journals of all cases and the anchors."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from servicefinder.cases.domain.anchors import broken_anchors
from servicefinder.cases.domain.verifying import SLICES, breaks, sentence, slice_of
from servicefinder.cases.models import Case


class Command(BaseCommand):
    help = "Verify all journals, proofs of deletion and daily anchors. Fails if anything does not hold."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reference", nargs="?", help="only the journal of this case")

    def handle(self, *args: Any, **options: Any) -> None:
        problems = 0
        for text in self._one(options["reference"]) if options["reference"] else self._all():
            problems += 1
            self.stderr.write(text)
        if problems:
            raise CommandError(f"{problems} problems found.")
        self.stdout.write("All journals hold.")

    def _one(self, reference: str) -> Any:
        found = Case.objects.filter(reference=reference)
        if not found:
            raise CommandError(f"There is no case {reference}.")
        yield from map(sentence, breaks(found))

    def _all(self) -> Any:
        for number in range(SLICES):
            yield from map(sentence, breaks(slice_of(number)))
            if (number + 1) % (SLICES // 4) == 0:
                self.stdout.write(f"{(number + 1) * 100 // SLICES} % …")
        yield from broken_anchors()
