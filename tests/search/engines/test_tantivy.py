"""The embedded engine: many readers, one writer, damage that is noticed."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from search.domain.querying import search
from search.domain.rebuilding import rebuild
from search.engines import engine
from search.engines.base import EngineBusy, IndexNotReady, IndexState
from search.engines.layout import layout
from search.engines.tantivy import TantivyEngine
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def live_folder(index_dir: Path) -> Path:
    return index_dir / (engine().live_index() or "")


def damage(folder: Path, suffix: str) -> None:
    """Cut a file in half, the way a crash can leave it; under a new name, as a reader may have it open."""
    file = next(folder.glob(f"*{suffix}"))
    half = file.read_bytes()[: file.stat().st_size // 2]
    file.unlink()
    file.write_bytes(half)


def test_reader_in_the_same_process_sees_a_commit_at_once(city: ListedDocuments) -> None:
    reader = TantivyEngine(engine()._files.directory)  # type: ignore[attr-defined]
    assert reader.document_count() == 4

    city.add("Wunschkennzeichen")
    rebuild()

    assert reader.document_count() == 5


def test_missing_pointer_is_a_missing_index(city: ListedDocuments, index_dir: Path) -> None:
    (index_dir / "current").unlink()

    assert engine().state() is IndexState.MISSING
    assert search("Reisepass").limited


def test_pointer_to_somewhere_else_is_a_missing_index(city: ListedDocuments, index_dir: Path) -> None:
    (index_dir / "current").write_text("../../etc")

    assert engine().state() is IndexState.MISSING


@pytest.mark.parametrize("suffix", [".store", ".term", ".idx", ".fast", ".fieldnorm", "meta.json"])
def test_torn_file_is_noticed_at_the_next_start_and_mended(
    city: ListedDocuments, index_dir: Path, tmp_path: Path, suffix: str
) -> None:
    damage(live_folder(index_dir), suffix)
    fresh = TantivyEngine(index_dir)  # As in a process that has just started.

    assert fresh.state() is IndexState.BROKEN
    rebuild()
    assert fresh.state() is IndexState.READY


def test_deleted_folder_is_noticed_while_running(city: ListedDocuments, index_dir: Path) -> None:
    assert search("Reisepass").ready
    shutil.rmtree(live_folder(index_dir))

    assert engine().state() is IndexState.MISSING
    assert search("Reisepass").limited


def test_index_of_another_layout_answers_but_is_outdated(city: ListedDocuments, index_dir: Path) -> None:
    live = live_folder(index_dir)
    old = live.with_name(live.name.replace(layout(), "00000000"))
    live.rename(old)
    (index_dir / "current").write_text(old.name)

    assert engine().state() is IndexState.OUTDATED
    assert search("Reisepass").total == 2


def test_writing_to_no_index_says_so(index_dir: Path) -> None:
    with pytest.raises(IndexNotReady):
        engine().write("none", [])


def test_error_while_reading_records_leaves_the_index_as_it_was(city: ListedDocuments) -> None:
    def breaks():  # type: ignore[no-untyped-def]
        raise RuntimeError("database gone")
        yield

    with pytest.raises(RuntimeError):
        engine().write(engine().live_index() or "", breaks())

    assert search("Reisepass").total == 2
    engine().write(engine().live_index() or "", [])


WRITER = """
import sys, time, tantivy
writer = tantivy.Index.open(sys.argv[1]).writer(15_000_000, 1)
print("locked", flush=True)
time.sleep(60)
"""


def test_writer_in_another_process_is_waited_for_and_its_death_frees_the_lock(
    city: ListedDocuments, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.tantivy.writing.LOCK_PATIENCE_SECONDS", 0.2)
    live = engine().live_index() or ""
    other = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(index_dir / live)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "locked\n"

    with pytest.raises(EngineBusy):
        engine().write(live, [])
    other.kill()
    other.wait()

    engine().write(live, [])
    assert search("Reisepass").total == 2


READER = """
import sys, time
from pathlib import Path
from search.engines.tantivy import TantivyEngine
engine = TantivyEngine(Path(sys.argv[1]))
print(engine.document_count(), flush=True)
sys.stdin.readline()
print(engine.document_count(), flush=True)
"""


def test_reader_in_another_process_follows_a_swap(city: ListedDocuments, index_dir: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(index_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": f"{root}:{root / 'site'}"},
    )
    assert reader.stdout and reader.stdin
    assert reader.stdout.readline() == "4\n"

    city.add("Wunschkennzeichen")
    rebuild()
    reader.stdin.write("\n")
    reader.stdin.flush()

    assert reader.stdout.readline() == "5\n"
    assert reader.wait(10) == 0


@pytest.mark.slow
def test_search_stays_quick_with_many_documents(things: ListedDocuments) -> None:
    for number in range(3_000):
        things.add(f"Bescheinigung {number}", teaser="Antrag im Bürgeramt", body="Antrag und Gebühr. " * 60)
    rebuild()
    search("Antrag Bescheinigung")

    started = time.process_time()
    for _ in range(20):
        assert search("Antrag Bescheinigung").total == 3_000

    assert (time.process_time() - started) / 20 < 0.015
