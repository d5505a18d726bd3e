"""After erasure, nobody finds a byte of the person in the raw files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases.real_databases import case_processes
from tests.prepared_databases import data_folder

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

    case_processes.run("erase")

    assert found(folders) == set()
    assert not list((data_dir / "private").rglob("*.sealed"))
    said = "".join(capfd.readouterr())
    assert [mark for mark in MARKS if mark in said] == []
