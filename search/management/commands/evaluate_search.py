"""`manage.py evaluate_search --catalogue FILE --queries FILE --qrels FILE [--engine …] [--run FILE]`."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test.utils import override_settings

from search.documents import SearchDocument
from search.domain.entries import entry_for
from search.domain.querying import search
from search.engines import engine
from search.engines.base import EngineError
from search.engines.questions import Change
from search.evaluation.ablation import Variant, variants
from search.evaluation.documents import leika_documents
from search.evaluation.judgements import JudgedQuery, judged_queries
from search.evaluation.measures import DEPTH, Score, interval, score

TOTAL = "total"
COLUMNS = ("ndcg", "success_1", "success_3", "recall", "nothing")
HEADINGS = ("nDCG@10", "success@1", "success@3", "recall@10", "nothing")


class Command(BaseCommand):
    help = "Asks judged queries of a throw-away index of LeiKa objects and prints how good the answers are."

    def add_arguments(self, parser: CommandParser) -> None:
        for name, text in {
            "catalogue": "CSV of the LeiKa catalogue: leika_id, name, rechtsgrundlage",
            "queries": "CSV: qid, query, category",
            "qrels": "CSV: qid, object (eight digits), grade (1 to 3)",
        }.items():
            parser.add_argument(f"--{name}", required=True, type=Path, help=text)
        parser.add_argument("--engine", choices=["tantivy", "elasticsearch"], default="tantivy")
        parser.add_argument("--ablation", action="store_true", help="also with each step of the ranking off")
        parser.add_argument("--run", type=Path, help="write a TREC run to this file")

    def read(self, options: dict[str, Any]) -> tuple[list[JudgedQuery], list[SearchDocument]]:
        """Raises CommandError for files that are not there or not of the form."""
        try:
            queries = judged_queries(options["queries"], options["qrels"])
            documents = list(leika_documents(options["catalogue"]))
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read: {error.strerror}") from error
        except (KeyError, ValueError) as error:
            raise CommandError(f"A file is not of the form that --help describes: {error}") from error
        if not queries:
            raise CommandError(f"There is no query in {options['queries']}.")
        return queries, documents

    def handle(self, *args: Any, **options: Any) -> None:
        queries, documents = self.read(options)
        try:
            with throw_away_index(documents, options["engine"]):
                found = {query.id: search(query.text, size=DEPTH, guided_by=()).hits for query in queries}
                worth = [(each, _mean(queries, each)) for each in variants()] if options["ablation"] else []
        except EngineError as error:
            raise CommandError(f"The search engine does not answer: {error}") from error
        self.report(queries, {key: [hit.id for hit in hits] for key, hits in found.items()})
        for variant, mean in worth:
            self.stdout.write(f"{variant.name:36}{mean:7.3f}{mean - worth[0][1]:+8.3f}")
        if options["run"]:
            lines = [
                f"{key} Q0 {hit.id} {rank} {hit.score} {options['engine']}\n"
                for key, hits in found.items()
                for rank, hit in enumerate(hits, start=1)
            ]
            options["run"].write_text("".join(lines), encoding="utf-8")

    def report(self, queries: list[JudgedQuery], found: dict[str, list[str]]) -> None:
        scores: dict[str, list[Score]] = defaultdict(list)
        for query in queries:
            for group in (query.category, TOTAL):
                scores[group].append(score(found[query.id], query.grades))
        heading = "".join(f"{name:>11}" for name in HEADINGS)
        self.stdout.write(f"{'':14}{'queries':>8}{heading}   nDCG@10, 95 %")
        for group in [*(name for name in scores if name != TOTAL), TOTAL]:
            values = scores[group]
            means = "".join(
                f"{sum(getattr(v, name) for v in values) / len(values):11.3f}" for name in COLUMNS
            )
            low, high = interval([value.ndcg for value in values])
            self.stdout.write(f"{group:14}{len(values):8d}{means}   {low:.3f} to {high:.3f}")


def _mean(queries: list[JudgedQuery], variant: Variant) -> float:
    """nDCG@10 with one step off."""
    total = 0.0
    for query in queries:
        asked = search(query.text, size=DEPTH, guided_by=(), weights=variant.weights, exact=variant.exact)
        total += score([hit.id for hit in asked.hits], query.grades).ndcg
    return total / len(queries)


@contextmanager
def throw_away_index(documents: list[SearchDocument], name: str) -> Iterator[None]:
    """Live for the length of the block. Elasticsearch is that of `SEARCH_URL`, and must hold no city."""
    if name == "elasticsearch" and not settings.SEARCH_URL:
        raise CommandError("Say in SEARCH_URL where Elasticsearch is.")
    url = settings.SEARCH_URL if name == "elasticsearch" else ""
    with (
        tempfile.TemporaryDirectory(prefix="city-search.") as folder,
        override_settings(SEARCH_URL=url, SEARCH_INDEX_DIR=Path(folder)),
    ):
        index = engine().create_index()
        changes = (Change(f"leika:{d.id}", 1, (entry_for(f"leika:{d.id}", d),)) for d in documents)
        engine().write(index, changes)
        before = engine().live_index()
        if before is not None:
            engine().discard(index)
            raise CommandError("That Elasticsearch already holds an index of a city: use an empty one.")
        engine().promote(index)
        try:
            yield
        finally:
            engine().promote(engine().create_index())
