"""Databases that a `processes.py` prepares once and each test gets a copy of, on SQLite and PostgreSQL."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.real_processes import BASE_DIR, Processes, environment, sibling

# For `params` of a fixture that hands out copies.
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.server("postgresql"))]
Template = tuple[str, Path]
Prepared = Callable[[Path, str], Path | Template]


class NoMigrations:
    """Tables straight from the models: migrating everything takes a minute."""

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


def prepared_sqlite(script: Path, folder: Path) -> Path:
    """`folder`, with the database and the keys that `prepare` of the script leaves."""
    _prepare(script, f"sqlite:///{folder / 'city.sqlite3'}", folder)
    return folder


@contextmanager
def prepared_postgresql(script: Path, folder: Path) -> Iterator[Template]:
    """Name of a template database, and the folder with its keys."""
    name, server = f"test_{uuid4().hex[:12]}", os.environ["TEST_POSTGRES_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        _prepare(script, sibling(server, name), folder)
        yield name, folder
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def fresh_copy(script: Path, template: Path | Template, data_dir: Path) -> Iterator[Processes]:
    """Processes on a copy of what was prepared; `data_dir` is their DATA_DIR."""
    if isinstance(template, Path):
        shutil.copytree(template, data_dir)
        yield Processes(script, f"sqlite:///{data_dir / 'city.sqlite3'}", data_dir)
        return
    prepared, folder = template
    shutil.copytree(folder, data_dir)
    server, name = os.environ["TEST_POSTGRES_URL"], f"{prepared}_{uuid4().hex[:6]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {prepared}")
        yield Processes(script, sibling(server, name), data_dir)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def data_folder(processes: Processes) -> Path | None:
    """Where PostgreSQL keeps this database; None for SQLite. Skips where it lies on another machine."""
    url = processes.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        return None
    with psycopg.connect(url) as connection:
        folder = connection.execute("SHOW data_directory").fetchone()[0]
        number = connection.execute(
            "SELECT oid FROM pg_database WHERE datname = current_database()"
        ).fetchone()[0]
    files = Path(folder) / "base" / str(number)
    if not os.access(files, os.R_OK):
        pytest.skip(f"the server's files at {files} cannot be read from here")
    return files


@pytest.fixture(scope="session")
def prepared_cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """What `prepare` of a script leaves on a kind of database; made once a session."""
    with ExitStack() as stack:

        @cache
        def prepared(script: Path, kind: str) -> Path | Template:
            folder = tmp_path_factory.mktemp(f"{script.parent.name}-{kind}")
            if kind == "sqlite":
                return prepared_sqlite(script, folder)
            return stack.enter_context(prepared_postgresql(script, folder))

        yield prepared


def city_of(script: Path) -> Any:
    """A fixture: processes of `script` on a fresh copy of each kind; DATA_DIR is `tmp_path / "data"`."""

    @pytest.fixture(params=BOTH)
    def city(
        request: pytest.FixtureRequest, prepared_cities: Prepared, tmp_path: Path
    ) -> Iterator[Processes]:
        template = prepared_cities(script, request.param)
        with fresh_copy(script, template, tmp_path / "data") as processes:
            yield processes

    return city


def _prepare(script: Path, url: str, data_dir: Path) -> None:
    command = [sys.executable, str(script), "prepare"]
    subprocess.run(command, env=environment(url, data_dir), cwd=BASE_DIR, check=True)
