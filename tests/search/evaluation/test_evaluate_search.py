"""The command that measures the search on judged queries."""

import os
import socket
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from search.vocabulary import Vocabulary

# Reached with the weights of today; a change that falls below has to say why.
NDCG_FLOORS = {
    "exact": 0.96,
    "everyday": 0.93,
    "life_event": 0.82,
    "compound": 0.93,
    "inflection": 0.96,
    "typo": 0.94,
    "abbreviation": 0.93,
    "foreign": 0.92,
    "total": 0.93,
}
SUCCESS_3_FLOOR = 0.98


@pytest.mark.parametrize(
    "name", ["tantivy", pytest.param("elasticsearch", marks=pytest.mark.server("elasticsearch"))]
)
def test_reaches_what_it_has_reached(
    name: str, settings: Settings, shared_dir: Path, tmp_path: Path, whole_vocabulary: Vocabulary
) -> None:
    settings.SEARCH_URL = os.environ.get("TEST_ELASTICSEARCH_URL", "")
    said, run = StringIO(), tmp_path / "run"

    call_command(
        "evaluate_search",
        catalogue=shared_dir / "catalogue/ozg/leika_leistungen.csv",
        queries=shared_dir / "relevance/queries.csv",
        qrels=shared_dir / "relevance/qrels.csv",
        engine=name,
        run=run,
        stdout=said,
    )

    rows = {row[0]: row for line in said.getvalue().splitlines() if (row := line.split())}
    total = rows["total"]
    assert total[1] == "110"
    below = {name: rows[name][2] for name, floor in NDCG_FLOORS.items() if float(rows[name][2]) < floor}
    assert below == {}
    assert float(total[4]) >= SUCCESS_3_FLOOR
    assert float(total[6]) == 0
    assert run.read_text().splitlines()[0].split()[1::2] == ["Q0", "1", name]


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="absent"):
        call_command(
            "evaluate_search", catalogue="x", queries=tmp_path / "absent.csv", qrels=tmp_path / "absent.csv"
        )


def test_engine_that_does_not_answer_gives_no_figures(
    settings: Settings, shared_dir: Path, tmp_path: Path, whole_vocabulary: Vocabulary
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.SEARCH_URL = f"http://127.0.0.1:{unused.getsockname()[1]}"
        said = StringIO()
        with pytest.raises(CommandError, match="does not answer"):
            call_command(
                "evaluate_search",
                catalogue=shared_dir / "catalogue/ozg/leika_leistungen.csv",
                queries=shared_dir / "relevance/queries.csv",
                qrels=shared_dir / "relevance/qrels.csv",
                engine="elasticsearch",
                stdout=said,
            )
    assert said.getvalue() == ""
