"""Lists the demo content, asks, and deletes only that."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.models import User
from democity.deletion import Plan, delete, plan_deletion

SHOWN = 8


class Command(BaseCommand):
    help = "Delete what is marked as demo content, after listing it and asking. Everything else is kept."

    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="only the demo accounts")
        parser.add_argument("--yes", action="store_true", help="do not ask")
        parser.add_argument("--dry-run", action="store_true", help="only list")

    def handle(self, *args: Any, **options: Any) -> None:
        plan = plan_deletion(only=User if options["accounts"] else None)
        self.list(plan)
        if not plan.total or options["dry_run"]:
            return
        if not options["yes"] and not self.agrees(plan.total):
            self.stdout.write("Nichts gelöscht.")
            return
        kept = delete(plan)
        self.stdout.write(
            f"{plan.total - (len(kept) - len(plan.keep))} Musterinhalte gelöscht, {len(kept)} behalten."
        )
        for record, reason in kept[len(plan.keep) :]:
            self.stdout.write(f"  behalten: {record} ({reason})")

    def list(self, plan: Plan) -> None:
        if not plan.total and not plan.keep:
            self.stdout.write("Es gibt keine Musterinhalte.")
        for kind, records in plan.delete.items():
            names = ", ".join(str(record) for record in records[:SHOWN])
            more = f" und {len(records) - SHOWN} weitere" if len(records) > SHOWN else ""
            self.stdout.write(f"{len(records)} {kind}: {names}{more}")
        for record, reason in plan.keep:
            self.stdout.write(f"  bleibt: {record} ({reason})")

    def agrees(self, total: int) -> bool:
        try:
            answer = input(f"Diese {total} Musterinhalte löschen? Bitte „ja“ eingeben: ")
        except EOFError:
            return False
        return answer.strip().lower() == "ja"
