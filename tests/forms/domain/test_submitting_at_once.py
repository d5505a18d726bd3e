"""Whoever presses how often, and whatever is killed: each draft becomes one case, one mail, one entry."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.real_processes import Processes, sibling

ROUNDS = 12


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server("postgresql"))])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Processes]:
    """Processes on an empty database of each kind; the scenario makes its tables."""
    script = request.path.with_name("processes.py")
    if request.param == "sqlite":
        yield Processes(script, f"sqlite:///{tmp_path / 'city.sqlite3'}", tmp_path)
        return
    name, server = f"test_{uuid4().hex[:12]}", os.environ["TEST_POSTGRES_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield Processes(script, sibling(server, name), tmp_path)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_eight_at_once_are_one_case(city: Processes) -> None:
    found = json.loads(city.run("eight_at_once"))

    assert found == {"confirmations": 1, "cases": 1, "mails": 1, "received": 1, "documents": 1}


def test_a_killed_process_leaves_all_or_nothing(city: Processes) -> None:
    found = json.loads(city.run("killed_at_random"))

    assert found == {
        "wrong": 0,
        "cases": ROUNDS,
        "mails": ROUNDS,
        "received": ROUNDS,
        "documents": ROUNDS,
    }
