"""A street with its calendar, on each kind of database; made once a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import prepared_databases as databases
from tests.real_processes import Processes

SCRIPT = Path(__file__).with_name("processes.py")


@pytest.fixture(scope="session")
def prepared_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.prepared_sqlite(SCRIPT, tmp_path_factory.mktemp("waste-sqlite"))


@pytest.fixture(scope="session")
def prepared_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[databases.Template]:
    with databases.prepared_postgresql(SCRIPT, tmp_path_factory.mktemp("waste-postgresql")) as template:
        yield template


@pytest.fixture(params=databases.BOTH)
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Processes]:
    """A fresh copy; DATA_DIR is `tmp_path / "data"`."""
    template = request.getfixturevalue(f"prepared_{request.param}")
    with databases.fresh_copy(SCRIPT, template, tmp_path / "data") as processes:
        yield processes
