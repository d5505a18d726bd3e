"""`manage.py import_addresses --format csv FILE`: streets, houses and areas out of a file."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from uploads.domain.tables import NotATable, table_text

from ...imports import formats


class Command(BaseCommand):
    help = (
        "Import addresses or areas. Repeatable: a second time changes nothing. With one line that makes no "
        "sense nothing at all is taken over."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--format", required=True, choices=formats.names(), dest="format_name")
        parser.add_argument("--refuse-gaps", action="store_true", help="take over no file with a gap")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        plans = {each.name: each.plan for each in formats}
        try:
            plan = plans[options["format_name"]](table_text(options["file"].read_bytes()))
        except (NotATable, OSError) as error:
            raise CommandError(str(error)) from None
        if options["refuse_gaps"]:
            plan.refuse_remarks()
        for line in plan.lines():
            self.stdout.write(line)
        if not plan.is_possible or plan.change is None:
            raise CommandError("Nichts wurde übernommen.")
        if options["dry_run"]:
            self.stdout.write("Probelauf: Es wurde nichts geschrieben.")
            return
        plan.change.apply(self.progress)
        self.stdout.write("Übernommen.")

    def progress(self, done: int, of: int) -> None:
        self.stderr.write(f"{done} von {of} …", ending="\r" if sys.stderr.isatty() else "\n")
