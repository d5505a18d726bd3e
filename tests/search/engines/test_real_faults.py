"""A real Elasticsearch is stopped, killed and started again while editors publish and citizens search."""

import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from outbox.domain.running import run_due_jobs
from outbox.models import Job
from search.domain.indexing import mark_changed
from search.domain.querying import search
from search.domain.rebuilding import rebuild
from search.engines import engine
from tests.search.conftest import ListedDocuments

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.server("elasticsearch")]

ROOT = Path(__file__).resolve().parents[3]
SEARCH_LIMIT_SECONDS = 1.0
PUBLISH_LIMIT_SECONDS = 0.05
RECOVERY_LIMIT_SECONDS = 20


class Cluster:
    """An Elasticsearch of this test's own: others may use the shared one meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def start(self) -> str:
        """Also starts it again, with the data it had."""
        command = [str(ROOT / ".ci/elasticsearch"), str(self.folder)]
        environment = {**os.environ, "ELASTICSEARCH_PORT": str(self.port)}
        started = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
        assert started.returncode == 0, started.stderr[-2000:]
        return started.stdout.strip()

    def send(self, number: signal.Signals) -> None:
        os.kill(int((self.folder / "elasticsearch.pid").read_text()), number)


@pytest.fixture(scope="module")
def running() -> Iterator[Cluster]:
    # It runs as another user, whom pytest keeps out of its own folders.
    with tempfile.TemporaryDirectory(prefix="cluster.", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        cluster = Cluster(Path(folder))
        cluster.start()
        yield cluster
        cluster.send(signal.SIGKILL)


class Day:
    """What editors and citizens do, step by step, with the times that it takes."""

    def __init__(self, things: ListedDocuments) -> None:
        self.things = things
        self.published = 0
        self.searches: list[float] = []
        self.publications: list[float] = []
        self.limited = 0

    def goes_on(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.publish()
            run_due_jobs()
            self.search()
            time.sleep(0.05)

    def publish(self) -> None:
        """Add a record, and take out every fifth."""
        self.published += 1
        pk = self.things.add(f"Denkmal {self.published}", pk=f"denkmal{self.published}")
        gone = f"denkmal{self.published - 1}"
        started = time.perf_counter()
        mark_changed("things", pk)
        self.publications.append(time.perf_counter() - started)
        if self.published % 5 == 0:
            self.things.records[gone] = []
            mark_changed("things", gone)

    def search(self) -> None:
        started = time.perf_counter()
        results = search("Reisepass beantragen")
        self.searches.append(time.perf_counter() - started)
        assert results.ready and results.hits[0].id == "1"
        self.limited += results.limited

    def seconds_until_all_is_indexed(self) -> float:
        started = time.monotonic()
        while Job.objects.exists():
            run_due_jobs()
            time.sleep(0.1)
            assert time.monotonic() - started < 60, list(Job.objects.values_list("key", "last_error")[:3])
        return time.monotonic() - started


def most(seconds: list[float]) -> float:
    """The 95th percentile: one pause of a busy machine is no delay of ours, waiting for a cluster is many."""
    return statistics.quantiles(seconds, n=20)[-1]


@pytest.mark.parametrize("fault", ["stopped", "killed"])
def test_nothing_is_lost_and_nobody_waits(
    city: ListedDocuments, running: Cluster, settings: Settings, fault: str
) -> None:
    settings.SEARCH_URL = f"http://127.0.0.1:{running.port}/{fault}"
    rebuild()
    day = Day(city)
    while search("Reisepass beantragen").limited:  # A cluster that has just started is slow.
        time.sleep(0.5)

    day.goes_on(2)
    usual = most(day.publications)
    running.send(signal.SIGSTOP if fault == "stopped" else signal.SIGKILL)
    day.goes_on(6)
    assert day.limited > 0
    if fault == "stopped":
        running.send(signal.SIGCONT)
    else:
        running.start()
    late = day.seconds_until_all_is_indexed()

    public = {pk for pk, documents in city.records.items() if documents}
    assert set(engine().records("things")) == public
    assert engine().document_count() == len(public)
    assert late < RECOVERY_LIMIT_SECONDS
    assert most(day.searches) < SEARCH_LIMIT_SECONDS
    assert most(day.publications) - usual < PUBLISH_LIMIT_SECONDS
    assert day.published > 20
    assert not search("Reisepass beantragen").limited
