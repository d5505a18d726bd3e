"""A migrated SQLite database that is made once for a set of migrations and then copied into memory.

Running all migrations takes half a minute for each process of each run; copying takes a moment. The file
lies in `var/`, named after a digest of all migrations and of the locked requirements.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

BASE_DIR = Path(__file__).resolve().parents[1]
FOLDER = BASE_DIR / "var" / "test-databases"
ROOMS = ("site", "home", "search", "servicefinder")


def fill_test_database() -> None:
    """Make the default connection, which must be SQLite, an own database in memory with all tables."""
    name = connection.creation._get_test_db_name()  # type: ignore[attr-defined]
    connection.close()
    connection.settings_dict["NAME"] = name
    refill_test_database()


def refill_test_database() -> None:
    """Everything as the migrations leave it: tests with real transactions empty the tables behind them."""
    connection.ensure_connection()
    with closing(sqlite3.connect(f"file:{migrated_file()}?mode=ro", uri=True)) as source:
        source.backup(connection.connection)


def migrated_file() -> Path:
    """The file; the first process that asks makes it, others wait."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{_digest()}.sqlite3"
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            for outdated in FOLDER.glob("*.sqlite3"):
                outdated.unlink()
            _migrate(file)
    return file


def _migrate(file: Path) -> None:
    with TemporaryDirectory() as folder:
        made = Path(folder) / "migrated.sqlite3"
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{made}", "DATA_DIR": folder}
        command = [sys.executable, "manage.py", "migrate", "--skip-checks", "--verbosity", "0"]
        subprocess.run(command, cwd=BASE_DIR, env=environment, check=True)
        with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(file)) as target:
            source.backup(target)


def _digest() -> str:
    digest = hashlib.sha256((BASE_DIR / "requirements.txt").read_bytes())
    for room in ROOMS:
        for migration in sorted((BASE_DIR / room).rglob("migrations/*.py")):
            digest.update(str(migration.relative_to(BASE_DIR)).encode() + migration.read_bytes())
    return digest.hexdigest()[:16]
