"""Real processes on real databases: an SQLite file, and PostgreSQL where there is one.

A test package imports these fixtures into its conftest.py and has a script `processes.py` beside it, whose
functions are the scenarios that run in processes of their own.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

BASE_DIR = Path(__file__).resolve().parents[1]
# Only the tables that the scenarios need: migrating everything takes half a minute.
MIGRATE = """
import sys
sys.path[:0] = [".", "site"]
import django
django.setup()
from django.core.management import call_command
for app in ("outbox", "django_tasks_database", "limits"):
    call_command("migrate", app, skip_checks=True, verbosity=0)
"""


class Processes:
    """Starts scenarios of `script` against one database."""

    def __init__(self, script: Path, database_url: str, data_dir: Path) -> None:
        self.script = script
        self.environment = environment(database_url, data_dir)

    def start(self, *arguments: object) -> subprocess.Popen:
        command = [sys.executable, str(self.script), *map(str, arguments)]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)

    def run(self, *arguments: object) -> str:
        process = self.start(*arguments)
        output, _ = process.communicate(timeout=300)
        assert process.returncode == 0
        return output

    def query(self, sql: str) -> list[tuple]:
        """Look from outside, without the seconds that a Django process takes to start."""
        url = self.environment["DATABASE_URL"]
        if url.startswith("sqlite"):
            with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
                return connection.execute(sql).fetchall()
        with psycopg.connect(url) as connection:
            return connection.execute(sql).fetchall()

    def jobs(self) -> list[tuple]:
        return self.query("SELECT key, state, attempts FROM outbox_job ORDER BY key")


@contextmanager
def held(url: str, *statements: str) -> Iterator[None]:
    """Somebody else's connection that has done `statements`; what they hold is let go of afterwards."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as other:
            for statement in statements:
                other.execute(statement).fetchall()
            yield
        return
    with psycopg.connect(url) as other:
        for statement in statements:
            other.execute(statement)
        yield


def environment(database_url: str, data_dir: Path) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url,
        "DATA_DIR": str(data_dir),
        "LOG_LEVEL": "ERROR",
    }


def migrate(database_url: str, data_dir: Path) -> None:
    command = [sys.executable, "-c", MIGRATE]
    subprocess.run(command, env=environment(database_url, data_dir), cwd=BASE_DIR, check=True)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "empty.sqlite3"
    migrate(f"sqlite:///{file}", file.parent)
    return file


@pytest.fixture(scope="session")
def migrated_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Name of a template database on the server at TEST_POSTGRES_URL."""
    name = f"test_{uuid4().hex[:12]}"
    server = os.environ["TEST_POSTGRES_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        migrate(sibling(server, name), tmp_path_factory.mktemp("postgresql"))
        yield name
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def sibling(server: str, name: str) -> str:
    return f"{server.rsplit('/', 1)[0]}/{name}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server("postgresql"))])
def processes(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Processes]:
    """Processes on a fresh database of each kind."""
    script = request.path.with_name("processes.py")
    if request.param == "sqlite":
        file = tmp_path / "city.sqlite3"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), file)
        yield Processes(script, f"sqlite:///{file}", tmp_path)
        return
    template, server = request.getfixturevalue("migrated_postgresql"), os.environ["TEST_POSTGRES_URL"]
    name = f"{template}_{uuid4().hex[:6]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield Processes(script, sibling(server, name), tmp_path)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server("postgresql"))])
def empty_city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Processes]:
    """Processes on a database of each kind without any table: their script makes those."""
    script = request.path.with_name("processes.py")
    if request.param == "sqlite":
        yield Processes(script, f"sqlite:///{tmp_path / 'city.sqlite3'}", tmp_path)
        return
    name, server = f"test_{uuid4().hex[:12]}", os.environ["TEST_POSTGRES_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield Processes(script, sibling(server, name), tmp_path)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_processes(request: pytest.FixtureRequest, migrated_sqlite: Path, tmp_path: Path) -> Processes:
    file = tmp_path / "city.sqlite3"
    shutil.copy(migrated_sqlite, file)
    return Processes(request.path.with_name("processes.py"), f"sqlite:///{file}", tmp_path)


@pytest.fixture
def lines(tmp_path: Path) -> Callable[[], list[str]]:
    """What handlers have written to `tmp_path / "runs"` so far."""
    file = tmp_path / "runs"
    return lambda: file.read_text().split("\n")[:-1] if file.exists() else []
