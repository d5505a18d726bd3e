"""Races, kills and raw bytes, with processes of their own on SQLite and PostgreSQL."""

import json
import subprocess
import time
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests import prepared_databases as databases
from tests.real_processes import Processes, held

SCRIPT = Path(__file__).with_name("processes.py")
LINES, WAL_SEGMENT_BYTES = 200_000, 16 * 1024 * 1024
pytestmark = pytest.mark.slow


office = databases.city_of(SCRIPT)


def finished(processes: list[subprocess.Popen]) -> list[str]:
    said = [each.communicate(timeout=300)[0] for each in processes]
    assert [each.returncode for each in processes] == [0] * len(processes)
    return said


def states(office: Processes) -> dict[int, int]:
    return dict(office.query("SELECT state, COUNT(*) FROM passports_documentrecord GROUP BY state"))


def test_killed_again_and_again_a_list_is_taken_over_once(office):
    office.run("kills", 25)

    assert states(office) == {2: 2000}
    counts = office.query("SELECT state, new, changed, unchanged, done_slices FROM passports_importrun")
    assert counts == [("done", 2000, 0, 0, 4)]
    assert office.query("SELECT COUNT(*) FROM passports_importslice") == [(0,)]
    assert office.query("SELECT COUNT(*) FROM passports_passportentry WHERE kind = 'applied'") == [(1,)]


def test_two_lists_at_once_while_citizens_ask_end_with_the_furthest_state(office):
    asking = office.start("ask_while", 6)
    finished([office.start("own_list", "herstellung"), office.start("own_list", "bereit")])
    asked = json.loads(finished([asking])[0])

    assert states(office) == {2: 2000}
    assert asked["asked"] > 50
    days = office.query("SELECT COUNT(*) FROM passports_documentrecord WHERE ordered_on IS NOT NULL")
    assert days == [(2000,)]


def test_one_list_taken_over_by_two_counts_once(office):
    run_id = office.run("ready_list").split()[-1]

    finished([office.start("take", run_id), office.start("take", run_id)])

    assert states(office) == {2: 2000}
    assert office.query("SELECT new FROM passports_importrun") == [(2000,)]


def test_of_two_hand_outs_at_once_one_hands_out(office):
    office.run("own_list", "bereit")

    said = finished([office.start("fetch", "T22001000") for _ in range(3)])

    assert sorted(each.strip() for each in said) == ["False", "False", "True"]
    assert states(office) == {2: 1999, 3: 1}
    handed = "SELECT COUNT(*) FROM passports_passportentry WHERE kind = 'handed_out'"
    assert office.query(handed) == [(1,)]


def locked(office: Processes) -> AbstractContextManager[None]:
    """Somebody else holds what every question has to write to."""
    url = office.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        return held(url, "BEGIN IMMEDIATE")
    return held(url, "LOCK TABLE limits_ratecount IN ACCESS EXCLUSIVE MODE")


def test_a_locked_database_is_told_and_nothing_typed_is_lost(office):
    with locked(office):
        meanwhile = json.loads(office.run("ask_once"))
    afterwards = json.loads(office.run("ask_once"))

    assert meanwhile == {"status": 503, "kept": True}
    assert afterwards == {"status": 200, "kept": False}


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_two_hundred_thousand_lines_take_no_more_memory_than_a_thousand(office):
    running, seen = office.start("long_list", LINES), set()
    while running.poll() is None:
        seen |= set(office.query("SELECT done_slices FROM passports_importrun ORDER BY id DESC LIMIT 1"))
        time.sleep(0.2)
    said = json.loads(finished([running])[0])

    assert states(office) == {2: LINES}
    assert len(seen) > 10  # What the page of the list shows as progress.
    assert said["grown_kilobytes"] < 20_000


def numbers_in(content: bytes, numbers: set[str]) -> set[str]:
    """All numbers begin with one of three prefixes: whatever follows one is looked up."""
    found = set()
    for prefix in (b"T220", b"C01X", b"Y8P2", b"t220", b"c01x", b"y8p2"):
        at = content.find(prefix)
        while at >= 0:
            found.add(content[at : at + 9].decode("latin-1").upper())
            at = content.find(prefix, at + 1)
    return found & numbers


def log_position(office: Processes) -> tuple[str, int] | None:
    """Where PostgreSQL writes its log now: the folder's path and the number of the segment."""
    if office.environment["DATABASE_URL"].startswith("sqlite"):
        return None
    [(folder, position)] = office.query(
        "SELECT current_setting('data_directory'), pg_current_wal_lsn() - '0/0'::pg_lsn"
    )
    return f"{folder}/pg_wal", int(position) // WAL_SEGMENT_BYTES


def written_logs(before: tuple[str, int] | None, after: tuple[str, int] | None) -> list[Path]:
    """The segments of the write-ahead log that have been written in between, as far as they are kept."""
    if before is None or after is None:
        return []
    wanted = {f"{number // 256:08X}{number % 256:08X}" for number in range(before[1], after[1] + 1)}
    return [file for file in Path(after[0]).iterdir() if file.name[8:] in wanted]


def test_no_serial_number_is_found_in_any_raw_file(office, capfd):
    office.environment["LOG_LEVEL"] = "INFO"
    numbers = set(office.run("numbers").split())
    assert len(numbers) == 2000
    assert numbers_in(b"... t22000129 ...", numbers)  # The search itself would find one.
    before = log_position(office)

    office.run("all_paths")

    data_dir, server = Path(office.environment["DATA_DIR"]), databases.data_folder(office)
    # The product's own pictures, published for all to see, show the receipt to try.
    published = data_dir / "static"
    files = [
        file
        for folder in (data_dir, server)
        for file in (folder.rglob("*") if folder else ())
        if file.is_file() and not file.is_relative_to(published)
    ]
    logs = written_logs(before, log_position(office)) or list(data_dir.glob("*/*.sqlite3-wal"))
    assert logs and any(file.stat().st_size > 100_000 for file in logs)
    assert any(file.suffix == ".log" and "mail" in file.parts for file in files)
    said = "".join(capfd.readouterr())
    assert "/ausweisstatus/" in said
    assert not numbers_in(said.encode(), numbers)
    for file in (*files, *logs):
        assert not numbers_in(file.read_bytes(), numbers), f"a number stands in {file}"
