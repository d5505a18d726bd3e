"""From a change to the index: nothing in the request, everything by the worker, nothing lost."""

from datetime import timedelta
from pathlib import Path

import pytest
import tantivy
from django.db import transaction
from django.utils import timezone

from outbox.domain.jobs import RetryLater
from outbox.domain.running import run_due_jobs
from outbox.models import Job
from search.documents import SearchDocument
from search.domain import indexing
from search.domain.indexing import INDEX_KIND, REBUILD_KIND, index_record, mark_changed, mark_many_changed
from search.domain.querying import search
from search.domain.rebuilding import rebuild
from search.engines import engine
from search.registries import sources
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def total(query: str) -> int:
    return search(query).total


def test_change_waits_for_the_worker(city: ListedDocuments) -> None:
    city.add("Wunschkennzeichen", pk="neu")
    mark_changed("things", "neu")

    assert total("Wunschkennzeichen") == 0
    run_due_jobs()
    assert total("Wunschkennzeichen") == 1
    assert not Job.objects.exists()


def test_change_that_is_rolled_back_leaves_nothing(city: ListedDocuments) -> None:
    with transaction.atomic():
        mark_changed("things", "1")
        transaction.set_rollback(True)

    assert not Job.objects.exists()


def test_changed_record_replaces_its_old_text(city: ListedDocuments) -> None:
    city.records["1"] = []
    city.add("Pass für Reisen", pk="1")
    mark_changed("things", "1")
    run_due_jobs()

    assert [hit.title for hit in search("Reise Pass", types=["service"]).hits] == ["Pass für Reisen"]
    assert total("biometrisches") == 0


@pytest.mark.parametrize("reason", ["draft", "private", "expired", "deleted"])
def test_what_is_no_longer_public_disappears_everywhere(city: ListedDocuments, reason: str) -> None:
    city.records["3"] = []
    mark_changed("things", "3")
    run_due_jobs()

    results = search("Sperrmüll")
    assert (results.total, results.facets["type"]) == (0, [])
    assert "3" not in set(engine().records("things"))


def test_translation_that_is_gone_disappears(things: ListedDocuments) -> None:
    pk = things.add("Hallenbad")
    things.add("Swimming pool", pk=pk, language="en")
    rebuild()

    things.records[pk] = things.records[pk][:1]
    index_record(f"things:{pk}", {})

    assert (search("pool", language="en").total, search("Hallenbad").total) == (0, 1)


def test_many_changes_are_one_batch(city: ListedDocuments) -> None:
    pks = [city.add(f"Denkmal {number}") for number in range(30)]
    mark_many_changed("things", pks)
    city.read.clear()

    run_due_jobs()

    assert total("Denkmal") == 30
    # Once for the names, once for the index.
    assert sorted(city.read) == sorted(2 * pks)


def test_one_broken_record_does_not_hold_up_the_others(
    city: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = city.add("Denkmal")
    read = city.documents_for

    def breaks(pk: str) -> list[SearchDocument]:
        if pk == "broken":
            raise ValueError("unreadable")
        return read(pk)

    monkeypatch.setattr(city, "documents_for", breaks)
    mark_many_changed("things", ["broken", good])
    run_due_jobs()

    assert total("Denkmal") == 1
    assert [job.key for job in Job.objects.all()] == ["things:broken"]


def test_record_of_a_source_that_is_gone_leaves_the_index(city: ListedDocuments) -> None:
    with sources.fresh():
        index_record("things:1", {})

    assert "1" not in set(engine().records("things"))


def test_document_is_looked_at_again_when_it_changes_by_itself(city: ListedDocuments) -> None:
    now = timezone.now()
    soon, later = now + timedelta(hours=1), now + timedelta(days=3)
    city.add("Badeverbot", pk="a", changes_at=later, expires_at=soon)
    city.add("Hinweis", pk="b", changes_at=now - timedelta(hours=1))

    mark_many_changed("things", ["a", "b"])
    run_due_jobs()

    assert [(job.kind, job.key, job.due_at) for job in Job.objects.all()] == [(INDEX_KIND, "things:a", soon)]


def test_missing_index_keeps_the_change_and_asks_for_a_rebuild(things: ListedDocuments) -> None:
    things.add("Reisepass")

    with pytest.raises(RetryLater):
        index_record("things:1", {})

    assert [job.kind for job in Job.objects.all()] == [REBUILD_KIND]


def test_worker_builds_a_missing_index(things: ListedDocuments) -> None:
    things.add("Reisepass")
    indexing.ensure_index()

    run_due_jobs()

    assert total("Reisepass") == 1


def test_index_that_is_fine_is_not_rebuilt(city: ListedDocuments) -> None:
    indexing.ensure_index()

    assert not Job.objects.exists()


def test_lock_held_by_another_writer_is_tried_again_later(
    city: ListedDocuments, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.tantivy.writing.LOCK_PATIENCE_SECONDS", 0.1)
    other = tantivy.Index.open(str(index_dir / (engine().live_index() or ""))).writer(15_000_000, 1)

    with pytest.raises(RetryLater, match="another process writes"):
        index_record("things:1", {})

    other.rollback()
    del other
    index_record("things:1", {})


def test_swap_during_a_write_does_not_lose_the_change(
    city: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = city.documents_for
    late = SearchDocument(type="service", id="neu", language="de", title="Wunschkennzeichen", url="/")

    def read_slowly(pk: str) -> list[SearchDocument]:
        if pk == "neu" and not city.records.get("neu"):
            rebuild()  # Has seen the record before it became public.
            city.records["neu"] = [late]
        return read(pk)

    monkeypatch.setattr(city, "documents_for", read_slowly)
    index_record("things:neu", {})

    assert total("Wunschkennzeichen") == 1
