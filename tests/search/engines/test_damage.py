"""Damage done to the files of the embedded index, and processes that are killed while they write."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from outbox.domain.running import run_due_jobs
from search.domain.indexing import ensure_index, mark_changed
from search.domain.querying import search
from search.engines import engine
from search.engines.base import IndexState
from tests.search.conftest import ListedDocuments
from tests.search.engines.test_tantivy import live_folder

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[3]
PARTS = [".store", ".term", ".idx", ".pos", ".fast", ".fieldnorm", "meta.json"]
DAMAGES = ("flip", "cut", "empty", "remove")


def damage(file: Path, how: str, place: float = 0.5) -> None:
    """A bit flips in place; a file cut short takes the other's place, since cutting one that a process has
    mapped into its memory ends that process.
    """
    size = file.stat().st_size
    if how == "remove":
        file.unlink()
        return
    if how != "flip":
        shorter = file.with_suffix(".shorter")
        shorter.write_bytes(file.read_bytes()[: size // 2 if how == "cut" else 0])
        shorter.replace(file)
        return
    with file.open("r+b") as opened:
        opened.seek(int(place * (size - 1)))
        byte = opened.read(1)[0]
        opened.seek(-1, os.SEEK_CUR)
        opened.write(bytes([byte ^ 0xFF]))


@pytest.mark.parametrize("how", DAMAGES)
@pytest.mark.parametrize("part", PARTS)
def test_damage_is_noticed_at_once_and_mended_by_the_minutely_check(
    city: ListedDocuments, index_dir: Path, part: str, how: str
) -> None:
    assert search("Reisepass beantragen").hits[0].id == "1"

    damage(next(live_folder(index_dir).glob(f"*{part}")), how)

    during = search("Reisepass beantragen")
    assert (during.limited, during.hits[0].id) == (True, "1")
    assert engine().state() is IndexState.BROKEN
    ensure_index()
    run_due_jobs()
    assert engine().state() is IndexState.READY
    after = search("Reisepass beantragen")
    assert (after.limited, after.hits[0].id) == (False, "1")


@pytest.mark.parametrize("place", [0.0, 0.02, 0.3, 0.7, 0.98, 1.0])
@pytest.mark.parametrize("part", [part for part in PARTS if part != "meta.json"])
def test_a_flipped_byte_is_noticed_wherever_it_is(
    city: ListedDocuments, index_dir: Path, part: str, place: float
) -> None:
    damage(next(live_folder(index_dir).glob(f"*{part}")), "flip", place)

    assert engine().state() is IndexState.BROKEN
    assert search("Reisepass").limited


def test_write_to_a_damaged_index_asks_for_a_rebuild_and_is_not_lost(
    city: ListedDocuments, index_dir: Path
) -> None:
    damage(next(live_folder(index_dir).glob("*.store")), "cut")
    city.add("Wunschkennzeichen", pk="neu")
    mark_changed("things", "neu")

    run_due_jobs()

    found = search("Wunschkennzeichen")
    assert (found.limited, found.total) == (False, 1)


SEARCHER = """
import sys, time
from pathlib import Path
from search.engines.base import EngineError
from search.engines.tantivy import TantivyEngine
engine = TantivyEngine(Path(sys.argv[1]))
said = None
while True:
    try:
        now = f"{len(engine.known(['reisepass', 'wunschkennzeich']))} {engine.document_count()}"
    except EngineError:
        now = "damaged"
    if now != said:
        said = now
        print(f"{time.time()} {now}", flush=True)
    time.sleep(0.01)
"""

WRITER = """
import sys, time
from pathlib import Path
from search.engines.questions import Change
from search.engines.tantivy import TantivyEngine
from search.engines.questions import IndexEntry
from search.engines.ranking import FIELDS
engine = TantivyEngine(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    entry = IndexEntry(key=f"w:{number}", record="w:1", language="de", type="service",
        tokens={name: "wort" for name in FIELDS}, words=("wort",), title="wort", phrases=(), objects=(),
        facets=("type=service",), prior=1.0, visible_until=2**40, stored={"title": str(number)})
    engine.write(engine.live_index(), [Change("w:1", number, (entry,))])
    if number == 1:
        print("writing", flush=True)
"""


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        process.kill()
        process.wait()


def start(started: list[subprocess.Popen[str]], script: str, index_dir: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"}
    command = [sys.executable, "-c", script, str(index_dir)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    started.append(process)
    return process


def said_by(process: subprocess.Popen[str]) -> tuple[float, str]:
    assert process.stdout is not None
    moment, _, words = process.stdout.readline().strip().partition(" ")
    return float(moment), words


@pytest.mark.slow
def test_readers_in_other_processes_see_a_commit_within_a_second(
    city: ListedDocuments, index_dir: Path, processes: list[subprocess.Popen[str]]
) -> None:
    readers = [start(processes, SEARCHER, index_dir) for _ in range(2)]
    assert {said_by(reader)[1] for reader in readers} == {"1 4"}

    city.add("Wunschkennzeichen", pk="neu")
    mark_changed("things", "neu")
    run_due_jobs()
    committed = time.time()

    seen = [said_by(reader) for reader in readers]
    assert {words for _, words in seen} == {"2 5"}
    assert max(moment for moment, _ in seen) - committed < 1


@pytest.mark.slow
@pytest.mark.parametrize("how", ["cut", "empty", "flip"])
def test_readers_in_other_processes_survive_damage_and_follow_the_mending(
    city: ListedDocuments, index_dir: Path, processes: list[subprocess.Popen[str]], how: str
) -> None:
    reader = start(processes, SEARCHER, index_dir)
    assert said_by(reader)[1] == "1 4"

    for part in PARTS:
        damage(next(live_folder(index_dir).glob(f"*{part}")), how)
    assert said_by(reader)[1] == "damaged"
    ensure_index()
    run_due_jobs()

    assert said_by(reader)[1] == "1 4"
    assert reader.poll() is None


@pytest.mark.slow
def test_killed_writers_leave_an_index_that_is_read_and_written(
    city: ListedDocuments, index_dir: Path, processes: list[subprocess.Popen[str]]
) -> None:
    moments = random.Random(7)
    for _ in range(4):
        writer = start(processes, WRITER, index_dir)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        time.sleep(moments.uniform(0, 0.3))
        writer.send_signal(signal.SIGKILL)
        writer.wait()

        assert engine().state() is IndexState.READY
        assert search("Reisepass beantragen").hits[0].id == "1"
        mark_changed("things", "1")
        run_due_jobs()
        assert not search("Reisepass").limited
    assert engine().document_count() == 5
