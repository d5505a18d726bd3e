"""Imports services and offices from other catalogues."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...enums import SourceKind
from ...imports.departments import ImportNotPossible
from ...imports.readers import READERS
from ...imports.records import ImportFiles, UnreadableFile
from ...imports.report import STATUS_LABELS, Outcome, Report, Status
from ...imports.running import run_import

PROGRESS_EVERY = 50
SHOWN_LINES = 40
SHOWN_RECORDS = 6


class Command(BaseCommand):
    help = (
        "Import services. Repeatable: updates what came from the source, never a field edited here since "
        "(kept as a difference to decide). A broken record stops nothing but itself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--format", required=True, choices=sorted(READERS), dest="format_name")
        parser.add_argument("--locations", type=Path, metavar="FILE", help="file of offices (DLDB)")
        parser.add_argument("--source", default="", help="name of the source; default: the format")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
        parser.add_argument("--publish", action="store_true", help="publish what is imported")
        parser.add_argument(
            "--attach",
            action="append",
            default=[],
            metavar="ID=SLUG",
            help="a record that is the same as a service here (see possible doubles in the report)",
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the whole report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        files = ImportFiles(tuple(options["files"]), options["locations"])
        try:
            _, report = run_import(
                files,
                options["format_name"],
                source=options["source"],
                publish=options["publish"],
                dry_run=options["dry_run"],
                attach=_attachments(options["attach"]),
                progress=self.progress,
            )
        except (UnreadableFile, ImportNotPossible) as error:
            raise CommandError(str(error)) from None
        if options["report"]:
            options["report"].write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
        self.say(report, options["dry_run"])

    def progress(self, number: int, report: Report) -> None:
        if number % PROGRESS_EVERY == 0:
            end = "\r" if sys.stderr.isatty() else "\n"
            self.stderr.write(f"{number} Einträge gelesen …", ending=end)

    def say(self, report: Report, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write("Probelauf: Es wurde nichts geschrieben.")
        for kind in SourceKind:
            counts = [f"{report.count(kind, status)} {STATUS_LABELS[status]}" for status in Status]
            self.stdout.write(f"{kind.label}: " + ", ".join(counts))
        self.stdout.write(f"Mögliche Doppelte: {report.counts['doubles']}")
        decisions = [outcome for outcome in report.outcomes if outcome.needs_somebody]
        for outcome in decisions[:SHOWN_LINES]:
            self.stdout.write(line(outcome))
        if len(decisions) > SHOWN_LINES:
            self.stdout.write(f"… und {len(decisions) - SHOWN_LINES} weitere (--report FILE schreibt alle)")
        for note, records in notes_of(report).items():
            self.stdout.write(f"  {len(records)} × {note}: {shortened(records)}")


def notes_of(report: Report) -> dict[str, list[str]]:
    """Records by what was noted about them, without those that are listed one by one."""
    found: dict[str, list[str]] = {}
    for outcome in report.outcomes:
        for note in () if outcome.needs_somebody else outcome.notes:
            found.setdefault(note, []).append(outcome.record)
    return found


def shortened(records: list[str]) -> str:
    return ", ".join(records[:SHOWN_RECORDS]) + (" …" if len(records) > SHOWN_RECORDS else "")


def line(outcome: Outcome) -> str:
    parts = list(outcome.notes)
    if outcome.conflicts:
        parts.append("zu entscheiden: " + ", ".join(outcome.conflicts))
    if outcome.doubles:
        parts.append("vielleicht dasselbe wie " + "; ".join(outcome.doubles))
    return f"  {STATUS_LABELS[outcome.status]:18} {outcome.record} {outcome.title[:60]}: " + " · ".join(parts)


def _attachments(pairs: list[str]) -> dict[str, str]:
    wrong = [pair for pair in pairs if pair.count("=") != 1]
    if wrong:
        raise CommandError(f"--attach erwartet ID=SLUG, nicht {wrong[0]!r}")
    return dict(pair.split("=") for pair in pairs)
