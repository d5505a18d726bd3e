"""A new index beside the old one: nobody sees a half-filled one, nothing that changes meanwhile is lost."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from outbox.domain.heartbeats import worker_name
from outbox.domain.jobs import RetryLater
from outbox.models import Job
from search.documents import SearchDocument
from search.domain.indexing import index_record
from search.domain.querying import search
from search.domain.rebuilding import RebuildRunning, rebuild, rebuild_if_needed
from search.engines import engine
from search.engines.base import IndexIncomplete, IndexNotReady
from search.enums import BuildState
from search.models import IndexBuild, LateChange
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def test_rebuild_replaces_the_index_and_removes_the_old_one(city: ListedDocuments, index_dir: Path) -> None:
    old = engine().live_index()
    city.records["1"] = []

    build = rebuild()

    assert (build.state, build.expected, build.done, build.refused) == (BuildState.DONE, 3, 3, 0)
    assert search("Reisepass", types=["service"]).total == 0
    assert engine().live_index() == build.index != old
    assert [entry.name for entry in index_dir.iterdir() if entry.is_dir()] == [build.index]


def test_old_index_answers_until_the_new_one_is_complete(
    city: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, seen = city.documents_for, []

    def look_while_reading(pk: str) -> list[SearchDocument]:
        seen.append(search("Sperrmüll").total)
        return read(pk)

    monkeypatch.setattr(city, "documents_for", look_while_reading)
    rebuild()

    assert seen == [1, 1, 1, 1]


def test_change_during_a_rebuild_is_in_the_old_and_the_new_index(
    city: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, during = city.documents_for, []

    def change_while_reading(pk: str) -> list[SearchDocument]:
        documents = read(pk)
        if pk == "4" and not during:
            during.append(pk)
            city.records["1"] = []  # Has been read by the rebuild already.
            city.add("Wunschkennzeichen", pk="neu")  # Is not on the rebuild's list.
            index_record("things:1", {})
            index_record("things:neu", {})
            during.append(search("Wunschkennzeichen").total)
        return documents

    monkeypatch.setattr(city, "documents_for", change_while_reading)
    rebuild()

    assert during == ["4", 1]
    assert search("Wunschkennzeichen").total == 1
    assert search("Reisepass", types=["service"]).total == 0
    assert not LateChange.objects.exists()


def test_failed_rebuild_leaves_the_old_index(
    city: ListedDocuments, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = engine().live_index()

    def fail(index: str) -> None:
        raise IndexNotReady("disk full")

    monkeypatch.setattr(engine(), "promote", fail)
    with pytest.raises(IndexNotReady):
        rebuild()

    assert search("Reisepass").total == 2
    assert [entry.name for entry in index_dir.iterdir() if entry.is_dir()] == [old]
    assert IndexBuild.objects.latest("pk").state == BuildState.FAILED


def test_broken_record_is_left_out_and_handed_to_the_outbox(
    city: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = city.documents_for

    def breaks(pk: str) -> list[SearchDocument]:
        if pk == "2":
            raise ValueError("unreadable")
        return read(pk)

    monkeypatch.setattr(city, "documents_for", breaks)
    build = rebuild()

    assert (build.done, build.refused) == (3, 1)
    assert [job.key for job in Job.objects.all()] == ["things:2"]


def test_only_one_rebuild_at_a_time(city: ListedDocuments) -> None:
    IndexBuild.objects.create(process="other-host:1")

    with pytest.raises(RebuildRunning):
        rebuild()


def test_rebuild_of_a_killed_process_is_given_up(city: ListedDocuments, index_dir: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    host = worker_name().rpartition(":")[0]
    half_filled = engine().create_index()
    dead = IndexBuild.objects.create(process=f"{host}:{ended.pid}", index=half_filled)

    rebuild()

    dead.refresh_from_db()
    assert dead.state == BuildState.FAILED
    assert not (index_dir / half_filled).exists()


def test_rebuild_of_another_machine_is_given_up_after_long_silence(city: ListedDocuments) -> None:
    IndexBuild.objects.create(process="other-host:1", heard_at=timezone.now() - timedelta(minutes=3))

    assert rebuild().state == BuildState.DONE


def test_job_waits_for_a_rebuild_that_runs(things: ListedDocuments) -> None:
    IndexBuild.objects.create(process="other-host:1")

    with pytest.raises(RetryLater):
        rebuild_if_needed("index", {})


def test_job_does_nothing_when_the_index_is_fine_by_now(city: ListedDocuments) -> None:
    rebuild_if_needed("index", {})

    assert IndexBuild.objects.count() == 1


def test_command_says_what_it_did(things: ListedDocuments, capsys: pytest.CaptureFixture[str]) -> None:
    things.add("Reisepass")

    call_command("rebuild_search_index")

    assert "1 records indexed, 0 refused" in capsys.readouterr().out
    assert search("Reisepass").total == 1


def test_command_explains_why_it_cannot(things: ListedDocuments) -> None:
    IndexBuild.objects.create(process="other-host:1")

    with pytest.raises(CommandError, match="rebuilt by another process"):
        call_command("rebuild_search_index")


def test_index_that_does_not_hold_what_was_written_does_not_take_over(
    city: ListedDocuments, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = engine().live_index()
    monkeypatch.setattr(engine(), "document_count", lambda index=None: 3)

    with pytest.raises(IndexIncomplete, match="holds 3 of 4 documents"):
        rebuild()

    assert engine().live_index() == old
    assert [entry.name for entry in index_dir.iterdir() if entry.is_dir()] == [old]
