from pathlib import Path

import pytest

from tests.real_processes import Processes


@pytest.mark.slow
def test_six_processes_together_keep_the_limit(processes: Processes, tmp_path: Path):
    processes.run("press", tmp_path / "outcomes", 6, 20, 50)

    outcomes = (tmp_path / "outcomes").read_text().split()
    assert len(outcomes) == 6 * 20
    assert outcomes.count("allowed") == 50
