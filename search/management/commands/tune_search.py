"""`manage.py tune_search --catalogue FILE --queries FILE --qrels FILE`: proposes weights, changes nothing."""

from collections.abc import Sequence
from typing import Any

from search.engines.ranking import WEIGHTS, Weights
from search.evaluation.judgements import JudgedQuery
from search.evaluation.measures import score
from search.evaluation.throw_away import asked, throw_away_index
from search.evaluation.tuning import averaged, cross_validated, parts
from search.management.commands.evaluate_search import Command as Evaluation

FOLDS = 5


class Command(Evaluation):
    help = (
        "Looks for weights that answer judged queries better, by cross-validation. "
        "Prints them; they belong into search/engines/ranking.py."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        queries, documents = self.read(options)
        ours, held = parts(queries)
        with throw_away_index(documents, options["engine"]):
            self.stdout.write(f"{len(ours)} queries to tune on, {len(held)} held out")
            folds = []
            for number, fold in enumerate(cross_validated(ours, FOLDS, WEIGHTS, mean), start=1):
                folds.append(fold)
                figures = f"{fold.on_others:.3f} on the others, {fold.on_own:.3f} on its own"
                self.stdout.write(f"fold {number} of {FOLDS}: {figures}")
                self.stdout.flush()
            found = averaged([fold.weights for fold in folds])
            validated = sum(fold.on_own for fold in folds) / len(folds)
            self.stdout.write(f"now           {mean(ours, WEIGHTS):.3f}, held out {mean(held, WEIGHTS):.3f}")
            self.stdout.write(f"cross-validated {validated:.3f}")
            self.stdout.write(
                f"with these    {mean(ours, found):.3f}, held out {mean(held, found):.3f}\n{found}"
            )


def mean(queries: Sequence[JudgedQuery], weights: Weights) -> float:
    """Mean nDCG@10 of the live index."""
    answers = ((query, asked(query.text, weights=weights)) for query in queries)
    values = [score([hit.id for hit in hits], query.grades).ndcg for query, hits in answers]
    return sum(values) / len(values) if values else 0.0
