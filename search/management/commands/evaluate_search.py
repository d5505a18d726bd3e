"""`manage.py evaluate_search --catalogue FILE --queries FILE --qrels FILE [--engine …] [--run FILE]`."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.documents import SearchDocument
from search.engines.base import EngineError
from search.evaluation.ablation import Variant, variants
from search.evaluation.documents import leika_documents
from search.evaluation.judgements import JudgedQuery, judged_queries
from search.evaluation.measures import Score, interval, score
from search.evaluation.throw_away import asked, throw_away_index

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
                found = {query.id: asked(query.text) for query in queries}
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
        hits = asked(query.text, weights=variant.weights, exact=variant.exact)
        total += score([hit.id for hit in hits], query.grades).ndcg
    return total / len(queries)
