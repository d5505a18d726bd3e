"""Hands closed cases over as an xdomea message 0401."""

import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError, CommandParser

from servicefinder.cases.domain.journal import THE_SYSTEM, record
from servicefinder.cases.enums import EntryKind
from servicefinder.cases.exports.xdomea.writing import closed_cases, write_steps

REPORT_EVERY = 100


class Command(BaseCommand):
    help = "Write closed cases as xdomea 3.1.0 message 0401 (Abgabe) into a ZIP file; each is journalled."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where <process id>_Abgabe.zip is written")
        parser.add_argument("--reference", action="append", help="only this case; can be repeated")
        parser.add_argument("--department", help="only cases of the department with this name")
        parser.add_argument("--recipient", default="Empfangende Stelle", help="name of who takes them over")

    def handle(self, *args: Any, **options: Any) -> None:
        cases = closed_cases()
        if options["reference"]:
            cases = cases.filter(reference__in=options["reference"])
        if options["department"]:
            cases = cases.filter(department__name=options["department"])
        total = cases.count()
        if not total:
            raise CommandError("There is no closed case to hand over.")
        process_id = uuid4()
        target = options["folder"] / f"{process_id}_Abgabe.zip"
        partial = target.with_suffix(".part")
        written = []
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
            steps = write_steps(
                file, cases.iterator(chunk_size=100), process_id=process_id, recipient=options["recipient"]
            )
            for count, case in enumerate(steps, 1):
                written.append(case.pk)
                if count % REPORT_EVERY == 0:
                    self.stdout.write(f"{count} of {total} …")
            os.fsync(file.fileno())
        for case_id in written:
            record(case_id, EntryKind.EXPORTED, THE_SYSTEM, references={"process": str(process_id)})
        partial.replace(target)
        self.stdout.write(f"{len(written)} cases in {target}")
