"""After erasure, nobody finds a byte of the person in the raw files."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cases.real_databases import case_processes
from tests.prepared_databases import BOTH, data_folder
from tests.real_processes import Processes, held

__all__ = ["case_processes"]

NAME, EMAIL, TEXT = "Zwetschgenkuchler", "zwetschge@quitte.example", "Rhabarberhecke brennt"
FILE, CONTENT, QUESTION = "Mirabellenplan", "%PDF-1.7 Stachelbeerkraut", "Welche Holunderfarbe?"
MARKS = (NAME, EMAIL, TEXT, FILE, CONTENT, QUESTION)
READ_BYTES, OVERLAP_BYTES = 4 * 1024 * 1024, 200


def found(folders: Iterator[Path] | list[Path]) -> set[str]:
    """Which marks stand in clear in any file, also in names of files."""
    marks = {mark: mark.encode() for mark in MARKS}
    seen: set[str] = set()
    for folder in folders:
        for file in folder.rglob("*"):
            seen |= {mark for mark in marks if mark in file.name}
            if file.is_file():
                seen |= _found_in(file, marks)
    return seen


def _found_in(file: Path, marks: dict[str, bytes]) -> set[str]:
    seen, before = set(), b""
    with file.open("rb") as content:
        while block := content.read(READ_BYTES):
            block = before + block
            seen |= {mark for mark, wanted in marks.items() if wanted in block}
            before = block[-OVERLAP_BYTES:]
    return seen


def older_reader(processes: Processes) -> AbstractContextManager[None]:
    """Holds rows back as others do all day: who reads the SQLite file, who writes in another database."""
    url = processes.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        return held(url, "BEGIN", "SELECT count(*) FROM outbox_job")
    return held(os.environ["TEST_POSTGRES_URL"], "SELECT pg_current_xact_id()")


@pytest.mark.slow
def test_no_readable_byte_is_left_in_database_files_and_logs(case_processes, capfd, tmp_path):
    data_dir = Path(case_processes.environment["DATA_DIR"])
    server = data_folder(case_processes)
    folders = [data_dir, server] if server else [data_dir]

    case_processes.run("write", ",".join(MARKS))
    # What stands in clear while the case lives: the mail that is to go out, nothing else.
    assert found(folders) <= {NAME, EMAIL, TEXT}
    assert EMAIL in found(folders)
    # The document, and the Abgabe that holds it.
    assert len(list((data_dir / "private").rglob("*.sealed"))) == 2

    with older_reader(case_processes):
        case_processes.run("erase")
    assert [job for job in case_processes.jobs() if job[0] == "database"], "nobody tries it again"

    case_processes.run("settle_again")

    assert found(folders) == set()
    assert not list((data_dir / "private").rglob("*.sealed"))
    said = "".join(capfd.readouterr())
    assert [mark for mark in MARKS if mark in said] == []


@pytest.mark.slow
@pytest.mark.parametrize("case_processes", BOTH[1:], indirect=True)
def test_a_table_in_use_is_waited_for_no_longer_than_a_moment(case_processes):
    """Of PostgreSQL: everybody who wants to send a mail would wait behind it."""
    case_processes.run("write", ",".join(MARKS))

    url = case_processes.environment["DATABASE_URL"]
    with held(url, "LOCK TABLE outbox_outgoingmail IN ACCESS SHARE MODE"):
        case_processes.run("erase")
        (error,) = case_processes.query("SELECT last_error FROM outbox_job WHERE kind = 'cases.settle'")

    assert error == ("a table is in use; rows are given up later",)
    case_processes.run("settle_again")
    assert not case_processes.query("SELECT 1 FROM outbox_job WHERE kind = 'cases.settle'")
