"""Databases with the case file in them, for processes of their own; migrated once a session."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.real_processes import BASE_DIR, Processes, environment, sibling

SCRIPT = Path(__file__).with_name("processes.py")


def prepare(url: str, data_dir: Path) -> None:
    command = [sys.executable, str(SCRIPT), "prepare"]
    subprocess.run(command, env=environment(url, data_dir), cwd=BASE_DIR, check=True)


@pytest.fixture(scope="session")
def prepared_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases-sqlite")
    prepare(f"sqlite:///{folder / 'city.sqlite3'}", folder)
    return folder


@pytest.fixture(scope="session")
def prepared_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Name of a template database, and the folder with its data key."""
    name, folder = f"test_{uuid4().hex[:12]}", tmp_path_factory.mktemp("cases-postgresql")
    server = os.environ["TEST_POSTGRES_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        prepare(sibling(server, name), folder)
        yield name, folder
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server("postgresql"))])
def case_processes(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Processes]:
    """Processes on a fresh copy of each kind; DATA_DIR is `tmp_path / "data"`."""
    data_dir = tmp_path / "data"
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("prepared_sqlite"), data_dir)
        yield Processes(SCRIPT, f"sqlite:///{data_dir / 'city.sqlite3'}", data_dir)
        return
    template, folder = request.getfixturevalue("prepared_postgresql")
    shutil.copytree(folder, data_dir)
    server, name = os.environ["TEST_POSTGRES_URL"], f"{template}_{uuid4().hex[:6]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield Processes(SCRIPT, sibling(server, name), data_dir)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
