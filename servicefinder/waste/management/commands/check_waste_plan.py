"""Plans and checks a year for all addresses, with its progress."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from ...domain.copying import copy_plan
from ...domain.effects import effect_of_publication
from ...domain.outlooks import planned_outlook
from ...domain.soundness import planned_soundness
from ...models import Plan
from ...presentation.backoffice.effects import fraction_names, shown_soundness


class Command(BaseCommand):
    help = "Say whether a year's plan is sound and what its publication would change. Writes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int)
        parser.add_argument(
            "--copy-of", type=int, metavar="YEAR", help="check the copy that this year would give"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            plan = self._plan(options["year"], options["copy_of"])
            outlook = planned_outlook(plan, self._progress)
            today = timezone.localdate()
            effect = effect_of_publication(plan, today, outlook)
            found = shown_soundness(plan, planned_soundness(plan, outlook, today))
            transaction.set_rollback(True)
        names = fraction_names()
        self.stdout.write(f"{len(effect.houses)} von {effect.total} Adressen bekämen andere Tage.")
        for pk, count in effect.by_fraction().items():
            self.stdout.write(f"  {names[pk]}: {count} Adressen")
        for row in found.longest:
            self.stdout.write(f"Längster Abstand {row.fraction}: {row.days} Tage ({row.tour}, {row.span})")
        for problem in found.problems:
            self.stdout.write(f"Zu klären: {problem}")

    def _plan(self, year: int, copied: int | None) -> Plan:
        source = Plan.objects.filter(year=copied or year).first()
        if source is None:
            raise CommandError(f"Für {copied or year} gibt es keinen Plan.")
        return copy_plan(source, year) if copied else source

    def _progress(self, count: int, total: int) -> None:
        end = "\r" if sys.stderr.isatty() else "\n"
        self.stderr.write(f"{count} von {total} Adressen …", ending=end)
