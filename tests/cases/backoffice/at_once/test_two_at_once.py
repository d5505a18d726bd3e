"""Two people move the same case at the same time: one does, the other is told."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.real_processes import Processes, sibling


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server("postgresql"))])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Processes]:
    script = request.path.with_name("processes.py")
    if request.param == "sqlite":
        yield Processes(script, f"sqlite:///{tmp_path / 'city.sqlite3'}", tmp_path)
        return
    name, server = f"test_{uuid4().hex[:12]}", os.environ["TEST_POSTGRES_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield Processes(script, sibling(server, name), tmp_path)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_one_moves_the_case_and_the_other_is_told(city: Processes) -> None:
    found = json.loads(city.run())

    assert found["outcomes"] == [["CaseChanged", "done"]] * 10
    # Received, moved once, exported by both; and every chain holds.
    assert (found["broken"], found["entries"]) == (0, [4])
