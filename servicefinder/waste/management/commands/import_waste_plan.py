"""Reads tours or houses of a year from a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...domain.problems import NotPlannable
from ...enums import ImportKind, ImportState
from ...imports.running import check, discard, take_over
from ...models import Plan


class Command(BaseCommand):
    help = "Read tours, or the houses they serve, from CSV. Repeatable; a file with an error changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int)
        parser.add_argument("kind", choices=ImportKind.values)
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        plan = Plan.objects.filter(year=options["year"]).first()
        if plan is None:
            raise CommandError(f"Für {options['year']} gibt es keinen Plan.")
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(str(error)) from None
        run = check(plan, ImportKind(options["kind"]), data)
        if run.state == ImportState.REFUSED:
            lines = [f"Zeile {line}: {text}" if line else text for line, text in run.problems]
            raise CommandError("\n".join(["Nichts wurde übernommen.", *lines]))
        effect = run.effect
        self.stdout.write(f"Diese {effect['houses']} von {effect['total']} Adressen ändern sich:")
        for row in effect["rows"]:
            self.stdout.write(f"  {row['house']} ({row['tours']}): {'; '.join(row['days'])}")
        if options["dry_run"]:
            discard(run)
            self.stdout.write("Probelauf: Es wurde nichts geändert.")
            return
        try:
            take_over(run)
        except NotPlannable as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write("Übernommen.")
