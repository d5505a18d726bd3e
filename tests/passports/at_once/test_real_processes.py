"""Races, kills and raw bytes, with processes of their own on SQLite and PostgreSQL."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import prepared_databases as databases
from tests.real_processes import Processes

SCRIPT = Path(__file__).with_name("processes.py")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.prepared_sqlite(SCRIPT, tmp_path_factory.mktemp("passports-sqlite"))


@pytest.fixture(scope="module")
def empty_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[databases.Template]:
    with databases.prepared_postgresql(SCRIPT, tmp_path_factory.mktemp("passports-postgresql")) as template:
        yield template


@pytest.fixture(params=databases.BOTH)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Processes]:
    template = request.getfixturevalue(f"empty_{request.param}")
    with databases.fresh_copy(SCRIPT, template, tmp_path / "data") as processes:
        yield processes


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


def test_no_serial_number_is_found_in_any_raw_file(office, tmp_path, capfd):
    office.environment["LOG_LEVEL"] = "INFO"
    numbers = set(office.run("numbers").split())
    assert len(numbers) == 2000

    office.run("all_paths")

    server = databases.data_folder(office)
    folders = [Path(office.environment["DATA_DIR"])] + ([server] if server else [])
    # The product's own pictures, published for all to see, show the receipt to try.
    published = Path(office.environment["DATA_DIR"]) / "static"
    files = [
        file
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and not file.is_relative_to(published)
    ]
    assert any(file.stat().st_size > 100_000 for file in files)
    said = "".join(capfd.readouterr())
    assert "/ausweisstatus/" in said
    for name, content in [("log", said.encode()), *((file, file.read_bytes()) for file in files)]:
        # All numbers begin with one of three prefixes: whatever follows one is looked up.
        for prefix in (b"T220", b"C01X", b"Y8P2", b"t220", b"c01x", b"y8p2"):
            at = content.find(prefix)
            while at >= 0:
                found = content[at : at + 9].decode("latin-1").upper()
                assert found not in numbers, f"a number stands in {name}"
                at = content.find(prefix, at + 1)
