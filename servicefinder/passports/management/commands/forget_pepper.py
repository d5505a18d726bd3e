"""Gives up what was stored under a pepper that is lost."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ...models import DocumentRecord, ImportSlice, PepperMark, ReadyMail


class Command(BaseCommand):
    help = "Delete every record, mail and list under a lost pepper, so that the site starts again."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:
        for model in (DocumentRecord, ReadyMail, ImportSlice):
            count, _ = model._default_manager.filter(pepper=options["name"]).delete()
            self.stdout.write(f"{model._meta.verbose_name_plural}: {count}")
        PepperMark.objects.filter(name=options["name"]).delete()
