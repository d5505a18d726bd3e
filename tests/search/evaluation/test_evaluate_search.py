"""The command that measures the search on judged queries."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.vocabulary import Vocabulary

# Reached with the weights of today; a change that falls below has to say why.
NDCG_FLOOR = 0.83
SUCCESS_3_FLOOR = 0.96


def test_reaches_what_it_has_reached(shared_dir: Path, tmp_path: Path, whole_vocabulary: Vocabulary) -> None:
    said, run = StringIO(), tmp_path / "run"

    call_command(
        "evaluate_search",
        catalogue=shared_dir / "catalogue/ozg/leika_leistungen.csv",
        queries=shared_dir / "relevance/queries.csv",
        qrels=shared_dir / "relevance/qrels.csv",
        run=run,
        stdout=said,
    )

    total = next(line.split() for line in said.getvalue().splitlines() if line.startswith("total"))
    assert total[1] == "110"
    assert float(total[2]) >= NDCG_FLOOR
    assert float(total[4]) >= SUCCESS_3_FLOOR
    assert float(total[6]) == 0
    assert run.read_text().splitlines()[0].split()[1::2] == ["Q0", "1", "tantivy"]


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="absent"):
        call_command(
            "evaluate_search", catalogue="x", queries=tmp_path / "absent.csv", qrels=tmp_path / "absent.csv"
        )
