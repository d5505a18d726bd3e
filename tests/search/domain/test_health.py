from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.domain.jobs import enqueue
from search.domain.health import index_age, index_health
from search.domain.indexing import INDEX_KIND
from search.engines.base import IndexState
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def test_no_index_has_no_age(things: ListedDocuments) -> None:
    assert index_age() is None
    assert index_health().state is IndexState.MISSING


def test_index_without_waiting_changes_is_up_to_date(city: ListedDocuments) -> None:
    assert index_age() == 0
    assert (index_health().answers, index_health().documents) == (True, 4)


def test_index_is_as_old_as_the_oldest_change_it_lacks(city: ListedDocuments) -> None:
    now = timezone.now()
    enqueue(INDEX_KIND, "things:1", due_at=now - timedelta(seconds=90))
    enqueue(INDEX_KIND, "things:2", due_at=now + timedelta(days=1))

    assert index_age() == pytest.approx(90, abs=5)
