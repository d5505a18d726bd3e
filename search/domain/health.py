"""How the index is doing, for `/readyz` and the back office."""

from dataclasses import dataclass

from django.db.models import Min
from django.utils import timezone

from outbox.models import Job
from search.domain.indexing import INDEX_KIND
from search.engines import engine
from search.engines.base import EngineError, IndexState
from search.models import FindableName

ANSWERING = (IndexState.READY, IndexState.OUTDATED)


@dataclass(frozen=True)
class IndexHealth:
    """State and size of the live index; `lag_seconds` of the oldest change that is not in it yet."""

    state: IndexState
    documents: int
    lag_seconds: float

    @property
    def answers(self) -> bool:
        return self.state in ANSWERING


def index_health() -> IndexHealth:
    """Never raises for an engine in trouble."""
    state = engine().state()
    return IndexHealth(state, _document_count() if state in ANSWERING else 0, lag_seconds())


def names_answer() -> bool:
    """Whether the limited search would find anything while no index answers."""
    return FindableName.objects.exists()


def index_age() -> float | None:
    """Seconds that the index lags behind the site, 0 when no change waits; None when no index answers."""
    return lag_seconds() if engine().state() in ANSWERING else None


def lag_seconds() -> float:
    """Age of the oldest change that should be in the index by now."""
    now = timezone.now()
    oldest = Job.objects.filter(kind=INDEX_KIND, due_at__lte=now).aggregate(oldest=Min("due_at"))["oldest"]
    return (now - oldest).total_seconds() if oldest else 0.0


def _document_count() -> int:
    try:
        return engine().document_count()
    except EngineError:
        return 0
