"""`manage.py check_vocabulary [--queries FILE]`: what is wrong with the vocabulary, or worth a look."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.analysis import analyse
from search.evaluation.documents import rows_of
from search.vocabulary.files import GERMAN, LANGUAGES, NAME, UnreadableVocabulary, demands, term_lines

SHARED_BY = 6  # A term of more objects than this helps none of them.
Holders = dict[tuple[str, ...], set[str]]


class Command(BaseCommand):
    help = "Checks the vocabulary: form, unknown keys and kinds, doubles, terms that too many objects share."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--queries", type=Path, help="CSV with a column `query`: list terms that equal one"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            lines = [line for line in term_lines() if line.kind != NAME]
        except UnreadableVocabulary as error:
            raise CommandError(str(error)) from error
        known = {key for key, _ in demands()}
        holders: Holders = defaultdict(set)
        problems = []
        for line in lines:
            if line.key not in known:
                problems.append(f"{line.key}: no such LeiKa object")
            if line.kind not in (*GERMAN, *LANGUAGES):
                problems.append(f"{line.key}: unknown kind {line.kind}")
            folded = [term.casefold() for term in line.terms]
            problems += [f"{line.key} {line.kind}: twice: {t}" for t in set(folded) if folded.count(t) > 1]
            for term in line.terms:
                holders[tuple(analyse(term, "de"))].add(line.key)
        for tokens, keys in sorted(holders.items()):
            if len(keys) > SHARED_BY:
                self.stdout.write(f"shared by {len(keys)} objects: {' '.join(tokens)}")
        if options["queries"]:
            self.list_equals(options["queries"], holders)
        self.stdout.write(f"{sum(len(line.terms) for line in lines)} terms for {len(known)} objects")
        if problems:
            raise CommandError("\n".join(problems))

    def list_equals(self, queries: Path, holders: Holders) -> None:
        """Terms that are a judged query, word for word after analysis."""
        try:
            texts = [row["query"] for row in rows_of(queries)]
        except (OSError, KeyError) as error:
            raise CommandError(f"The queries cannot be read: {error}") from error
        for text in texts:
            for key in sorted(holders.get(tuple(analyse(text, "de")), ())):
                self.stdout.write(f"equals a query: {text} ({key})")
